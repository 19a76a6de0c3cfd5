"""Erasing a person: what is held of them can never be read again, and the register says so."""

from dataclasses import dataclass

from sortie import store
from sortie.office.commands import Command
from sortie.office.errors import NoSuchPerson
from sortie.office.open_cases import open_cases
from sortie.office.persons import person_of
from sortie.office.sealing.errors import CasesOpen
from sortie.store import writing


@dataclass(frozen=True, slots=True)
class ToErase:
    """What would be erased: the cases of a person, as the lists know them."""

    person: str
    cases: tuple[str, ...]


def to_erase(person: str) -> ToErase:
    """Return what an erasure of this person would reach; nothing is changed.

    Raises:   NoSuchPerson, store.Erased, CasesOpen
    """
    person_of(person)
    _nothing_open(person)
    return ToErase(person, tuple(_cases(person)))


def erase(command: Command, person: str, basis: str) -> store.Json:
    """Record the erasure, then destroy the key of this person; return the indices reached.

    The basis is published for ever: a text and its article, never a name. What was proved before
    stays proved. The trap: a copy of the keys made before still opens a copy of the database.

    Raises:   NoSuchPerson, CasesOpen, store.Erased, register.EntryFieldWrong
              and what ``store.writing.erase`` raises
    """
    if store.command_of(command.key) is None:
        to_erase(person)
    try:
        return writing.erase(
            command.key,
            person,
            basis,
            actor=command.by,
            at=command.at,
            check=lambda: _nothing_open(person),
        )
    except store.NoSuchStream as unknown:
        raise NoSuchPerson(person) from unknown


def _nothing_open(person: str) -> None:
    """Refuse while a case waits: asked again under the locks, one may be filed meanwhile."""
    waiting = tuple(open_cases(person))
    if waiting:
        raise CasesOpen(person, waiting)


def _cases(person: str) -> list[str]:
    found: list[str] = []
    after: store.IndexedCase | None = None
    while page := store.cases(store.CaseQuery(person_id=person, after=after)):
        found += [each.case_id for each in page]
        after = page[-1]
    return found
