"""On the morning it is set for, the docket shows every state and every clock."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from sortie import casework, demonstration, law, office, store
from sortie.casework import Hindrance, Role, State
from sortie.rules import Outcome
from tests.demonstration.dockets import Docket

# Nothing is kept of a case before it is filed.
NEVER_IN_THE_OFFICE = {State.DRAFT}
DAY = timedelta(days=1)

STANDS = {
    "acceptance": State.EXECUTABLE,
    "filed_this_morning": State.FILED,
    "not_in_form": State.NOT_IN_FORM,
    "routed": State.ROUTED,
    "instructed": State.INVESTIGATED,
    "answer_time_over": State.UNANSWERED,
    "before_the_president": State.BEFORE_PRESIDENT,
    "with_the_head_of_prison": State.WITH_HEAD,
    "refused_by_the_head": State.HEAD_REFUSED,
    "no_answer_from_the_head": State.HEAD_SILENT,
    "discontinued": State.DISCONTINUED,
    "opinion_deemed": State.OPINION_DEEMED,
    "heard": State.BOARD_OPINED,
    "urgent": State.URGENT,
    "adjourned": State.ADJOURNED,
    "granted_and_not_notified": State.DECIDED,
    "notified_to_the_person_only": State.NOTIFIED,
    "granted_and_doubted": State.NOTIFIED,
    "corrected": State.NOTIFIED,
    "in_the_prosecutors_window": State.IN_WINDOW,
    "granted_despite_what_is_unknown": State.EXECUTABLE,
    "refused_yesterday": State.REFUSED,
    "inadmissible": State.INADMISSIBLE,
    "victim_not_told": State.EXECUTABLE,
    "never_carried_out": State.LAPSED,
    "appealed_by_the_prosecutor": State.APPEALED,
    "appeal_void": State.EXECUTABLE,
    "granted_on_appeal_without_a_date": State.APPEAL_DECIDED,
    "at_the_gate": State.EXECUTABLE,
    "granted_by_the_head": State.EXECUTABLE,
    "taken_back_before": State.WITHDRAWN,
    "back_tonight": State.OUT,
    "not_back_since_yesterday": State.NOT_RETURNED,
    "not_back_this_morning": State.NOT_RETURNED,
    "escape_declared": State.ESCAPE_DECLARED,
    "recaptured": State.RECAPTURED,
    "back_late": State.RETURNED_LATE,
    "back_yesterday": State.RETURNED,
}


def clocks(docket: Docket, story: str) -> Iterator[law.TimeLimit]:
    for each in office.looking.running(docket.shown(story).case):
        if isinstance(each.limit, law.TimeLimit):
            yield each.limit


def ends_soon(docket: Docket, story: str, rule: str) -> bool:
    """Whether the limit of this rule still runs in a case, and not for long."""
    at = docket.built.at
    found = [each for each in clocks(docket, story) if each.rule == rule]
    return any(at < each.surely_open_until <= at + 4 * DAY for each in found)


@pytest.mark.parametrize(("story", "state"), STANDS.items())
def test_a_story_stands_where_its_name_says(docket: Docket, story: str, state: State) -> None:
    assert docket.shown(story).state is state


def test_every_state_that_the_office_keeps_is_there(docket: Docket) -> None:
    found = {docket.shown(story).state for story in docket.built.cases}

    assert set(State) - found == NEVER_IN_THE_OFFICE


@pytest.mark.parametrize(
    ("story", "rule"),
    [
        ("answer_time_nearly_over", "fr.procedure.answer"),
        ("opinion_nearly_deemed", "fr.procedure.opinion"),
        ("appeal_nearly_void", "fr.procedure.appeal.lapses"),
        ("refused_yesterday", "fr.procedure.appeal"),
        ("in_the_prosecutors_window", "fr.procedure.appeal"),
    ],
)
def test_a_clock_is_about_to_end(docket: Docket, story: str, rule: str) -> None:
    assert ends_soon(docket, story, rule)


def test_each_prison_has_a_list_for_the_next_sitting(docket: Docket) -> None:
    listed: dict[str, set[str]] = {}
    for story in docket.built.cases:
        board = docket.shown(story).case.board
        if board is not None and docket.built.at < board.sits_at < docket.built.at + 4 * DAY:
            listed.setdefault(docket.shown(story).case.prison, set()).add(board.sitting)

    assert set(listed) == {each.name for each in demonstration.prisons().values()}
    assert all(len(sittings) == 1 for sittings in listed.values())


def test_the_list_is_not_equally_ready(docket: Docket) -> None:
    given = {
        len(docket.shown(story).case.opinions)
        for story in docket.built.cases
        if story.startswith("agenda_")
    }

    assert given == {0, 2, 4}


def test_facts_wait_to_be_seen_by_the_judge(docket: Docket) -> None:
    judge = next(each for each in demonstration.SIGN_INS if each.role == Role.ENFORCEMENT_JUDGE)
    actor = casework.Actor(judge.account, Role.ENFORCEMENT_JUDGE, judge.of)

    unseen = {fact.kind for fact in docket.shown("agenda_cd_divided").case.unseen_by(actor)}

    assert unseen == {"escape"}


def test_people_convicted_together_are_seen_to_be_out_together(docket: Docket) -> None:
    kinds = {fact.kind for fact in docket.shown("together_first").case.facts.values()}

    assert kinds == set(casework.OF_OTHERS) - {"banned_place"}


def test_a_transfer_makes_the_route_be_looked_at_again(docket: Docket) -> None:
    shown = docket.shown("moved_to_the_detention_centre")
    decided = next(step for step in shown.steps if step.act == "decided")

    assert Hindrance.ROUTE_AGAIN in {each.code for each in decided.refused_because}


def test_the_clock_of_a_case_from_overseas_keeps_the_midnight_it_began_with(
    docket: Docket,
) -> None:
    (answer,) = clocks(docket, "arrived_from_overseas")

    assert answer.closes_at.utcoffset() == timedelta(hours=4)
    assert answer.closes_at.hour == 0


def test_the_law_cannot_tell_where_facts_are_wanting(docket: Docket) -> None:
    shown = docket.shown("routed_with_facts_wanting")
    asked = office.law_of_case(shown.case, shown.case_id, docket.built.at)

    assert asked.answer.outcome is Outcome.UNDETERMINED
    assert "custody.security_period" in asked.answer.missing


def test_two_ends_of_sentence_are_told_apart(docket: Docket) -> None:
    shown = docket.shown("instructed_with_two_ends")
    asked = office.law_of_case(shown.case, shown.case_id, docket.built.at)

    assert asked.answer.other_end is not None


def test_some_messages_have_not_left_and_some_lie_unread(docket: Docket) -> None:
    unsent = {each.case_id for each in store.unsent()}
    missing = store.receipts_missing(docket.built.at, limit=500)

    assert docket.case("filed_by_the_lawyer") in unsent
    assert docket.case("granted_and_nearly_lost") in {each.case_id for each in missing}
    assert len(unsent) < 5


def test_nothing_is_later_than_the_instant_it_is_set_for(docket: Docket) -> None:
    last = max(
        event.recorded_at
        for kind in ("person", "case")
        for stream in store.streams(kind)
        for event in store.events_of(stream)
    )

    assert last <= docket.built.at
