"""What a list is asked for, read in its address; and the address that asks for it.

A family name and a committal number are never in an address: what stands for them in the blind
index is, so that neither a log nor a browser keeps them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sortie import store
from sortie.casework import State
from sortie.store import By, IndexedCase
from sortie.words import Clock

INSTANTS: Mapping[str, By] = {
    "filed": By.FILED, "due": By.DUE, "departs": By.DEPARTS, "returns": By.RETURNS,
}  # fmt: skip
ORDERS = ("first", "last")
_DAY = timedelta(days=1)
_BETWEEN = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """Which cases, in which order, after which one. ``faults`` names what could not be read.

    ``number`` and ``name`` are blind. ``after`` is the last case of the page before.
    """

    by: str = "filed"
    order: str = ""
    state: str = ""
    prison: str = ""
    court: str = ""
    person: str = ""
    number: str = ""
    name: str = ""
    since: date | None = None
    until: date | None = None
    after: IndexedCase | None = None
    faults: tuple[str, ...] = ()

    @property
    def last_first(self) -> bool:
        """Whether the latest come first: filings do unless asked otherwise, nothing else does."""
        return (self.order or ("last" if self.by == "filed" else "first")) == "last"

    @property
    def by_person(self) -> bool:
        """Whether someone is looked for by number or by name."""
        return bool(self.number or self.name)

    def address(self, **changes: Any) -> str:
        """Return the query string that asks for this, from the first page on unless said."""
        other = replace(self, **{"after": None, **changes})
        return urlencode(list(_written(other)))

    def query(self, clock: Clock, persons: tuple[str, ...] | None, limit: int) -> store.CaseQuery:
        """Return what the store is asked: days begin at midnight by the clock of the post."""
        return store.CaseQuery(
            prison=self.prison or None,
            court=self.court or None,
            person_id=self.person or None,
            person_ids=persons,
            state=self.state or None,
            by=INSTANTS[self.by],
            since=_midnight(self.since, clock),
            before=_midnight(self.until, clock, after=_DAY),
            after=self.after,
            last_first=self.last_first,
            limit=limit,
        )


def _midnight(day: date | None, clock: Clock, *, after: timedelta = timedelta()) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day + after, time(), ZoneInfo(clock.zone))


def _written(criteria: Criteria) -> Iterator[tuple[str, str]]:
    for each in fields(criteria):
        value = getattr(criteria, each.name)
        if each.name == "faults" or not value or value == each.default:
            continue
        if isinstance(value, IndexedCase):
            at = getattr(value, INSTANTS[criteria.by])
            yield each.name, f"{at.isoformat()}{_BETWEEN}{value.case_id}"
        else:
            yield each.name, value.isoformat() if isinstance(value, date) else str(value)


def criteria_in(said: Mapping[str, str]) -> Criteria:
    """Return what an address asks for; what cannot be read is left out, and named."""
    typed = {each.name: str(said.get(each.name, "")).strip() for each in fields(Criteria)}
    faults: list[str] = []
    closed = {"by": INSTANTS, "order": ORDERS, "state": tuple(State)}
    read: dict[str, Any] = {
        name: typed[name] for name in ("prison", "court", "person", "number", "name")
    }
    for name, words in closed.items():
        if typed[name] in words:
            read[name] = typed[name]
        elif typed[name]:
            faults.append(name)
    for name in ("since", "until"):
        read[name] = _day(typed[name])
        if typed[name] and read[name] is None:
            faults.append(name)
    read["after"] = _last(typed["after"], str(read.get("by", "filed")))
    if typed["after"] and read["after"] is None:
        faults.append("after")
    return Criteria(**read, faults=tuple(faults))


def _day(typed: str) -> date | None:
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        return None
    # A day after the last one has no midnight.
    return found if date(1900, 1, 1) <= found <= date(2999, 12, 31) else None


def _last(typed: str, by: str) -> IndexedCase | None:
    """Return a case known only by its place in the list: nothing else of it is asked."""
    at, between, case_id = typed.partition(_BETWEEN)
    try:
        instant = datetime.fromisoformat(at)
    except ValueError:
        return None
    if instant.tzinfo is None or not between or not case_id:
        return None
    place: dict[str, Any] = dict.fromkeys(("person_id", "prison", "court", "state", "leave"), "")
    place[str(INSTANTS[by])] = instant
    return IndexedCase(case_id=case_id, version=0, last_seq=0, **place)
