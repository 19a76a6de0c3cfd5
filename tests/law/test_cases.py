"""Every case under ``cases/`` is answered as its author wrote it."""

from pathlib import Path
from typing import Any

import pytest

from sortie import days, facts, rules
from sortie.law import france, studies

CASES = Path(__file__).parents[2] / "cases"
STUDIES = studies.load(CASES)
CASE_STUDIES = [(study, case) for study in STUDIES for case in study.cases]


@pytest.mark.parametrize(("study", "case"), CASE_STUDIES, ids=[case.id for _, case in CASE_STUDIES])
def test_the_law_answers_as_the_author_wrote(study: studies.Study, case: studies.CaseStudy) -> None:
    told = [
        line
        for question in case.questions
        for difference in studies.check(question)
        for line in explained(difference)
    ]
    if told:
        pytest.fail("\n".join([f"{case.id} {case.title}", f"{study.path}", *told]), pytrace=False)


def explained(difference: studies.Difference) -> list[str]:
    """Return what a jurist needs to see which of the two is wrong."""
    question = difference.question
    return [
        f"  question {question.number} (line {question.line}): {question.of} on {question.on}",
        f"    {difference.key}: expected {shown(difference.expected)}",
        f"    {' ' * len(difference.key)}  got      {shown(difference.got)}",
        *(
            f"      {finding.rule.id} {finding.outcome.value} since {finding.since}"
            for finding in difference.findings
        ),
    ]


def shown(value: Any) -> str:
    if isinstance(value, rules.Outcome):
        return value.value
    if isinstance(value, frozenset | tuple | list):
        return "[" + ", ".join(sorted(shown(item) for item in value)) + "]"
    return str(value) if isinstance(value, days.Length) else repr(value)


def test_there_is_something_to_run() -> None:
    assert CASE_STUDIES
    assert all(case.questions for _, case in CASE_STUDIES)


def test_the_acceptance_study_asks_about_the_acceptance_case() -> None:
    text = (CASES / "france/acceptance/case.yaml").read_text("utf-8")
    whole = facts.read_case(text, vocabulary=france.FRENCH, dictionary=facts.house_dictionary())
    asked = next(case for _, case in CASE_STUDIES if case.id == "FR-R02-acceptation")
    for part in ("person", "custody", "history", "orders", "application"):
        assert getattr(asked.questions[0].case, part) == getattr(whole, part)
