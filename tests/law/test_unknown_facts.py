"""Missing is not no: what the law answers with facts left out must hold with them put back."""

from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import assume, given, note
from hypothesis import strategies as st

from sortie import facts
from sortie.law import france
from sortie.law.france.from_case.computed import computed_term
from sortie.rules import Outcome
from tests.law import tables
from tests.law.people import cases, readings
from tests.law.tables import Case, Readings
from tests.law.test_two_evaluations import YES, asked, calm, comparable_days

# Keys of the case file that may be left out, one by one. The file needs the others.
CUSTODY_KEYS = (
    "committed_on",
    "sentences",
    "remand",
    "security_period",
    "reductions",
    "end_of_sentence",
    "placements",
    "adjustments",
    "territory_ban",
    "parole_requires_leave",
    "admissible_to",
    "status",
)
APPLICATION_KEYS = (
    "filed_on",
    "purpose",
    "departs_at",
    "returns_at",
    "travel_time",
    "days_not_worked",
    "places",
    "funds_shown",
    "lodging_shown",
    "transport_shown",
    "representation_possible",
    "video_link_possible",
    "expert_report_on",
    "prosecutor_agrees",
    "prepares_relief",
)
OPTIONAL = (
    ("person", "born_on"),
    *(("custody", key) for key in CUSTODY_KEYS),
    ("history", "leaves"),
    ("history", "incidents"),
    *(("application", key) for key in APPLICATION_KEYS),
)
OF_A_SENTENCE = ("length", "offences", "recidivist", "socio_judicial_supervision", "court")


def without(case: Case, keys: frozenset[tuple[str, str]], of_first: frozenset[str]) -> Case:
    """Return the case with keys left out, some of them in its first sentence only."""
    partial: dict[str, Any] = deepcopy(case)
    for room, key in keys:
        del partial[room][key]
    for key in of_first:
        if "sentences" in partial["custody"]:
            del partial["custody"]["sentences"][0][key]
    return partial


@calm
@given(
    case=cases(),
    chosen=readings(),
    keys=st.frozensets(st.sampled_from(OPTIONAL), max_size=5),
    of_first=st.frozensets(st.sampled_from(OF_A_SENTENCE), max_size=1),
)
def test_an_answer_given_without_a_fact_stands_when_the_fact_is_known(
    case: Case, chosen: Readings, keys: frozenset[tuple[str, str]], of_first: frozenset[str]
) -> None:
    partial = asked(without(case, keys, of_first), chosen)
    # An end that nobody states is computed where it can be: it is not unknown.
    assume(computed_term(partial.case) is None)
    for day in comparable_days(case):
        for leave in tables.LEAVES:
            got = partial.assessment.outcome(leave, day)
            note(f"{leave} on {day} without {sorted(keys)}, {sorted(of_first)}: {got}")
            if got is not Outcome.UNDETERMINED:
                assert YES[got] is tables.open_on(case, chosen, leave, day)


@calm
@given(case=cases(), chosen=readings())
def test_an_answer_given_with_every_reading_open_stands_under_each_of_them(
    case: Case, chosen: Readings
) -> None:
    unread = asked(case)
    for day in comparable_days(case):
        for leave in tables.LEAVES:
            got = unread.assessment.outcome(leave, day)
            note(f"{leave} on {day}: {got}")
            if got is not Outcome.UNDETERMINED:
                assert YES[got] is tables.open_on(case, chosen, leave, day)


def test_nothing_is_open_for_a_case_of_which_nothing_is_known() -> None:
    nothing: Case = {"format": "sortie/case@1", "jurisdiction": "fr"}
    answer = asked(nothing).on(date(2025, 11, 24))

    assert answer.outcome is Outcome.UNDETERMINED
    assert "application.purpose" in answer.missing
    assert all(route.outcome is Outcome.UNDETERMINED for route in answer.routes)


def test_a_fact_that_cannot_change_the_answer_is_not_asked_for() -> None:
    remand: Case = {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "custody": {"status": [{"is": "on_remand", "from": "2024-01-05"}]},
        "application": {"purpose": "family_ties"},
    }
    answer = asked(remand).on(date(2025, 11, 24))

    assert answer.outcome is Outcome.CLOSED
    assert answer.missing == ()


def test_a_known_offence_counts_while_those_of_another_sentence_are_unknown() -> None:
    half_known: Case = {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "custody": {"sentences": [{"length": "P2Y", "offences": ["terrorism"]}, {"length": "P1Y"}]},
    }
    read = facts.read_case(
        half_known, vocabulary=france.FRENCH, dictionary=facts.house_dictionary()
    )
    offences: Any = france.person_from(read).offences

    assert offences.least == {"terrorism"}
    assert offences.paths == ("custody.sentences[1].offences",)
