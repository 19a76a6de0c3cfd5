"""Scenario A: opinions against, a grant, an appeal, a ruling on Friday, a leave on Monday."""

from datetime import date

from sortie import casework as cw
from tests.casework.stories import (
    COURT_CLERK,
    GATE,
    HEAD,
    JUDGE,
    MEMBERS,
    OFFICER,
    PERSON,
    PRESIDENT,
    PRISON_CLERK,
    PROSECUTOR,
    SEATS,
    STAFF,
    Story,
    a_day_out,
    application,
    departure,
    grant,
    notice,
    opinion,
    paris,
)

ASKED = a_day_out("2025-11-24T07:00", "2025-11-24T21:00", "a company near Lyon")
ESCAPE = cw.FactNoted(fact="escape-2014", kind="escape", since=date(2014, 9, 2), source="record")
AGAINST = cw.OpinionSense.UNFAVOURABLE


def the_sitting() -> Story:
    story = Story()
    story.tell(paris("2025-10-06T10:00"), PERSON, application(ASKED))
    story.tell(
        paris("2025-10-06T11:00"), COURT_CLERK,
        cw.Routed(to=cw.Role.ENFORCEMENT_JUDGE, because=("fr.authority.enforcement_judge",)),
    )  # fmt: skip
    story.tell(paris("2025-10-07T09:00"), PRISON_CLERK, ESCAPE)
    story.tell(
        paris("2025-10-20T09:00"), COURT_CLERK,
        cw.BoardSeized(sitting="S-12", sits_at=paris("2025-11-12T14:00")),
    )  # fmt: skip
    return story


def the_grant() -> Story:
    story = the_sitting()
    sitting = paris("2025-11-12T14:00")
    for member in MEMBERS:
        story.tell(sitting, member, cw.FactSeen(fact="escape-2014"))
        against = member in (HEAD, PROSECUTOR)
        sense = AGAINST if against else cw.OpinionSense.RESERVED
        story.tell(sitting, member, opinion(member, sense))
    story.tell(sitting, COURT_CLERK, cw.BoardSat(present=SEATS, minutes="M-12"))
    story.tell(paris("2025-11-17T10:00"), JUDGE, cw.FactSeen(fact="escape-2014"))
    story.tell(paris("2025-11-17T10:30"), JUDGE, grant(ASKED))
    story.tell(
        paris("2025-11-17T14:00"), COURT_CLERK,
        notice(cw.Role.PROSECUTOR, paris("2025-11-17T14:00")),
    )  # fmt: skip
    return story


def the_appeal() -> Story:
    story = the_grant()
    story.tell(paris("2025-11-17T17:00"), PROSECUTOR, cw.AppealLodged(order="O-1"))
    return story


def test_nobody_gives_an_opinion_before_having_seen_the_escape() -> None:
    story = the_sitting()
    sitting = paris("2025-11-12T14:00")

    assert story.refusal(sitting, STAFF, opinion(STAFF)) == [cw.Hindrance.UNSEEN]
    story.tell(sitting, STAFF, cw.FactSeen(fact="escape-2014"))
    assert story.refusal(sitting, STAFF, opinion(STAFF)) == []


def test_the_opinions_stand_apart_and_a_missing_one_is_missing() -> None:
    story = the_sitting()
    for member in MEMBERS:
        if member is not OFFICER:
            story.tell(paris("2025-11-12T14:00"), member, cw.FactSeen(fact="escape-2014"))
            story.tell(paris("2025-11-12T14:00"), member, opinion(member, AGAINST))

    steps = {
        each.act: each for each in cw.next_steps(story.case, story.law, paris("2025-11-12T15:00"))
    }

    assert steps["board_sat"].missing == ("probation_service",)
    assert {each.by.id for each in story.case.opinions} == {PROSECUTOR.id, HEAD.id, STAFF.id}


def test_the_appeal_of_the_same_day_stops_the_leave_and_is_told_at_once() -> None:
    story = the_appeal()

    codes = [each.code for each in cw.hindrances(story.case, story.law, paris("2025-11-20T09:00"))]

    assert cw.Hindrance.STAYED in codes
    assert (cw.Role.ENFORCEMENT_JUDGE, "prosecutor_appealed") in story.told()
    assert (cw.Role.HEAD_OF_PRISON, "prosecutor_appealed") in story.told()
    assert cw.state_of(story.case) is cw.State.APPEALED


def test_confirmed_on_friday_executable_at_once_and_out_on_monday_until_the_evening() -> None:
    story = the_appeal()
    friday = paris("2025-11-21T16:00")
    upheld = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why")

    assert cw.Hindrance.UNSEEN in story.refusal(friday, PRESIDENT, upheld)
    story.tell(friday, PRESIDENT, cw.FactSeen(fact="escape-2014"))
    assert story.refusal(friday, PRESIDENT, upheld) == [cw.Hindrance.TIME_TO_WRITE]
    ruling = cw.AppealDecided(
        order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why", urgent="the day is Monday"
    )
    story.tell(friday, PRESIDENT, ruling)
    assert cw.executable(story.case, story.law, friday)

    evening = paris("2025-11-21T18:00")
    permit = cw.PermitIssued(permit="T-1", order="O-1")
    assert story.refusal(evening, PRISON_CLERK, permit) == [cw.Hindrance.NOT_NOTIFIED]
    story.tell(evening, HEAD, notice(cw.Role.DETAINED_PERSON, evening))
    story.tell(evening, PRISON_CLERK, permit)
    assert (cw.Role.POLICE, "leave") in story.told()

    story.tell(paris("2025-11-24T07:40"), GATE, departure())
    assert story.case.absence is not None
    assert story.case.absence.due_back_at == paris("2025-11-24T21:00")
    story.tell(paris("2025-11-24T20:10"), GATE, cw.ReturnRecorded())
    assert cw.state_of(story.case) is cw.State.RETURNED
    assert story.tick(paris("2025-11-25T00:00")) == ()
    assert story.case.anomalies == ()


def test_a_ruling_after_the_day_asked_must_say_what_becomes_of_the_date() -> None:
    story = the_appeal()
    late = paris("2025-12-20T10:00")
    story.tell(late, PRESIDENT, cw.FactSeen(fact="escape-2014"))
    kept = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why")
    left = cw.AppealDecided(
        order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why",
        redating=cw.Redating.LEFT_TO_PROBATION,
    )  # fmt: skip

    assert story.refusal(late, PRESIDENT, kept) == [cw.Hindrance.DATES_PASSED]
    story.tell(late, PRESIDENT, left)
    assert not cw.executable(story.case, story.law, late)

    story.tell(late, OFFICER, cw.FactSeen(fact="escape-2014"))
    longer = a_day_out("2026-01-05T07:00", "2026-01-06T21:00")
    assert story.refusal(late, OFFICER, cw.DateFixed(order="O-1", terms=longer)) == [
        cw.Hindrance.LONGER
    ]
    fixed = a_day_out("2026-01-05T07:00", "2026-01-05T21:00")
    story.tell(late, OFFICER, cw.DateFixed(order="O-1", terms=fixed))
    assert cw.executable(story.case, story.law, late)
