"""Let someone out: identified, on the permit of an order in force at that minute."""

from dataclasses import asdict, dataclass
from typing import Any

from sortie import casework, store
from sortie.casework import ExitKind, SecondMeans
from sortie.office.commands import Command
from sortie.office.desk import CaseDesk, on_desk
from sortie.office.gate.similar import similar_to
from sortie.office.jurisdictions import HERE
from sortie.office.persons import person_of

VERB = "let_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What the gate checked. ``answered_name``: the person said it, to an open question."""

    permit: str
    committal_number: str
    second_means: SecondMeans
    permit_handed: bool
    answered_name: bool
    exit: ExitKind = ExitKind.LEAVE
    second_person: str = ""
    facts_shown: tuple[str, ...] = ()

    def written(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {**asdict(self), "second_means": self.second_means.value, "exit": self.exit.value,
                "facts_shown": list(self.facts_shown)}  # fmt: skip


def let_out(command: Command, case_id: str, leaving: Leaving) -> store.Json:
    """Record the departure, or refuse it with all that stands in the way.

    The trap: the look-alikes of the prison are found by the office, not declared by the gate.

    Raises:   casework.ActRefused
    """
    with on_desk(command, VERB, leaving.written(), case_id) as (desk, answer):
        if desk is not None:
            desk.act(_departure(desk, leaving), _known(desk, leaving))
    return answer


def _known(desk: CaseDesk, leaving: Leaving) -> casework.KnownBeside:
    """Return what else keeps the person in, which only a release must look at."""
    if leaving.exit is not ExitKind.RELEASE:
        return casework.NOTHING_ELSE
    file = HERE.read(person_of(desk.case.person).file)
    day = HERE.day_at(desk.case.where, desk.command.at)
    return casework.KnownBeside(open_titles=HERE.titles_open(file, day))


def _departure(desk: CaseDesk, leaving: Leaving) -> casework.Departed:
    order = desk.case.order
    return casework.Departed(
        order=order.order if order is not None else "",
        permit=leaving.permit,
        exit=leaving.exit,
        committal_number=leaving.committal_number,
        second_means=leaving.second_means,
        permit_handed=leaving.permit_handed,
        answered_name=leaving.answered_name,
        similar=tuple(row.committal_number for row in similar_to(person_of(desk.case.person))),
        second_person=leaving.second_person,
        facts_shown=leaving.facts_shown,
    )
