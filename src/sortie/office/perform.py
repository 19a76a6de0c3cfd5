"""Do on a case what needs nothing but the case: most of the acts, and the facts of the world."""

from datetime import datetime

from sortie import casework, store
from sortie.casework import Event
from sortie.office.asking import law_of_terms
from sortie.office.commands import Command
from sortie.office.desk import CaseDesk, on_desk
from sortie.rules import Outcome


def perform(
    command: Command, case_id: str, event: Event, *, happened_at: datetime | None = None
) -> store.Json:
    """Do this act, or record this fact of the world at the instant it happened.

    The trap: what needs the law's answer or the day's list has a verb of its own: filing, routing,
    deciding, the permit, the gate. An instant that nobody typed is no part of the command, so that
    the same one said again later is the same.

    Raises:   casework.ActRefused, and what ``on_desk`` raises
    """
    verb, body = casework.name_of(type(event)), casework.written_event(event)
    if happened_at is not None:
        body = {**body, "happened_at": happened_at.isoformat()}
    elif type(event) in casework.WORLD:
        happened_at = command.at
    with on_desk(command, verb, body, case_id) as (desk, answer):
        if desk is not None and happened_at is not None:
            desk.witness(event, happened_at)
        elif desk is not None:
            desk.act(event)
            _law_lets(desk, event)
    return answer


def _law_lets(desk: CaseDesk, event: Event) -> None:
    """Refuse a correction, or a date fixed later, that makes of the leave one the law closes."""
    if not isinstance(event, (casework.OrderCorrected, casework.DateFixed)) or event.terms is None:
        return
    says = law_of_terms(desk.case, desk.case_id, event.terms).says(event.terms)
    if says.outcome is Outcome.CLOSED:
        closed = casework.Objection(casework.Hindrance.LAW_CLOSED, {}, says.because)
        raise casework.ActRefused(casework.name_of(type(event)), (closed,))
