"""Anyone gives any command at any instant: I1 to I6 hold in the store, on both databases."""

import itertools
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from sortie import casework as cw
from sortie import office, store
from sortie.errors import SortieError
from sortie.law import france
from tests.casework.proposals import EVERYONE, proposals
from tests.office.departures import unlawful_departures
from tests.office.one_leave import GATE, JUDGE, PRISON_CLERK, Said, filed, paris, whole
from tests.store.databases import named, put_store, run

CASE, PERSON = "C", "person-1"
COMMITTAL = "1001"
NUMBERS = itertools.count()
STEPS = [
    timedelta(0), timedelta(minutes=1), timedelta(hours=13), timedelta(days=1), timedelta(days=9),
    timedelta(days=62), -timedelta(hours=1), -timedelta(days=1),
]  # fmt: skip
VERB_OF = {verb.reads: name for name, verb in office.VERBS.items() if verb.reads is not None}
CLOCK = {cw.name_of(kind) for kind in (*cw.CLOCK, cw.MessageSent, cw.FactNoted)}
ALWAYS_POSSIBLE = (cw.PieceAdded, cw.FactNoted, cw.VictimNoted, cw.ApplicationDiscontinued)
UNREAD = (cw.BrokenEvent, office.WordUnknown)
Fresh = Callable[[], AbstractContextManager[str]]


def leave() -> list[Said]:
    """Every command of a leave that goes well, for the person the proposals speak of."""
    said = [one for one in whole(CASE, PERSON) if one.again != "/too-soon"]
    numbered = {"committal_number": COMMITTAL}
    return [
        replace(one, body={**one.body, **numbered}) if "committal_number" in one.body else one
        for one in said
    ]


def verb_for(event: cw.Event) -> tuple[str, Mapping[str, Any]] | None:
    """Return the verb that would record this event, with its body; None where none does."""
    written = cw.written_event(event)
    del written["event"]
    match event:
        case cw.ApplicationFiled():
            found = "file_application", filed(CASE, PERSON).body
        case cw.Routed():
            found = "route_application", {"to": written["to"]}
        case cw.PermitIssued():
            found = "issue_permit", {"permit": written["permit"]}
        case cw.Departed():
            told = {k: v for k, v in written.items() if k not in ("order", "similar")}
            found = "let_out", told
        case _:
            found = VERB_OF.get(type(event), ""), written
    return found if found[0] else None


WORLD: st.SearchStrategy[tuple[str, dict[str, Any]]] = st.sampled_from([
    ("record_return", {}),
    ("record_recapture", {"where": "a town"}),
    ("report_incident", {"kind": "late_return", "what": "a train"}),
    ("report_departure", {"exit": "leave", "because": "an empty bed"}),
    ("report_departure", {"exit": "transfer", "because": "an empty bed", "order": "O-C"}),
    ("raise_doubt", {"doubt": "D-1", "about": "a date"}),
    ("raise_doubt", {"doubt": "D-2", "about": "a name"}),
])  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """A command and how it ended."""

    said: Said
    answer: store.Json | None
    refused: str = ""


class Office(RuleBasedStateMachine):
    """One case in a store, an instant that goes on or back, and whatever anyone says."""

    fresh: Fresh

    def __init__(self) -> None:
        super().__init__()
        self.opened = self.fresh()
        self.opened.__enter__()
        self.ended: list[Ended] = []
        self.withdrawn: set[str] = set()
        self.done: set[str] = set()
        self.at = paris("2027-02-01T09:00")

    def teardown(self) -> None:
        row, number = store.case(CASE), self.number
        office.reindex()
        assert store.case(CASE) == row
        assert self.number == number
        self.opened.__exit__(None, None, None)

    @property
    def case(self) -> cw.Case:
        return office.case_shown(CASE, self.at).case if self.number else cw.Case()

    @property
    def number(self) -> int:
        row = store.case(CASE)
        return row.version if row is not None else 0

    @initialize(so_far=st.sampled_from([0, 1, 2, 3, 4, 5, 7, 9, 10]))
    def begin(self, so_far: int) -> None:
        for said in leave()[:so_far]:
            self.at = max(self.at, said.at)
            self.goes_on(said)

    @rule(step=st.sampled_from(STEPS))
    def time_passes(self, step: timedelta) -> None:
        self.at += step

    @rule(back=st.booleans())
    def the_day_comes(self, back: bool) -> None:
        order = self.case.order
        terms = order.terms if order is not None else None
        if terms is not None:
            self.at = max(self.at, terms.returns_at if back else terms.departs_at)

    @rule(count=st.integers(min_value=1, max_value=6))
    def it_goes_on_as_it_should(self, count: int) -> None:
        for said in [each for each in leave() if each.key not in self.done][:count]:
            if said.verb == "let_out":
                self.the_day_comes(back=False)
            self.goes_on(said)

    def goes_on(self, said: Said) -> None:
        if self.says(replace(said, at=self.at, again=self.anew())).answer is not None:
            self.done.add(said.key)

    @rule(data=st.data(), by=st.sampled_from(EVERYONE), stale=st.sampled_from([None, 0, 0, 1]))
    def someone_acts(self, data: st.DataObject, by: cw.Actor, stale: int | None) -> None:
        asked = data.draw(st.sampled_from(proposals(self.case, self.at)))
        found = verb_for(asked)
        if found is None:
            return
        verb, body = found
        seen = None if stale is None else self.number - stale
        self.says(Said(verb, CASE, by, self.at, body, seen=seen, again=self.anew()))

    @rule(data=st.data())
    def something_possible_is_done(self, data: st.DataObject) -> None:
        able = [each for each in self.possible() if not isinstance(each[0], ALWAYS_POSSIBLE)]
        if not able:
            return
        kind = data.draw(st.sampled_from(list(dict.fromkeys(type(event) for event, _ in able))))
        event, by = data.draw(st.sampled_from([each for each in able if type(each[0]) is kind]))
        found = verb_for(event)
        if found is not None:
            self.says(Said(found[0], CASE, by, self.at, found[1], again=self.anew()))

    def possible(self) -> Iterator[tuple[cw.Event, cw.Actor]]:
        """Yield what the office should take, by the first of those who may do it."""
        case = self.case
        for event in proposals(case, self.at):
            act = cw.ACTS.get(type(event))
            nobody = cw.Scene(case, france.PROCEDURE, self.at, cw.OFFICE)
            for by in EVERYONE:
                if act is not None and by.role in act.roles(nobody):
                    if not cw.objections(replace(nobody, by=by), event):
                        yield event, by
                    break

    @rule(said=WORLD, by=st.sampled_from([GATE, PRISON_CLERK, JUDGE]), late=st.sampled_from(STEPS))
    def the_world_goes_on(self, said: Any, by: cw.Actor, late: timedelta) -> None:
        verb, body = said
        body = {**body, "happened_at": (self.at - abs(late)).isoformat()}
        ended = self.says(Said(verb, CASE, by, self.at, body, again=self.anew()))
        assert ended.answer is not None or ended.refused == office.NoSuchCase.code

    @rule(verb=st.sampled_from(["move_person", "add_judgment"]))
    def the_person_is_moved_or_judged(self, verb: str) -> None:
        custody = leave()[0].body["file"]["custody"]
        bodies = {
            "move_person": {"since": self.at.date().isoformat(), "prison": "prison of the north",
                            "court": "court of the north", "kind": "maison_arret"},
            "add_judgment": {"judgment": "J-2", "what": "one year",
                             "sentence": custody["sentences"][0]},
        }  # fmt: skip
        self.says(Said(verb, PERSON, PRISON_CLERK, self.at, bodies[verb], again=self.anew()))

    @rule()
    def a_receipt_comes(self) -> None:
        for message in store.messages_of(CASE)[-1:]:
            body = {"proof": "signed"}
            said = Said("acknowledge", message.dedupe_key, JUDGE, self.at, body, again=self.anew())
            assert self.says(said).answer is not None

    @rule(data=st.data(), late=st.sampled_from(STEPS))
    def something_is_said_again(self, data: st.DataObject, late: timedelta) -> None:
        """I5: under the same key the same end, whenever it comes and however the case stands."""
        if not self.ended:
            return
        ended, number = data.draw(st.sampled_from(self.ended)), self.number
        said = replace(ended.said, at=self.at + late, seen=None)
        if ended.answer is not None:
            assert said.say() == ended.answer
        else:
            with pytest.raises(store.RefusedBefore) as caught:
                said.say()
            assert caught.value.refusal == ended.refused
        assert self.number == number

    @rule()
    def the_clock_ticks(self) -> None:
        """I6: the clock grants nothing, lets nobody out, extends nothing, says a thing once."""
        before = self.case
        found = office.tick(self.at)
        after = self.case
        assert {name for names in found.events.values() for name in names} <= CLOCK
        assert office.tick(self.at).events == {}
        assert self.case == after
        assert after.out == before.out
        assert [(o.order, o.granted, o.terms) for o in after.orders.values()] == [
            (o.order, o.granted, o.terms) for o in before.orders.values()
        ]
        assert [(a.due_back_at, a.escape_declared_at) for a in after.absences] == [
            (a.due_back_at, a.escape_declared_at) for a in before.absences
        ]

    def anew(self) -> str:
        return f"/{next(NUMBERS)}"

    def says(self, said: Said) -> Ended:
        """I3, I5: recorded with its answer, or refused with its reason and nothing written."""
        number = self.number
        try:
            ended = Ended(said, said.say())
        except UNREAD as unread:
            assert store.command_of(said.key) is None
            assert self.number == number
            return Ended(said, None, unread.code)
        except SortieError as error:
            ended = Ended(said, None, error.code)
        kept = store.command_of(said.key)
        assert kept is not None
        assert kept.refused is (ended.answer is None)
        assert (kept.answer["code"] if kept.refused else kept.answer) == (
            ended.refused or ended.answer
        )
        if kept.refused:
            assert self.number == number
        else:
            self.remembers(said)
        self.ended.append(ended)
        return ended

    def remembers(self, said: Said) -> None:
        if said.verb == "withdraw_order":
            self.withdrawn.add(said.body["order"])
        if said.verb == "let_out":
            order = self.case.absences[-1].order
            assert order not in self.withdrawn

    @invariant()
    def nobody_is_out_without_an_order(self) -> None:
        """I1: each departure told again from the stored events alone."""
        if not self.number:
            return
        events = store.events_of(store.Stream("case", CASE))
        assert unlawful_departures(events) == []
        case = self.case
        odd = {each.number for each in case.anomalies}
        assert all(each.authorised or each.number in odd for each in case.absences)

    @invariant()
    def every_absence_is_watched(self) -> None:
        """I2: one instant of return, one watch in the store until it is said."""
        case = self.case
        assert sum(each.out for each in case.absences) <= 1
        absence = case.absence
        if absence is None or not absence.out:
            return
        row = store.case(CASE)
        assert row is not None
        assert row.returns_at == absence.due_back_at
        if absence.not_returned_at is None:
            (clock,) = (c for c in store.clocks_of(CASE) if c.rule == "casework.due")
            assert clock.due_at <= absence.due_back_at + timedelta(microseconds=1)

    @invariant()
    def what_is_shown_is_the_replay(self) -> None:
        """I4: lists and messages are what the events make."""
        row = store.case(CASE)
        if row is None:
            return
        shown = office.case_shown(CASE, self.at, upto=row.version)
        case = shown.case
        assert (row.state, row.person_id) == (cw.state_of(case).value, case.person)
        assert [entry.number for entry in shown.history] == list(range(1, row.version + 1))
        assert cw.fold(shown.history) == case
        sent = {f"{CASE}/{message}" for message in case.messages}
        assert {message.dedupe_key for message in shown.messages} == sent


@pytest.fixture
def fresh_file(migrated_file: Path, tmp_path: Path) -> Fresh:
    @contextmanager
    def fresh() -> Iterator[str]:
        path = tmp_path / f"store-{next(NUMBERS)}.sqlite"
        store.connect(put_store(migrated_file, path))
        yield str(path)
        store.disconnect()
        path.unlink()
        shutil.rmtree(path.with_suffix(".keys"))

    return fresh


@pytest.fixture
def fresh_database(postgresql_server: str, keys: Path) -> Fresh:
    assert keys.is_dir()

    @contextmanager
    def fresh() -> Iterator[str]:
        name = f"machine_{next(NUMBERS)}"
        run(postgresql_server, f"CREATE DATABASE {name} TEMPLATE migrated")
        store.connect(named(postgresql_server, name))
        yield name
        store.disconnect()
        run(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")

    return fresh


@pytest.mark.parametrize("kind", ["fresh_file", "fresh_database"])
def test_whatever_anyone_says_the_invariants_hold(
    kind: str, request: pytest.FixtureRequest
) -> None:
    opened: Fresh = request.getfixturevalue(kind)

    class OnThis(Office):
        fresh = staticmethod(opened)

    run_state_machine_as_test(
        OnThis, settings=settings(max_examples=40, stateful_step_count=25, deadline=None)
    )
