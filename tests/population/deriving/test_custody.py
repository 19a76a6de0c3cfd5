"""The days of a custody, without an assessment, are those that the assessment gives."""

from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sortie import facts
from sortie.law import france
from sortie.law.france.vocabulary import FRENCH
from tests.law.people import cases

LEFT_OUT = ("committed_on", "end_of_sentence", "sentences", "remand", "reductions")
A_CASE: dict[str, Any] = {
    "format": facts.FORMAT,
    "jurisdiction": "fr",
    "custody": {"committed_on": "2020-01-01", "end_of_sentence": "2020-01-01"},
}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases(), left=st.frozensets(st.sampled_from(LEFT_OUT)))
@example(case=A_CASE, left=frozenset())
def test_the_days_of_a_custody_are_those_of_an_assessment(
    case: dict[str, Any], left: frozenset[str]
) -> None:
    file = deepcopy(case)
    for key in left:
        file["custody"].pop(key, None)
    read = facts.read_case(file, vocabulary=FRENCH, dictionary=facts.house_dictionary())

    found = france.custody_of(france.record_of(read))

    assert (found.start, found.end) == france.Asked(read).custody
