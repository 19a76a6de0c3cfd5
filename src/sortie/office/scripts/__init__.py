"""Scripts: whole cases a jurist can read, played through the office and held to what they say."""

from sortie.office.scripts.errors import Amiss, ScriptFault, ScriptRefused
from sortie.office.scripts.playing import play
from sortie.office.scripts.reading import FORMAT, read_script
from sortie.office.scripts.records import (
    Expected,
    Look,
    Played,
    PlayedStep,
    Script,
    ScriptReview,
    ScriptStep,
    StepDifference,
)

__all__ = [
    "FORMAT",
    "Amiss",
    "Expected",
    "Look",
    "Played",
    "PlayedStep",
    "Script",
    "ScriptFault",
    "ScriptRefused",
    "ScriptReview",
    "ScriptStep",
    "StepDifference",
    "play",
    "read_script",
]
