"""Send an application to who decides, as the law says on the day of the leave."""

from sortie import casework, store
from sortie.casework import Role
from sortie.office.asking import law_of_case
from sortie.office.commands import Command
from sortie.office.desk import on_desk
from sortie.office.errors import WordUnknown

VERB = "route_application"


def route_application(command: Command, case_id: str, to: str = "") -> store.Json:
    """Send it to the judge or to the head of the prison; without ``to``, to whom the law names.

    Raises:   casework.ActRefused: the law does not name that one, or the case is past it
    """
    with on_desk(command, VERB, {"to": to}, case_id) as (desk, answer):
        if desk is not None:
            asked = law_of_case(desk.case, case_id, command.at)
            leave = desk.case.filing.asked.leave if desk.case.filing is not None else ""
            known = asked.known(leave)
            first = known.competent[0] if known.competent else Role.ENFORCEMENT_JUDGE
            event = casework.Routed(to=_role(to) if to else first, because=asked.because(leave))
            desk.act(event, known)
    return answer


def _role(read: str) -> Role:
    offered = (Role.ENFORCEMENT_JUDGE, Role.HEAD_OF_PRISON)
    if read not in offered:
        raise WordUnknown(read, tuple(offered))
    return Role(read)
