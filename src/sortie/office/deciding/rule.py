"""Rule on an appeal, or on an application that nobody answered."""

from dataclasses import replace

from sortie import casework, store
from sortie.casework import AppealDecided
from sortie.office.asking import law_of_case, law_of_terms
from sortie.office.commands import Command
from sortie.office.desk import on_desk

VERB = "rule_on_appeal"


def rule_on_appeal(command: Command, case_id: str, ruled: AppealDecided) -> store.Json:
    """Record the president's order, with what the law answers on the leave it grants.

    Raises:   casework.ActRefused
    """
    with on_desk(command, VERB, casework.written_event(ruled), case_id) as (desk, answer):
        if desk is not None:
            case = desk.case
            filed = case.filing.asked if case.filing is not None else None
            stands = case.order.terms if case.order is not None else None
            terms = ruled.terms or stands or filed
            asked = law_of_case(case, case_id, command.at)
            says = law_of_terms(case, case_id, terms).says(terms) if terms is not None else None
            known = asked.known(filed.leave if filed is not None else "")
            desk.act(replace(ruled, law_says=says), known)
    return answer
