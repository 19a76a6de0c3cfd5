"""A comparison as a report: figures, each with its table and its sentence, and all it rests on.

A front door of its own, which counts nothing and draws nothing.
"""

from sortie.reform.showing.blocks import Block, Section, Table
from sortie.reform.showing.figures import Figure, figures_of
from sortie.reform.showing.page import page
from sortie.reform.showing.sections import head_of, law_of, sections_of, title_of
from sortie.reform.showing.shapes import Bars, Lines, Shape, Strips

__all__ = [
    "Bars",
    "Block",
    "Figure",
    "Lines",
    "Section",
    "Shape",
    "Strips",
    "Table",
    "figures_of",
    "head_of",
    "law_of",
    "page",
    "sections_of",
    "title_of",
]
