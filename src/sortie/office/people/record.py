"""Record a person, or what changed in what is held of them."""

from sortie import store
from sortie.office.commands import Command
from sortie.office.jurisdictions import HERE
from sortie.office.persons import RECORDED, PersonRecord, stream_of
from sortie.store import writing

VERB = "record_person"


def record_person(command: Command, person: PersonRecord) -> store.Json:
    """Keep a new state of a person; every state before it stays readable.

    Raises:   facts.CaseRefused: the file does not hold together
    """
    body = person.written()
    with writing.command(
        command.key, VERB, body, stream=stream_of(person.person), actor=command.by, at=command.at
    ) as desk:
        if desk.replayed is not None:
            return desk.replayed
        HERE.read(person.file)
        keep(desk, person, command)
        return desk.answer({"person": person.person, "number": desk.number})


def keep(desk: writing.Desk, person: PersonRecord, command: Command) -> None:
    """Append the record, and write where the person is."""
    event = store.NewEvent(kind=RECORDED, at=command.at, body=person.written())
    desk.append([event], desk.number)
    desk.person(person.row())
