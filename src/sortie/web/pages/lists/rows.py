"""The lines of a list: each case or person with what the table lets its reader see of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse

from sortie import store
from sortie.casework import OVER, State
from sortie.web import authority
from sortie.web.authority import Acting, Matter, Relation
from sortie.web.frame import Asked

NAME, NUMBER = "name", "committal_number"
OPEN = "case.see"
_BEFORE_PRESIDENT = (State.APPEALED, State.BEFORE_PRESIDENT, State.APPEAL_DECIDED)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a list; ``person`` is None where nothing of them may be shown."""

    case: store.IndexedCase
    person: store.PersonRow | None
    seen: frozenset[str]

    @property
    def prison(self) -> str:
        """Whose clock tells its instants."""
        return self.case.prison


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of a list."""

    person: store.PersonRow
    seen: frozenset[str]

    @property
    def prison(self) -> str:
        """Where they are."""
        return self.person.prison


class Seeing:
    """What an action shows to someone, asked once for each set of relations."""

    def __init__(self, acting: Acting, action: str, reason: str = "") -> None:
        self.acting, self.action, self.reason = acting, action, reason
        self._known: dict[frozenset[Relation], frozenset[str]] = {}

    def fields(self, about: Matter) -> frozenset[str]:
        """Return the fields that are open on this matter."""
        theirs = authority.relations(self.acting, about)
        if theirs not in self._known:
            self._known[theirs] = authority.fields_of(
                self.acting, theirs, self.action, reason=self.reason
            )
        return self._known[theirs]


def case_lines(found: Iterable[store.IndexedCase], seeing: Seeing) -> tuple[CaseLine, ...]:
    """Return cases with their persons, in one question more whatever their number."""
    seen = {case: seeing.fields(_matter(case)) for case in found}
    wanted = tuple({case.person_id for case, fields in seen.items() if fields & {NAME, NUMBER}})
    people = persons(wanted)
    return tuple(
        CaseLine(case, people.get(case.person_id), fields) for case, fields in seen.items()
    )


def address_of(case: store.IndexedCase, asked: Asked) -> str:
    """Return the address of a listed case for whoever may open it, empty for anyone else.

    The trap: a list knows when a leave was to end, not what happened last. A case that is over is
    taken for closed as long after as a case rests.
    """
    ended = case.returns_at or case.filed_at
    rested = case.state in OVER and ended is not None and ended + authority.RESTS <= asked.at
    theirs = authority.relations(asked.acting, replace(_matter(case), closed=rested))
    if authority.answer_to(asked.acting, theirs, OPEN) is authority.Answer.NO:
        return ""
    return reverse("case", kwargs={"case_id": case.case_id})


def persons(ids: tuple[str, ...]) -> dict[str, store.PersonRow]:
    """Return persons by their id."""
    if not ids:
        return {}
    rows = store.people(store.PersonQuery(person_ids=ids, limit=len(ids)))
    return {row.person_id: row for row in rows}


def person_lines(found: Iterable[store.PersonRow], seeing: Seeing) -> tuple[PersonLine, ...]:
    """Return persons with what may be shown of each."""
    return tuple(
        PersonLine(
            row,
            seeing.fields(Matter(person=row.person_id, prison=row.prison, heard_by_prison=True)),
        )
        for row in found
    )


def _matter(case: store.IndexedCase) -> Matter:
    before = {case.court} if case.state in _BEFORE_PRESIDENT else set()
    return Matter(
        person=case.person_id,
        prison=case.prison,
        court=case.court,
        appealed_from=frozenset(before),
    )
