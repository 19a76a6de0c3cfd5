"""The permit and the gate: who leaves, on what, identified how, told to whom."""

from datetime import timedelta

import pytest

from sortie import casework as cw
from tests.casework.stories import (
    COURT_CLERK,
    GATE,
    HEAD,
    JUDGE,
    PRISON_CLERK,
    Story,
    a_day_out,
    decided,
    departure,
    grant,
    notice,
    notified,
    out,
    paris,
    permitted,
)

H = cw.Hindrance
MORNING = paris("2027-03-15T07:40")
PERMIT = cw.PermitIssued(permit="T-1", order="O-1")
BAN = cw.AttachedBan(kind="contact", what="a former partner", source="another judgment")


def test_out_on_an_executable_order_with_one_hour_of_return() -> None:
    story = out()
    assert story.case.out
    assert story.case.absence is not None
    assert story.case.absence.due_back_at == paris("2027-03-15T21:00")
    assert cw.next_due_at(story.case, story.law) == paris("2027-03-15T21:00") + timedelta(
        microseconds=1
    )


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"exit": cw.ExitKind.RELEASE}, H.WRONG_EXIT),
        ({"exit": cw.ExitKind.TRANSFER}, H.WRONG_EXIT),
        ({"exit": cw.ExitKind.ESCORTED}, H.WRONG_EXIT),
        ({"committal_number": "1002"}, H.WRONG_NUMBER),
        ({"permit": "T-2"}, H.WRONG_PERMIT),
        ({"permit_handed": False}, H.NOT_HANDED),
        ({"answered_name": False}, H.NAME_NOT_ANSWERED),
        ({"similar": ("person-2",)}, H.SIMILAR),
        ({"second_means": cw.SecondMeans.SECOND_PERSON}, H.SECOND_PERSON),
        (
            {"second_means": cw.SecondMeans.SECOND_PERSON, "second_person": GATE.id},
            H.SECOND_PERSON,
        ),
    ],
)
def test_the_gate_stays_shut(changes: dict[str, object], because: cw.Hindrance) -> None:
    assert permitted().refusal(MORNING, GATE, departure(**changes)) == [because]


def test_a_near_homonym_is_settled_by_a_second_person_or_by_the_fingers() -> None:
    story = permitted()
    second = departure(
        similar=("person-2",), second_means=cw.SecondMeans.SECOND_PERSON, second_person="staff-2"
    )
    fingers = departure(similar=("person-2",), second_means=cw.SecondMeans.FINGERS)
    assert story.refusal(MORNING, GATE, second) == []
    assert story.refusal(MORNING, GATE, fingers) == []


def test_another_open_title_keeps_in_a_person_to_be_released() -> None:
    known = cw.KnownBeside(open_titles=("case B",))
    release = departure(exit=cw.ExitKind.RELEASE)
    assert permitted().refusal(MORNING, GATE, release, known) == [H.WRONG_EXIT, H.OPEN_TITLE]


@pytest.mark.parametrize(
    ("at", "because"),
    [("06:59", [H.TOO_SOON]), ("07:00", []), ("20:59", []), ("21:00", [H.TOO_LATE])],
)
def test_the_permit_opens_and_closes_to_the_minute(at: str, because: list[cw.Hindrance]) -> None:
    assert permitted().refusal(paris(f"2027-03-15T{at}"), GATE, departure()) == because


def test_no_permit_before_the_order_is_executable_and_the_person_told() -> None:
    story = decided()
    at = paris("2027-02-16T11:00")
    story.tell(at, COURT_CLERK, notice(cw.Role.PROSECUTOR, at))

    assert story.refusal(at, PRISON_CLERK, PERMIT) == [H.WINDOW_OPEN, H.NOT_NOTIFIED]
    assert story.refusal(paris("2027-02-18T00:00"), PRISON_CLERK, PERMIT) == [H.NOT_NOTIFIED]


def test_the_bans_the_law_attaches_are_on_the_face_of_the_permit() -> None:
    story = notified(order=grant(attached_bans=(BAN,)))
    at = paris("2027-03-01T09:00")
    assert story.refusal(at, PRISON_CLERK, PERMIT) == [H.BANS_LEFT_OUT]
    whole = cw.PermitIssued(permit="T-1", order="O-1", attached_bans=(BAN,))
    assert story.refusal(at, PRISON_CLERK, whole) == []


def test_a_permit_does_not_outlive_a_correction_or_a_new_date() -> None:
    story = permitted()
    corrected = cw.OrderCorrected(order="O-1", because="the hour was wrong")
    at = paris("2027-03-02T09:00")
    story.tell(at, JUDGE, corrected)
    story.tell(at, COURT_CLERK, notice(cw.Role.PROSECUTOR, at))
    story.tell(at, PRISON_CLERK, notice(cw.Role.DETAINED_PERSON, at))

    assert story.refusal(MORNING, GATE, departure()) == [H.OLD_PERMIT]


def test_a_permit_under_the_number_of_another_prison_does_not_open_the_gate() -> None:
    story = permitted()
    moved = cw.PersonMoved(prison="prison of the south", court="x", committal_number="7007")
    story.tell(paris("2027-03-05T09:00"), PRISON_CLERK, moved)
    (fact,) = story.case.facts
    gate = cw.Actor("gate-7", cw.Role.GATE, "prison of the south")

    old = departure(facts_shown=(fact,))
    assert story.refusal(MORNING, gate, old) == [H.OLD_PERMIT, H.WRONG_NUMBER]
    assert H.ELSEWHERE in story.refusal(MORNING, GATE, old)


def test_nobody_leaves_twice_on_one_order() -> None:
    story = out()
    assert H.OUT in story.refusal(paris("2027-03-15T08:00"), GATE, departure())
    story.tell(paris("2027-03-15T09:00"), GATE, cw.ReturnRecorded())
    assert story.refusal(paris("2027-03-15T10:00"), GATE, departure()) == [H.USED]


def test_a_withdrawal_before_the_departure_makes_it_impossible() -> None:
    story = permitted()
    gone = cw.OrderWithdrawn(
        order="O-1", ground=cw.WithdrawalGround.CONDITIONS_GONE, because="the job is taken"
    )
    assert story.refusal(paris("2027-03-14T09:00"), HEAD, gone) == [H.ROLE]
    story.tell(paris("2027-03-14T09:00"), JUDGE, gone)

    assert (cw.Role.GATE, "order_withdrawn") in story.told()
    assert H.WITHDRAWN in story.refusal(MORNING, GATE, departure())


def test_a_withdrawal_during_the_leave_makes_the_return_due_at_once() -> None:
    story = out()
    noon = paris("2027-03-15T12:00")
    breach = cw.OrderWithdrawn(
        order="O-1", ground=cw.WithdrawalGround.OBLIGATIONS_BREACHED, because="seen elsewhere"
    )
    story.tell(noon, JUDGE, breach)

    assert story.case.absence is not None
    assert story.case.absence.due_back_at == noon
    assert (cw.Role.POLICE, "order_withdrawn") in story.told()
    assert [type(each) for each in story.tick(paris("2027-03-15T12:01"))] == [cw.NotReturned]
    story.tell(paris("2027-03-15T13:00"), GATE, cw.ReturnRecorded())
    assert cw.state_of(story.case) is cw.State.RETURNED


def victim(wish: cw.VictimWish = cw.VictimWish.UNKNOWN, *, must: bool = True) -> Story:
    story = notified()
    noted = cw.VictimNoted(victim="V-1", must_be_told=must, wish=wish)
    story.tell(paris("2027-02-17T09:00"), COURT_CLERK, noted)
    return story


def test_a_victim_of_couple_violence_is_told_before_the_permit_and_the_departure() -> None:
    story = victim()
    at = paris("2027-03-01T09:00")
    told = cw.VictimTold(victim="V-1", means="registered letter")
    waived = cw.VictimNoticeWaived(victim="V-1", ground="a short leave")

    assert story.refusal(at, PRISON_CLERK, PERMIT) == [H.VICTIM_NOT_TOLD]
    assert story.refusal(at, JUDGE, waived) == [H.VICTIM_DUE]
    story.tell(at, COURT_CLERK, told)
    story.tell(at, PRISON_CLERK, PERMIT)
    assert story.refusal(MORNING, GATE, departure()) == []


def test_a_victim_noted_after_the_permit_still_stops_the_gate() -> None:
    story = permitted()
    noted = cw.VictimNoted(victim="V-1", must_be_told=True)
    story.tell(paris("2027-03-10T09:00"), COURT_CLERK, noted)
    assert story.refusal(MORNING, GATE, departure()) == [H.VICTIM_NOT_TOLD]


def test_another_victim_is_told_by_their_own_choice() -> None:
    at = paris("2027-03-01T09:00")
    told = cw.VictimTold(victim="V-1", means="letter")
    wishes = (cw.VictimWish.TOLD, cw.VictimWish.NOT_TOLD, cw.VictimWish.UNKNOWN)
    asked, kept_out, unknown = (victim(wish, must=False) for wish in wishes)

    assert asked.refusal(at, PRISON_CLERK, PERMIT) == [H.VICTIM_NOT_TOLD]
    assert kept_out.refusal(at, PRISON_CLERK, PERMIT) == []
    assert kept_out.refusal(at, COURT_CLERK, told) == [H.VICTIM_WISH]
    assert unknown.refusal(at, PRISON_CLERK, PERMIT) == []


def test_a_wish_against_the_law_waits_for_the_judge_while_the_reading_is_open() -> None:
    story = victim(cw.VictimWish.NOT_TOLD)
    at = paris("2027-03-01T09:00")
    assert story.refusal(at, PRISON_CLERK, PERMIT) == [H.VICTIM_NOT_TOLD]
    story.tell(at, JUDGE, cw.VictimNoticeWaived(victim="V-1", ground="the victim fears the letter"))
    assert story.refusal(at, PRISON_CLERK, PERMIT) == []


def test_a_fact_noted_after_the_decision_is_shown_at_the_gate_and_told_to_the_judge() -> None:
    story = permitted()
    fact = cw.FactNoted(fact="F-9", kind="incident")
    story.tell(paris("2027-03-10T09:00"), HEAD, fact)

    assert (cw.Role.ENFORCEMENT_JUDGE, "fact_after_decision") in story.told()
    assert story.refusal(MORNING, GATE, departure()) == [H.FACT_NOT_SHOWN]
    assert story.refusal(MORNING, GATE, departure(facts_shown=("F-9",))) == []


def test_a_judgment_added_after_the_grant_stops_it_until_a_judge_has_seen_it() -> None:
    story = permitted()
    story.tell(
        paris("2027-03-10T09:00"), PRISON_CLERK, cw.JudgmentAdded(judgment="J-2", what="2 y")
    )
    (fact,) = story.case.facts
    shown = departure(facts_shown=(fact,))

    assert story.refusal(MORNING, GATE, shown) == [H.JUDGMENT_UNSEEN]
    story.tell(paris("2027-03-11T09:00"), JUDGE, cw.FactSeen(fact=fact))
    assert story.refusal(MORNING, GATE, shown) == []


def test_an_escorted_leave_leaves_by_its_own_way() -> None:
    terms = a_day_out("2027-03-15T07:00", "2027-03-15T21:00", escorted=True)
    story = notified(order=grant(terms))
    story.tell(paris("2027-03-01T09:00"), PRISON_CLERK, PERMIT)
    assert story.refusal(MORNING, GATE, departure()) == [H.WRONG_EXIT]
    assert story.refusal(MORNING, GATE, departure(exit=cw.ExitKind.ESCORTED)) == []
