"""The columns of the lists: the same on the screen and in a file, in the same order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sortie import law
from sortie.web.authority import Acting
from sortie.web.frame import Asked
from sortie.web.pages.lists.rows import NAME, NUMBER, CaseLine, PersonLine, address_of
from sortie.words import Clock, leave_name, raised

Line = CaseLine | PersonLine
Value = str | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading is ``lists.column.NAME``; ``instant`` names the order it gives."""

    name: str
    value: Callable[[Any, "Teller"], Value]
    instant: str = ""
    field: str = ""


Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a line says in one column, under its heading; ``at`` is the instant, where it is one.

    ``address`` is that of the case, where there is a page of it.
    """

    name: str
    label: str
    text: str
    at: datetime | None
    address: str = ""

    @property
    def iso(self) -> str:
        """The instant for a machine."""
        return self.at.isoformat() if self.at is not None else ""

    @property
    def day(self) -> str:
        """The day of an instant in figures."""
        return self.text.partition(" ")[0]

    @property
    def hour(self) -> str:
        """The hour of an instant in figures."""
        return self.text.partition(" ")[2]


class Teller:
    """How the values of lines are told: in a language, each by the clock of its prison."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._clocks: dict[str, Clock] = {}

    def state(self, code: str) -> str:
        """Return what a state is called."""
        return raised(self.asked.label("state", code))

    def leave(self, code: str) -> str:
        """Return what a leave is called."""
        return raised(leave_name(code, self.asked.tongue)) if code else ""

    def clock(self, prison: str) -> Clock:
        """Return the clock of a prison."""
        if prison not in self._clocks:
            place = law.france.PROCEDURE.place_of(prison)
            self._clocks[prison] = Clock(self.asked.tongue, place.zone)
        return self._clocks[prison]

    def value(self, column: Column, line: Line) -> Value:
        """Return what a line says in a column: an instant as the clock of its prison shows it."""
        if column.field and column.field not in line.seen:
            return ""
        found = column.value(line, self)
        return self.clock(line.prison).there(found) if isinstance(found, datetime) else found


def _of_person(name: str) -> Callable[[Any, Teller], Value]:
    return lambda line, _: getattr(line.person, name) if line.person is not None else ""


def _of_case(name: str) -> Callable[[Any, Teller], Value]:
    return lambda line, _: getattr(line.case, name)


_PERSON = (
    Column("family_name", _of_person("family_name"), field=NAME),
    Column("given_name", _of_person("given_name"), field=NAME),
    Column("committal_number", _of_person("committal_number"), field=NUMBER),
)
_PRISON, _COURT = Column("prison", _of_case("prison")), Column("court", _of_case("court"))
_OF_PERSON = (*_PERSON, Column("prison", _of_person("prison")))


def of_cases(acting: Acting) -> tuple[Column, ...]:
    """Return the columns of cases; a place that is the same on every line is left out."""
    lone_prison = len(acting.prisons) == 1 and not (acting.courts or acting.followed)
    lone_court = len(acting.courts) == 1 and not acting.prisons
    return (
        *_PERSON,
        Column("case", _of_case("case_id")),
        Column("leave", lambda line, teller: teller.leave(line.case.leave)),
        Column("state", lambda line, teller: teller.state(line.case.state)),
        *(() if lone_prison else (_PRISON,)),
        *(() if lone_court else (_COURT,)),
        Column("filed", _of_case("filed_at"), instant="filed"),
        Column("departs", _of_case("departs_at"), instant="departs"),
        Column("returns", _of_case("returns_at"), instant="returns"),
        Column("due", _of_case("next_due_at"), instant="due"),
    )


def of_people(acting: Acting) -> tuple[Column, ...]:
    """Return the columns of people."""
    return _PERSON if len(acting.prisons) == 1 and not acting.courts else _OF_PERSON


def values(columns: Columns, lines: Iterable[Line], teller: Teller) -> Iterator[list[Value]]:
    """Yield the values of each line."""
    return ([teller.value(column, line) for column in columns] for line in lines)


def told(columns: Columns, lines: Iterable[Line], teller: Teller) -> Iterator[list[Cell]]:
    """Yield the cells of each line, as a page shows them."""
    labels = [teller.asked.say(f"lists.column.{each.name}") for each in columns]
    for line in lines:
        yield [
            _cell(column.name, label, teller.value(column, line), line, teller)
            for column, label in zip(columns, labels, strict=True)
        ]


def _cell(name: str, label: str, value: Value, line: Line, teller: Teller) -> Cell:
    at, address = value if isinstance(value, datetime) else None, ""
    if name == "case" and isinstance(line, CaseLine):
        address = address_of(line.case, teller.asked)
    return Cell(name, label, text_of(value), at, address)


def text_of(value: Value) -> str:
    """Return a value in a column of text: an instant by the clock it already has."""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value or ""
