"""The events of a span of time, for figures: which cases, and of each only what is counted.

The questions are constants, so that whoever shows a figure shows the very text that was asked.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import connection

from sortie.store import complaints, copies, keys, tables
from sortie.store.errors import Erased
from sortie.store.records import ERASURES, StoredEvent
from sortie.store.register.checkpoints import COLUMNS, StoredCheckpoint

CASES_AT_ONCE = 400
WHICH_CASES = (
    "SELECT stream_id FROM store_event\n"
    "WHERE stream_kind = 'case' AND kind IN ({kinds})\n"
    "AND at >= {since} AND at < {before}"
)
WHICH_EVENTS = (
    "WHERE stream_kind = 'case' AND stream_id IN ({cases})\n"
    "AND kind IN ({kinds}) AND recorded_at < {upto}\n"
    "ORDER BY stream_id, number"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Which events are counted.

    Cases in which one of the kinds ``begun`` happened from ``since`` until ``before``; of these,
    the events of the kinds ``read`` that were written down before ``upto``.
    """

    begun: tuple[str, ...]
    read: tuple[str, ...]
    since: datetime
    before: datetime
    upto: datetime


@dataclass(frozen=True, slots=True)
class CaseEvents:
    """The events of one case that are counted; none where its person was erased."""

    case_id: str
    events: tuple[StoredEvent, ...]


def events_of_period(period: Period) -> Iterator[CaseEvents]:
    """Yield the events of each case of a period, a few hundred cases at a time.

    Raises:   KeyLost, BrokenStore
    """
    with complaints.reading():
        cases, erased = _cases(period), _erased()
    for start in range(0, len(cases), CASES_AT_ONCE):
        some = cases[start : start + CASES_AT_ONCE]
        with complaints.reading():
            try:
                events = _events(period, some, erased)
            except Erased:
                erased = _erased()
                events = _events(period, some, erased)
            gone = _gone(period, some, erased) if erased else []
        yield from (CaseEvents(case, tuple(each)) for case, each in groupby(events, _case_of))
        yield from (CaseEvents(case, ()) for case in gone)


def _erased() -> frozenset[str]:
    return frozenset(keys.current().destroyed())


def _case_of(event: StoredEvent) -> str:
    return event.stream.id


def _cases(period: Period) -> list[str]:
    asked = WHICH_CASES.format(kinds=_holes(period.begun), since="%s", before="%s")
    with connection.cursor() as cursor:
        cursor.execute(asked, [*period.begun, _bound(period.since), _bound(period.before)])
        return sorted({row[0] for row in cursor.fetchall()})


def _events(period: Period, cases: Collection[str], erased: Collection[str]) -> list[StoredEvent]:
    asked = WHICH_EVENTS.format(cases=_holes(cases), kinds=_holes(period.read), upto="%s")
    values = [*cases, *period.read, _bound(period.upto)]
    return copies.events_where(asked, values, without=erased)


def _gone(period: Period, cases: Collection[str], erased: Collection[str]) -> list[str]:
    """Return those of these cases whose person was erased."""
    begun = tables.events().filter(
        stream_kind="case", stream_id__in=cases, number=1, recorded_at__lt=period.upto
    )
    rows = begun.order_by("stream_id").values_list("stream_id", "subject")
    return [case_id for case_id, subject in rows if subject in erased]


def questions(period: Period) -> tuple[str, ...]:
    """Return the text of each question, its values written in; the cases are those of the first."""
    first = WHICH_CASES.format(
        kinds=_written(period.begun), since=_quoted(period.since), before=_quoted(period.before)
    )
    then = WHICH_EVENTS.format(cases="…", kinds=_written(period.read), upto=_quoted(period.upto))
    return first, f"{copies.EVENTS}\n{then}"


@complaints.reading()
def first_of(kind: str) -> datetime | None:
    """Return the instant of the first event of this kind in any case."""
    row = tables.events().filter(stream_kind="case", kind=kind).order_by("at").values_list("at")
    found = row.first()
    return None if found is None else found[0]


@complaints.reading()
def erasures() -> int:
    """Return how many erasures are recorded: what was counted before the last may not be again."""
    rows = tables.events().filter(stream_kind=ERASURES.kind, stream_id=ERASURES.id)
    return rows.order_by("-number").values_list("number", flat=True).first() or 0


@complaints.reading()
def sealing(seq: int) -> StoredCheckpoint | None:
    """Return the first checkpoint that seals the event of this place in the store."""
    found = tables.checkpoints().filter(size__gte=seq).order_by("size", "id")
    row = found.values_list(*COLUMNS).first()
    return None if row is None else StoredCheckpoint(*row)


def _holes(values: Collection[str]) -> str:
    return ", ".join("%s" for _ in values)


def _written(values: Collection[str]) -> str:
    return ", ".join(f"'{each}'" for each in values)


def _quoted(at: datetime) -> str:
    return f"'{_bound(at)}'"


def _bound(at: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(at)
