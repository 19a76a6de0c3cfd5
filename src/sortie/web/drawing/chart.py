"""What a line of time shows, in plain shapes: nothing here knows what the days mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fill(StrEnum):
    """How a band is filled: each differs from the others without any colour."""

    FULL = "full"
    HATCHED = "hatched"
    LINE = "line"


class MarkKind(StrEnum):
    """What a day is marked as; those of the law are drawn under the bands."""

    TODAY = "today"
    ASKED = "asked"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Band:
    """Days from ``since`` to the eve of ``before``.

    ``told`` is what a pointer is shown; ``noted`` is written in the band, where it has room.
    """

    since: date
    before: date
    fill: Fill
    told: str = ""
    noted: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of bands, and its name."""

    label: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lanes under one heading."""

    heading: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day marked from top to bottom."""

    on: date
    kind: MarkKind
    label: str
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A whole drawing: ``name`` makes its ids its own; ``months`` are the names of the twelve."""

    name: str
    title: str
    description: str
    since: date
    before: date
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    months: tuple[str, ...]
