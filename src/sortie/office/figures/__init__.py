"""Figures of a year from the register: what became of applications, orders and departures.

Of all the office, and of each kind of leave: never of a judge, a prosecutor, anyone, or a prison.
"""

from sortie.office.figures.blocks import APPLICATIONS, BLOCKS, DEPARTURES, ORDERS, Block, Inside
from sortie.office.figures.errors import ThresholdTooLow, YearNotCounted
from sortie.office.figures.hiding import THRESHOLD, Cell
from sortie.office.figures.kinds import OTHERS, OfKinds
from sortie.office.figures.shares import Share, share_of
from sortie.office.figures.spans import Span, span_of, spans
from sortie.office.figures.year import Days, Told, YearFigures, figures

__all__ = [
    "APPLICATIONS",
    "BLOCKS",
    "DEPARTURES",
    "ORDERS",
    "OTHERS",
    "THRESHOLD",
    "Block",
    "Cell",
    "Days",
    "Inside",
    "OfKinds",
    "Share",
    "Span",
    "ThresholdTooLow",
    "Told",
    "YearFigures",
    "YearNotCounted",
    "figures",
    "share_of",
    "span_of",
    "spans",
]
