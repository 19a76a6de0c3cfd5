"""Of a case one may see, each sees the fields of their row, in the history as on the page."""

import pytest

from sortie import casework as cw
from sortie.web.authority import Acting, Relation, Sight, facts_shown, history_shown
from tests.casework.stories import FILED_AT, PRISON_CLERK, Story, decided
from tests.web.authority.people import at_the_court, at_the_prison, lawyer, president

OTHERS = cw.FactNoted(
    fact="out_together.4321.2027-03-15", kind="out_together", source="4321",
    shown_to=(cw.Role.ENFORCEMENT_JUDGE, cw.Role.PRISON_CLERK),
)  # fmt: skip
ESCAPE = cw.FactNoted(fact="escape.2014", kind="escape", source="an informant")
FOR_THE_JUDGE = cw.FactNoted(fact="threat", kind="threat", shown_to=(cw.Role.ENFORCEMENT_JUDGE,))


@pytest.fixture
def story() -> Story:
    told = decided()
    for fact in (OTHERS, ESCAPE, FOR_THE_JUDGE):
        told.record(FILED_AT, PRISON_CLERK, fact)
        told.record(FILED_AT, PRISON_CLERK, cw.FactSeen(fact=fact.fact))
    told.record(FILED_AT, PRISON_CLERK, cw.VictimNoted(victim="V-1", must_be_told=True))
    return told


def sight(one: Acting, relation: Relation, reason: str = "") -> Sight:
    return Sight(one, frozenset({relation}), reason)


JUDGE = sight(at_the_court("enforcement_judge"), Relation.OWN_COURT)
CLERK = sight(at_the_prison("prison_clerk"), Relation.OWN_PRISON)
GATE = sight(at_the_prison("gate"), Relation.OWN_PRISON)
STAFF = sight(at_the_prison("surveillance_staff"), Relation.OWN_PRISON)
LAWYER = sight(lawyer("person-1"), Relation.OWN_CLIENT)
PRESIDENT = sight(president(), Relation.BEFORE_APPEAL)
PROSECUTOR = sight(at_the_court("prosecutor"), Relation.OWN_COURT)


@pytest.mark.parametrize(
    ("one", "facts"),
    [
        (JUDGE, {OTHERS.fact, ESCAPE.fact, FOR_THE_JUDGE.fact}),
        (CLERK, {OTHERS.fact, ESCAPE.fact}),
        (PROSECUTOR, {ESCAPE.fact}),
        (GATE, {ESCAPE.fact}),
        (LAWYER, {ESCAPE.fact}),
    ],
)
def test_a_fact_is_shown_to_whom_it_was_noted_for(
    story: Story, one: Sight, facts: set[str]
) -> None:
    assert {each.fact for each in facts_shown(one, story.case)} == facts


def test_the_number_of_someone_else_who_is_out_is_hidden_even_in_the_name_of_the_fact(
    story: Story,
) -> None:
    noted_for_all = cw.FactNoted(fact="same_place.77.2027-03-15", kind="same_place", source="77")
    story.record(FILED_AT, PRISON_CLERK, noted_for_all)

    for one in (GATE, STAFF, LAWYER):
        assert noted_for_all.fact not in {each.fact for each in facts_shown(one, story.case)}
    assert noted_for_all.fact in {each.fact for each in facts_shown(CLERK, story.case)}


def events_of(one: Sight, story: Story) -> set[str]:
    shown = history_shown(one, story.case, tuple(story.entries))
    return {cw.name_of(type(each.event)) for each in shown}


def test_a_lawyer_reads_the_history_without_the_opinions_or_the_victims(story: Story) -> None:
    shown = events_of(LAWYER, story)

    assert {"application_filed", "decided", "fact_noted"} <= shown
    assert not shown & {"opinion_given", "victim_noted", "board_sat", "message_sent"}


def test_a_prison_clerk_reads_no_grounds_and_no_opinion(story: Story) -> None:
    shown = events_of(CLERK, story)

    assert {"application_filed", "fact_noted", "board_seized"} <= shown
    assert not shown & {"opinion_given", "decided", "victim_noted"}


def test_a_judge_reads_everything(story: Story) -> None:
    assert history_shown(JUDGE, story.case, tuple(story.entries)) == tuple(story.entries)


def test_a_fact_seen_says_no_more_than_the_fact(story: Story) -> None:
    shown = history_shown(LAWYER, story.case, tuple(story.entries))
    seen = {each.event.fact for each in shown if isinstance(each.event, cw.FactSeen)}
    assert seen == {ESCAPE.fact}


@pytest.mark.parametrize(
    ("one", "field", "action"),
    [
        (LAWYER, "reasons", "opinions.see"),
        (LAWYER, "address", "victims.see"),
        (LAWYER, "informant", "case.see"),
        (LAWYER, "others", "case.see"),
        (CLERK, "identity", "victims.see"),
        (CLERK, "informant", "case.see"),
        (CLERK, "medical", "case.see"),
        (GATE, "offence", "case.see"),
        (GATE, "custody", "case.see"),
        (GATE, "places", "case.see"),
        (GATE, "order", "case.see"),
        (STAFF, "offence", "case.see"),
        (STAFF, "places", "case.see"),
        (STAFF, "address", "victims.see"),
    ],
)
def test_no_reason_opens_a_field_that_the_row_does_not_hold(
    one: Sight, field: str, action: str
) -> None:
    said = Sight(one.acting, one.theirs, "an emergency")
    assert not said.sees(field, action)


@pytest.mark.parametrize(
    ("one", "field", "action"),
    [
        (JUDGE, "address", "victims.see"),
        (PRESIDENT, "identity", "victims.see"),
        (PROSECUTOR, "medical", "case.see"),
        (PROSECUTOR, "informant", "case.see"),
    ],
)
def test_a_reason_opens_what_the_table_keeps_behind_one(
    one: Sight, field: str, action: str
) -> None:
    assert not one.sees(field, action)
    assert Sight(one.acting, one.theirs, "the notice is to be sent").sees(field, action)
