"""What someone may list: constraints put into the query, never a filter on what came back."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sortie import store
from sortie.casework import State
from sortie.web.authority.acting import Acting
from sortie.web.authority.allowing import Answer, answer_to
from sortie.web.authority.words import Relation

_APPEALED = (State.APPEALED, State.BEFORE_PRESIDENT, State.APPEAL_DECIDED)
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One part of what may be listed: a prison, a court, some persons, the appeals of a court.

    ``with_reason`` says that its list opens once a reason is written.
    """

    prison: str | None = None
    court: str | None = None
    persons: tuple[str, ...] | None = None
    state: str | None = None
    with_reason: bool = False


def visible_to(acting: Acting, action: str) -> tuple[Reach, ...]:
    """Return all that this action may list, in parts; none is nothing at all."""
    found = []
    for relation, parts in _PARTS.items():
        told = answer_to(acting, frozenset({relation}), action)
        if told is not Answer.NO:
            asked = told is Answer.WITH_REASON
            found += [replace(part, with_reason=asked) for part in parts(acting)]
    return tuple(found)


def _prisons(acting: Acting) -> Iterator[Reach]:
    yield from (Reach(prison=each) for each in sorted(acting.prisons))


def _courts(acting: Acting) -> Iterator[Reach]:
    yield from (Reach(court=each) for each in sorted(acting.courts))


def _appeals(acting: Acting) -> Iterator[Reach]:
    for court in sorted(acting.appeals_from):
        yield from (Reach(court=court, state=each.value) for each in _APPEALED)


def _persons(ids: frozenset[str]) -> Iterator[Reach]:
    if ids:
        yield Reach(persons=tuple(sorted(ids)))


_PARTS: dict[Relation, Callable[[Acting], Iterator[Reach]]] = {
    Relation.OWN_PRISON: _prisons,
    Relation.OWN_COURT: _courts,
    Relation.BEFORE_APPEAL: _appeals,
    Relation.OWN_CLIENT: lambda acting: _persons(acting.clients),
    Relation.FOLLOWED: lambda acting: _persons(acting.followed),
}


def cases(
    acting: Acting, action: str, query: store.CaseQuery, *, reason: str = ""
) -> tuple[store.IndexedCase, ...]:
    """Return one page of the cases that a query finds among those this action may list.

    What the query asks outside of them is not found, as if it were not there. The next page is
    asked for with the last case of this one, as of the store.
    """
    pages = [store.cases(each) for each in _narrowed(acting, action, query, reason)]
    column = str(query.by)
    return _merged(
        pages,
        query.limit,
        lambda row: (getattr(row, column), row.case_id),
        last_first=query.last_first,
    )


def _narrowed(
    acting: Acting, action: str, query: store.CaseQuery, reason: str
) -> Iterator[store.CaseQuery]:
    for part in _opened(acting, action, reason):
        narrow = _both(query, part)
        if narrow is not None:
            yield narrow


def _opened(acting: Acting, action: str, reason: str) -> Iterator[Reach]:
    return (each for each in visible_to(acting, action) if reason.strip() or not each.with_reason)


def _both(query: store.CaseQuery, part: Reach) -> store.CaseQuery | None:
    """Return what is asked for and allowed; None where the two have nothing in common."""
    for name in ("prison", "court", "state"):
        wanted, allowed = getattr(query, name), getattr(part, name)
        if wanted is not None and allowed is not None and wanted != allowed:
            return None
    persons = part.persons
    if query.person_id is not None and persons is not None and query.person_id not in persons:
        return None
    if query.person_ids is not None:
        kept = frozenset(query.person_ids if persons is None else persons)
        persons = tuple(sorted(kept.intersection(query.person_ids)))
        if not persons:
            return None
    return replace(
        query,
        prison=part.prison or query.prison,
        court=part.court or query.court,
        state=part.state or query.state,
        person_ids=persons if query.person_id is None else None,
    )


def people(
    acting: Acting, action: str, query: store.PersonQuery, *, reason: str = ""
) -> tuple[store.PersonRow, ...]:
    """Return one page of the persons that a query finds among those this action may list.

    A court lists the people of the prisons it hears.
    """
    prisons = sorted(set(_prisons_of(acting, action, reason)))
    pages = [
        store.people(replace(query, prison=prison))
        for prison in prisons
        if query.prison in (None, prison)
    ]
    return _merged(pages, query.limit, lambda row: (row.person_id,))


def _prisons_of(acting: Acting, action: str, reason: str) -> Iterator[str]:
    for part in _opened(acting, action, reason):
        if part.prison is not None:
            yield part.prison
        elif part.court is not None and part.state is None:
            yield from acting.prisons_heard


def _merged(
    pages: Iterable[tuple[_Row, ...]],
    limit: int,
    key: Callable[[_Row], tuple[str | datetime, ...]],
    *,
    last_first: bool = False,
) -> tuple[_Row, ...]:
    """Return the first rows of several ordered pages, each row once."""
    found: dict[tuple[str | datetime, ...], _Row] = {}
    for row in heapq.merge(*pages, key=key, reverse=last_first):
        found.setdefault(key(row), row)
        if len(found) == limit:
            break
    return tuple(found.values())
