"""For whom: a person, by the whole committal number or by a family name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sortie import store
from sortie.web import authority
from sortie.web.authority import Answer, Relation
from sortie.web.frame import Asked

ACTION = "filing.find"
_MOST = 20
_ONES = ((Relation.OWN_CLIENT, "clients"), (Relation.FOLLOWED, "followed"))


def find(asked: Asked) -> Mapping[str, Any]:
    """Return the persons found among those for whom one may file, and nobody else."""
    query = asked.request.GET
    number, name = query.get("number", "").strip(), query.get("name", "").strip()
    found = list(_found(asked, number, name)) if number or name else []
    return {
        "number": number,
        "name": name,
        "looked": bool(number or name),
        "people": found[:_MOST],
        "cut": len(found) > _MOST,
        "mine": [] if number or name else list(_mine(asked, store.PersonQuery(limit=_MOST))),
    }


def _found(asked: Asked, number: str, name: str) -> Iterator[store.PersonRow]:
    query = store.PersonQuery(
        committal_number=number or None, named_like=name or None, limit=_MOST + 1
    )
    found = {each.person_id: each for each in authority.people(asked.acting, ACTION, query)}
    found |= {each.person_id: each for each in _mine(asked, query)}
    yield from sorted(found.values(), key=lambda each: (each.family_name, each.given_name))


def _mine(asked: Asked, query: store.PersonQuery) -> Iterator[store.PersonRow]:
    """Yield the persons that someone has in hand: the clients of a lawyer, those followed."""
    for relation, held in _ONES:
        persons: frozenset[str] = getattr(asked.acting, held)
        may = authority.answer_to(asked.acting, frozenset({relation}), ACTION) is Answer.YES
        if persons and may:
            yield from store.people(replace(query, person_ids=tuple(sorted(persons))))
