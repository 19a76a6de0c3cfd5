"""What a file of case studies says, once read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from sortie import facts


class Mark(StrEnum):
    """Where a case comes from: a real decision, the text alone, or secondary guidance."""

    REAL = "REAL"
    TEXT = "TEXT"
    SEC = "SEC"


@dataclass(frozen=True, slots=True)
class Review:
    """The jurist who read a case and agrees with it."""

    name: str
    capacity: str
    on: date


class Asks(StrEnum):
    """What a question asks for."""

    ANY_LEAVE = "any_leave"
    LEAVE = "leave"
    RULE = "rule"
    COMPUTATION = "computation"


@dataclass(frozen=True, slots=True)
class StudyQuestion:
    """What is asked on a day, and what the author expects, key by key.

    ``expected`` holds only what the author wrote; ``given`` is what a computation starts from.
    """

    number: int
    line: int | None
    asks: Asks
    of: str
    on: date | None
    case: facts.CaseFile
    purpose: str | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    reform_since: date | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    expected: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """A case that says what the law answers and why, which a jurist can read and sign."""

    id: str
    title: str
    sources: tuple[str, ...]
    mark: Mark
    note: str
    review: Review | None
    questions: tuple[StudyQuestion, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """The case studies of one file: one family of questions."""

    path: Path
    title: str
    sources: tuple[str, ...]
    cases: tuple[CaseStudy, ...]
