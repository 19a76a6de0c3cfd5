"""The people of a prison whose name is near, side by side; never anyone by name alone."""

from dataclasses import dataclass

from sortie import office, store
from sortie.web.authority import OpenedCase
from sortie.web.frame import Asked
from sortie.web.pages.gate import gathering
from sortie.web.pages.gate.hours import Hour, hour, speaker_of


@dataclass(frozen=True, slots=True)
class Similar:
    """One person who could be taken for another; ``leaves`` is when they leave too, today."""

    person: store.PersonRow
    leaves: Hour | None = None
    out: bool = False


def similar_of(opened: OpenedCase, asked: Asked) -> tuple[Similar, ...]:
    """Return those whose name is near, the ones who move on the same day first."""
    if not opened.sight.sees("similar", "gate.see"):
        return ()
    found = office.similar_to(office.person_of(opened.shown.case.person))
    if not found:
        return ()
    moving = _moving({row.person_id for row in found}, asked)
    each = [moving.get(row.person_id, Similar(row)) for row in found]
    return tuple(sorted(each, key=lambda one: (one.leaves is None and not one.out,
                                               one.person.family_name)))  # fmt: skip


def _moving(persons: set[str], asked: Asked) -> dict[str, Similar]:
    """Return those among them who leave on this day, or are out."""
    ids = (
        *gathering.leaving(asked.acting, asked.at, asked.clock), *gathering.outside(asked.acting)
    )  # fmt: skip
    cases = gathering.folded(ids, asked.at)
    concerned = [each for each in cases.values() if each.case.person in persons]
    rows = gathering.people_of(concerned, asked.acting)
    found = {}
    for each in concerned:
        case, row = each.case, rows.get(each.case.person)
        terms = case.order.terms if case.order is not None else None
        departs = hour(terms.departs_at, speaker_of(case, asked)) if terms is not None else None
        if row is not None:
            found[case.person] = Similar(row, None if case.absences else departs, case.out)
    return found
