"""How far the case studies go: counted for the jurists, printed by the command line."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sortie.law.france import readings
from sortie.law.studies.checking import check
from sortie.law.studies.reading import load
from sortie.law.studies.records import CaseStudy, Study


@dataclass(frozen=True, slots=True)
class StudyReport:
    """The counts. A case is reviewed when a jurist signed it; a reading, when a person did."""

    studies: int
    cases: int
    questions: int
    reviewed: int
    real: int
    differing: tuple[str, ...]
    unconfirmed_readings: tuple[str, ...]


def report(folder: Path) -> StudyReport:
    """Return the counts of a folder of studies, with the ids of the cases answered otherwise.

    Raises:   StudyRefused: the studies cannot be read
    """
    return report_on(load(folder))


def report_on(studies: Iterable[Study]) -> StudyReport:
    """Return the counts of studies already read."""
    studies = tuple(studies)
    cases = [case for study in studies for case in study.cases]
    return StudyReport(
        studies=len(studies),
        cases=len(cases),
        questions=sum(len(case.questions) for case in cases),
        reviewed=sum(case.review is not None for case in cases),
        real=sum(case.mark == "REAL" for case in cases),
        differing=tuple(case.id for case in cases if _differs(case)),
        unconfirmed_readings=tuple(
            id_ for id_, reading in sorted(readings().items()) if not reading.confirmed_by
        ),
    )


def _differs(case: CaseStudy) -> bool:
    return any(check(question) for question in case.questions)
