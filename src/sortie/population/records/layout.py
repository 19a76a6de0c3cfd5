"""The columns of a record, made from its fields; versioned, and read back to the same record.

A field that changes over time is a list of changes, oldest first; every other field is a whole
number, or the least and the most that it may be. Nothing of a record is lost but the paths of what
is missing: who asks for them opens the case file.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from sortie.days import Over, Span
from sortie.population.records import encoding
from sortie.population.records.encoding import Coded
from sortie.rules import ByReading, Field, choices, fields_of, held

FORMAT = "sortie/records@1"
_CHANGES = pa.list_(pa.struct([("since", pa.int32()), ("is", pa.int32())]))
Choice = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """The whole numbers that hold one field under one choice of readings.

    ``low`` and ``high`` are names of columns: one and the same where the field holds a single
    value of a closed list, whose unknown is ``encoding.OPEN``.
    """

    field: Field
    choice: Choice
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Series:
    """The list of changes that holds one field over time, under one choice of readings."""

    field: Field
    choice: Choice
    name: str


class Layout:
    """The columns of one type of record. Made with ``Layout.of``, once a type."""

    def __init__(self, record: type) -> None:
        self.kind = record
        self.cells: dict[tuple[str, Choice], Cell] = {}
        self.series: dict[tuple[str, Choice], Series] = {}
        for field in fields_of(record).values():
            for choice in choices(record, field):
                self._place(field, choice)

    @classmethod
    def of(cls, record: type) -> "Layout":
        """Return the layout of a type of record."""
        return cls(record)

    def _place(self, field: Field, choice: Choice) -> None:
        chosen = ",".join(str(member.value) for member in choice)
        name = f"{field.name}[{chosen}]" if chosen else field.name
        key = field.name, choice
        if field.over:
            self.series[key] = Series(field, choice, name)
        elif encoding.has_bounds(field):
            self.cells[key] = Cell(field, choice, f"{name}.least", f"{name}.most")
        else:
            self.cells[key] = Cell(field, choice, name, name)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The names of the columns of whole numbers, in order."""
        return tuple(
            dict.fromkeys(n for cell in self.cells.values() for n in (cell.low, cell.high))
        )

    @cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema: the person, the days of the custody, then every field.

        Units:    days are counted from 1 January of the year 1, which is day 1; the custody runs
                  from ``since`` to the day before ``before``
        """
        columns = [("person", pa.string()), ("since", pa.int32()), ("before", pa.int32())]
        columns += [(name, pa.int32()) for name in self.numbers]
        columns += [(series.name, _CHANGES) for series in self.series.values()]
        return pa.schema(columns, metadata={"sortie.format": FORMAT, "sortie.record": self.digest})

    @cached_property
    def digest(self) -> str:
        """What tells two layouts apart: the fields, their readings and the words of their lists."""
        told = [
            (f.name, f.kind.__name__, [str(m.value) for m in f.members], f.over, f.plural, f.under)
            for f in fields_of(self.kind).values()
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()

    def batch(
        self, ids: Sequence[str], records: Iterable[Any], spans: Sequence[Span]
    ) -> pa.RecordBatch:
        """Return the rows of these records, each with its person and the days of its custody."""
        numbers: dict[str, list[int]] = {name: [] for name in self.numbers}
        changes: dict[str, list[Any]] = {s.name: [] for s in self.series.values()}
        for record in records:
            for cell in self.cells.values():
                coded = encoding.coded(cell.field, held(record, cell.field, cell.choice))
                numbers[cell.low].append(coded.low)
                if cell.high is not cell.low:
                    numbers[cell.high].append(coded.high)
            for series in self.series.values():
                value: Over[Any] = held(record, series.field, series.choice)
                changes[series.name].append(list(_rows(series.field, value)))
        columns: list[Any] = [
            pa.array(ids, pa.string()),
            pa.array([span.start.toordinal() for span in spans], pa.int32()),
            pa.array([span.end.toordinal() for span in spans], pa.int32()),
            *(pa.array(numbers[name], pa.int32()) for name in self.numbers),
            *(pa.array(changes[s.name], _CHANGES) for s in self.series.values()),
        ]
        return pa.RecordBatch.from_arrays(columns, schema=self.schema)

    def record(self, batch: pa.RecordBatch, row: int) -> Any:
        """Return the record of a row; of what is missing, the paths are not kept."""
        values: dict[str, Any] = {}
        for field in fields_of(self.kind).values():
            by_choice = {
                choice: self._value(field, choice, batch, row)
                for choice in choices(self.kind, field)
            }
            values[field.name] = ByReading(by_choice) if field.under else by_choice[()]
        return self.kind(**values)

    def _value(self, field: Field, choice: Choice, batch: pa.RecordBatch, row: int) -> Any:
        if field.over:
            rows = batch.column(self.series[field.name, choice].name)[row].as_py()
            return encoding.over(field, [(each["since"], each["is"]) for each in rows])
        cell = self.cells[field.name, choice]
        low, high = (batch.column(name)[row].as_py() for name in (cell.low, cell.high))
        return encoding.value(field, Coded(low, high))


def _rows(field: Field, value: Over[Any]) -> Iterator[dict[str, int]]:
    for day, each in value.changes():
        yield {"since": day.toordinal(), "is": encoding.coded(field, each).low}
