"""What a chart shows, before anything draws it: rows of values, and how they are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Rows = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Lines:
    """Two lines by month, A solid and B dashed; a month that is hidden breaks them."""

    rows: Rows
    sides: tuple[str, str]
    title: str


@dataclass(frozen=True, slots=True)
class Strips:
    """A strip a type of leave, days by month: full bars up if gained, empty ones down."""

    rows: Rows
    signs: tuple[str, str]
    title: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar a row, each with its number beside."""

    rows: Rows
    title: str


Shape = Lines | Strips | Bars
