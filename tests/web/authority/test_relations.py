"""Whose a case is follows from where it is, where it was, and what became of it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from sortie import casework as cw
from sortie.store import StoredMessage
from sortie.web.authority import (
    NOBODY,
    Acting,
    Answer,
    Matter,
    Relation,
    answer,
    answer_to,
    closed,
    matter_of_case,
    matter_of_place,
    of_message,
    relations,
)
from tests.casework.stories import (
    GATE,
    HEAD,
    JUDGE,
    NOTIFIED_AT,
    OUT_AT,
    PERSON,
    PRESIDENT,
    PRISON_CLERK,
    PROSECUTOR,
    Story,
    filed,
    notified,
    out,
    refusal,
)
from tests.web.authority.people import (
    ELSEWHERE,
    OTHER_COURT,
    acting,
    at_the_court,
    at_the_prison,
    lawyer,
    president,
    probation_officer,
)

HOUR, YEAR = timedelta(hours=1), timedelta(days=365)


def whose(one: Acting, story: Story, at: datetime | None = None) -> frozenset[Relation]:
    entries = tuple(story.entries)
    return relations(one, matter_of_case(story.case, entries, at or entries[-1].at))


def moved(story: Story) -> Story:
    event = cw.PersonMoved(prison=ELSEWHERE, court=OTHER_COURT)
    story.tell(story.entries[-1].at + HOUR, PRISON_CLERK, event)
    return story


def appealed() -> Story:
    story = notified()
    story.tell(NOTIFIED_AT + HOUR, PROSECUTOR, cw.AppealLodged(order="O-1"))
    return story


def test_a_case_belongs_to_the_prison_that_holds_the_person_and_to_its_court() -> None:
    story = filed()

    assert whose(at_the_prison("head_of_prison"), story) == {Relation.OWN_PRISON}
    assert whose(at_the_court("enforcement_judge"), story) == {Relation.OWN_COURT}
    assert whose(at_the_prison("head_of_prison", ELSEWHERE), story) == {Relation.OTHER}
    assert whose(at_the_court("enforcement_judge", OTHER_COURT), story) == {Relation.OTHER}


def test_a_person_who_moved_leaves_the_old_prison_and_the_old_court_behind() -> None:
    story = moved(filed())

    assert whose(at_the_prison("prison_clerk"), story) == {Relation.FORMER_PRISON}
    assert whose(at_the_court("court_clerk"), story) == {Relation.FORMER_COURT}
    assert whose(at_the_prison("prison_clerk", ELSEWHERE), story) == {Relation.OWN_PRISON}
    assert whose(at_the_court("court_clerk", OTHER_COURT), story) == {Relation.OWN_COURT}


def test_one_who_came_back_is_held_there_again() -> None:
    story = moved(filed())
    back = cw.PersonMoved(prison="prison of the north", court="court of the north")
    story.tell(story.entries[-1].at + HOUR, PRISON_CLERK, back)

    assert whose(at_the_prison("prison_clerk"), story) == {Relation.OWN_PRISON}
    assert whose(at_the_prison("prison_clerk", ELSEWHERE), story) == {Relation.FORMER_PRISON}


def test_a_case_comes_before_the_president_with_the_appeal_and_not_before() -> None:
    assert whose(president(), notified()) == {Relation.OTHER}
    assert whose(president(), appealed()) == {Relation.BEFORE_APPEAL}
    assert whose(president(OTHER_COURT), appealed()) == {Relation.OTHER}


def test_an_appeal_stays_with_its_president_when_the_person_is_moved() -> None:
    story = moved(appealed())

    assert whose(president(), story) == {Relation.BEFORE_APPEAL}
    assert whose(president(OTHER_COURT), story) == {Relation.BEFORE_APPEAL}


def test_a_silence_taken_to_the_president_is_before_them() -> None:
    story = filed()
    later = story.entries[-1].at + timedelta(days=70)
    story.tick(later)
    story.tell(later, PERSON, cw.PresidentSeized(because="no answer came"))

    assert whose(president(), story) == {Relation.BEFORE_APPEAL}


def test_a_lawyer_has_their_clients_and_a_probation_officer_those_they_follow() -> None:
    story = filed()

    assert whose(lawyer(PERSON.id), story) == {Relation.OWN_CLIENT}
    assert whose(lawyer("person-2"), story) == {Relation.OTHER}
    assert whose(probation_officer(PERSON.id), story) == {Relation.OWN_PRISON, Relation.FOLLOWED}
    assert whose(probation_officer(), story) == {Relation.OWN_PRISON}


def test_a_court_that_the_law_lets_act_beside_is_not_a_stranger() -> None:
    story = filed()
    special = at_the_court("enforcement_judge", "special_judge")
    matter = matter_of_case(
        story.case, tuple(story.entries), OUT_AT, competent=frozenset({"special_judge"})
    )

    assert relations(special, matter) == {Relation.OWN_COURT}


def test_a_case_is_closed_three_months_after_the_last_thing_that_happened_to_it() -> None:
    story = out()
    back_at = OUT_AT + timedelta(hours=12)
    story.tell(back_at, GATE, cw.ReturnRecorded())
    clerk = at_the_prison("prison_clerk")

    assert whose(clerk, story, back_at + timedelta(days=89)) == {Relation.OWN_PRISON}
    assert whose(clerk, story, back_at + timedelta(days=91)) == {Relation.OWN_PRISON_CLOSED}


def test_a_case_whose_person_is_still_outside_is_never_closed() -> None:
    story = out()
    story.tick(OUT_AT + timedelta(days=2))
    assert not closed(story.case, OUT_AT + 3 * YEAR)


def test_a_refusal_is_not_closed_while_it_may_be_appealed() -> None:
    story = notified(order=refusal())

    assert cw.state_of(story.case) in cw.OVER
    assert not closed(story.case, NOTIFIED_AT + timedelta(days=2))
    assert closed(story.case, NOTIFIED_AT + YEAR)


def test_an_open_case_is_never_closed() -> None:
    assert not closed(filed().case, OUT_AT + 9 * YEAR)


@pytest.mark.parametrize("one", [NOBODY, acting("administrator"), acting("auditor")])
def test_who_has_no_place_has_no_case(one: Acting) -> None:
    assert whose(one, filed()) == {Relation.OTHER}
    assert relations(one, Matter()) == {Relation.OTHER}


def test_nobody_may_do_anything_on_a_case_before_they_are_signed_in() -> None:
    matter = Matter(prison="p", court="c", person="x")
    stray = Acting(role="enforcement_judge", of="c", courts=frozenset({"c"}))

    assert answer(stray, "case.see", about=matter) is Answer.NO
    assert answer(NOBODY, "law.see") is Answer.YES
    assert answer(Acting(account="a"), "day.see") is Answer.NO
    assert answer(Acting(account="a"), "post.choose") is Answer.YES


def test_an_action_on_a_case_is_nobodys_without_a_case() -> None:
    judge = at_the_court("enforcement_judge")

    assert answer(judge, "decide") is Answer.NO
    assert answer(judge, "decide", about=matter_of_place(court="court of the north")) is Answer.YES


def test_of_two_relations_the_more_open_one_counts() -> None:
    officer = probation_officer(PERSON.id)
    story = filed()
    matter = matter_of_case(story.case, tuple(story.entries), OUT_AT)

    assert answer(officer, "case.see", "order", about=matter) is Answer.YES
    assert answer(probation_officer(), "case.see", "order", about=matter) is Answer.NO
    assert answer(officer, "case.see", "medical", about=matter) is Answer.WITH_REASON


def test_no_reason_is_asked_where_one_of_the_relations_asks_for_none() -> None:
    """A clerk whose court heard the case before, and hears it again."""
    clerk = at_the_court("court_clerk")
    before = frozenset({Relation.FORMER_COURT})

    assert answer_to(clerk, before, "case.see") is Answer.WITH_REASON
    assert answer_to(clerk, before | {Relation.OWN_COURT}, "case.see") is Answer.YES


def message(to: cw.Role, of: str) -> StoredMessage:
    nothing: dict[str, Any] = dict.fromkeys(
        ("receipt_before", "sent_at", "received_at", "overdue_raised_at")
    )
    return StoredMessage(
        id=1, dedupe_key="k", case_id="c", seq=1, kind="order_to_notify", to_role=to.value,
        to_of=of, body={}, created_at=OUT_AT, **nothing,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "to", "mine"),
    [
        (at_the_prison("head_of_prison"), HEAD, Relation.ADDRESSEE),
        (at_the_prison("head_of_prison", ELSEWHERE), HEAD, Relation.OTHER),
        (at_the_prison("prison_clerk"), HEAD, Relation.OTHER),
        (at_the_court("enforcement_judge"), JUDGE, Relation.ADDRESSEE),
        (at_the_court("court_clerk"), JUDGE, Relation.OTHER),
        (at_the_prison("prison_clerk"), PERSON, Relation.OWN_PRISON),
        (lawyer(PERSON.id), PERSON, Relation.OWN_CLIENT),
    ],
)
def test_a_message_is_received_by_whom_it_is_for(one: Acting, to: cw.Actor, mine: Relation) -> None:
    story = filed()
    matter = matter_of_case(story.case, tuple(story.entries), OUT_AT)
    assert of_message(one, message(to.role, to.of), matter) == {mine}


def test_a_message_for_who_has_no_place_is_for_those_the_case_is_before() -> None:
    story = appealed()
    matter = matter_of_case(story.case, tuple(story.entries), OUT_AT)
    for_president = message(PRESIDENT.role, PERSON.of)

    assert of_message(president(), for_president, matter) == {Relation.ADDRESSEE}
    assert of_message(president(OTHER_COURT), for_president, matter) == {Relation.OTHER}
    assert of_message(lawyer("person-2"), message(cw.Role.LAWYER, PERSON.of), matter) == {
        Relation.OTHER
    }
