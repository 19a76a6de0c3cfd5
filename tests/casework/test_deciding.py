"""The order: who may make it, what it must say, on which grounds."""

from datetime import date, timedelta

import pytest

from sortie import casework as cw
from sortie.rules import Outcome
from tests.casework.stories import (
    HEAD,
    JUDGE,
    OFFICER,
    PERSON,
    PRISON_CLERK,
    Story,
    a_day_out,
    application,
    decided,
    filed,
    grant,
    notice,
    opined,
    opinion,
    paris,
    refusal,
)

H = cw.Hindrance
AT = paris("2027-02-16T10:00")


def test_the_author_of_the_application_never_decides_it() -> None:
    story = Story()
    story.tell(paris("2027-02-01T09:00"), PERSON, application(author=JUDGE.id))
    route = cw.Routed(to=JUDGE.role, because=("fr.first",))
    story.tell(paris("2027-02-01T09:00"), JUDGE, route)

    assert H.AUTHOR in story.refusal(AT, JUDGE, grant())


def test_nobody_decides_after_an_opinion_given_in_another_capacity() -> None:
    same_person = cw.Actor(OFFICER.id, JUDGE.role, JUDGE.of)
    assert opined(filed()).refusal(AT, same_person, grant()) == [H.GAVE_OPINION]


def test_the_head_does_not_decide_what_was_sent_to_the_judge() -> None:
    story = opined(filed())
    assert H.ROLE in story.refusal(AT, HEAD, grant())
    competent = cw.KnownBeside(competent=(HEAD.role,))
    assert H.ROUTE_UNFIT in story.refusal(AT, JUDGE, grant(), competent)


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"reasons": ""}, H.REASON),
        ({"law_says": None}, H.LAW_SILENT),
        ({"law_says": cw.LawSays(outcome=Outcome.CLOSED, because=("r",))}, H.LAW_CLOSED),
        ({"law_says": cw.LawSays(outcome=Outcome.UNDETERMINED)}, H.LAW_UNDETERMINED),
        ({"terms": None}, H.DATES_TO_FIX),
        ({"terms": a_day_out("2027-03-15T21:00", "2027-03-15T07:00")}, H.DATES),
        ({"terms": a_day_out("2027-02-10T07:00", "2027-02-10T21:00")}, H.DATES_PASSED),
        ({"bar_until": date(2027, 6, 1)}, H.NO_BAR),
    ],
)
def test_a_grant_that_does_not_hold_is_refused(
    changes: dict[str, object], because: cw.Hindrance
) -> None:
    assert opined(filed()).refusal(AT, JUDGE, grant(**changes)) == [because]  # type: ignore[arg-type]


def test_an_undetermined_law_needs_the_judges_own_reason() -> None:
    says = cw.LawSays(outcome=Outcome.UNDETERMINED, because=("fr.leave.day",))
    reasoned = grant(law_says=says, despite="the certificate was shown at the sitting")
    assert opined(filed()).refusal(AT, JUDGE, reasoned) == []


def test_an_escort_is_named_before_it_is_ordered() -> None:
    alone = cw.Terms(
        leave="fr.escorted_leave", purpose="care", departs_at=paris("2027-03-15T07:00"),
        returns_at=paris("2027-03-15T12:00"), places=("a hospital",), escorted=True,
    )  # fmt: skip
    assert opined(filed()).refusal(AT, JUDGE, grant(alone)) == [H.ESCORT]


def test_a_refusal_points_at_dated_pieces_of_the_file() -> None:
    story = opined(filed())
    undated = cw.PieceAdded(piece="P-2", kind="note", dated_on=None, digest="d2")
    story.tell(AT, OFFICER, undated)
    on = [cw.Ground(text="behaviour", piece=piece) for piece in ("", "P-9", "P-2")]

    assert story.refusal(AT, JUDGE, refusal(grounds=())) == [H.GROUND_WITHOUT_PIECE]
    assert story.refusal(AT, JUDGE, refusal(grounds=tuple(on))) == [
        H.GROUND_WITHOUT_PIECE, H.UNKNOWN, H.GROUND_UNDATED,
    ]  # fmt: skip
    assert story.refusal(AT, JUDGE, refusal()) == []


def test_a_bar_is_no_longer_than_the_law_allows() -> None:
    story = opined(filed())
    assert story.refusal(AT, JUDGE, refusal(bar_until=date(2027, 8, 16))) == []
    assert story.refusal(AT, JUDGE, refusal(bar_until=date(2027, 8, 17))) == [H.BAR_TOO_LONG]


def test_two_judges_cannot_both_decide() -> None:
    other = cw.Actor("judge-2", JUDGE.role, JUDGE.of)
    assert decided().refusal(AT, other, refusal(order="O-2")) == [H.DECIDED]


def test_inadmissible_is_said_by_the_judge_without_the_board() -> None:
    story = filed()
    order = cw.Decided(
        order="O-1", outcome=cw.DecisionOutcome.INADMISSIBLE, reasons="a bar runs until June"
    )
    story.tell(AT, JUDGE, order)
    story.tell(AT, PRISON_CLERK, notice(cw.Role.DETAINED_PERSON, AT))
    assert cw.state_of(story.case) is cw.State.INADMISSIBLE


def with_head() -> Story:
    story = Story()
    at = paris("2027-02-01T09:00")
    story.tell(at, PERSON, application())
    story.tell(at, PRISON_CLERK, cw.Routed(to=HEAD.role, because=("fr.authority.head_of_prison",)))
    piece = cw.PieceAdded(piece="P-1", kind="report", dated_on=date(2027, 1, 20), digest="d1")
    story.tell(at, OFFICER, piece)
    return story


def test_the_head_decides_only_after_the_written_opinion_of_the_probation_service() -> None:
    story = with_head()

    assert (OFFICER.role, "opinion_wanted") in story.told(2)
    assert story.refusal(AT, HEAD, grant()) == [H.NO_PROBATION_OPINION]
    story.tell(AT, OFFICER, opinion(OFFICER))
    story.tell(AT, HEAD, grant())
    told = story.told()
    assert (cw.Role.ENFORCEMENT_JUDGE, "head_granted") in told
    assert (cw.Role.PROSECUTOR, "head_granted") in told


def test_the_refusal_of_the_head_has_no_appeal_and_leads_to_the_judge() -> None:
    story = with_head()
    story.tell(AT, OFFICER, opinion(OFFICER))
    story.tell(AT, HEAD, refusal())
    story.tell(AT, PRISON_CLERK, notice(cw.Role.DETAINED_PERSON, AT))

    assert cw.state_of(story.case) is cw.State.HEAD_REFUSED
    appeal = cw.AppealLodged(order="O-1")
    assert story.refusal(AT, PERSON, appeal) == [H.NOT_APPEALABLE]

    asked_again = paris("2027-02-20T09:00")
    route = cw.Routed(to=JUDGE.role, because=("fr.procedure.head.refusal_told",))
    story.tell(asked_again, PERSON, route)
    assert story.case.filing is not None
    assert story.case.filing.answer_from == asked_again
    story.tell(asked_again, JUDGE, cw.BoardSkipped(because="a birth"))
    assert story.refusal(asked_again, JUDGE, grant(order="O-2")) == []


def test_the_silence_of_the_head_leads_to_the_judge_with_a_time_of_his_own() -> None:
    story = with_head()
    (passed,) = story.tick(paris("2027-04-02T00:00"))
    assert isinstance(passed, cw.AnswerTimePassed)
    assert cw.state_of(story.case) is cw.State.HEAD_SILENT
    seizure = cw.PresidentSeized(because="silence")
    assert H.WITH_HEAD in story.refusal(paris("2027-04-02T09:00"), PERSON, seizure)

    story.tell(paris("2027-04-02T09:00"), PERSON, cw.Routed(to=JUDGE.role, because=("r",)))
    assert story.tick(paris("2027-06-02T00:00") - timedelta(minutes=1)) == ()
    assert len(story.tick(paris("2027-06-03T00:00"))) == 1


def test_the_head_does_not_set_himself_aside_nor_adjourn() -> None:
    story = with_head()
    story.tell(AT, OFFICER, opinion(OFFICER))
    adjourned = cw.Decided(order="O-1", outcome=cw.DecisionOutcome.ADJOURNED, reasons="why")
    assert story.refusal(AT, HEAD, adjourned) == [H.NOT_BY_HEAD]
    assert story.refusal(AT, HEAD, grant(head_excluded=True)) == [H.NOT_BY_HEAD]
