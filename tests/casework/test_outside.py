"""Outside and back: late, not back, declared, recaptured; and facts that come out of order."""

from datetime import timedelta

import pytest

from sortie import casework as cw
from sortie.law import Lateness
from tests.casework.stories import GATE, HEAD, PRISON_CLERK, STAFF, departure, out, paris, permitted

H = cw.Hindrance
K = cw.AnomalyKind
DUE = paris("2027-03-15T21:00")
ESCAPED = cw.EscapeDeclared(because="no news since the evening")


def kinds(case: cw.Case) -> list[cw.AnomalyKind]:
    return [each.kind for each in case.anomalies]


def test_back_on_the_minute_is_back_in_time() -> None:
    story = out()
    story.tell(DUE, GATE, cw.ReturnRecorded())
    assert cw.state_of(story.case) is cw.State.RETURNED
    assert story.tick(DUE + timedelta(days=1)) == ()


def test_the_clock_says_not_back_and_never_more_than_that() -> None:
    story = out()

    assert story.tick(DUE) == ()
    (found,) = story.tick(DUE + timedelta(minutes=1))
    assert found == cw.NotReturned(due_back_at=DUE)
    assert story.entries[-1].by == cw.OFFICE
    assert story.told() == {
        (cw.Role.HEAD_OF_PRISON, "not_back"), (cw.Role.ENFORCEMENT_JUDGE, "not_back"),
    }  # fmt: skip
    for days in (1, 10, 1000):
        assert story.tick(DUE + timedelta(days=days)) == ()
    assert cw.state_of(story.case) is cw.State.NOT_RETURNED


def test_back_late_is_a_late_return_with_its_minutes() -> None:
    story = out()
    story.tick(DUE + timedelta(minutes=1))
    back = DUE + timedelta(hours=3)
    story.tell(back, GATE, cw.ReturnRecorded())

    assert cw.state_of(story.case) is cw.State.RETURNED_LATE
    late = cw.lateness(story.case, story.law, back + timedelta(days=9))
    assert isinstance(late, Lateness)
    assert late.due_back_at == DUE
    assert late.counted_from == DUE + timedelta(hours=48)
    assert (cw.Role.ENFORCEMENT_JUDGE, "back") in story.told()


def test_an_escape_has_an_author_who_runs_the_prison_and_waits_for_the_hour() -> None:
    story = out()
    after = DUE + timedelta(hours=1)

    assert story.refusal(DUE, HEAD, ESCAPED) == [H.NOT_DUE_BACK]
    assert H.ROLE in story.refusal(after, STAFF, ESCAPED)
    assert H.ROLE in story.refusal(after, cw.OFFICE, ESCAPED)
    story.tick(after)
    story.tell(after, HEAD, ESCAPED)
    assert story.case.absence is not None
    assert story.case.absence.escape_declared_by == HEAD


def test_someone_who_slipped_away_is_declared_before_the_hour() -> None:
    story = out()
    noon = paris("2027-03-15T12:00")
    gone = cw.IncidentReported(kind=cw.SLIPPED_AWAY, what="left the group at the planetarium")
    story.tell(noon, STAFF, gone)
    assert story.refusal(noon, HEAD, ESCAPED) == []


def test_scenario_b_declared_told_to_all_and_recaptured_after_thirteen_days() -> None:
    story = out()
    story.tick(DUE + timedelta(minutes=1))
    story.tell(DUE + timedelta(minutes=20), HEAD, ESCAPED)
    told = {role for role, _ in story.told()}
    police = [
        each
        for each in cw.messages(story.case, story.entries[-1], story.law)
        if each.to is cw.Role.POLICE
    ]

    assert told >= {
        cw.Role.POLICE, cw.Role.PROSECUTOR, cw.Role.PREFECT, cw.Role.REGIONAL_DIRECTOR,
        cw.Role.MINISTRY, cw.Role.ENFORCEMENT_JUDGE,
    }  # fmt: skip
    assert [each.receipt_before for each in police] == [DUE + timedelta(minutes=50)]
    story.tell(DUE + timedelta(days=13), HEAD, cw.Recaptured(where="another town"))
    assert cw.state_of(story.case) is cw.State.RECAPTURED
    assert (cw.Role.POLICE, "back") in story.told()


def test_a_return_before_any_departure_is_kept_and_changes_nothing() -> None:
    story = permitted()
    story.tell(paris("2027-03-14T09:00"), GATE, cw.ReturnRecorded())

    assert kinds(story.case) == [K.NOT_OUT]
    assert story.case.absences == ()
    assert story.refusal(paris("2027-03-15T07:40"), GATE, departure()) == []


def test_the_same_return_twice_counts_once() -> None:
    story = out()
    story.tell(paris("2027-03-15T20:00"), GATE, cw.ReturnRecorded())
    story.tell(paris("2027-03-15T20:00"), GATE, cw.ReturnRecorded())

    assert kinds(story.case) == [K.TWICE]
    assert cw.state_of(story.case) is cw.State.RETURNED


def test_a_departure_found_after_the_fact_is_out_at_once_due_and_watched() -> None:
    story = permitted()
    gone = cw.DepartureReported(exit=cw.ExitKind.LEAVE, because="the bed is empty")
    at = paris("2027-03-10T06:00")
    story.tell(at, STAFF, gone)

    assert story.case.out
    assert story.case.absence is not None
    assert not story.case.absence.authorised
    assert kinds(story.case) == [K.REPORTED_AFTER]
    assert (cw.Role.PROSECUTOR, "departure_reported") in story.told()
    assert len(story.tick(at + timedelta(minutes=1))) == 1
    assert story.refusal(at, HEAD, ESCAPED) == []


def test_a_return_seen_before_its_departure_was_written_down_is_its_return() -> None:
    story = permitted()
    story.tell(paris("2027-03-15T20:00"), GATE, cw.ReturnRecorded())
    gone = cw.DepartureReported(exit=cw.ExitKind.LEAVE, because="the other gate", order="O-1")
    story.tell(paris("2027-03-15T07:40"), GATE, gone)

    assert kinds(story.case) == [K.NOT_OUT, K.OUT_OF_ORDER, K.REPORTED_AFTER]
    assert not story.case.out
    assert cw.state_of(story.case) is cw.State.RETURNED


def test_a_return_dated_before_the_departure_brings_nobody_back() -> None:
    story = out()
    story.tell(paris("2027-03-15T07:00"), GATE, cw.ReturnRecorded())
    assert story.case.out
    assert kinds(story.case) == [K.OUT_OF_ORDER, K.OUT_OF_ORDER]


def test_a_paper_written_down_late_is_marked_late() -> None:
    story = out()
    story.tick(DUE + timedelta(minutes=1))
    back = DUE - timedelta(hours=1)
    story.record(back, GATE, cw.ReturnRecorded(), written=DUE + timedelta(days=2))

    assert kinds(story.case) == [K.OUT_OF_ORDER, K.LATE]
    assert cw.state_of(story.case) is cw.State.RETURNED


def test_an_order_that_allows_nothing_makes_an_anomaly_and_the_person_is_still_out() -> None:
    story = permitted()
    story.record(paris("2027-03-15T07:40"), GATE, departure(order="O-9"))
    assert story.case.out
    assert kinds(story.case) == [K.CANNOT_FOLLOW]


@pytest.mark.parametrize("event", [cw.Recaptured(where="x"), cw.NotReturned(due_back_at=DUE)])
def test_what_happens_to_someone_who_is_in_is_an_anomaly(event: cw.Event) -> None:
    story = permitted()
    story.record(DUE, PRISON_CLERK, event)
    assert kinds(story.case) == [K.NOT_OUT]
    assert cw.state_of(story.case) is cw.State.NOTIFIED


def test_an_incident_goes_to_the_judge_at_once() -> None:
    story = out()
    what = cw.IncidentReported(kind="breach_of_conditions", what="seen at a banned place")
    story.tell(paris("2027-03-15T15:00"), STAFF, what)
    assert (cw.Role.ENFORCEMENT_JUDGE, "incident") in story.told()


def test_the_doubled_hour_is_two_instants() -> None:
    first, second = paris("2027-10-31T02:30"), paris("2027-10-31T02:30", fold=1)
    one = cw.Recorded(event=cw.ReturnRecorded(), at=first, recorded_at=first, by=GATE, number=1)
    two = cw.Recorded(event=cw.ReturnRecorded(), at=second, recorded_at=second, by=GATE, number=1)
    assert one != two
    assert two.at - one.at == timedelta(hours=1)


def test_where_no_rule_says_who_must_be_told_whoever_acts_is_told_so() -> None:
    story = out()
    long_ago = paris("2015-05-27T18:30")
    declared = cw.Recorded(
        event=ESCAPED, at=long_ago, recorded_at=long_ago, by=HEAD, number=story.case.number + 1
    )

    (said,) = cw.messages(story.case, declared, story.law)

    assert (said.to, said.kind) == (cw.Role.HEAD_OF_PRISON, "duties_not_modelled")
    assert said.holes == {"question": "fr.procedure.not_returned", "on": "2015-05-27"}
