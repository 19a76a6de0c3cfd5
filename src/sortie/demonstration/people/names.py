"""Invented names, none near another in the prisons save those that were meant to be."""

from collections.abc import Mapping, Sequence

from sortie import facts
from sortie.demonstration.chance import Chance
from sortie.demonstration.houses import syllables

Name = facts.homonyms.Name
near_pairs = facts.homonyms.near_pairs

_VOWELS = "aeiou"


def names_of(persons: Sequence[str], like: Mapping[str, str], chance: Chance) -> dict[str, Name]:
    """Return a name for each person; ``like`` says whose name another's is nearly.

    The trap: at the gate a name near another asks for a surer proof, so that one which nobody
    meant to be near would stop a leave of the demonstration.
    """
    found = {person: _name(rank, 0, chance) for rank, person in enumerate(persons)}
    tries = 0
    while met := [later for _, later in near_pairs(found)]:
        tries += 1
        for person in met:
            found[person] = _name(persons.index(person), tries, chance)
    twisted = {person: _twisted(found[other], rank) for rank, (person, other) in
               enumerate(like.items())}  # fmt: skip
    return {**found, **twisted}


def _name(rank: int, tries: int, chance: Chance) -> Name:
    """Return the name at a place of the list, which holds each family name once."""
    parts = syllables()
    families = len(parts["family_start"]) * len(parts["family_end"])
    first = chance.number("family", 0, families - 1)
    # A step that shares no factor with the count passes by every name before it comes back.
    place = (first + rank * 367) % families
    start, end = divmod(place, len(parts["family_end"]))
    given = chance.of(rank).of(tries)
    return Name(
        parts["family_start"][start] + parts["family_end"][end],
        given.pick("start", parts["given_start"]) + given.pick("end", parts["given_end"]),
    )


def _twisted(name: Name, rank: int) -> Name:
    """Return a name that a tired eye takes for this one: a letter changed, dropped, or swapped."""
    family, given = name.family, name.given
    match rank % 3:
        case 0:
            at = max(family.rfind(vowel) for vowel in _VOWELS)
            other = _VOWELS[(_VOWELS.index(family[at]) + 1) % len(_VOWELS)]
            return Name(family[:at] + other + family[at + 1 :], given)
        case 1:
            return Name(family[:-2] + family[-1], given)
        case _:
            return Name(given, family)
