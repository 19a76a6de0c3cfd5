"""People move, have accomplices, and messages are received or not."""

from datetime import timedelta

from sortie import casework as cw
from tests.casework.stories import (
    COURT_CLERK,
    JUDGE,
    PRISON_CLERK,
    PROSECUTOR,
    Story,
    a_day_out,
    application,
    decided,
    filed,
    grant,
    notified,
    opined,
    paris,
)

H = cw.Hindrance
AT = paris("2027-02-16T10:00")
ELSEWHERE = cw.PersonMoved(prison="prison of the south", court="court of the south", territory="NC")
NEW_JUDGE = cw.Actor("judge-8", cw.Role.ENFORCEMENT_JUDGE, "court of the south")
NEW_CLERK = cw.Actor("court-clerk-8", cw.Role.COURT_CLERK, "court of the south")


def test_a_move_restarts_no_clock_and_keeps_the_place_each_began_in() -> None:
    story = filed()
    seized = cw.BoardSeized(sitting="S-1", sits_at=paris("2027-03-20T14:00"))
    story.tell(paris("2027-02-03T09:00"), COURT_CLERK, seized)
    before = (
        cw.answer_limit(story.case, story.law),
        cw.opinion_limit(story.case, story.law),
    )
    story.tell(paris("2027-02-10T09:00"), PRISON_CLERK, ELSEWHERE)

    assert before == (
        cw.answer_limit(story.case, story.law),
        cw.opinion_limit(story.case, story.law),
    )


def test_a_move_changes_who_is_competent_and_is_a_fact_to_be_seen() -> None:
    story = opined(filed())
    story.tell(paris("2027-02-15T09:00"), PRISON_CLERK, ELSEWHERE)
    (fact,) = story.case.facts

    assert H.ELSEWHERE in story.refusal(AT, JUDGE, grant())
    assert story.refusal(AT, NEW_JUDGE, grant()) == [H.ROUTE_AGAIN, H.UNSEEN]
    route = cw.Routed(to=NEW_JUDGE.role, because=("fr.authority.enforcement_judge",))
    story.tell(AT, NEW_CLERK, route)
    story.tell(AT, NEW_JUDGE, cw.FactSeen(fact=fact))
    assert story.refusal(AT, NEW_JUDGE, grant()) == []


def test_an_order_of_the_former_judge_stands_and_the_new_one_may_withdraw_it() -> None:
    story = notified()
    story.tell(paris("2027-02-20T09:00"), PRISON_CLERK, ELSEWHERE)
    at = paris("2027-02-22T09:00")
    gone = cw.OrderWithdrawn(
        order="O-1", ground=cw.WithdrawalGround.CONDITIONS_GONE, because="too far now"
    )

    assert cw.executable(story.case, story.law, at)
    assert story.refusal(at, NEW_JUDGE, gone) == []
    assert H.ELSEWHERE in story.refusal(at, JUDGE, gone)


def test_a_judgment_while_the_case_is_open_must_be_seen_and_the_route_asked_again() -> None:
    story = opined(filed())
    story.tell(AT, PRISON_CLERK, cw.JudgmentAdded(judgment="J-2", what="two years"))
    assert story.refusal(AT, JUDGE, grant()) == [H.ROUTE_AGAIN, H.UNSEEN]
    assert (cw.Role.ENFORCEMENT_JUDGE, "case_changed") in story.told()


def beside(asked: cw.Terms, number: str = "2002", judgments: tuple[str, ...] = ("J-1",)) -> cw.Case:
    story = Story()
    who = cw.Actor(f"person-{number}", cw.Role.DETAINED_PERSON)
    filing = application(asked, person=who.id, committal_number=number, judgments=judgments)
    story.tell(paris("2027-02-01T09:00"), who, filing)
    return story.case


def test_two_people_of_one_judgment_out_at_once_are_a_fact_to_be_seen_by_those_entitled() -> None:
    story = filed()
    same_day = a_day_out("2027-03-15T12:00", "2027-03-15T20:00", "elsewhere")
    (fact,) = cw.out_together(story.case, [beside(same_day)])

    assert fact.kind == "out_together"
    assert fact.source == "2002"
    assert cw.Role.SURVEILLANCE_STAFF not in fact.shown_to
    story.tell(AT, PRISON_CLERK, fact)
    assert cw.out_together(story.case, [beside(same_day)]) == ()


def test_leaves_that_touch_without_overlapping_are_not_together() -> None:
    after = a_day_out("2027-03-15T21:00", "2027-03-16T21:00", "elsewhere")
    assert cw.out_together(filed().case, [beside(after)]) == ()


def test_the_same_place_on_another_day_and_people_of_other_judgments() -> None:
    case = filed().case
    same_place = a_day_out("2027-04-15T12:00", "2027-04-15T20:00", "a company")
    same_day = a_day_out("2027-03-15T12:00", "2027-03-15T20:00", "a company")

    assert [fact.kind for fact in cw.out_together(case, [beside(same_place)])] == ["same_place"]
    assert cw.out_together(case, [beside(same_day, judgments=("J-9",))]) == ()


def test_a_place_under_ban_is_seen_whoever_bears_the_ban() -> None:
    ban = cw.AttachedBan(kind="place", what="a company", source="J-1")
    case = decided(order=grant(attached_bans=(ban,))).case
    assert [fact.kind for fact in cw.out_together(case, [])] == ["banned_place"]


def test_silence_on_a_message_is_raised_once() -> None:
    story = notified()
    sent = cw.MessageSent(
        message="M-1", to=cw.Role.HEAD_OF_PRISON, kind="prosecutor_appealed",
        receipt_before=AT + timedelta(minutes=30),
    )  # fmt: skip
    story.tell(AT, cw.OFFICE, sent)

    assert story.tick(AT + timedelta(minutes=29)) == ()
    assert [type(e) for e in story.tick(AT + timedelta(minutes=30))] == [cw.ReceiptOverdue]
    assert (cw.Role.COURT_CLERK, "receipt_overdue") in story.told()
    assert story.tick(AT + timedelta(days=2)) == ()


def test_a_receipt_ends_the_wait() -> None:
    story = notified()
    sent = cw.MessageSent(
        message="M-1", to=PROSECUTOR.role, kind="departed", receipt_before=AT + timedelta(hours=1)
    )
    story.tell(AT, cw.OFFICE, sent)
    story.tell(AT, PROSECUTOR, cw.MessageReceived(message="M-1", proof="signed"))
    assert story.tick(AT + timedelta(days=2)) == ()


def test_the_same_event_gives_the_same_messages() -> None:
    story = notified()
    for entry in story.entries:
        case = cw.fold(story.entries[: entry.number])
        once = cw.messages(case, entry, story.law)
        assert once == cw.messages(case, entry, story.law)
        assert len({each.key for each in once}) == len(once)
        assert all(each.receipt_before > entry.at for each in once)
