"""Rows on their way into the tables: as they come, or all together before the commit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import AutoField

from sortie import register
from sortie.store import keys, tables
from sortie.store.records import ERASURES, CaseRow
from sortie.store.register import growth
from sortie.store.writing import locks

if TYPE_CHECKING:
    from sortie.store.models import CaseIndex, ClockRow, Command, Event, Outbox

ENDS = (
    "SELECT (SELECT MAX(seq) FROM store_event), (SELECT MAX(number) FROM store_event"
    " WHERE stream_kind = %s AND stream_id = %s)"
)
INDEXED = tuple(each.name for each in fields(CaseRow) if each.name != "case_id")


@dataclass(slots=True)
class Ink:
    """What one transaction writes. With ``gathers``, nothing is written before ``dry``.

    The trap: whatever is gathered cannot be read in the tables yet.
    """

    gathers: bool = False
    alone: bool = False
    last_seq: int = 0
    growth: register.Growth | None = None
    told: set[str] = field(default_factory=set)
    _events: "list[Event]" = field(default_factory=list)
    _outbox: "list[Outbox]" = field(default_factory=list)
    _index: "list[CaseIndex]" = field(default_factory=list)
    _commands: "list[Command]" = field(default_factory=list)
    _clocks: "list[ClockRow]" = field(default_factory=list)
    _stopped: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def hold(self) -> None:
        """Wait for any other writer, once."""
        if not self.alone:
            locks.hold_sequence()
            self.alone = True

    def take(self, count: int) -> tuple[int, register.Growth]:
        """Return the place after which the next events of the store go, and the register to there.

        The trap: whoever takes so many places adds as many leaves, in their order.
        """
        self.hold()
        if self.growth is None:
            self.last_seq, erasures = _ends()
            keys.catch_up(erasures)
            self.growth = growth(self.last_seq)
        last, self.last_seq = self.last_seq, self.last_seq + count
        return last, self.growth

    def events(self, rows: "Sequence[Event]") -> None:
        self._events += rows
        self._perhaps_dry()

    def commands(self, rows: "Sequence[Command]") -> None:
        self._commands += rows
        self._perhaps_dry()

    def index(self, row: "CaseIndex") -> None:
        """Write the row of a case over the one it had."""
        self.hold()
        self._index.append(row)
        self._perhaps_dry()

    def clocks(self, case_id: str, rows: "Iterable[ClockRow]", rules: tuple[str, ...]) -> None:
        """Replace the clocks of these rules; without any, every clock of the case."""
        self.hold()
        self._stopped.setdefault(rules, []).append(case_id)
        self._clocks += rows
        self._perhaps_dry()

    def unknown(self, keys: Iterable[str]) -> set[str]:
        """Return those of the messages that were never told."""
        self.hold()
        asked = set(keys) - self.told
        if self.gathers:
            return asked
        told = tables.outbox().filter(dedupe_key__in=asked)
        return asked - set(told.values_list("dedupe_key", flat=True))

    def outbox(self, rows: "Sequence[Outbox]") -> None:
        self._outbox += rows
        self.told |= {row.dedupe_key for row in rows}
        self._perhaps_dry()

    def _perhaps_dry(self) -> None:
        if not self.gathers:
            self.dry()

    def dry(self) -> None:
        """Write what was gathered, a table at a time."""
        _insert(self._events)
        _insert(self._outbox)
        _insert(self._index, over="case_id")
        for rules, cases in self._stopped.items():
            old = tables.clocks().filter(case_id__in=cases)
            (old.filter(rule__in=rules) if rules else old).delete()
        self._stopped.clear()
        _insert(self._clocks)
        _insert(self._commands)


def _ends() -> tuple[int, int]:
    """Return the place of the last event, and the number of the last erasure."""
    with connection.cursor() as cursor:
        cursor.execute(ENDS, [ERASURES.kind, ERASURES.id])
        last, erasures = cursor.fetchone()
    return last or 0, erasures or 0


def _insert(
    rows: "list[Event] | list[Outbox] | list[CaseIndex] | list[ClockRow] | list[Command]",
    *,
    over: str = "",
) -> None:
    """Insert rows of one table, over those that bear the same key if that is said.

    PostgreSQL takes them by COPY, those that may stand over others as one list a column: both are
    faster than ``bulk_create``, which spends longer on its own words.
    """
    if not rows:
        return
    table: Any = rows[0]._meta  # noqa: SLF001
    columns = [each for each in table.concrete_fields if not isinstance(each, AutoField)]
    names = [connection.ops.quote_name(each.column) for each in columns]
    into = f"{table.db_table} ({', '.join(names)})"
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names)
    then = f" ON CONFLICT ({over}) DO UPDATE SET {replaced}" if over else ""
    attributes = attrgetter(*(each.attname for each in columns))
    values = [attributes(row) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            holes = ", ".join("%s" for _ in names)
            plain = [[_plain(each) for each in row] for row in values]
            inserted = f"INSERT INTO {into} VALUES ({holes}){then}"  # noqa: S608
            cursor.executemany(inserted, plain)
        elif over:
            lists = ", ".join(f"%s::{each.db_type(connection)}[]" for each in columns)
            by_column = [list(column) for column in zip(*values, strict=True)]
            from_lists = f"INSERT INTO {into} SELECT * FROM unnest({lists}){then}"  # noqa: S608
            cursor.execute(from_lists, by_column)
        else:
            with (
                connection.wrap_database_errors,
                cursor.copy(f"COPY {into} FROM STDIN") as copy,
            ):
                for row in values:
                    copy.write_row(row)
    rows.clear()


def _plain(value: Any) -> Any:
    """Return a value as this database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value
