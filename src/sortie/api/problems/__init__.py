"""What a program is told when it is not answered: problem+json, in whole sentences."""

from sortie.api.problems.answering import MEDIA, problem
from sortie.api.problems.errors import Amiss, ApiError, Stopped
from sortie.api.problems.kinds import Kind
from sortie.api.problems.misread import faults_of
from sortie.api.problems.refusals import kind_of, problem_of

__all__ = [
    "MEDIA",
    "Amiss",
    "ApiError",
    "Kind",
    "Stopped",
    "faults_of",
    "kind_of",
    "problem",
    "problem_of",
]
