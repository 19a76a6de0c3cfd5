"""Holding the law to what the author of a case study expects."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sortie.law.studies.answering import answer
from sortie.law.studies.records import StudyQuestion
from sortie.rules import Finding


@dataclass(frozen=True, slots=True)
class Difference:
    """What the law answers where the author expected something else.

    ``findings`` are the rules that decided, so that the reader sees which of the two is wrong.
    """

    question: StudyQuestion
    key: str
    expected: Any
    got: Any
    findings: tuple[Finding, ...]


def check(question: StudyQuestion) -> tuple[Difference, ...]:
    """Return every expectation of a question that the law does not meet."""
    got, findings = answer(question)
    return tuple(
        Difference(question, key, expected, got.get(key), findings)
        for key, expected in question.expected.items()
        if not _MEETS.get(key, _equal)(expected, got.get(key))
    )


def _equal(expected: Any, got: Any) -> bool:
    return bool(expected == got)


def _among(expected: Any, got: Any) -> bool:
    """Whether all that is expected is there; there may be more."""
    return set(expected) <= set(got)


def _limits(expected: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    return all(key in got and got[key] == value for key, value in expected.items())


def _authority(expected: Any, got: Any) -> bool:
    """Whether the same authority comes first, and the same others where they are named."""
    if expected is None or got is None:
        return expected is got
    return expected[0] == got[0] and expected[1] in (None, got[1])


_MEETS: Mapping[str, Callable[[Any, Any], bool]] = {
    "because": _among,
    "to_be_seen": _among,
    "warnings": _among,
    "limits": _limits,
    "decided_by": _authority,
}
