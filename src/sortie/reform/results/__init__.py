"""What a comparison comes to, as plain records: written, read back, kept in a folder.

A front door of its own: nothing here counts people or draws, so that a page may open it.
"""

from sortie.reform.results.cells import (
    THRESHOLD,
    Cause,
    Cell,
    Comparison,
    Moved,
    Route,
    Spread,
    Standing,
    Touched,
)
from sortie.reform.results.errors import ComparisonUnread, NoSuchComparison, ThresholdTooLow
from sortie.reform.results.expectable import totals_of
from sortie.reform.results.keeping import (
    Drawings,
    Kept,
    Shelf,
    keep,
    kept,
    name_of,
    refuse_low,
    shelf,
)
from sortie.reform.results.period import Period
from sortie.reform.results.reading import report_of
from sortie.reform.results.report import Report, rules_said
from sortie.reform.results.written import FORMAT, written

__all__ = [
    "FORMAT",
    "THRESHOLD",
    "Cause",
    "Cell",
    "Comparison",
    "ComparisonUnread",
    "Drawings",
    "Kept",
    "Moved",
    "NoSuchComparison",
    "Period",
    "Report",
    "Route",
    "Shelf",
    "Spread",
    "Standing",
    "ThresholdTooLow",
    "Touched",
    "keep",
    "kept",
    "name_of",
    "refuse_low",
    "report_of",
    "rules_said",
    "shelf",
    "totals_of",
    "written",
]
