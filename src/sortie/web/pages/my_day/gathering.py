"""Which cases may need someone today: a bounded number, whatever the store holds."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sortie import casework, office, store
from sortie.casework import State
from sortie.office import CaseAtWork
from sortie.web import authority
from sortie.web.authority import Acting, Answer, Relation

# The lists that hold one's cases, the widest first: the gate has one of its own.
LISTS = ("cases.list", "gate.list")
SEE = "case.see"
# What the clock makes due later than this is for another day.
AHEAD = timedelta(days=15)
MOST = 50
# Whoever is outside comes before anything else.
_OUTSIDE = (State.NOT_RETURNED, State.OUT)
# Where a case waits for an act, though no clock may be running.
_STILL = (
    State.DECIDED, State.NOTIFIED, State.APPEAL_DECIDED,
    State.APPEALED, State.FILED, State.ROUTED, State.INVESTIGATED, State.BOARD_SEIZED,
    State.BOARD_OPINED, State.OPINION_DEEMED, State.URGENT, State.UNANSWERED, State.WITH_HEAD,
    State.HEAD_SILENT, State.BEFORE_PRESIDENT, State.ADJOURNED, State.NOT_IN_FORM,
)  # fmt: skip


def cases_of(acting: Acting, at: datetime) -> tuple[tuple[CaseAtWork, ...], bool]:
    """Return the open cases that someone may list, the nearest clock first, and whether cut."""
    listed = _list_of(acting)
    soon = store.CaseQuery(by=store.By.DUE, before=at + AHEAD, limit=MOST + 1)
    outside, still = (
        [store.CaseQuery(state=state, limit=MOST + 1) for state in states]
        for states in (_OUTSIDE, _STILL)
    )
    found: dict[str, None] = {}
    for query in (*outside, soon, *still):
        if len(found) > MOST:
            break
        found |= dict.fromkeys(row.case_id for row in authority.cases(acting, listed, query))
    held = office.cases_at_work(list(found)[:MOST], at, by=acting.actor)
    return tuple(each for each in held if each.state not in casework.OVER), len(found) > MOST


def people_of(cases: Iterable[CaseAtWork], acting: Acting) -> dict[str, store.PersonRow]:
    """Return the persons of these cases by their id; nobody where names are not shown."""
    ids = tuple({each.case.person for each in cases})
    if not ids or "name" not in seen_everywhere(acting, _list_of(acting)):
        return {}
    rows = store.people(store.PersonQuery(person_ids=ids, limit=len(ids)))
    return {row.person_id: row for row in rows}


def seen_everywhere(acting: Acting, action: str = SEE) -> frozenset[str]:
    """Return the fields of an action that are open, without a reason, in every case listed."""
    listed = [
        frozenset({relation})
        for relation in Relation
        if authority.answer_to(acting, frozenset({relation}), _list_of(acting)) is Answer.YES
        and not relation.endswith("_closed")
    ]
    fields = [authority.fields_of(acting, relation, action) for relation in listed]
    return frozenset.intersection(*fields) if fields else frozenset()


def _list_of(acting: Acting) -> str:
    return next((each for each in LISTS if authority.visible_to(acting, each)), LISTS[0])
