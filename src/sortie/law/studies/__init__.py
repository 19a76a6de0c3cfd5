"""Case studies: what jurists expect of the law, read, asked and compared."""

from sortie.law.studies.checking import Difference, check
from sortie.law.studies.errors import StudyFault, StudyRefused
from sortie.law.studies.reading import load
from sortie.law.studies.records import Asks, CaseStudy, Mark, Review, Study, StudyQuestion
from sortie.law.studies.reporting import StudyReport, report, report_on

__all__ = [
    "Asks",
    "CaseStudy",
    "Difference",
    "Mark",
    "Review",
    "Study",
    "StudyFault",
    "StudyQuestion",
    "StudyRefused",
    "StudyReport",
    "check",
    "load",
    "report",
    "report_on",
]
