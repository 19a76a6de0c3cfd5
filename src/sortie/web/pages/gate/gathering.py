"""Which cases the gate looks at: a bounded number, whatever the store holds."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sortie import office, store
from sortie.casework import State
from sortie.office import CaseAtWork
from sortie.web import authority
from sortie.web.authority import Acting, Relation
from sortie.words import Clock

LIST = "gate.list"
MOST = 60
OUTSIDE = (State.NOT_RETURNED, State.OUT, State.ESCAPE_DECLARED)
BACK = (State.RETURNED, State.RETURNED_LATE, State.RECAPTURED)
# Nothing was granted: the gate has no business with an application.
_NOTHING_GRANTED = frozenset([
    State.DRAFT, State.FILED, State.NOT_IN_FORM, State.ROUTED, State.WITH_HEAD, State.HEAD_REFUSED,
    State.HEAD_SILENT, State.INVESTIGATED, State.BOARD_SEIZED, State.BOARD_OPINED,
    State.OPINION_DEEMED, State.URGENT, State.UNANSWERED, State.BEFORE_PRESIDENT, State.ADJOURNED,
    State.REFUSED, State.INADMISSIBLE,
])  # fmt: skip


def day_of(at: datetime, clock: Clock) -> tuple[datetime, datetime]:
    """Return the instants between which it is this day, by the clock of the gate."""
    local = clock.there(at)
    start = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return start, start + timedelta(days=1)


def leaving(acting: Acting, at: datetime, clock: Clock) -> tuple[str, ...]:
    """Return the cases whose departure is on this day, once something is granted."""
    since, before = day_of(at, clock)
    rows = _pages(acting, store.CaseQuery(by=store.By.DEPARTS, since=since, before=before))
    return _cut(row for row in rows if row.state not in _NOTHING_GRANTED)


def outside(acting: Acting) -> tuple[str, ...]:
    """Return the cases whose person is outside, those who are not back first."""
    rows = (row for state in OUTSIDE for row in _pages(acting, store.CaseQuery(state=state)))
    return _cut(rows)


def back(acting: Acting, at: datetime, clock: Clock) -> tuple[str, ...]:
    """Return the cases whose person was due back on this day and is."""
    since, before = day_of(at, clock)
    rows = _pages(acting, store.CaseQuery(by=store.By.RETURNS, since=since, before=before))
    return _cut(row for row in rows if row.state in BACK)


def of_number(acting: Acting, number: str) -> tuple[str, ...]:
    """Return the cases with something granted of whoever bears this committal number here."""
    query = store.PersonQuery(committal_number=number.strip())
    found = authority.people(acting, LIST, query)
    rows = (
        row for each in found
        for row in _pages(acting, store.CaseQuery(person_id=each.person_id))
    )  # fmt: skip
    return _cut(row for row in rows if row.state not in _NOTHING_GRANTED)


def _pages(acting: Acting, query: store.CaseQuery) -> tuple[store.IndexedCase, ...]:
    """Return two pages at most: a gate that has more has another way to look."""
    first = authority.cases(acting, LIST, query)
    if len(first) < query.limit:
        return first
    rest = store.CaseQuery(
        person_id=query.person_id, state=query.state, by=query.by, since=query.since,
        before=query.before, after=first[-1],
    )  # fmt: skip
    return (*first, *authority.cases(acting, LIST, rest))


def _cut(rows: Iterable[store.IndexedCase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.case_id for row in rows))[:MOST]


def folded(ids: Iterable[str], at: datetime) -> dict[str, CaseAtWork]:
    """Return these cases with every act that may follow, whoever does it, in one question."""
    found = office.cases_at_work(tuple(dict.fromkeys(ids)), at)
    return {each.case_id: each for each in found}


def people_of(cases: Iterable[CaseAtWork], acting: Acting) -> dict[str, store.PersonRow]:
    """Return the persons of these cases by their id; nobody where names are not shown."""
    ids = tuple({each.case.person for each in cases})
    if not ids or "name" not in fields(acting, LIST):
        return {}
    rows = store.people(store.PersonQuery(person_ids=ids, limit=len(ids)))
    return {row.person_id: row for row in rows}


def fields(acting: Acting, action: str) -> frozenset[str]:
    """Return what an action shows of the people of one's own prison."""
    return authority.fields_of(acting, frozenset({Relation.OWN_PRISON}), action)


def prisons(acting: Acting) -> Iterator[str]:
    """Yield the prisons whose gate this is."""
    yield from sorted(acting.prisons)
