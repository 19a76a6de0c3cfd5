"""Which cases are on the list of which sitting: a bounded number, whatever the store holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import Http404
from django.utils.datastructures import MultiValueDict

from sortie import law, office, store
from sortie.casework import BoardMode, State
from sortie.office import CaseAtWork
from sortie.web import authority
from sortie.web.authority import Acting, Answer, Relation
from sortie.web.frame import Asked

LIST, SEE = "sittings.list", "sitting.see"
# Where a case stands while a sitting is before it, or has just been held.
_BEFORE = (State.BOARD_SEIZED, State.OPINION_DEEMED, State.BOARD_OPINED)
# A case comes before the board within so long of its filing.
_SINCE = timedelta(days=180)
_DAY = timedelta(days=1)
MOST = 300


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """One sitting: in which prison, on which day, under which number."""

    day: date
    prison: str
    number: str

    @property
    def query(self) -> dict[str, str]:
        """What its address says."""
        return {"prison": self.prison, "day": self.day.isoformat(), "sitting": self.number}


@dataclass(frozen=True, slots=True)
class Listed:
    """A sitting and the cases on its list, in the order in which they were filed."""

    sitting: Sitting
    at: datetime
    mode: BoardMode
    cases: tuple[CaseAtWork, ...]


def sitting_in(query: MultiValueDict[str, str]) -> Sitting:
    """Return the sitting that an address names.

    Raises:   Http404
    """
    try:
        day = date.fromisoformat(query.get("day", ""))
    except ValueError as unreadable:
        raise Http404 from unreadable
    return Sitting(day, query.get("prison", ""), query.get("sitting", ""))


def coming(asked: Asked) -> tuple[tuple[Listed, ...], bool]:
    """Return the sittings before which a case stands, the nearest first, and whether cut."""
    rows = _rows(asked, store.CaseQuery(limit=MOST + 1), LIST)
    listed = _by_sitting(_folded(rows[:MOST], asked), asked)
    return tuple(sorted(listed, key=lambda each: each.sitting)), len(rows) > MOST


def held(asked: Asked, sitting: Sitting, action: str = SEE) -> Listed:
    """Return one sitting with the cases on its list, decided since or not.

    Raises:   Http404: there is none, or it is not theirs to know that there is one
    """
    noon = datetime.combine(sitting.day, datetime.min.time(), asked.at.tzinfo)
    query = store.CaseQuery(
        prison=sitting.prison, since=noon - _SINCE, before=noon + 2 * _DAY, limit=MOST
    )
    rows = authority.cases(asked.acting, action, query)
    found = [each for each in _by_sitting(_folded(rows, asked), asked) if each.sitting == sitting]
    if not found:
        raise Http404
    return found[0]


def names_of(asked: Asked, cases: Iterable[CaseAtWork]) -> dict[str, store.PersonRow]:
    """Return the persons of these cases by their id; nobody where names are not shown."""
    ids = tuple({each.case.person for each in cases})
    if not ids or not sees(asked.acting, "name"):
        return {}
    rows = store.people(store.PersonQuery(person_ids=ids, limit=len(ids)))
    return {row.person_id: row for row in rows}


def sees(acting: Acting, field: str) -> bool:
    """Whether a field of a case is open, without a reason, in every case that may be listed."""
    theirs = [
        relation
        for relation in Relation
        if authority.answer_to(acting, frozenset({relation}), LIST) is Answer.YES
    ]
    return bool(theirs) and all(
        field in authority.fields_of(acting, frozenset({each}), "case.see") for each in theirs
    )


def _rows(asked: Asked, query: store.CaseQuery, action: str) -> list[store.IndexedCase]:
    found: list[store.IndexedCase] = []
    for state in _BEFORE:
        one = store.CaseQuery(state=state.value, limit=query.limit)
        found += authority.cases(asked.acting, action, one)
    return found


def _folded(rows: Iterable[store.IndexedCase], asked: Asked) -> tuple[CaseAtWork, ...]:
    ids = dict.fromkeys(row.case_id for row in rows)
    return office.cases_at_work(ids, asked.at, by=asked.acting.actor)


def _by_sitting(cases: Iterable[CaseAtWork], asked: Asked) -> Iterator[Listed]:
    found: dict[Sitting, list[CaseAtWork]] = defaultdict(list)
    for each in cases:
        board = each.case.board
        if board is not None:
            found[Sitting(_day(each, asked), each.case.prison, board.sitting)].append(each)
    for sitting, listed in found.items():
        board = listed[0].case.board
        assert board is not None  # noqa: S101 (it was just looked at)
        yield Listed(sitting, board.sits_at, board.mode, tuple(listed))


def _day(each: CaseAtWork, asked: Asked) -> date:
    """Return the day on which a case is to be heard, by the clock of its prison."""
    board = each.case.board
    assert board is not None  # noqa: S101 (whoever asks has looked)
    zone = law.france.PROCEDURE.place_of(each.case.where).zone
    return type(asked.clock)(asked.tongue, zone).there(board.sits_at).date()
