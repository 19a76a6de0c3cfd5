"""What tables say beside what is held: nothing is changed here, everything is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sortie.facts.homonyms import Name, near_pairs
from sortie.facts.reading import to_canonical
from sortie.facts.records import LeaveTaken
from sortie.facts.tables.loaded import LeaveTimes, Loaded, PersonRead
from sortie.facts.tables.schema import PERSONS, SECTIONS
from sortie.facts.typed import spelled
from sortie.facts.unknown import UNKNOWN, Unknown

_ENDED = frozenset(["returned", "returned_late", "not_returned", "not_taken", "withdrawn"])


class When(StrEnum):
    """Where a leave stands on a day. A leave whose days are not known is nowhere."""

    UNDER_WAY = "under_way"
    FUTURE = "future"
    PAST = "past"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One person as held today: the canonical case file, and what identifies them."""

    case: Mapping[str, Any]
    committal_number: str | Unknown = UNKNOWN
    prison: str | Unknown = UNKNOWN
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that is held otherwise than it is read; ``UNKNOWN`` where a side does not say."""

    person: str
    path: str
    held: Any
    read: Any


@dataclass(frozen=True, slots=True)
class KnownOtherwise:
    """A person of the tables held under another id: same prison, same committal number."""

    person: str
    held: str


@dataclass(frozen=True, slots=True)
class LeaveSeen:
    """A leave of the tables. ``rank`` is its place in ``case.history.leaves``."""

    person: str
    rank: int
    when: When
    leave: LeaveTaken
    times: LeaveTimes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Ids, in the order of the tables; those gone, in the order in which they are held.

    A person left out for a fault is in none of the lists. ``gone`` stays empty unless the table
    of persons is said to be complete, and names only people of the prisons that it names.
    """

    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    differing: tuple[Difference, ...] = ()
    gone: tuple[str, ...] = ()
    known_otherwise: tuple[KnownOtherwise, ...] = ()
    near_homonyms: tuple[tuple[str, str], ...] = ()
    leaves: tuple[LeaveSeen, ...] = ()


def reconcile(held: Mapping[str, Held], loaded: Loaded, *, on: date) -> Reconciliation:
    """Return what loading the tables would add, change and leave, and whom to look at twice.

    Titles and applications are not in tables, and are not compared.
    """
    read = {person.person: person for person in loaded.people}
    found = {person: tuple(_differences(person, held[person], read[person]))
             for person in read if person in held}  # fmt: skip
    return Reconciliation(
        new=tuple(person for person in read if person not in held),
        same=tuple(person for person, differing in found.items() if not differing),
        differing=tuple(one for differing in found.values() for one in differing),
        gone=tuple(_gone(held, loaded)),
        known_otherwise=tuple(_known_otherwise(held, loaded)),
        near_homonyms=tuple(_near(held, loaded)),
        leaves=tuple(_leaves(loaded, on)),
    )


def _differences(person: str, held: Held, read: PersonRead) -> Iterator[Difference]:
    for name, before, after in (
        ("committal_number", held.committal_number, read.committal_number),
        ("prison", held.prison, read.prison),
    ):
        if before != after:
            yield Difference(person, name, before, after)
    canonical = to_canonical(read.case)
    for section in SECTIONS:
        sides = held.case.get(section, {}), canonical.get(section, {})
        for path, before, after in _apart((section,), *sides):
            yield Difference(person, spelled(path), before, after)


def _apart(
    path: tuple[str | int, ...], held: Any, read: Any
) -> Iterator[tuple[tuple[str | int, ...], Any, Any]]:
    if held == read:
        return
    if isinstance(held, Mapping) and isinstance(read, Mapping):
        for key in dict.fromkeys([*held, *read]):
            yield from _apart((*path, key), held.get(key, UNKNOWN), read.get(key, UNKNOWN))
    elif isinstance(held, list) and isinstance(read, list):
        for rank in range(max(len(held), len(read))):
            sides = [side[rank] if rank < len(side) else UNKNOWN for side in (held, read)]
            yield from _apart((*path, rank), *sides)
    else:
        yield path, held, read


def _gone(held: Mapping[str, Held], loaded: Loaded) -> Iterator[str]:
    if PERSONS not in loaded.complete:
        return
    prisons = {person.prison for person in loaded.people if person.prison is not UNKNOWN}
    there = {person.person for person in loaded.people} | set(loaded.left_out)
    yield from (id_ for id_, one in held.items() if id_ not in there and one.prison in prisons)


def _known_otherwise(held: Mapping[str, Held], loaded: Loaded) -> Iterator[KnownOtherwise]:
    by_number: dict[tuple[object, object], str] = {
        (one.prison, one.committal_number): id_
        for id_, one in held.items()
        if one.prison is not UNKNOWN and one.committal_number is not UNKNOWN
    }
    for read in loaded.people:
        other = by_number.get((read.prison, read.committal_number), read.person)
        if other != read.person:
            yield KnownOtherwise(read.person, other)


def _near(held: Mapping[str, Held], loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Yield near-homonyms, one of them at least in the tables, never held in two known prisons."""
    prisons = {id_: one.prison for id_, one in held.items()}
    names = {id_: one.name for id_, one in held.items()}
    for read in loaded.people:
        names[read.person], prisons[read.person] = read.name, read.prison
    inside = {read.person for read in loaded.people}
    known = {id_: name for id_, name in names.items() if name is not None}
    for a, b in near_pairs(known):
        apart = {prisons[a], prisons[b]} - {UNKNOWN}
        if (a in inside or b in inside) and len(apart) < 2:
            yield a, b


def _leaves(loaded: Loaded, on: date) -> Iterator[LeaveSeen]:
    for read in loaded.people:
        leaves = read.case.history.leaves
        if leaves is not UNKNOWN:
            for rank, leave in enumerate(leaves):
                times = read.leave_times[rank] if read.leave_times else LeaveTimes()
                yield LeaveSeen(read.person, rank, when(leave, on), leave, times)


def when(leave: LeaveTaken, on: date) -> When:
    """Return where a leave stands at the start of a day: an outcome ends it, else its days do."""
    if leave.outcome is not UNKNOWN and leave.outcome in _ENDED:
        return When.PAST
    if isinstance(leave.until, date) and leave.until < on:
        return When.PAST
    if leave.since is UNKNOWN:
        return When.UNKNOWN
    if leave.since > on:
        return When.FUTURE
    return When.UNKNOWN if leave.until is UNKNOWN else When.UNDER_WAY
