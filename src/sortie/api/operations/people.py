"""The people for whom one may file: looked for without an address that names them, then read."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sortie import store
from sortie.api.asking import REASON, Called, Operation
from sortie.api.problems import Amiss, Kind, Stopped
from sortie.api.shapes.people import PeopleFound, PersonSought, PersonTold
from sortie.web import authority
from sortie.web.authority import Answer, Matter, OpenedPerson, Relation
from sortie.web.frame import noted
from sortie.web.tokens import READ

FIND, SEE = "filing.find", "person.see"
_MOST = 20
_IN_HAND = ((Relation.OWN_CLIENT, "clients"), (Relation.FOLLOWED, "followed"))
# What the custody holds of the offences is another field of the table.
_OF_THE_OFFENCE = ("offences", "court", "recidivist", "socio_judicial_supervision")


def find(called: Called, body: PersonSought) -> object:
    """Return those who bear a number or a name, among those for whom one may file.

    Raises:   Stopped: neither is said
    """
    number, name = (body.committal_number or "").strip(), (body.name or "").strip()
    fault = _fault(number, name)
    if fault:
        raise Stopped(Kind.INVALID, (Amiss(part="body", path=fault[0], key=fault[1],
                                           holes=(("path", fault[0]),)),))  # fmt: skip
    noted(called, FIND, None)
    query = store.PersonQuery(
        committal_number=number or None, named_like=name or None, limit=_MOST + 1
    )
    found = {each.person_id: each for each in authority.people(called.acting, FIND, query)}
    found |= {each.person_id: each for each in _in_hand(called, query)}
    told = sorted(found.values(), key=lambda each: (each.family_name, each.given_name))
    people = [dict(_found(each, called)) for each in told[:_MOST]]
    return {"people": people, "cut": len(told) > _MOST}


def _fault(number: str, name: str) -> tuple[str, str] | None:
    if not (number or name):
        return "", "nothing"
    # A name without a letter is nobody's: every other such name would answer to it.
    return ("name", "name") if name and not any(each.isalpha() for each in name) else None


def _in_hand(called: Called, query: store.PersonQuery) -> Iterator[store.PersonRow]:
    """Yield the persons that someone has in hand: the clients of a lawyer, those followed."""
    for relation, held in _IN_HAND:
        persons: frozenset[str] = getattr(called.acting, held)
        told = authority.answer_to(called.acting, frozenset({relation}), FIND)
        if persons and told is Answer.YES:
            yield from store.people(replace(query, person_ids=tuple(sorted(persons))))


def _found(row: store.PersonRow, called: Called) -> Iterator[tuple[str, Any]]:
    about = Matter(person=row.person_id, prison=row.prison, heard_by_prison=True)
    theirs = authority.relations(called.acting, about)
    seen = authority.fields_of(called.acting, theirs, FIND, reason=called.reason)
    yield "person", row.person_id
    yield "prison", row.prison
    if "name" in seen:
        yield "name", {"family_name": row.family_name, "given_name": row.given_name}
    if "committal_number" in seen:
        yield "committal_number", row.committal_number


def see(called: Called, person_id: str) -> object:
    """Return a person, as far as they may be seen."""
    return dict(_told(called.person(person_id, SEE)))


def _told(opened: OpenedPerson) -> Iterator[tuple[str, Any]]:
    held = opened.record
    seen = opened.sight.fields(SEE)
    yield "person", held.person
    if "name" in seen:
        yield "name", {"family_name": held.family_name, "given_name": held.given_name}
    if "where" in seen:
        yield "prison", held.prison
        yield "court", held.court
    for name in ("committal_number", "unit"):
        if name in seen:
            yield name, getattr(held, name)
    if "custody" in seen:
        yield "custody", _custody(held.file.get("custody", {}), whole="offence" in seen)
    if "cases" in seen:
        rows = store.cases(store.CaseQuery(person_id=held.person))
        yield "cases", [each.case_id for each in rows]


def _custody(custody: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    """Return the custody of a file, without what its sentences say of the offences if need be."""
    if whole:
        return custody
    sentences = [
        {name: each for name, each in one.items() if name not in _OF_THE_OFFENCE}
        for one in custody.get("sentences", ())
    ]
    return {**custody, **({"sentences": sentences} if "sentences" in custody else {})}


OPERATIONS = (
    Operation(name="find_people", method="POST", route="/people/searches", action=FIND, scope=READ,
              does=find, gives={200: PeopleFound}, headers=(REASON,)),
    Operation(name="see_person", method="GET", route="/people/{person_id}", action=SEE, scope=READ,
              does=see, gives={200: PersonTold}, opens=True, headers=(REASON,),
              refuses=(Kind.REASON_WANTED,)),
)  # fmt: skip
