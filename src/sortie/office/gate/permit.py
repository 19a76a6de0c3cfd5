"""Issue the permit, with every ban that goes with the leave on its face."""

from sortie import casework, store
from sortie.office.asking import application_of, whole_file
from sortie.office.commands import Command
from sortie.office.deciding.bans import bans_that_attach
from sortie.office.desk import CaseDesk, on_desk
from sortie.office.jurisdictions import HERE
from sortie.office.persons import person_of

VERB = "issue_permit"


def issue_permit(command: Command, case_id: str, permit: str) -> store.Json:
    """Issue the paper of the last order; a ban made since the order is on it too.

    Raises:   casework.ActRefused: not executable, a notice missing, a victim to tell…
    """
    with on_desk(command, VERB, {"permit": permit}, case_id) as (desk, answer):
        if desk is not None:
            order = desk.case.order
            bans = _bans(desk)
            desk.act(casework.PermitIssued(permit=permit, order=order.order if order else "",
                                           attached_bans=bans))  # fmt: skip
    return answer


def _bans(desk: CaseDesk) -> tuple[casework.AttachedBan, ...]:
    case, order = desk.case, desk.case.order
    if order is None:
        return ()
    instant = order.terms.departs_at if order.terms is not None else desk.command.at
    day = HERE.day_at(case.where, instant)
    file = whole_file(person_of(case.person), application_of(desk.case_id))
    return tuple(dict.fromkeys((*order.attached_bans, *bans_that_attach(file, day))))
