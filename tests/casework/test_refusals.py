"""What the office does not take, one line an act: from which case, by whom, why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from sortie import casework as cw
from sortie.law import Means
from tests.casework.stories import (
    A_MONDAY,
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
    Story,
    a_day_out,
    application,
    decided,
    departure,
    filed,
    grant,
    notice,
    notified,
    opined,
    opinion,
    out,
    paris,
    permitted,
    refusal,
)

H = cw.Hindrance
FEBRUARY, MARCH = paris("2027-02-20T09:00"), paris("2027-03-10T09:00")
BACKWARDS = a_day_out("2027-03-15T21:00", "2027-03-15T07:00")
NOWHERE = replace(A_MONDAY, places=())
SEIZED = cw.BoardSeized(sitting="S", sits_at=MARCH)
SAT = cw.BoardSat(present=SEATS, minutes="M")
LOST = cw.Routed(to=cw.Role.VICTIM, because=("r",))
TO_HEAD = cw.Routed(to=HEAD.role, because=("r",))
GIVEN_UP = cw.ApplicationDiscontinued()
PERMIT = cw.PermitIssued(permit="T-1", order="O-1")
WITHDRAWN = cw.OrderWithdrawn(
    order="O-1", ground=cw.WithdrawalGround.MISCONDUCT, because="an incident"
)
VISA = cw.NoAppealVisaGiven(order="O-1")
CORRECTED = cw.OrderCorrected(order="O-1", because="wrong")
UPHELD = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="why")
SILENCE = cw.PresidentSeized(because="no answer")
OTHER_LEAVE = cw.DateFixed(order="O-1", terms=replace(A_MONDAY, leave="fr.leave.short"))
DATED = cw.DateFixed(order="O-1", terms=A_MONDAY)


def back() -> Story:
    story = out()
    story.tell(paris("2027-03-15T20:00"), GATE, cw.ReturnRecorded())
    return story


def withdrawn() -> Story:
    story = permitted()
    story.tell(MARCH, JUDGE, WITHDRAWN)
    return story


def refused() -> Story:
    return notified(order=refusal())


def unrouted() -> Story:
    story = Story()
    story.tell(paris("2027-02-01T09:00"), PERSON, application())
    return story


def with_head() -> Story:
    story = unrouted()
    story.tell(paris("2027-02-01T09:00"), PRISON_CLERK, TO_HEAD)
    return story


def not_in_form() -> Story:
    story = Story()
    story.tell(paris("2027-02-01T09:00"), PERSON, application(signed=False))
    story.tell(paris("2027-02-01T09:00"), COURT_CLERK, cw.FoundNotInForm(because="not signed"))
    return story


def appealed() -> Story:
    story = notified()
    story.tell(paris("2027-02-17T09:00"), PROSECUTOR, cw.AppealLodged(order="O-1"))
    return story


def visaed() -> Story:
    story = notified()
    story.tell(paris("2027-02-16T15:00"), PROSECUTOR, VISA)
    return story


def granted_by_head() -> Story:
    story = with_head()
    story.tell(FEBRUARY, OFFICER, opinion(OFFICER))
    story.tell(FEBRUARY, HEAD, grant())
    return story


def silent() -> Story:
    story = filed()
    story.tell(paris("2027-04-02T09:00"), PERSON, SILENCE)
    return story


def left_to_judge() -> Story:
    return notified(order=grant(dates_left_to=JUDGE.role))


Line = tuple[Callable[[], Story], datetime, cw.Actor, cw.Event, cw.Hindrance]
LINES: list[Line] = [
    (Story, FEBRUARY, PERSON, application(person=" "), H.NAME),
    (Story, FEBRUARY, PERSON, application(BACKWARDS), H.DATES),
    (Story, FEBRUARY, GATE, application(), H.ROLE),
    (Story, FEBRUARY, PERSON, GIVEN_UP, H.NOT_FILED),
    (Story, FEBRUARY, JUDGE, grant(), H.NOT_ROUTED),
    (Story, FEBRUARY, PRISON_CLERK, PERMIT, H.NO_ORDER),
    (Story, FEBRUARY, PRESIDENT, UPHELD, H.NO_APPEAL),
    (not_in_form, FEBRUARY, COURT_CLERK, TO_HEAD, H.NOT_IN_FORM),
    (unrouted, FEBRUARY, COURT_CLERK, LOST, H.ROUTE_UNFIT),
    (unrouted, FEBRUARY, COURT_CLERK, cw.Routed(to=JUDGE.role), H.REASON),
    (unrouted, FEBRUARY, JUDGE, SEIZED, H.NOT_ROUTED),
    (unrouted, FEBRUARY, OFFICER, opinion(OFFICER), H.NOT_ROUTED),
    (unrouted, FEBRUARY, JUDGE, grant(), H.NOT_ROUTED),
    (with_head, FEBRUARY, JUDGE, SEIZED, H.WITH_HEAD),
    (filed, FEBRUARY, OFFICER, opinion(OFFICER), H.BOARD_NOT_SEIZED),
    (filed, FEBRUARY, COURT_CLERK, SAT, H.BOARD_NOT_SEIZED),
    (filed, FEBRUARY, JUDGE, replace(SEIZED, sitting=""), H.NAME),
    (filed, paris("2027-03-11T09:00"), JUDGE, SEIZED, H.DATES_PASSED),
    (
        filed, FEBRUARY, OFFICER,
        cw.PieceAdded(piece="P-2", kind="note", dated_on=None, digest=""), H.PROOF,
    ),
    (lambda: opined(filed()), FEBRUARY, JUDGE, SEIZED, H.BOARD_OVER),
    (lambda: opined(filed()), FEBRUARY, COURT_CLERK, SAT, H.BOARD_OVER),
    (lambda: opined(filed()), FEBRUARY, JUDGE, grant(NOWHERE), H.PLACE),
    (lambda: opined(filed()), FEBRUARY, JUDGE, grant(BACKWARDS), H.DATES),
    (Story, FEBRUARY, JUDGE, CORRECTED, H.NO_ORDER),
    (Story, FEBRUARY, COURT_CLERK, notice(PROSECUTOR.role, FEBRUARY), H.NO_ORDER),
    (Story, FEBRUARY, PROSECUTOR, cw.AppealLodged(order="O-1"), H.NO_ORDER),
    (Story, FEBRUARY, JUDGE, WITHDRAWN, H.NO_ORDER),
    (Story, FEBRUARY, HEAD, cw.EscapeDeclared(because="why"), H.NOT_OUT),
    (decided, FEBRUARY, COURT_CLERK, TO_HEAD, H.DECIDED),
    (decided, FEBRUARY, JUDGE, replace(CORRECTED, order="O-9"), H.UNKNOWN),
    (decided, FEBRUARY, COURT_CLERK, notice(GATE.role, FEBRUARY), H.ROLE),
    (refused, FEBRUARY, JUDGE, WITHDRAWN, H.NOT_GRANTED),
    (refused, FEBRUARY, PROSECUTOR, VISA, H.NOT_GRANTED),
    (refused, FEBRUARY, PRISON_CLERK, PERMIT, H.NOT_GRANTED),
    (refused, FEBRUARY, PERSON, GIVEN_UP, H.DECIDED),
    (notified, FEBRUARY, JUDGE, DATED, H.DATES),
    (notified, FEBRUARY, PERSON, cw.AppealDiscontinued(order="O-1"), H.NO_APPEAL),
    (notified, FEBRUARY, PERSON, cw.ObservationsFiled(piece="P-1"), H.NO_APPEAL),
    (notified, paris("2027-03-16T09:00"), PRISON_CLERK, PERMIT, H.TOO_LATE),
    (notified, paris("2027-03-15T08:00"), GATE, departure(), H.NO_PERMIT),
    (notified, FEBRUARY, JUDGE, cw.DoubtSettled(doubt="D-9", how="checked"), H.UNKNOWN),
    (appealed, FEBRUARY, PROSECUTOR, VISA, H.APPEAL_PENDING),
    (appealed, FEBRUARY, PROSECUTOR, cw.AppealLodged(order="O-1"), H.APPEAL_PENDING),
    (appealed, FEBRUARY, PERSON, cw.ObservationsFiled(piece="P-9"), H.UNKNOWN),
    (
        appealed, FEBRUARY, PRESIDENT,
        replace(UPHELD, redating=cw.Redating.NEW_DATE, urgent="soon"), H.DATES_TO_FIX,
    ),
    (
        appealed, FEBRUARY, PRESIDENT,
        replace(UPHELD, bar_until=paris("2028-02-20T09:00").date(), urgent="soon"), H.NO_BAR,
    ),
    (withdrawn, MARCH, JUDGE, CORRECTED, H.WITHDRAWN),
    (withdrawn, MARCH, JUDGE, WITHDRAWN, H.WITHDRAWN),
    (withdrawn, MARCH, PROSECUTOR, VISA, H.WITHDRAWN),
    (visaed, FEBRUARY, PROSECUTOR, VISA, H.VISA_GIVEN),
    (granted_by_head, FEBRUARY, PROSECUTOR, VISA, H.NOT_APPEALABLE),
    (granted_by_head, FEBRUARY, PRISON_CLERK, TO_HEAD, H.DECIDED),
    (silent, paris("2027-04-03T09:00"), PERSON, SILENCE, H.APPEAL_PENDING),
    (decided, paris("2027-04-03T09:00"), PERSON, SILENCE, H.DECIDED),
    (left_to_judge, FEBRUARY, JUDGE, OTHER_LEAVE, H.OTHER_LEAVE),
    (out, paris("2027-03-15T12:00"), PERSON, GIVEN_UP, H.OUT),
    (out, paris("2027-03-15T12:00"), JUDGE, CORRECTED, H.OUT),
    (back, paris("2027-03-16T09:00"), JUDGE, WITHDRAWN, H.USED),
]  # fmt: skip


@pytest.mark.parametrize(("start", "at", "by", "event", "because"), LINES)
def test_what_cannot_follow_is_refused_for_its_own_reason(
    start: Callable[[], Story],
    at: datetime,
    by: cw.Actor,
    event: cw.Event,
    because: cw.Hindrance,
) -> None:
    story = start()
    before = list(story.entries)
    assert because in story.refusal(at, by, event)
    with pytest.raises(cw.ActRefused):
        story.tell(at, by, event)
    assert story.entries == before


def test_an_application_given_up_after_the_grant_is_not_carried_out() -> None:
    story = permitted()
    story.tell(MARCH, PERSON, GIVEN_UP)
    day = paris("2027-03-15T07:40")
    assert H.DISCONTINUED in story.refusal(day, GATE, departure())


def test_a_letter_the_prosecutor_never_signed_for_holds_the_leave_for_fifteen_days_more() -> None:
    story = decided()
    at = paris("2027-02-16T11:00")
    sent = cw.Notified(
        to=PROSECUTOR.role, order="O-1", means=Means.POSTAL_UNSIGNED, proof="R-1", sent_at=at
    )
    story.tell(at, COURT_CLERK, sent)
    codes = [each.code for each in cw.hindrances(story.case, story.law, FEBRUARY)]
    assert codes == [H.WINDOW_OPEN]


def test_where_no_rule_is_written_nothing_is_presumed() -> None:
    long_ago = paris("2004-03-01T09:00")
    story = Story()
    story.record(long_ago, PERSON, application())
    story.record(long_ago, COURT_CLERK, cw.Routed(to=JUDGE.role, because=("r",)))
    story.record(long_ago, JUDGE, grant())
    story.record(long_ago, COURT_CLERK, notice(PROSECUTOR.role, long_ago))

    codes = {each.code for each in cw.hindrances(story.case, story.law, paris("2027-03-01T09:00"))}

    assert codes == {H.NOT_MODELLED}
    assert cw.due(story.case, story.law, paris("2027-03-01T09:00")) == ()
    later = cw.AppealLodged(order="O-1")
    assert H.NOT_MODELLED in story.refusal(paris("2004-03-02T09:00"), PERSON, later)


def test_a_board_of_a_time_without_a_rule_has_no_members() -> None:
    story = Story()
    long_ago = paris("2010-03-01T09:00")
    story.record(long_ago, PERSON, application())
    story.record(long_ago, COURT_CLERK, cw.Routed(to=JUDGE.role, because=("r",)))
    story.record(long_ago, COURT_CLERK, cw.BoardSeized(sitting="S", sits_at=long_ago))
    assert H.NOT_MODELLED in story.refusal(long_ago, COURT_CLERK, SAT)
    assert all(
        H.NOT_A_MEMBER in story.refusal(long_ago, each, opinion(each))
        for each in MEMBERS
        if each is not OFFICER
    )
