"""Legal texts: stable ids, versions in force, citations and how fresh each one is."""

from sortie.texts.errors import BrokenTexts, Fault, FaultKind, TextsError, UnknownProvision
from sortie.texts.provisions import Confidence, Numbering, Provision, Version
from sortie.texts.shelf import Texts

__all__ = [
    "BrokenTexts",
    "Confidence",
    "Fault",
    "FaultKind",
    "Numbering",
    "Provision",
    "Texts",
    "TextsError",
    "UnknownProvision",
    "Version",
]
