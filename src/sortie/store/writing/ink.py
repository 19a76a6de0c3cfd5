"""Rows on their way into the tables: as they come, or all together before the commit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import DateTimeField

from sortie import register
from sortie.store import keys, tables
from sortie.store.records import CaseRow
from sortie.store.register import growth
from sortie.store.vault import Keyring, Seal
from sortie.store.writing import locks
from sortie.store.writing.attempt import seal_for
from sortie.store.writing.pouring import Pouring, copy_in

if TYPE_CHECKING:
    from django.db.models import Manager

# A row by the names of its columns: thousands of them go by, and are never asked anything.
Row = Mapping[str, Any]
# Events that PostgreSQL takes in while the office makes the next ones.
AT_ONCE = 200
INDEXED = tuple(each.name for each in fields(CaseRow) if each.name != "case_id")


@dataclass(slots=True)
class Ink:
    """What one transaction writes. With ``gathers``, nothing is written before ``dry``.

    The trap: whatever is gathered cannot be read in the tables yet.
    """

    gathers: bool = False
    pouring: Pouring | None = None
    alone: bool = False
    last_seq: int = 0
    growth: register.Growth | None = None
    told: set[str] = field(default_factory=set)
    _ring: Keyring | None = None
    _events: list[Row] = field(default_factory=list)
    _outbox: list[Row] = field(default_factory=list)
    _index: list[Row] = field(default_factory=list)
    _commands: list[Row] = field(default_factory=list)
    _clocks: list[Row] = field(default_factory=list)
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
            self.growth, erasures = growth()
            self.last_seq = self.growth.size
            self._ring = keys.catch_up(erasures)
        last, self.last_seq = self.last_seq, self.last_seq + count
        return last, self.growth

    def seal_for(self, subject: str) -> Seal:
        """Return what seals for a subject. The trap: ask only once alone, after ``take``.

        Nobody is erased before the commit, since whoever erases waits too: the vault is looked at
        again for those only whose seal is not at hand.

        Raises:   Erased, KeyLost
        """
        ring = self._ring or keys.current()
        return ring.held(subject) or seal_for(subject)

    def events(self, rows: Sequence[Row]) -> None:
        self._events += rows
        self._perhaps_dry()
        if len(self._events) >= AT_ONCE:
            self.flow()

    def commands(self, rows: Sequence[Row]) -> None:
        self._commands += rows
        self._perhaps_dry()

    def index(self, row: Row) -> None:
        """Write the row of a case over the one it had."""
        self.hold()
        self._index.append(row)
        self._perhaps_dry()

    def clocks(self, case_id: str, rows: Iterable[Row], rules: tuple[str, ...]) -> None:
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

    def outbox(self, rows: Sequence[Row]) -> None:
        self._outbox += rows
        self.told |= {row["dedupe_key"] for row in rows}
        self._perhaps_dry()

    def _perhaps_dry(self) -> None:
        if not self.gathers:
            self.dry()

    def flow(self) -> None:
        """Let the events that were gathered go to a database that takes them in meanwhile."""
        if self.pouring is not None:
            _insert(tables.events(), self._events, self.pouring)

    def dry(self) -> None:
        """Write what was gathered, a table at a time."""
        _insert(tables.events(), self._events, self.pouring)
        _insert(tables.outbox(), self._outbox, self.pouring)
        if self.pouring is not None:
            # Rows copied in the place of the old ones cost half of what lists of them do.
            self.pouring.settle()
            tables.case_index().filter(case_id__in=[row["case_id"] for row in self._index]).delete()
        _insert(tables.case_index(), self._index, self.pouring, over="case_id")
        _insert(tables.commands(), self._commands, self.pouring)
        if self.pouring is not None:
            self.pouring.settle()
        for rules, cases in self._stopped.items():
            old = tables.clocks().filter(case_id__in=cases)
            (old.filter(rule__in=rules) if rules else old).delete()
        self._stopped.clear()
        _insert(tables.clocks(), self._clocks)


def _insert(
    table: "Manager[Any]", rows: list[Row], pouring: Pouring | None = None, *, over: str = ""
) -> None:
    """Insert rows that have the same columns, over those that bear the same key if that is said.

    PostgreSQL takes them by COPY, those that may stand over others as one list a column: both are
    faster than ``bulk_create``, which spends longer on its own words. Where rows are poured, none
    of them stands over another.
    """
    if not rows:
        return
    described: Any = table.model._meta  # noqa: SLF001
    columns = [described.get_field(name) for name in rows[0]]
    names = [connection.ops.quote_name(each.column) for each in columns]
    into = f"{described.db_table} ({', '.join(names)})"
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names)
    then = f" ON CONFLICT ({over}) DO UPDATE SET {replaced}" if over else ""
    values = list(map(itemgetter(*rows[0]), rows))
    rows.clear()
    if pouring is not None:
        pouring.pour(into, values)
    elif connection.vendor == "postgresql" and not over:
        copy_in(into, values)
    else:
        with connection.cursor() as cursor:
            if connection.vendor != "postgresql":
                holes = ", ".join("%s" for _ in names)
                inserted = f"INSERT INTO {into} VALUES ({holes}){then}"  # noqa: S608
                cursor.executemany(inserted, _as_sqlite_takes_them(columns, values))
            else:
                lists = ", ".join(f"%s::{each.db_type(connection)}[]" for each in columns)
                by_column = [list(column) for column in zip(*values, strict=True)]
                from_lists = f"INSERT INTO {into} SELECT * FROM unnest({lists}){then}"  # noqa: S608
                cursor.execute(from_lists, by_column)


def _as_sqlite_takes_them(columns: list[Any], values: list[Any]) -> list[tuple[Any, ...]]:
    """Return the same rows with their instants written; most of a page share a few of them."""
    by_column = list(zip(*values, strict=True))
    for place, column in enumerate(columns):
        if isinstance(column, DateTimeField):
            # In universal time: elsewhere the two passages of a doubled hour would be one.
            instants = [None if each is None else each.astimezone(UTC) for each in by_column[place]]
            written = {
                each: connection.ops.adapt_datetimefield_value(each) for each in set(instants)
            }
            by_column[place] = tuple(map(written.__getitem__, instants))
    return list(zip(*by_column, strict=True))
