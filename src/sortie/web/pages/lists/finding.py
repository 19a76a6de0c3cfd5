"""Whom a list is about, where someone is looked for; and the cases of one page."""

from dataclasses import dataclass

from sortie import store
from sortie.web import authority
from sortie.web.frame import Asked
from sortie.web.pages.lists.criteria import Criteria

PAGE = store.CaseQuery().limit
# More homonyms than anyone reads: a committal number is asked for instead.
MOST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """One page of cases, whether another follows, and whether people were left out."""

    cases: tuple[store.IndexedCase, ...]
    more: bool = False
    cut: bool = False


def found_by(asked: Asked, action: str, criteria: Criteria, *, limit: int = PAGE,
             reason: str = "") -> Found:  # fmt: skip
    """Return one page of what an address asks for, among what this action lists to who asks."""
    if criteria.faults:
        return Found(())
    persons, cut = _sought(asked, action, criteria)
    if persons == ():
        return Found(())
    query = criteria.query(asked.clock, persons, limit + 1)
    rows = authority.cases(asked.acting, action, query, reason=reason)
    return Found(rows[:limit], len(rows) > limit, cut)


def _sought(asked: Asked, action: str, criteria: Criteria) -> tuple[tuple[str, ...] | None, bool]:
    """Return the persons who bear a number or a name like this one; None when nobody is sought."""
    if not criteria.by_person:
        return None, False
    found: dict[str, None] = {}
    for part in authority.visible_to(asked.acting, action):
        rows = store.people(
            store.PersonQuery(
                number_blind=criteria.number or None,
                name_blind=criteria.name or None,
                prison=part.prison,
                person_ids=part.persons,
                limit=MOST + 1,
            )
        )
        found |= dict.fromkeys(row.person_id for row in rows)
    return tuple(found)[:MOST], len(found) > MOST
