"""Everybody's spans: written on one machine or by many, and looked at."""

from sortie.population.engines.asking import Asking
from sortie.population.engines.counting import By, Count, count
from sortie.population.engines.errors import NoJava, NotRecords, NotSpans, TooLittleMemory
from sortie.population.engines.files import SpansFile, open_spans, reasons
from sortie.population.engines.local import Ran, run
from sortie.population.engines.looking import Standing, Turn, on_day, standing, turns
from sortie.population.engines.memory import Room
from sortie.population.engines.parts import SpansWriter
from sortie.population.engines.streaming import look, look_again

__all__ = [
    "Asking",
    "By",
    "Count",
    "NoJava",
    "NotRecords",
    "NotSpans",
    "Ran",
    "Room",
    "SpansFile",
    "SpansWriter",
    "Standing",
    "TooLittleMemory",
    "Turn",
    "count",
    "look",
    "look_again",
    "on_day",
    "open_spans",
    "reasons",
    "run",
    "standing",
    "turns",
]
