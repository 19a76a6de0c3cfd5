"""Anyone does anything at any instant: the invariants I1 to I6 hold over the pure room."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sortie import casework as cw
from sortie.law import Means
from tests.casework import stories
from tests.casework.proposals import EVERYONE, proposals
from tests.casework.stories import GATE, HEAD, JUDGE, PRISON_CLERK, PROSECUTOR, STAFF, Story, paris

SPRING, AUTUMN = paris("2027-03-28T01:59:59"), paris("2027-10-31T02:30")
STEPS = [
    timedelta(0), timedelta(minutes=1), timedelta(hours=13), timedelta(days=1), timedelta(days=9),
    timedelta(days=62),
]  # fmt: skip
ALWAYS_POSSIBLE = (cw.PieceAdded, cw.FactNoted, cw.VictimNoted, cw.ApplicationDiscontinued)
FORWARD = (
    cw.Departed, cw.PermitIssued, cw.VictimTold, cw.NoAppealVisaGiven, cw.Notified, cw.Decided,
    cw.BoardSkipped, cw.DoubtSettled, cw.FactSeen, cw.Routed, cw.ApplicationFiled,
)  # fmt: skip
STARTS = [
    Story, stories.filed, stories.decided, stories.notified, stories.permitted, stories.out,
]  # fmt: skip


FACTS: st.SearchStrategy[cw.Event] = st.one_of(
    st.just(cw.ReturnRecorded()),
    st.just(cw.Recaptured(where="a town")),
    st.just(cw.IncidentReported(kind="late_return", what="a train")),
    st.builds(
        cw.DepartureReported, exit=st.sampled_from(cw.ExitKind), because=st.just("an empty bed"),
        order=st.sampled_from(["", "O-1"]),
    ),
    st.just(cw.JudgmentAdded(judgment="J-2", what="one year")),
    st.just(cw.PersonMoved(prison=stories.PRISON, court=stories.COURT, unit="another")),
    st.builds(cw.DoubtRaised, doubt=st.sampled_from(["D-1", "D-2"]), about=st.just("a date")),
    st.just(cw.MessageReceived(message="M-1", proof="signed")),
)  # fmt: skip


class Office(RuleBasedStateMachine):
    """One case, an instant that goes forward, and whatever anyone tries."""

    @initialize(
        start=st.sampled_from(
            [
                Story,
                stories.filed,
                stories.decided,
                stories.notified,
                stories.permitted,
                stories.out,
            ]
        )
    )
    def begin(self, start: Any) -> None:
        self.story: Story = start()
        last = self.story.case.last_at
        self.at = last if last is not None else stories.FILED_AT
        self.withdrawn: set[str] = set()

    @rule(step=st.sampled_from(STEPS))
    def time_passes(self, step: timedelta) -> None:
        self.at += step

    @rule(day=st.sampled_from(["spring", "autumn", "departure", "return"]))
    def a_day_comes(self, day: str) -> None:
        self.wait_for(day)

    def wait_for(self, day: str) -> None:
        order = self.story.case.order
        terms = order.terms if order is not None else None
        instants = {"spring": SPRING, "autumn": AUTUMN}
        if terms is not None:
            instants |= {"departure": terms.departs_at, "return": terms.returns_at}
        self.at = max(self.at, instants.get(day, self.at))

    @rule(data=st.data(), by=st.sampled_from(EVERYONE))
    def someone_acts(self, data: st.DataObject, by: cw.Actor) -> None:
        self.tries(data.draw(st.sampled_from(proposals(self.story.case, self.at))), by)

    @rule(steps=st.integers(min_value=1, max_value=12))
    def it_goes_on_as_it_should(self, steps: int) -> None:
        for _ in range(steps):
            self.carried_forward()

    def carried_forward(self) -> None:
        """Do the act nearest to the gate; when none is possible, wait for the day."""
        able = [each for each in self.possible() if isinstance(each[0], FORWARD)]
        order = self.story.case.order
        if order is not None and order.permit is not None and order.permit.version == order.version:
            able = [each for each in able if isinstance(each[0], cw.Departed)]
        if able:
            self.tries(*min(able, key=lambda each: FORWARD.index(type(each[0]))))
        else:
            self.wait_for("departure")

    @rule(data=st.data())
    def something_possible_is_done(self, data: st.DataObject) -> None:
        able = [each for each in self.possible() if not isinstance(each[0], ALWAYS_POSSIBLE)]
        if able:
            kinds = list(dict.fromkeys(type(event) for event, _ in reversed(able)))
            kind = data.draw(st.sampled_from(kinds))
            self.tries(*data.draw(st.sampled_from([x for x in able if type(x[0]) is kind])))

    def possible(self) -> Iterator[tuple[cw.Event, cw.Actor]]:
        """Yield what the office would take, by the first of those who may do it."""
        case, law = self.story.case, self.story.law
        nobody = cw.Scene(case, law, self.at, cw.OFFICE)
        for event in proposals(case, self.at):
            act = cw.ACTS.get(type(event))
            roles = act.roles(nobody) if act is not None else ()
            for by in EVERYONE:
                scene = cw.Scene(case, law, self.at, by)
                if by.role in roles and not cw.objections(scene, event):
                    yield event, by
                    break

    def tries(self, event: cw.Event, by: cw.Actor) -> None:
        """I3 and I5: recorded, or refused and nothing written; what is withdrawn stays so."""
        count = len(self.story.entries)
        refused = self.story.refusal(self.at, by, event)
        if refused:
            with pytest.raises(cw.ActRefused):
                self.story.tell(self.at, by, event)
            assert len(self.story.entries) == count
            return
        self.story.tell(self.at, by, event)
        assert len(self.story.entries) == count + 1
        if isinstance(event, cw.OrderWithdrawn):
            self.withdrawn.add(event.order)
        assert not (isinstance(event, cw.Departed) and event.order in self.withdrawn)

    @rule(event=FACTS, by=st.sampled_from(EVERYONE), late=st.sampled_from(STEPS))
    def the_world_goes_on(self, event: cw.Event, by: cw.Actor, late: timedelta) -> None:
        cw.act(self.story.case, self.story.law, event, at=self.at, by=by)
        self.story.record(self.at - late, by, event, written=self.at)

    @rule()
    def the_clock_ticks(self) -> None:
        """I6: the clock grants nothing, lets nobody out, and says a thing once."""
        before = self.story.case
        for event in self.story.tick(self.at):
            assert isinstance(event, cw.CLOCK)
        after = self.story.case
        assert cw.due(after, self.story.law, self.at) == ()
        assert after.out == before.out
        assert {o: x.granted for o, x in after.orders.items()} == {
            o: x.granted for o, x in before.orders.items()
        }
        assert {o: x.terms for o, x in after.orders.items()} == {
            o: x.terms for o, x in before.orders.items()
        }
        due_back = [each.due_back_at for each in before.absences]
        assert [each.due_back_at for each in after.absences] == due_back
        declared = [each.escape_declared_at for each in before.absences]
        assert [each.escape_declared_at for each in after.absences] == declared

    @invariant()
    def nobody_is_out_without_an_order(self) -> None:
        """I1: what let the person out, told from the stream alone."""
        case = self.story.case
        for absence in case.absences:
            if not absence.authorised:
                assert absence.number in {each.number for each in case.anomalies}
                continue
            let_out(self.story.entries[: absence.number])

    @invariant()
    def every_absence_is_watched(self) -> None:
        """I2: whoever is out has one instant of return, and a watch until it is said."""
        absence = self.story.case.absence
        if absence is None or not absence.out or absence.not_returned_at is not None:
            return
        waits = cw.next_due_at(self.story.case, self.story.law)
        assert waits is not None
        assert waits <= absence.due_back_at + timedelta(microseconds=1)

    @invariant()
    def what_is_shown_is_the_replay(self) -> None:
        """I4: the case is its stream, whether folded at once or one by one."""
        case = cw.Case()
        for entry in self.story.entries:
            written = cw.written_event(entry.event)
            assert cw.read_event(written) == entry.event
            cw.absorb(case, entry)
        assert case == self.story.case

    @invariant()
    def every_screen_opens(self) -> None:
        case, law = self.story.case, self.story.law
        cw.state_at(case, law, self.at)
        cw.next_steps(case, law, self.at, by=JUDGE)
        if self.story.entries:
            cw.messages(case, self.story.entries[-1], law)


def let_out(entries: list[cw.Recorded]) -> None:
    """Check a departure against the events before it, without the case or the law."""
    *before, gone = entries
    assert isinstance(gone.event, cw.Departed)
    order = gone.event.order
    about = [each for each in before if getattr(each.event, "order", "") == order]
    grants = [each for each in about if isinstance(each.event, cw.Decided | cw.AppealDecided)]
    assert grants
    assert not [each for each in about if isinstance(each.event, cw.OrderWithdrawn)]
    raised = {e.event.doubt for e in before if isinstance(e.event, cw.DoubtRaised)}
    settled = {e.event.doubt for e in before if isinstance(e.event, cw.DoubtSettled)}
    assert raised <= settled
    last = grants[-1]
    if isinstance(last.event, cw.AppealDecided) or last.by.role is HEAD.role:
        return
    ends = (cw.AppealDiscontinued, cw.AppealLapsed)
    lodged = [
        e for e in about if isinstance(e.event, cw.AppealLodged) and e.by.role == "prosecutor"
    ]
    over = [e for e in about if isinstance(e.event, ends)]
    assert not lodged or over
    visas = [e for e in about if isinstance(e.event, cw.NoAppealVisaGiven)]
    told = [
        e.event.signed_at for e in about
        if isinstance(e.event, cw.Notified) and e.event.to is PROSECUTOR.role
        and e.event.means is Means.SIGNATURE and e.event.signed_at is not None
    ]  # fmt: skip
    assert visas or gone.at - max(told) >= timedelta(days=1)
    assert gone.event.exit is cw.ExitKind.LEAVE
    assert gone.by.role in (GATE.role, PRISON_CLERK.role, STAFF.role)


Office.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestOffice = Office.TestCase
