"""Open cases under two laws: whose answers a reform would change. Nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sortie import facts, law, reform
from sortie.casework import Case
from sortie.office.asking import FileOfCase, files_of_cases
from sortie.office.every_open import day_of_departure
from sortie.reform import AnswerChange


@dataclass(frozen=True, slots=True)
class Replayed:
    """One case asked about: the day on which its leave begins, and what changes of its answers.

    ``unread`` where the law cannot read its file, and was asked nothing.
    """

    case_id: str
    departs_on: date | None
    changes: tuple[AnswerChange, ...]
    unread: bool = False


def replayed(cases: Mapping[str, Case], under: law.ReformedLaw, on: date) -> Iterator[Replayed]:
    """Yield each case asked under today's law and under a reform, at its departure and on a day.

    The trap: the law is asked four times for each case, so that cases must be counted before.
    It is two questions to the store, whatever their number.
    """
    for case_id, held in files_of_cases(cases).items():
        if isinstance(held, facts.CaseRefused):
            yield Replayed(case_id, None, (), unread=True)
            continue
        departs_on = _departs_on(cases[case_id], held)
        days = (on,) if departs_on is None else (departs_on, on)
        yield Replayed(case_id, departs_on, reform.changes_of(held.file, under, days))


def _departs_on(case: Case, held: FileOfCase) -> date | None:
    if held.terms is None:
        return law.france.asked_day(held.file)
    return day_of_departure(case, held.terms)
