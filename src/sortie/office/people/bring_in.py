"""Bring in the people of a prison from its tables: compared first, then recorded one by one."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sortie import facts, store
from sortie.facts import UNKNOWN
from sortie.office.commands import Command
from sortie.office.errors import NoSuchPerson
from sortie.office.open_cases import open_cases
from sortie.office.people.record import VERB, record_person
from sortie.office.persons import PersonRecord, person_of, stream_of

Held = facts.tables.Held
Loaded = facts.tables.Loaded
Name = facts.homonyms.Name
PersonRead = facts.tables.PersonRead

_PAGE = 200
_PREFIX = "bring_in/"
_NOT_OF_A_PERSON = ("application", "title")


class Cannot(StrEnum):
    """Why a person of the tables is not brought in."""

    NO_NUMBER = "no_number"
    NO_PRISON = "no_prison"
    NO_COURT = "no_court"
    KNOWN_HELD = "known_held"
    OPEN_CASE = "open_case"
    HELD_SINCE = "held_since"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class LeftAside:
    """A person without a fault in the tables who is not brought in, and why.

    ``beside`` are the cases that are open, or the id under which the person is held.
    """

    person: str
    why: Cannot
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What the tables say beside what is held, who can be brought in, and who was.

    ``ready`` are those who are new or differ; ``recorded`` stays empty when it is only looked at.
    """

    reconciled: facts.tables.Reconciliation
    ready: tuple[str, ...]
    aside: tuple[LeftAside, ...]
    recorded: tuple[str, ...] = ()


def look_at(loaded: Loaded, *, on: date, court: str = "") -> BroughtIn:
    """Return what bringing these people in would do; nothing is written."""
    return _looked_at(loaded, on, court)[0]


def bring_in(loaded: Loaded, command: Command, *, on: date, court: str = "") -> BroughtIn:
    """Record each person who is new or differs, each in a command of its own.

    The key is made of the person, of what is read and of how many states are held: the same
    tables again change nothing, and two who load at once load once. The trap: a leave of the
    tables has no order here, and none is made up; whoever has an open case, or was changed at the
    office since, is left aside: a case must be told of a change.
    """
    found, records = _looked_at(loaded, on, court)
    for record in records.values():
        record_person(replace(command, key=_key(record), seen=None), record)
    return replace(found, recorded=found.ready)


def _looked_at(
    loaded: Loaded, on: date, court: str
) -> tuple[BroughtIn, Mapping[str, PersonRecord]]:
    found = dict(_held(loaded))
    held = {person: record for person, record in found.items() if record is not None}
    sides = {person: _side(record) for person, record in held.items()}
    reconciled = facts.tables.reconcile(sides, loaded, on=on)
    otherwise = {each.person: each.held for each in reconciled.known_otherwise}
    records: dict[str, PersonRecord] = {}
    aside: list[LeftAside] = []
    for read in loaded.people:
        if read.person in reconciled.same:
            continue
        if read.person in found.keys() - held.keys():
            aside.append(LeftAside(read.person, Cannot.ERASED))
            continue
        made = _record(read, held.get(read.person), court, otherwise.get(read.person, ""))
        if isinstance(made, LeftAside):
            aside.append(made)
        else:
            records[read.person] = made
    return BroughtIn(reconciled, tuple(records), tuple(aside)), records


def _record(
    read: PersonRead, held: PersonRecord | None, court: str, otherwise: str
) -> PersonRecord | LeftAside:
    """Return what to record of a person, or why nothing is."""
    if read.committal_number is UNKNOWN:
        return LeftAside(read.person, Cannot.NO_NUMBER)
    if read.prison is UNKNOWN:
        return LeftAside(read.person, Cannot.NO_PRISON)
    if otherwise:
        return LeftAside(read.person, Cannot.KNOWN_HELD, (otherwise,))
    under = court or (held.court if held is not None else "")
    if not under:
        return LeftAside(read.person, Cannot.NO_COURT)
    stays = held is not None and held.prison == read.prison
    record = PersonRecord(
        person=read.person,
        committal_number=str(read.committal_number),
        prison=str(read.prison),
        court=under,
        family_name="" if read.family_name is UNKNOWN else str(read.family_name),
        given_name="" if read.given_name is UNKNOWN else str(read.given_name),
        file=_file(read),
        territory=held.territory if held is not None and stays else "",
        unit=held.unit if held is not None and stays else "",
        judgments=tuple(dict.fromkeys(str(j) for j in read.judgments if j is not UNKNOWN)),
        victims=held.victims if held is not None else (),
    )
    return _unless_changed_here(record)


def _unless_changed_here(record: PersonRecord) -> PersonRecord | LeftAside:
    cases = tuple(open_cases(record.person))
    if cases:
        return LeftAside(record.person, Cannot.OPEN_CASE, cases)
    keys = _keys(record.person)
    loaded = any(key.startswith(_of_tables(record)) for key in keys)
    if loaded and not keys[-1].startswith(_PREFIX):
        return LeftAside(record.person, Cannot.HELD_SINCE)
    return record


def _file(read: PersonRead) -> Mapping[str, object]:
    written = facts.to_canonical(read.case)
    return {key: value for key, value in written.items() if key not in _NOT_OF_A_PERSON}


def _keys(person: str) -> list[str]:
    """Return the keys of the commands that made what is held of a person, the last one last."""
    try:
        return [each.command_key for each in store.events_of(stream_of(person))]
    except store.NoSuchStream:
        return []


def _key(record: PersonRecord) -> str:
    return f"{_of_tables(record)}/{len(_keys(record.person))}"


def _of_tables(record: PersonRecord) -> str:
    """Return the part of a key that is made of what the tables say, and of nothing held."""
    read = replace(record, court="", territory="", unit="", victims=()).written()
    # A key stands in clear: a plain digest would let anyone try what a file may say.
    return f"{_PREFIX}{record.person}/{store.blinded(VERB, store.canonical(read))}"


def _held(loaded: Loaded) -> Iterator[tuple[str, PersonRecord | None]]:
    """Yield those of the tables who are held, and all those held in the same prisons.

    Nothing is left of a person who was erased, and their id serves nobody else.
    """
    named = [read.person for read in loaded.people]
    prisons = {str(read.prison) for read in loaded.people if read.prison is not UNKNOWN}
    for person in dict.fromkeys([*named, *_inside(sorted(prisons))]):
        with suppress(NoSuchPerson):
            yield person, _unless_erased(person)


def _unless_erased(person: str) -> PersonRecord | None:
    try:
        return person_of(person)
    except store.Erased:
        return None


def _inside(prisons: Iterable[str]) -> Iterator[str]:
    for prison in prisons:
        after = ""
        while page := store.people(store.PersonQuery(prison=prison, after=after, limit=_PAGE)):
            yield from (row.person_id for row in page)
            after = page[-1].person_id


def _side(record: PersonRecord) -> Held:
    return Held(
        case=record.file,
        committal_number=record.committal_number,
        prison=record.prison,
        name=Name(record.family_name, record.given_name) if record.family_name else None,
    )
