"""Record a person, or what changed in what is held of them."""

from sortie import store
from sortie.office.commands import Command
from sortie.office.errors import PersonKnown
from sortie.office.jurisdictions import HERE
from sortie.office.open_cases import open_cases
from sortie.office.people.changed import carry
from sortie.office.persons import PersonRecord, last_record, stream_of
from sortie.store import writing

VERB = "record_person"
_ANOTHER_VERB = ("prison", "court", "unit", "territory", "committal_number", "judgments")


def record_person(command: Command, person: PersonRecord) -> store.Json:
    """Keep a new state of a person; every state before it stays readable.

    The trap: with a case open, a move or a judgment is another command, which the case needs; a
    file completed or corrected is told to it as a fact to be seen.

    Raises:   PersonKnown, TerritoryUnknown, facts.CaseRefused
    """
    body = person.written()
    with writing.command(
        command.key, VERB, body, stream=stream_of(person.person), actor=command.by, at=command.at
    ) as desk:
        if desk.replayed is not None:
            return desk.replayed
        HERE.read(person.file)
        HERE.check_territory(person.territory)
        if desk.number and any(open_cases(person.person)):
            _same_but_for_the_file(last_record(desk.events), person)
        return carry(command, desk, person)


def _same_but_for_the_file(held: PersonRecord, person: PersonRecord) -> None:
    if any(getattr(held, name) != getattr(person, name) for name in _ANOTHER_VERB):
        raise PersonKnown(person.person)
