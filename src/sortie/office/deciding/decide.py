"""Decide on an application, with what the law answers written into the order."""

from dataclasses import replace

from sortie import casework, store
from sortie.casework import Decided, DecisionOutcome
from sortie.office.asking import application_of, law_of_case, law_of_terms, whole_file
from sortie.office.commands import Command
from sortie.office.deciding.bans import bans_that_attach
from sortie.office.desk import CaseDesk, on_desk
from sortie.office.jurisdictions import HERE
from sortie.office.persons import person_of

VERB = "decide"
GRANTS = (DecisionOutcome.GRANTED, DecisionOutcome.GRANTED_IN_PART)


def decide(command: Command, case_id: str, decided: Decided) -> store.Json:
    """Record the order; a grant without terms is for what was asked.

    The trap: the law's answer and the bans that attach are found here, on the day of departure
    that the order gives; those of ``decided`` are not looked at.

    Raises:   casework.ActRefused: not competent, facts unseen, the law closed, reasons missing…
    """
    with on_desk(command, VERB, casework.written_event(decided), case_id) as (desk, answer):
        if desk is not None:
            _decide(desk, decided)
    return answer


def _decide(desk: CaseDesk, decided: Decided) -> None:
    case = desk.case
    asked = law_of_case(case, desk.case_id, desk.command.at)
    filed = case.filing.asked if case.filing is not None else None
    event = replace(decided, law_says=None, attached_bans=())
    if decided.outcome in GRANTS and filed is not None:
        terms = decided.terms or filed
        file = whole_file(person_of(case.person), application_of(desk.case_id))
        event = replace(
            event,
            terms=terms,
            law_says=law_of_terms(case, desk.case_id, terms).says(terms),
            attached_bans=bans_that_attach(file, HERE.day_at(case.where, terms.departs_at)),
        )
    desk.act(event, asked.known(filed.leave if filed is not None else ""))
