"""Two laws over the same people: who gains, who loses, when, and by which rule.

A front door of its own: it counts in arrays, which the rest of the room does without.
"""

from sortie.reform.comparing.cells import (
    Cause,
    Cell,
    Comparison,
    Moved,
    Route,
    Spread,
    Standing,
    Touched,
)
from sortie.reform.comparing.comparing import Question, compare
from sortie.reform.comparing.disclosing import THRESHOLD
from sortie.reform.comparing.expectable import totals_of
from sortie.reform.comparing.window import Period
from sortie.reform.comparing.written import FORMAT, written

__all__ = [
    "FORMAT",
    "THRESHOLD",
    "Cause",
    "Cell",
    "Comparison",
    "Moved",
    "Period",
    "Question",
    "Route",
    "Spread",
    "Standing",
    "Touched",
    "compare",
    "totals_of",
    "written",
]
