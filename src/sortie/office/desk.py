"""One case on the desk: folded, acted upon, and put back with all that follows, or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from sortie import casework, law, store
from sortie.casework import OFFICE, Actor, Case, Event, KnownBeside, Recorded
from sortie.office.commands import Command
from sortie.office.errors import CaseTaken, NoSuchCase
from sortie.office.jurisdictions import HERE
from sortie.store import writing

CASE = "case"
CLOCK = "casework.due"
TOGETHER = "office.together"
MOVES_A_LEAVE = (
    casework.ApplicationFiled, casework.Decided, casework.OrderCorrected, casework.AppealDecided,
    casework.DateFixed, casework.JudgmentAdded,
)  # fmt: skip


def stream_of(case_id: str, person: str | None = None) -> store.Stream:
    """Return the stream of a case; whose case it is must be said when it begins."""
    return store.Stream(CASE, case_id, subject=person)


def recorded(stored: store.StoredEvent) -> Recorded:
    """Return an event of a case as casework reads it."""
    return Recorded(
        event=casework.read_event(stored.body),
        at=stored.at,
        recorded_at=stored.recorded_at,
        by=_actor(stored.actor_id, stored.actor_role, stored.actor_of),
        number=stored.number,
    )


@lru_cache(maxsize=256)
def _actor(id_: str, role: str, of: str) -> Actor:
    return Actor(id_, casework.Role(role), of)


def case_of(events: Iterable[store.StoredEvent]) -> Case:
    """Return the case that stored events make."""
    return casework.fold(recorded(each) for each in events)


@dataclass(slots=True)
class CaseDesk:
    """A case under the lock of its stream, and what this command adds to it.

    Nothing is written before the block ends: then the events, the index, the clocks and the
    messages are, with the answer, in the transaction of the command.
    """

    case_id: str
    command: Command
    desk: writing.Desk
    case: Case
    law: law.Procedure
    added: list[Recorded] = field(default_factory=list)
    told: list[casework.Message] = field(default_factory=list)
    rest: bool = False
    looked: bool = False

    def act(self, event: Event, known: KnownBeside = casework.NOTHING_ELSE) -> None:
        """Do this on the case, or refuse with every objection.

        Raises:   casework.ActRefused
        """
        by, at = self.command.by, self.command.at
        self._add(casework.act(self.case, self.law, event, at=at, by=by, known=known), by, at)

    def witness(self, event: Event, happened_at: datetime) -> None:
        """Record a fact of the world, at the instant it happened; it is never refused."""
        by = self.command.by
        self._add(casework.act(self.case, self.law, event, at=self.command.at, by=by), by,
                  happened_at)  # fmt: skip

    def note(self, event: Event) -> None:
        """Record what the office itself adds: a fact to be seen, a victim, what the clock says."""
        self._add(event, OFFICE, self.command.at)

    def _add(self, event: Event, by: Actor, at: datetime) -> None:
        entry = self._absorb(event, by, at)
        for message in casework.messages(self.case, entry, self.law):
            sent = casework.MessageSent(
                message=message.key,
                to=message.to,
                kind=message.kind,
                receipt_before=message.receipt_before,
            )
            self._absorb(sent, OFFICE, self.command.at)
            self.told.append(message)

    def _absorb(self, event: Event, by: Actor, at: datetime) -> Recorded:
        number = self.desk.number + len(self.added) + 1
        entry = Recorded(event=event, at=at, recorded_at=self.command.at, by=by, number=number)
        casework.absorb(self.case, entry)
        self.added.append(entry)
        return entry

    def put_back(self) -> None:
        """Write all that was added and all that follows from it.

        ``rest`` lays the clocks anew even where nothing was added; ``looked`` says that the
        others who would be out have been looked at, so that this waits no more.
        """
        if not self.added and not self.rest:
            return
        due_at = casework.next_due_at(self.case, self.law)
        if self.added:
            self.desk.append([_new(each) for each in self.added], self.desk.number)
            self.desk.tell(_message(self.case_id, self.case, each) for each in self.told)
            self.desk.index(row_of(self.case_id, self.case, due_at))
        moved = any(isinstance(each.event, MOVES_A_LEAVE) for each in self.added)
        together = self.command.at if moved and not self.looked else None
        rules = (CLOCK, TOGETHER) if moved or self.looked else (CLOCK,)
        self.desk.clocks(clocks_of(self.case_id, due_at, together), rules)

    def answer(self) -> store.Json:
        """Return what this command tells its author."""
        return {
            "case": self.case_id,
            "number": self.case.number,
            "state": casework.state_of(self.case).value,
            "events": [casework.name_of(type(each.event)) for each in self.added],
        }


@contextmanager
def on_desk(
    command: Command, verb: str, body: store.Json, case_id: str, *, new_for: str | None = None
) -> Iterator[tuple[CaseDesk | None, dict[str, Any]]]:
    """Yield the case and the answer to fill; no case when the command was answered before.

    ``new_for`` is the person for whom a case begins.

    Raises:   NoSuchCase, CaseTaken, store.StaleVersion, and what ``writing.command`` raises
    """
    answer: dict[str, Any] = {}
    with writing.command(
        command.key, verb, body, stream=stream_of(case_id, new_for), actor=command.by,
        at=command.at,
    ) as desk:  # fmt: skip
        if desk.replayed is not None:
            answer.update(desk.replayed)
            yield None, answer
            return
        _check(command, desk, case_id, new=new_for is not None)
        held = CaseDesk(case_id, command, desk, case_of(desk.events), HERE.procedure)
        yield held, answer
        held.put_back()
        answer.update(desk.answer(held.answer()))


@contextmanager
def on_desks(
    commands: Mapping[str, Command], verb: str
) -> Iterator[Mapping[str, tuple[CaseDesk | None, dict[str, Any]]]]:
    """Yield, by case, what ``on_desk`` does, for commands of the office that say nothing else.

    The trap: they are written together at the end of the block, or none is.

    Raises:   what ``writing.commands`` raises
    """
    if not commands:
        yield {}
        return
    tries = [(each.key, stream_of(case_id)) for case_id, each in commands.items()]
    first = next(iter(commands.values()))
    with writing.commands(tries, verb, {}, actor=first.by, at=first.at) as desks:
        held: dict[str, tuple[CaseDesk | None, dict[str, Any]]] = {}
        for (case_id, command), desk in zip(commands.items(), desks, strict=True):
            if desk.replayed is not None:
                held[case_id] = None, dict(desk.replayed)
                continue
            _check(command, desk, case_id, new=False)
            case = case_of(desk.events)
            held[case_id] = CaseDesk(case_id, command, desk, case, HERE.procedure), {}
        yield held
        for open_, answer in held.values():
            if open_ is not None:
                open_.put_back()
                answer.update(open_.desk.answer(open_.answer()))


def _check(command: Command, desk: writing.Desk, case_id: str, *, new: bool) -> None:
    if new and desk.number:
        raise CaseTaken(case_id)
    if not new and not desk.number:
        raise NoSuchCase(case_id)
    if command.seen is not None and command.seen != desk.number:
        raise store.StaleVersion(str(stream_of(case_id)), command.seen, desk.number)


def row_of(case_id: str, case: Case, due_at: datetime | None) -> store.CaseRow:
    """Return what lists know of a case, in which something is due next at that instant."""
    filing, order, absence = case.filing, case.order, case.absence
    terms = filing.asked if filing is not None else None
    if order is not None and order.terms is not None:
        terms = order.terms
    due_back = absence.due_back_at if absence is not None else None
    return store.CaseRow(
        case_id=case_id,
        person_id=case.person,
        prison=case.prison,
        court=case.court,
        state=casework.state_of(case).value,
        leave=terms.leave if terms is not None else "",
        filed_at=filing.filed_at if filing is not None else None,
        departs_at=terms.departs_at if terms is not None else None,
        returns_at=due_back or (terms.returns_at if terms is not None else None),
        next_due_at=due_at,
    )


def clocks_of(
    case_id: str, due_at: datetime | None, together: datetime | None
) -> list[store.Clock]:
    """Return what the clock must come back for; at once, to look who else would be out."""
    found = []
    if due_at is not None:
        found.append(store.Clock(case_id=case_id, rule=CLOCK, due_at=due_at))
    if together is not None:
        found.append(store.Clock(case_id=case_id, rule=TOGETHER, due_at=together))
    return found


def _new(entry: Recorded) -> store.NewEvent:
    body = casework.written_event(entry.event)
    return store.NewEvent(kind=str(body["event"]), at=entry.at, body=body, by=entry.by)


def _message(case_id: str, case: Case, message: casework.Message) -> store.NewMessage:
    of_court = (casework.Role.ENFORCEMENT_JUDGE, casework.Role.COURT_CLERK,
                casework.Role.PROSECUTOR)  # fmt: skip
    return store.NewMessage(
        dedupe_key=f"{case_id}/{message.key}",
        kind=message.kind,
        to_role=message.to.value,
        to_of=case.court if message.to in of_court else case.prison,
        body={"case": case_id, **message.holes, "rules": list(message.rules)},
        receipt_before=message.receipt_before,
    )
