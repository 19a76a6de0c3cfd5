"""The lines of a ledger, and the sheet they are written on one after the other.

A line tells what happened to the end of the sentence: by how many days it moved, and where it
stands since. Codes only; the sentences are written at the doors.
"""

from dataclasses import dataclass, field
from datetime import date

from sortie.days import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a day, what it is, how much, and where the end stands after it.

    ``moved`` is the number of days by which the running end moves; the lines of a ledger sum to
    its end. A line that is missing something, or not modelled, has no number.
    """

    what: str
    day: date | None = None
    length: Length | None = None
    days: int | None = None
    value: str = ""
    moved: int = 0
    end: date | None = None
    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a line rests on: provisions, readings, paths of the case file."""

    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(slots=True)
class Sheet:
    """Lines being written, and the end they come to; None once a line has no number."""

    end: date | None = None
    lines: list[Line] = field(default_factory=list)

    def told(self, what: str, grounds: Grounds, day: date | None = None, value: str = "") -> None:
        """Write a line that does not move the end."""
        self._write(what, grounds, day=day, value=value)

    def counted(
        self,
        what: str,
        grounds: Grounds,
        to: date | None,
        much: Length | int | None = None,
        day: date | None = None,
    ) -> None:
        """Write a line after which the end is ``to``; once the end is unknown it stays so."""
        before, self.end = self.end, None if self.end is None else to
        moved = 0 if before is None or self.end is None else (self.end - before).days
        self._write(what, grounds, day=day, much=much, moved=moved)

    def missing(
        self, what: str, grounds: Grounds, paths: tuple[str, ...], day: date | None = None
    ) -> None:
        """Write what the file would have to say; the end is unknown from here on."""
        self.end = None
        self.lines.append(
            Line(what=what, day=day, cites=grounds.cites, readings=grounds.readings,
                 facts=grounds.facts, missing=paths)
        )  # fmt: skip

    def not_modelled(self, name: str, grounds: Grounds, day: date | None = None) -> None:
        """Write the name of what this house does not compute; the end is unknown from here on."""
        self.end = None
        self._write("not_modelled", grounds, day=day, value=name)

    def _write(
        self,
        what: str,
        grounds: Grounds,
        *,
        day: date | None = None,
        much: Length | int | None = None,
        moved: int = 0,
        value: str = "",
    ) -> None:
        self.lines.append(
            Line(
                what=what,
                day=day,
                length=much if isinstance(much, Length) else None,
                days=much if isinstance(much, int) else None,
                value=value,
                moved=moved,
                end=self.end,
                cites=grounds.cites,
                readings=grounds.readings,
                facts=grounds.facts,
            )
        )
