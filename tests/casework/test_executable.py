"""From the order to the moment it may be carried out: notices, visa, appeals, corrections."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sortie import casework as cw
from sortie.law import Means
from tests.casework.stories import (
    COURT_CLERK,
    HEAD,
    JUDGE,
    OPEN,
    PERSON,
    PRESIDENT,
    PRISON_CLERK,
    PROSECUTOR,
    Story,
    a_day_out,
    decided,
    filed,
    grant,
    notice,
    notified,
    opined,
    paris,
    refusal,
)

H = cw.Hindrance
TUESDAY = paris("2027-02-16T11:00")
APPEAL = cw.AppealLodged(order="O-1")


def why_not(story: Story, text: str) -> list[cw.Hindrance]:
    found = cw.hindrances(story.case, story.law, paris(text))
    return list(dict.fromkeys(each.code for each in found))


def test_a_grant_nobody_notified_is_never_executable() -> None:
    story = decided()
    assert why_not(story, "2030-01-01T00:00") == [H.NOT_NOTIFIED]
    assert cw.missing_notices(story.case) == (PROSECUTOR.role, PERSON.role, cw.Role.LAWYER)
    assert (cw.Role.COURT_CLERK, "order_to_notify") in story.told()


def test_a_grant_waits_for_midnight_of_the_day_after_the_notice() -> None:
    story = notified()
    assert why_not(story, "2027-02-17T23:59") == [H.WINDOW_OPEN]
    assert cw.state_at(story.case, story.law, paris("2027-02-17T23:59")) is cw.State.IN_WINDOW
    assert cw.executable(story.case, story.law, paris("2027-02-18T00:00"))
    assert cw.state_at(story.case, story.law, paris("2027-02-18T00:00")) is cw.State.EXECUTABLE
    assert cw.state_at(story.case, story.law, paris("2027-03-15T21:00")) is cw.State.LAPSED


def test_a_notice_on_friday_is_executable_only_under_every_reading() -> None:
    story = decided()
    friday = paris("2027-02-19T11:00")
    story.tell(friday, COURT_CLERK, notice(PROSECUTOR.role, friday))

    found = cw.hindrances(story.case, story.law, paris("2027-02-21T12:00"))

    assert [each.code for each in found] == [H.READINGS_DIFFER]
    assert {each.holes["reading"] for each in found} == {"fr.reading.weekend_rollover"}
    assert not cw.executable(story.case, story.law, paris("2027-02-22T23:59"))
    assert cw.executable(story.case, story.law, paris("2027-02-23T00:00"))


def test_the_visa_opens_at_once() -> None:
    story = notified()
    story.tell(paris("2027-02-16T15:00"), PROSECUTOR, cw.NoAppealVisaGiven(order="O-1"))
    assert cw.executable(story.case, story.law, paris("2027-02-16T15:00"))
    assert H.VISA_GIVEN in story.refusal(paris("2027-02-16T16:00"), PROSECUTOR, APPEAL)


def test_a_second_notice_does_not_open_a_second_window() -> None:
    story = notified()
    later = TUESDAY + timedelta(days=3)
    again = notice(PROSECUTOR.role, later)
    assert story.refusal(later, COURT_CLERK, again) == [H.NOTIFIED]


@pytest.mark.parametrize(
    "changes",
    [
        {"proof": ""},
        {"signed_at": None},
        {"means": Means.POSTAL_UNSIGNED},
    ],
)
def test_a_notice_without_proof_or_instant_opens_nothing(changes: dict[str, object]) -> None:
    facts: dict[str, object] = {
        "to": PROSECUTOR.role, "order": "O-1", "means": Means.SIGNATURE, "proof": "signed",
        "signed_at": TUESDAY,
    }  # fmt: skip
    event = cw.Notified(**(facts | changes))  # type: ignore[arg-type]
    assert decided().refusal(TUESDAY, COURT_CLERK, event) == [H.PROOF]


def test_a_notice_is_not_older_than_its_order() -> None:
    before = notice(PROSECUTOR.role, paris("2027-02-15T10:00"))
    assert decided().refusal(TUESDAY, COURT_CLERK, before) == [H.NOTICE_TOO_EARLY]


def test_a_letter_nobody_signed_for_opens_its_window_fifteen_days_after() -> None:
    story = decided(order=refusal())
    sent = cw.Notified(
        to=PERSON.role, order="O-1", means=Means.POSTAL_UNSIGNED, proof="R-1", sent_at=TUESDAY
    )
    story.tell(TUESDAY, HEAD, sent)
    assert story.refusal(paris("2027-03-04T12:00"), PERSON, APPEAL) == []
    assert story.refusal(paris("2027-03-06T12:00"), PERSON, APPEAL) == [H.OUT_OF_TIME]


def test_a_corrected_order_is_notified_again_and_its_window_opens_again() -> None:
    story = notified()
    corrected = cw.OrderCorrected(
        order="O-1", because="the place was wrong",
        terms=a_day_out("2027-03-15T07:00", "2027-03-15T21:00", "another company"),
    )  # fmt: skip
    story.tell(paris("2027-02-18T09:00"), JUDGE, corrected)

    assert why_not(story, "2027-03-01T09:00") == [H.CORRECTED]
    again = paris("2027-02-18T10:00")
    story.tell(again, COURT_CLERK, notice(PROSECUTOR.role, again))
    assert why_not(story, "2027-02-18T11:00") == [H.WINDOW_OPEN]
    assert why_not(story, "2027-02-23T00:00") == []


def test_the_appeal_of_the_prosecutor_falls_after_two_months_and_not_before() -> None:
    story = notified()
    story.tell(paris("2027-02-17T09:00"), PROSECUTOR, APPEAL)

    assert why_not(story, "2027-04-17T23:59") == [H.STAYED]
    assert story.tick(paris("2027-04-17T23:59")) == ()
    (lapsed,) = story.tick(paris("2027-04-20T00:00"))
    assert isinstance(lapsed, cw.AppealLapsed)
    assert why_not(story, "2027-04-20T00:00") == []
    assert story.tick(paris("2027-05-20T00:00")) == ()


def test_the_clock_alone_never_lifts_a_stay() -> None:
    story = notified()
    story.tell(paris("2027-02-17T09:00"), PROSECUTOR, APPEAL)
    assert why_not(story, "2029-01-01T00:00") == [H.STAYED]


def test_the_appeal_of_the_person_never_falls() -> None:
    story = notified(order=refusal())
    story.tell(paris("2027-02-17T09:00"), PERSON, APPEAL)
    assert story.tick(paris("2029-01-01T00:00")) == ()


def test_an_appeal_out_of_time_needs_its_obstacle() -> None:
    story = notified(order=refusal())
    late = paris("2027-02-25T09:00")
    obstacle = cw.AppealLodged(order="O-1", obstacle="in hospital, see P-1")

    assert story.refusal(late, PERSON, APPEAL) == [H.OUT_OF_TIME]
    assert story.refusal(late, PERSON, obstacle) == []


def test_the_president_waits_for_the_month_of_the_person_save_in_urgency() -> None:
    story = notified(order=refusal())
    story.tell(paris("2027-02-17T09:00"), PERSON, APPEAL)
    upheld = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why")
    urgent = cw.AppealDecided(
        order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why", urgent="a funeral"
    )

    assert story.refusal(paris("2027-03-17T23:59"), PRESIDENT, upheld) == [H.TIME_TO_WRITE]
    assert story.refusal(paris("2027-03-18T00:00"), PRESIDENT, upheld) == []
    assert story.refusal(paris("2027-02-18T09:00"), PRESIDENT, urgent) == []


def test_nobody_rules_on_an_appeal_from_their_own_order() -> None:
    story = notified(order=refusal())
    story.tell(paris("2027-02-17T09:00"), PERSON, APPEAL)
    same = cw.Actor(JUDGE.id, PRESIDENT.role)
    upheld = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why")
    assert story.refusal(paris("2027-03-20T09:00"), same, upheld) == [H.DECIDED_BEFORE]


def test_a_refusal_set_aside_grants_a_leave_to_be_carried_out_at_once() -> None:
    story = notified(order=refusal())
    story.tell(paris("2027-02-17T09:00"), PERSON, APPEAL)
    terms = a_day_out("2027-04-05T07:00", "2027-04-05T21:00")
    ruling = cw.AppealDecided(
        order="O-1", outcome=cw.AppealOutcome.SET_ASIDE, reasons="why", terms=terms, law_says=OPEN
    )
    at = paris("2027-03-20T09:00")
    assert story.refusal(at, PRESIDENT, replace(ruling, law_says=None)) == [H.LAW_SILENT]
    story.tell(at, PRESIDENT, ruling)

    assert cw.executable(story.case, story.law, at)
    assert cw.missing_notices(story.case) == (PROSECUTOR.role, PERSON.role, cw.Role.LAWYER)


def test_the_president_corrects_his_own_order_which_is_notified_again_and_no_more() -> None:
    story = notified(order=refusal())
    story.tell(paris("2027-02-17T09:00"), PERSON, APPEAL)
    terms = a_day_out("2027-04-05T07:00", "2027-04-05T21:00")
    ruling = cw.AppealDecided(
        order="O-1", outcome=cw.AppealOutcome.SET_ASIDE, reasons="why", terms=terms, law_says=OPEN
    )
    story.tell(paris("2027-03-20T09:00"), PRESIDENT, ruling)
    at = paris("2027-03-22T09:00")
    correction = cw.OrderCorrected(order="O-1", because="the hour was wrong")

    assert story.refusal(at, JUDGE, correction) == [H.ROLE]
    story.tell(at, PRESIDENT, correction)
    assert why_not(story, "2027-03-22T10:00") == [H.CORRECTED]
    story.tell(at, COURT_CLERK, notice(PROSECUTOR.role, at))
    assert why_not(story, "2027-03-22T10:00") == []


def test_what_only_puts_the_decision_off_is_not_appealed() -> None:
    put_off = cw.Decided(order="O-1", outcome=cw.DecisionOutcome.ADJOURNED, reasons="an expert")
    assert H.NOT_APPEALABLE in notified(order=put_off).refusal(TUESDAY, PROSECUTOR, APPEAL)


def test_a_silence_taken_to_the_president_ends_in_an_order_of_his_own() -> None:
    story = opined(filed())
    story.tell(paris("2027-04-02T09:00"), PERSON, cw.PresidentSeized(because="no answer"))
    terms = a_day_out("2027-06-07T07:00", "2027-06-07T21:00")
    ruling = cw.AppealDecided(
        order="O-9", outcome=cw.AppealOutcome.SET_ASIDE, reasons="why", terms=terms, law_says=OPEN
    )
    assert story.refusal(paris("2027-05-02T09:00"), PRESIDENT, ruling) == [H.TIME_TO_WRITE]
    at = paris("2027-05-04T09:00")
    story.tell(at, PRESIDENT, ruling)
    assert cw.executable(story.case, story.law, at)
    assert H.DECIDED in story.refusal(at, JUDGE, refusal(order="O-10"))


def test_the_bar_on_appeal_is_one_year_or_none() -> None:
    story = notified(order=refusal())
    story.tell(paris("2027-02-17T09:00"), PERSON, APPEAL)
    at = paris("2027-03-20T09:00")

    def upheld(until: str) -> cw.AppealDecided:
        return cw.AppealDecided(
            order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why",
            bar_until=paris(until).date(),
        )  # fmt: skip

    assert story.refusal(at, PRESIDENT, upheld("2028-03-20")) == []
    assert story.refusal(at, PRESIDENT, upheld("2028-03-21")) == [H.BAR_TOO_LONG]


def test_a_doubt_from_anyone_stops_the_order_until_someone_else_settles_it() -> None:
    story = notified()
    at = paris("2027-02-20T09:00")
    story.tell(at, PERSON, cw.DoubtRaised(doubt="D-1", about="my end of sentence is wrong"))
    assert why_not(story, "2027-02-20T10:00") == [H.DOUBT_OPEN]
    assert (cw.Role.GATE, "doubt_raised") in story.told()

    story.tell(at, COURT_CLERK, cw.DoubtRaised(doubt="D-2", about="half of the sentence"))
    settled = cw.DoubtSettled(doubt="D-2", how="computed again, the date stands")
    assert story.refusal(at, COURT_CLERK, settled) == [H.RAISED_IT]
    story.tell(at, JUDGE, settled)
    story.tell(at, PRISON_CLERK, cw.DoubtSettled(doubt="D-1", how="computed by hand"))
    assert why_not(story, "2027-02-20T10:00") == []


def test_an_order_that_leaves_the_dates_waits_for_them() -> None:
    left = cw.Role.PROBATION_DIRECTOR
    story = notified(order=grant(dates_left_to=left))
    assert why_not(story, "2027-03-01T09:00") == [H.DATES_TO_FIX]
    director = cw.Actor("director-1", left)
    fixed = cw.DateFixed(order="O-1", terms=a_day_out("2027-03-16T07:00", "2027-03-16T21:00"))
    story.tell(paris("2027-03-01T09:00"), director, fixed)
    assert why_not(story, "2027-03-01T09:00") == []
