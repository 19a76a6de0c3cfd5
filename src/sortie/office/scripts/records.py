"""A script once read, and what came of playing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sortie.casework import Actor
from sortie.office.persons import PersonRecord


@dataclass(frozen=True, slots=True)
class ScriptReview:
    """The jurist who read a script and agrees with it."""

    name: str
    capacity: str
    on: date


class Look(StrEnum):
    """What a step expects of a case; a word of the script each."""

    STATE = "state"
    EVENTS = "events"
    CLOCKS = "clocks"
    TO_BE_SEEN = "to_be_seen"
    UNSEEN = "unseen"
    EXECUTABLE = "executable"
    HINDERED = "hindered"
    TOLD = "told"
    LAW = "law"
    MISSING = "missing"
    ORDER = "order"
    ANOMALIES = "anomalies"
    NOT_MODELLED = "not_modelled"
    OPINIONS = "opinions"
    DUE_BACK = "due_back"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a step expects of one case, look by look, and where the script says it."""

    case: str
    looks: Mapping[Look, Any]
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """One step: at an instant, someone does something, and things stand so afterwards.

    ``verb`` is empty for a step that only looks. ``refused`` are the codes of the refusal that must
    come, all of them and no other; None where the step must be done.
    """

    script: str
    number: int
    name: str
    at: datetime
    by: Actor | None
    verb: str
    on: str
    body: Mapping[str, Any]
    refused: frozenset[str] | None
    seen: int | None
    expected: tuple[Expected, ...]
    line: int | None


@dataclass(frozen=True, slots=True)
class Script:
    """A script: who acts, whom it is about, and the steps in the order of time."""

    name: str
    title: str
    sources: tuple[str, ...]
    note: str
    review: ScriptReview | None
    place: str
    actors: Mapping[str, Actor]
    people: tuple[PersonRecord, ...]
    applications: Mapping[str, Mapping[str, Any]]
    steps: tuple[ScriptStep, ...]


@dataclass(frozen=True, slots=True)
class StepDifference:
    """Where what happened is not what the script says; ``path`` is the place in the script."""

    script: str
    step: int
    name: str
    line: int | None
    path: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        place = f"{self.script}:{self.line}" if self.line else self.script
        step = f"{self.step} ({self.name})" if self.name else str(self.step)
        return f"{place}: {step}: {self.path}: expected {self.expected!r}, found {self.found!r}"


@dataclass(frozen=True, slots=True)
class PlayedStep:
    """A step as it went: the codes it was refused with, the events and the messages it made.

    ``told`` gives the role and the kind of each message, in the order they were left.
    """

    step: ScriptStep
    refused: frozenset[str]
    events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    told: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Played:
    """A script played from one end to the other."""

    script: Script
    steps: tuple[PlayedStep, ...]
    differences: tuple[StepDifference, ...]
