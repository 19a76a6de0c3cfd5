"""Reading the store: each list is cut, and touches the rows it returns and few others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Q

from sortie.store import complaints, copies, keys, tables
from sortie.store.errors import NoSuchStream
from sortie.store.names import name_key
from sortie.store.records import (
    Clock,
    IndexedCase,
    PersonRow,
    StoredCommand,
    StoredEvent,
    StoredMessage,
    Stream,
)

PAGE = 50
STREAM = attrgetter("stream")
OF_ONE = "WHERE stream_kind = %s AND stream_id = %s"


class By(StrEnum):
    """The instant that orders a list of cases; a case without it is not in the list."""

    FILED = "filed_at"
    DUE = "next_due_at"
    DEPARTS = "departs_at"
    RETURNS = "returns_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """Which cases: of one prison, one court, one person, in one state; ``before`` is excluded.

    ``person_ids`` are several persons at once. ``after`` is the last case of the page before.
    ``last_first`` begins with the latest. A state is found fast with ``By.FILED``, or with
    ``By.DUE`` and nothing else; departures and returns belong to a prison or a court.
    """

    prison: str | None = None
    court: str | None = None
    person_id: str | None = None
    person_ids: tuple[str, ...] | None = None
    state: str | None = None
    by: By = By.FILED
    since: datetime | None = None
    before: datetime | None = None
    after: IndexedCase | None = None
    last_first: bool = False
    limit: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonQuery:
    """Which persons. ``named_like`` is a family name: those easily taken for it come too.

    ``number_blind`` and ``name_blind`` are what ``blinded`` and ``blinded_name`` answered for
    them before, for an address, or a log, that must hold neither.
    """

    person_ids: tuple[str, ...] | None = None
    committal_number: str | None = None
    prison: str | None = None
    judgment: str | None = None
    named_like: str | None = None
    number_blind: str | None = None
    name_blind: str | None = None
    after: str = ""
    limit: int = PAGE


@complaints.reading()
def events_of(stream: Stream, *, upto: int | None = None) -> tuple[StoredEvent, ...]:
    """Return the events of a stream in their order, up to and with number ``upto``.

    Raises:   NoSuchStream, Erased, KeyLost
    """
    found = stream_events(stream, upto)
    if not found:
        raise NoSuchStream(str(stream))
    return found


def stream_events(stream: Stream, upto: int | None = None) -> tuple[StoredEvent, ...]:
    """Return the events of a stream; a stream without any is empty.

    Raises:   Erased, KeyLost
    """
    names = [stream.kind, stream.id]
    if upto is None:
        return tuple(copies.events_where(f"{OF_ONE} ORDER BY number", names))
    return tuple(copies.events_where(f"{OF_ONE} AND number <= %s ORDER BY number", [*names, upto]))


@complaints.reading()
def events_of_each(streams: Iterable[Stream]) -> dict[Stream, tuple[StoredEvent, ...]]:
    """Return the events of several streams at once; those without any are left out.

    Raises:   Erased, KeyLost
    """
    by_kind: dict[str, list[str]] = defaultdict(list)
    for stream in streams:
        by_kind[stream.kind].append(stream.id)
    found: dict[Stream, tuple[StoredEvent, ...]] = {}
    for kind, ids in by_kind.items():
        holes = ", ".join("%s" for _ in ids)
        of_some = f"WHERE stream_kind = %s AND stream_id IN ({holes}) ORDER BY stream_id, number"
        events = copies.events_where(of_some, [kind, *ids])
        found.update((stream, tuple(some)) for stream, some in groupby(events, STREAM))
    return found


@complaints.reading()
def versions(case_ids: Iterable[str]) -> dict[str, int]:
    """Return the number of the last event of each of these cases."""
    rows = tables.case_index().filter(case_id__in=list(case_ids))
    return dict(rows.values_list("case_id", "version"))


@complaints.reading()
def command_of(key: str) -> StoredCommand | None:
    """Return what became of a command; without one, nothing was ever kept under this key.

    Raises:   Erased, KeyLost
    """
    row = tables.commands().filter(key=key).first()
    return None if row is None else copies.command_from(row)


@complaints.reading()
def cases(query: CaseQuery) -> tuple[IndexedCase, ...]:
    """Return one page of cases from the index, in the order that the query says."""
    column = str(query.by)
    kept: dict[str, Any] = {
        name: wanted
        for name in ("prison", "court", "person_id", "state")
        if (wanted := getattr(query, name)) is not None
    }
    if query.person_ids is not None:
        kept["person_id__in"] = query.person_ids
    if query.since is not None:
        kept[f"{column}__gte"] = query.since
    if query.before is not None:
        kept[f"{column}__lt"] = query.before
    rows = tables.case_index().filter(**{f"{column}__isnull": False}, **kept)
    if query.after is not None:
        last, side = getattr(query.after, column), "lt" if query.last_first else "gt"
        later = Q(**{f"{column}__{side}": last}) | Q(**{f"case_id__{side}": query.after.case_id})
        rows = rows.filter(later, **{f"{column}__{side}e": last})
    sign = "-" if query.last_first else ""
    ordered = rows.order_by(f"{sign}{column}", f"{sign}case_id")
    return tuple(copies.case_of(row) for row in ordered[: query.limit])


@complaints.reading()
def case(case_id: str) -> IndexedCase | None:
    """Return the index row of one case."""
    row = tables.case_index().filter(case_id=case_id).first()
    return None if row is None else copies.case_of(row)


@complaints.reading()
def clocks_due(at: datetime, *, after: Clock | None = None, limit: int = PAGE) -> tuple[Clock, ...]:
    """Return the clocks that ring at this instant or before, the earliest first."""
    rows = tables.clocks().filter(due_at__lte=at)
    if after is not None:
        later = (
            Q(due_at__gt=after.due_at)
            | Q(case_id__gt=after.case_id)
            | Q(case_id=after.case_id, rule__gt=after.rule)
        )
        rows = rows.filter(later, due_at__gte=after.due_at)
    return copies.clocks_from(rows.order_by("due_at", "case_id", "rule")[:limit])


@complaints.reading()
def clocks_of(case_id: str) -> tuple[Clock, ...]:
    """Return the clocks of one case, the earliest first."""
    return copies.clocks_from(tables.clocks().filter(case_id=case_id).order_by("due_at", "rule"))


@complaints.reading()
def unsent(*, after: int = 0, limit: int = PAGE) -> tuple[StoredMessage, ...]:
    """Return the messages that nobody has sent yet, the oldest first."""
    rows = tables.outbox().filter(sent_at=None, id__gt=after).order_by("id")
    return copies.messages_from(rows[:limit])


@complaints.reading()
def receipts_missing(
    at: datetime, *, after: StoredMessage | None = None, limit: int = PAGE
) -> tuple[StoredMessage, ...]:
    """Return the messages whose receipt was due at this instant or before and is not there.

    Sent or not: a message that never left is missing too. Those raised before are left out.
    """
    rows = tables.outbox().filter(received_at=None, overdue_raised_at=None, receipt_before__lte=at)
    if after is not None:
        later = Q(receipt_before__gt=after.receipt_before) | Q(id__gt=after.id)
        rows = rows.filter(later, receipt_before__gte=after.receipt_before)
    return copies.messages_from(rows.order_by("receipt_before", "id")[:limit])


@complaints.reading()
def messages_of(case_id: str) -> tuple[StoredMessage, ...]:
    """Return every message of a case, the oldest first."""
    return copies.messages_from(tables.outbox().filter(case_id=case_id).order_by("id"))


@complaints.reading()
def message(dedupe_key: str) -> StoredMessage | None:
    """Return the message of this key, once it was told."""
    found = copies.messages_from(tables.outbox().filter(dedupe_key=dedupe_key))
    return found[0] if found else None


@complaints.reading()
def people(query: PersonQuery) -> tuple[PersonRow, ...]:
    """Return one page of persons, ordered by id, with their judgments."""
    rows = tables.person_index().filter(person_id__gt=query.after)
    if query.person_ids is not None:
        rows = rows.filter(person_id__in=query.person_ids)
    if query.committal_number is not None:
        rows = rows.filter(committal_number=_blind("committal_number", query.committal_number))
    if query.prison is not None:
        rows = rows.filter(prison=query.prison)
    if query.judgment is not None:
        together = tables.judgments().filter(judgment=_blind("judgment", query.judgment))
        rows = rows.filter(person_id__in=together.values("person_id"))
    if query.named_like is not None:
        rows = rows.filter(name_key=blinded_name(query.named_like))
    if query.number_blind is not None:
        rows = rows.filter(committal_number=query.number_blind)
    if query.name_blind is not None:
        rows = rows.filter(name_key=query.name_blind)
    return copies.people_from(rows.order_by("person_id")[: query.limit])


def blinded_name(family_name: str) -> str:
    """Return what stands for a family name, and for those easily taken for it, in the index."""
    return _blind("name_key", name_key(family_name))


def _blind(field: str, value: str) -> str:
    return keys.current().blind(field, value)


def streams(kind: str, *, chunk: int = 1000) -> Iterator[Stream]:
    """Yield every stream of this kind, the oldest first, a chunk of names at a time.

    Streams that begin while it runs are yielded too.
    """
    seen = 0
    while names := _begun_after(seen, kind, chunk):
        yield from (Stream(kind, id_) for _, id_ in names)
        seen = names[-1][0]


@complaints.reading()
def _begun_after(seen: int, kind: str, chunk: int) -> list[tuple[int, str]]:
    rows = tables.events().filter(number=1, stream_kind=kind, seq__gt=seen).order_by("seq")
    return list(rows.values_list("seq", "stream_id")[:chunk])
