"""A comparison in words, for a screen, a page or a chart; the words themselves are upstairs.

A front door of its own, which opens no drawing.
"""

from sortie.reform.telling.labels import class_of, leave_of, rule_of
from sortie.reform.telling.sentences import cause, changed, moved, period, touched
from sortie.reform.telling.voice import NARROW, Voice, between, counted, digits

__all__ = [
    "NARROW",
    "Voice",
    "between",
    "cause",
    "changed",
    "class_of",
    "counted",
    "digits",
    "leave_of",
    "moved",
    "period",
    "rule_of",
    "touched",
]
