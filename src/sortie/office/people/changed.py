"""Carry a change in a person's custody to each of their open cases, in one transaction."""

from collections.abc import Mapping
from typing import Any

from sortie import casework, store
from sortie.office.asking import facts_to_note, law_asked
from sortie.office.commands import Command
from sortie.office.desk import CaseDesk, case_of
from sortie.office.desk import stream_of as case_stream
from sortie.office.errors import NoSuchPerson
from sortie.office.jurisdictions import HERE
from sortie.office.open_cases import open_cases
from sortie.office.persons import RECORDED, PersonRecord, last_record
from sortie.store import writing

FILE_CHANGED = "file_changed"


def held_on(desk: writing.Desk) -> PersonRecord:
    """Return what is held of the person whose stream is on the desk.

    Raises:   NoSuchPerson
    """
    if not desk.number:
        raise NoSuchPerson(desk.stream.id)
    return last_record(desk.events)


def carry(
    command: Command, desk: writing.Desk, changed: PersonRecord, event: casework.Event | None = None
) -> store.Json:
    """Keep the new record, and tell every open case of it, with the facts that arise.

    Without an event of its own, the change is a fact to be seen. The trap: no clock of a case
    restarts; after a move or a judgment, who decides must be looked at again.
    """
    HERE.read(changed.file)
    cases = tuple(open_cases(changed.person))
    beside = desk.beside(case_stream(case_id) for case_id in cases)
    stored = store.NewEvent(kind=RECORDED, at=command.at, body=changed.written())
    desk.append([stored], desk.number)
    desk.person(changed.row())
    told = event or casework.FactNoted(fact=f"{FILE_CHANGED}.{desk.number}", kind=FILE_CHANGED)
    for each in beside:
        _tell(command, each, changed, told)
    return desk.answer({"person": changed.person, "number": desk.number, "cases": sorted(cases)})


def _tell(
    command: Command, desk: writing.Desk, changed: PersonRecord, event: casework.Event
) -> None:
    case_id = desk.stream.id
    held = CaseDesk(case_id, command, desk, case_of(desk.events), HERE.procedure)
    if isinstance(event, casework.FactNoted):
        held.note(event)
    else:
        held.witness(event, command.at)
    application = _application(case_id)
    filing = held.case.filing
    if application and filing is not None:
        day = HERE.day_at(held.case.where, filing.asked.departs_at)
        for fact in facts_to_note(law_asked(changed, application, day), held.case):
            held.note(fact)
    held.put_back()


def _application(case_id: str) -> Mapping[str, Any]:
    try:
        return dict(store.events_of(store.Stream("application", case_id))[-1].body)
    except store.NoSuchStream:
        return {}
