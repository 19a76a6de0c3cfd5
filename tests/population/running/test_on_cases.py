"""The compiled law on people who may well leave: whole case files, some of their facts left out."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sortie import facts
from sortie.days import Span
from sortie.law import france
from sortie.population.compiling import compiled
from sortie.population.records import Layout
from sortie.population.running import OUTCOMES, reason
from sortie.population.running.answering import kernel_alone
from sortie.rules import Missing, Outcome
from tests.law.people import cases
from tests.law.tables import Case
from tests.law.test_unknown_facts import OF_A_SENTENCE, OPTIONAL, without
from tests.population.running.test_same_answers import LAW, LAYOUT, differing

DICTIONARY = facts.house_dictionary()
MINORS = compiled(
    france.BOOK, Layout.of(france.Person), {"fr.leave.short": france.supposed()["fr.leave.short"]}
)


def record_of(case: Case, chosen: dict[str, str]) -> Any:
    read = facts.read_case(case, vocabulary=france.FRENCH, dictionary=DICTIONARY)
    return france.person_from(read, france.Question(readings=chosen))


@settings(
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    case=cases(),
    keys=st.frozensets(st.sampled_from(OPTIONAL), max_size=4),
    of_first=st.frozensets(st.sampled_from(OF_A_SENTENCE), max_size=1),
    settled=st.booleans(),
)
def test_a_case_with_facts_left_out_is_answered_alike(
    case: Case, keys: frozenset[tuple[str, str]], of_first: frozenset[str], settled: bool
) -> None:
    readings = france.readings()
    chosen = {each: next(iter(readings[each].options)) for each in readings} if settled else {}
    record = record_of(without(case, keys, of_first), {k: str(v) for k, v in chosen.items()})
    assert differing(LAW, [record], [Span(date(1990, 1, 1), date(2040, 1, 1))])[0] == []


def test_an_age_that_is_asked_twice_and_does_not_matter_is_not_missed() -> None:
    """A minor may leave, the total being one year; and so may an adult in a prison for minors."""
    case: Case = {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "custody": {
            "status": [{"is": "convicted", "from": "2025-01-10"}],
            "committed_on": "2025-01-10",
            "sentences": [
                {
                    "length": "P8M", "suspended": "none", "pronounced_on": "2025-01-10",
                    "final_on": "2025-01-10", "offences": [], "recidivist": False,
                    "socio_judicial_supervision": "none", "merged_into": None,
                    "court": "ordinary",
                }
            ],
            "remand": [],
            "security_period": "none",
            "reductions": [],
            "end_of_sentence": "2025-09-10",
            "placements": [{"from": "2025-01-10", "kind": "etablissement_mineurs",
                            "establishment": "EPM", "unit": "ordinary"}],
            "adjustments": [],
            "territory_ban": "none",
            "parole_requires_leave": "none",
            "admissible_to": [],
        },
        "history": {"leaves": [], "incidents": [], "applications": []},
    }  # fmt: skip
    record = record_of(case, {})
    assert isinstance(record.born_on, Missing)

    days = Span(date(2025, 3, 1), date(2025, 4, 1))
    batch = LAYOUT.batch(["S1"], [record], [days])
    columns, left_out = kernel_alone(MINORS, batch)

    assert len(left_out) == 0
    assert [OUTCOMES[code] for code in columns["outcome"]] == [Outcome.OPEN]
    told = dict(reason(MINORS, "fr.leave.short", int(columns["not_closed"][0]),
                       int(columns["not_open"][0])))  # fmt: skip
    assert Outcome.UNDETERMINED in told.values()  # whose conditions apply is not known
    assert differing(MINORS, [record], [days])[0] == []


def test_three_years_before_the_end_of_a_february_are_counted_as_the_figure_rounds() -> None:
    """29 February 2024 and three years fall on 28 February 2027: not yet beyond the end."""
    rule = "fr.served.little_left"
    law = compiled(france.BOOK, LAYOUT, {rule: {}})
    ended: Any = {"end_of_sentence": "2027-02-28", "committed_on": "2020-01-01"}
    record = record_of({"format": "sortie/case@1", "jurisdiction": "fr", "custody": ended}, {})
    days = Span(date(2024, 2, 1), date(2024, 4, 1))

    columns, _ = kernel_alone(law, LAYOUT.batch(["S1"], [record], [days]))

    turns = [date.fromordinal(day) for day in columns["since"].tolist()]
    assert turns == [date(2024, 2, 1), date(2024, 3, 1)]
    assert differing(law, [record], [days])[0] == []
