"""From the filing to the board's opinion: form, route, seizure, silence, urgency."""

from datetime import timedelta

import pytest

from sortie import casework as cw
from tests.casework.stories import (
    COURT_CLERK,
    HEAD,
    JUDGE,
    MEMBERS,
    OFFICER,
    PERSON,
    PROSECUTOR,
    SEATS,
    Story,
    application,
    filed,
    grant,
    opined,
    opinion,
    paris,
    refusal,
)

H = cw.Hindrance
FILED_AT = paris("2027-02-01T09:00")


def seized(appearance: bool = False, mode: cw.BoardMode = cw.BoardMode.IN_PERSON) -> cw.BoardSeized:
    return cw.BoardSeized(
        sitting="S-1", sits_at=paris("2027-03-20T14:00"), mode=mode, appearance=appearance
    )


def test_the_receipt_opens_two_months() -> None:
    story = filed()
    limit = cw.answer_limit(story.case, story.law)

    assert (cw.Role.DETAINED_PERSON, "receipt") in story.told(1)
    assert limit is not None
    assert limit.closes_at == paris("2027-04-02T00:00")  # type: ignore[union-attr]


def test_an_unsigned_application_goes_back_and_runs_no_clock() -> None:
    story = Story()
    story.tell(FILED_AT, PERSON, application(signed=False))
    story.tell(FILED_AT, COURT_CLERK, cw.FoundNotInForm(because="not signed"))

    assert cw.state_of(story.case) is cw.State.NOT_IN_FORM
    assert cw.answer_limit(story.case, story.law) is None
    assert story.tick(paris("2027-12-01T00:00")) == ()

    again = paris("2027-02-10T09:00")
    story.tell(again, PERSON, application())
    assert story.case.filing is not None
    assert story.case.filing.answer_from == again


def test_an_application_in_form_cannot_be_set_aside() -> None:
    story = filed()
    set_aside = cw.FoundNotInForm(because="we are busy")
    assert story.refusal(FILED_AT, COURT_CLERK, set_aside) == [H.IN_FORM]


def test_an_application_is_filed_once() -> None:
    assert filed().refusal(FILED_AT, PERSON, application()) == [H.ALREADY_FILED]


def test_the_clerk_of_another_court_has_no_hand_in_it() -> None:
    stranger = cw.Actor("clerk-9", cw.Role.COURT_CLERK, "court of the south")
    assert filed().refusal(FILED_AT, stranger, seized()) == [H.ELSEWHERE]


def test_the_board_sits_by_message_only_if_nobody_is_to_be_heard() -> None:
    story = filed()
    at = paris("2027-02-03T09:00")
    electronic = cw.BoardMode.ELECTRONIC

    assert story.refusal(at, JUDGE, seized(True, electronic)) == [H.NO_ELECTRONIC]
    assert story.refusal(at, JUDGE, seized(False, electronic)) == []


def test_a_board_without_one_of_its_members_is_no_board() -> None:
    story = filed()
    story.tell(paris("2027-03-01T09:00"), COURT_CLERK, seized())
    sat = cw.BoardSat(present=SEATS[:-1], minutes="M-1")

    assert story.refusal(paris("2027-03-20T15:00"), COURT_CLERK, sat) == [H.NO_QUORUM]
    early = cw.BoardSat(present=SEATS, minutes="M-1")
    assert story.refusal(paris("2027-03-19T15:00"), COURT_CLERK, early) == [H.TOO_EARLY]


@pytest.mark.parametrize("sense", list(cw.OpinionSense))
def test_an_opinion_needs_reasons_whichever_way_it_goes(sense: cw.OpinionSense) -> None:
    story = filed()
    story.tell(paris("2027-03-01T09:00"), COURT_CLERK, seized())
    bare = cw.OpinionGiven(member=OFFICER.role, sense=sense, reasons=" ")

    assert story.refusal(paris("2027-03-02T09:00"), OFFICER, bare) == [H.REASON]


def test_each_seat_speaks_once_and_for_itself() -> None:
    story = filed()
    at = paris("2027-03-02T09:00")
    story.tell(paris("2027-03-01T09:00"), COURT_CLERK, seized())
    story.tell(at, OFFICER, opinion(OFFICER))
    director = cw.Actor("director-1", cw.Role.PROBATION_DIRECTOR)

    assert story.refusal(at, director, opinion(director)) == [H.OPINION_GIVEN]
    assert story.refusal(at, HEAD, opinion(PROSECUTOR)) == [H.NOT_A_MEMBER]


def test_an_opinion_that_never_came_is_deemed_given_after_one_month() -> None:
    story = filed()
    story.tell(paris("2027-02-03T09:00"), COURT_CLERK, seized())

    assert story.tick(paris("2027-03-03T23:59")) == ()
    assert story.refusal(paris("2027-03-03T23:59"), JUDGE, grant()) == [H.NO_OPINION]
    (deemed,) = story.tick(paris("2027-03-04T00:00"))
    assert isinstance(deemed, cw.OpinionDeemed)
    assert cw.state_of(story.case) is cw.State.OPINION_DEEMED
    assert story.refusal(paris("2027-03-04T09:00"), JUDGE, grant()) == []


def test_a_second_sitting_does_not_start_the_month_again() -> None:
    story = filed()
    story.tell(paris("2027-02-03T09:00"), COURT_CLERK, seized())
    story.tell(paris("2027-03-01T09:00"), COURT_CLERK, seized())

    assert [type(each) for each in story.tick(paris("2027-03-04T00:00"))] == [cw.OpinionDeemed]


def test_urgency_skips_the_board_for_a_reason_that_is_kept() -> None:
    story = filed()
    at = paris("2027-02-03T09:00")

    assert H.REASON in story.refusal(at, JUDGE, cw.BoardSkipped(because=""))
    assert story.refusal(at, JUDGE, grant()) == [H.NO_OPINION]
    story.tell(at, JUDGE, cw.BoardSkipped(because="a parent is dying"))
    assert story.refusal(at, JUDGE, grant()) == []
    assert story.case.board_skipped == "a parent is dying"


def test_a_fact_noted_after_the_opinions_must_be_seen_by_who_decides() -> None:
    story = opined(filed())
    at = paris("2027-02-15T09:00")
    fact = cw.FactNoted(fact="F-1", kind="incident", source="record")
    story.tell(at, OFFICER, fact)

    assert story.refusal(at, JUDGE, grant()) == [H.UNSEEN]
    assert story.refusal(at, OFFICER, fact) == [H.NAME_TAKEN]
    story.tell(at, JUDGE, cw.FactSeen(fact="F-1"))
    assert story.refusal(at, JUDGE, grant()) == []


def test_a_fact_is_awaited_only_from_those_entitled_to_it() -> None:
    story = filed()
    at = paris("2027-03-02T09:00")
    story.tell(paris("2027-03-01T09:00"), COURT_CLERK, seized())
    shown_to = (cw.Role.ENFORCEMENT_JUDGE, cw.Role.PROSECUTOR)
    story.tell(at, PROSECUTOR, cw.FactNoted(fact="F-1", kind="enquiry", shown_to=shown_to))

    assert story.refusal(at, OFFICER, opinion(OFFICER)) == []
    assert story.refusal(at, OFFICER, cw.FactSeen(fact="F-1")) == [H.ROLE]
    assert story.refusal(at, PROSECUTOR, opinion(PROSECUTOR)) == [H.UNSEEN]


def test_silence_at_two_months_opens_the_president_and_the_judge_may_still_decide() -> None:
    story = opined(filed())
    seizure = cw.PresidentSeized(because="nobody answered")
    last_minute = paris("2027-04-01T23:59")

    assert story.refusal(last_minute, PERSON, seizure) == [H.STILL_IN_TIME]
    assert story.tick(last_minute) == ()
    (passed,) = story.tick(paris("2027-04-02T00:00"))
    assert isinstance(passed, cw.AnswerTimePassed)
    assert cw.state_of(story.case) is cw.State.UNANSWERED

    story.tell(paris("2027-04-03T09:00"), PERSON, seizure)
    assert cw.state_of(story.case) is cw.State.BEFORE_PRESIDENT
    assert story.refusal(paris("2027-04-03T10:00"), JUDGE, refusal()) == []


def test_an_adjournment_keeps_the_clock_of_the_answer() -> None:
    story = opined(filed())
    put_off = cw.Decided(
        order="O-0", outcome=cw.DecisionOutcome.ADJOURNED, reasons="an expert is awaited",
        adjourned_until=paris("2027-05-10T14:00"),
    )  # fmt: skip
    story.tell(paris("2027-02-16T09:00"), JUDGE, put_off)

    assert cw.state_of(story.case) is cw.State.ADJOURNED
    assert [type(e) for e in story.tick(paris("2027-04-02T00:00"))] == [cw.AnswerTimePassed]
    assert story.refusal(paris("2027-04-03T10:00"), JUDGE, refusal()) == []


def test_an_application_given_up_runs_no_clock() -> None:
    story = filed()
    story.tell(paris("2027-02-03T09:00"), COURT_CLERK, seized())
    story.tell(paris("2027-02-05T09:00"), PERSON, cw.ApplicationDiscontinued())

    assert cw.state_of(story.case) is cw.State.DISCONTINUED
    assert story.tick(FILED_AT + timedelta(days=400)) == ()
    assert H.DISCONTINUED in story.refusal(paris("2027-02-06T09:00"), JUDGE, grant())


def test_every_member_of_the_board_is_asked_before_the_month_ends() -> None:
    story = filed()
    story.tell(paris("2027-02-03T09:00"), COURT_CLERK, seized())
    asked = cw.messages(story.case, story.entries[-1], story.law)

    assert {member.role for member in MEMBERS} <= {each.to for each in asked}
    assert all(each.receipt_before < paris("2027-03-04T00:00") for each in asked)
