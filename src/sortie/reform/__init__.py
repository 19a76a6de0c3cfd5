"""A changed law: a reform read from a small file, put into the book, asked, taken out again."""

from sortie.reform.applying import AS_BEFORE, inverse, reformed, reformed_law
from sortie.reform.errors import Cause, ReformError, ReformFault, ReformRefused, UnknownReform
from sortie.reform.reading import read_reform
from sortie.reform.records import (
    FORMAT,
    Adds,
    Change,
    Redates,
    Reform,
    Replaces,
    Restores,
    RestoresFigure,
    Revalues,
    Source,
    Switches,
)
from sortie.reform.replaying import AnswerChange, RouteChange, changes_of
from sortie.reform.shelf import is_packaged, packaged, packaged_reform
from sortie.reform.side_by_side import Beside, Text, side_by_side, text_of
from sortie.reform.told import ReformTold, told, told_written

__all__ = [
    "AS_BEFORE",
    "FORMAT",
    "Adds",
    "AnswerChange",
    "Beside",
    "Cause",
    "Change",
    "Redates",
    "Reform",
    "ReformError",
    "ReformFault",
    "ReformRefused",
    "ReformTold",
    "Replaces",
    "Restores",
    "RestoresFigure",
    "Revalues",
    "RouteChange",
    "Source",
    "Switches",
    "Text",
    "UnknownReform",
    "changes_of",
    "inverse",
    "is_packaged",
    "packaged",
    "packaged_reform",
    "read_reform",
    "reformed",
    "reformed_law",
    "side_by_side",
    "text_of",
    "told",
    "told_written",
]
