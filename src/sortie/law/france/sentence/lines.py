"""The lines of a reckoning, and the sheet they are written on one after the other.

A line tells what happened to the end of the sentence: by how many days it moved, and where it
stands since. Codes only; the sentences are written at the doors.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sortie.days import Length


@dataclass(frozen=True, slots=True)
class Basis:
    """What a line rests on: provisions, readings, paths of the case file."""

    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a day, what it is, how much, and where the end stands after it.

    ``moved`` is the number of days by which the running end moves; the lines of a reckoning sum to
    its end. A line that is missing something, or not modelled, has no number.
    """

    what: str
    basis: Basis = Basis()
    day: date | None = None
    length: Length | None = None
    days: int | None = None
    value: str = ""
    moved: int = 0
    end: date | None = None
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class Sheet:
    """Lines being written, and the end they come to; None once a line has no number."""

    end: date | None = None
    lines: list[Line] = field(default_factory=list)

    def told(self, what: str, basis: Basis, **more: Any) -> None:
        """Write a line that does not move the end."""
        self.lines.append(Line(what=what, basis=basis, end=self.end, **more))

    def counted(self, what: str, basis: Basis, to: date, **more: Any) -> None:
        """Write a line after which the end is ``to``; once the end is unknown it stays so."""
        moved = 0
        if self.end is not None:
            moved = (to - self.end).days
            self.end = to
        self.told(what, basis, moved=moved, **more)

    def lacks(self, what: str, basis: Basis, *paths: str, day: date | None = None) -> None:
        """Write what the file would have to say; the end is unknown from here on."""
        self.end = None
        self.told(what, basis, missing=paths, day=day)

    def not_modelled(self, name: str, basis: Basis, day: date | None = None) -> None:
        """Write the name of what this house does not compute; the end is unknown from here on."""
        self.end = None
        self.told("not_modelled", basis, value=name, day=day)
