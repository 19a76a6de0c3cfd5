"""The people of a prison whose name could be taken for another's."""

from collections.abc import Iterator

from sortie import facts, store
from sortie.office.persons import PersonRecord

_PAGE = 500


def similar_to(person: PersonRecord) -> tuple[store.PersonRow, ...]:
    """Return those held in the same prison under a name near this one, by their ids.

    The trap: the index finds names that sound alike, and one letter may change the whole sound;
    so every name of the prison is looked at, as typed.
    """
    own = facts.homonyms.Name(person.family_name, person.given_name)
    return tuple(
        row
        for row in _held_in(person.prison)
        if row.person_id != person.person
        and facts.homonyms.near(own, facts.homonyms.Name(row.family_name, row.given_name))
    )


def _held_in(prison: str) -> Iterator[store.PersonRow]:
    after = ""
    while page := store.people(store.PersonQuery(prison=prison, after=after, limit=_PAGE)):
        yield from page
        after = page[-1].person_id
