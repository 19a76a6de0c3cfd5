"""Drawings as SVG: pure functions from plain shapes to markup, coloured by classes."""

from sortie.web.drawing.chart import Band, Chart, Fill, Group, Lane, Mark, MarkKind
from sortie.web.drawing.layout import NARROW, WIDE, Layout
from sortie.web.drawing.timeline import drawn

__all__ = [
    "NARROW", "WIDE", "Band", "Chart", "Fill", "Group", "Lane", "Layout", "Mark", "MarkKind",
    "drawn",
]  # fmt: skip
