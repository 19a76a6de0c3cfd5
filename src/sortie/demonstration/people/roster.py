"""Everyone who is held: the people of the docket first, then the crowd that fills the prisons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sortie import facts
from sortie.demonstration.chance import Chance
from sortie.demonstration.houses import ARREST, DETENTION, Prison, prison_of, prisons
from sortie.demonstration.people.crowd import traits_of
from sortie.demonstration.people.names import names_of
from sortie.demonstration.people.traits import Traits

Name = facts.homonyms.Name

# The places, in the crowd of a prison, of those whose names are nearly one another's.
_NEAR = {DETENTION: ((3, 4), (7, 8)), ARREST: ((2, 3), (11, 12), (20, 21))}
# In the crowd, of how many one was convicted with the next.
_TOGETHER = 23


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One person, before anything is written of them. ``filed_in`` is the house's file of them."""

    person: str
    number: str
    name: Name
    prison: Prison
    traits: Traits
    chance: Chance
    filed_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Whom one story is about; ``nearly_named`` asks for someone of the crowd with a near name."""

    prison: str
    traits: Traits
    filed_in: str = ""
    nearly_named: bool = False


def cast_id(rank: int) -> str:
    """Return the id of a person by their place, which no seed moves."""
    return f"P-{rank + 1:04}"


def roster(cast: Sequence[Cast], people: int, chance: Chance) -> tuple[Held, ...]:
    """Return the people: one a cast, then others, so that they are about so many in all."""
    places = [*cast, *_crowd(cast, people, chance)]
    ids = [cast_id(rank) for rank in range(len(places))]
    names = names_of(ids, dict(_like(places, len(cast))), chance.of("names"))
    counts: dict[str, int] = {}
    held = []
    for person, each in zip(ids, places, strict=True):
        prison = prison_of(each.prison)
        rank = counts[each.prison] = counts.get(each.prison, 0) + 1
        own = chance.of(person)
        number = prison.first_number + 3 * rank + own.number("number", 0, 2)
        held.append(
            Held(person=person, number=str(number), name=names[person], prison=prison,
                 traits=each.traits, chance=own, filed_in=each.filed_in)
        )  # fmt: skip
    return tuple(held)


def _crowd(cast: Sequence[Cast], people: int, chance: Chance) -> Iterator[Cast]:
    """Yield the others, so that each prison holds its share of so many.

    Whoever must have a namesake has one, however few they are.
    """
    full = sum(each.people for each in prisons().values())
    for code, prison in prisons().items():
        taken = sum(each.prison == code for each in cast)
        namesakes = sum(each.nearly_named for each in cast if each.prison == code)
        room = max(prison.people * people // full - taken, namesakes)
        for rank in range(room):
            yield Cast(prison=code, traits=_convicted_with(code, rank, chance))


def _convicted_with(code: str, rank: int, chance: Chance) -> Traits:
    """Return who this one is; now and then, convicted with the one before."""
    alone = traits_of(code, chance.of(f"{code} {rank}"))
    if rank % _TOGETHER > 1 or alone.status != "convicted":
        return alone
    group = f"J-20{chance.number(f'{code} {rank // _TOGETHER}', 19, 24)}-9{rank // _TOGETHER:03}"
    return replace(alone, together=group)


def _like(places: Sequence[Cast], cast: int) -> Iterator[tuple[str, str]]:
    """Yield whose name is made nearly another's, and whose."""
    crowd: Mapping[str, list[str]] = {
        code: [cast_id(rank) for rank, each in enumerate(places) if rank >= cast
               and each.prison == code] for code in prisons()
    }  # fmt: skip
    for rank, each in enumerate(places[:cast]):
        if each.nearly_named and crowd[each.prison]:
            yield crowd[each.prison][0], cast_id(rank)
    for code, pairs in _NEAR.items():
        for one, other in pairs:
            if max(one, other) < len(crowd[code]):
                yield crowd[code][other], crowd[code][one]
