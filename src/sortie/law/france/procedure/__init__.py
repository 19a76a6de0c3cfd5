"""French procedure: the clocks, the duties and the choices from the application to the return."""

from sortie.law.france.procedure import appeals, board, filing, leaving, telling, victims
from sortie.law.france.procedure.french import FrenchProcedure
from sortie.law.france.procedure.provided import ProceduralRule, Wording
from sortie.law.france.procedure.studied import (
    StudiedClock,
    StudiedScript,
    studied_clocks,
    studied_scripts,
)
from sortie.law.proceedings import Procedure

PROCEDURE: Procedure = FrenchProcedure()
RULES = {
    each.id: each
    for room in (filing, board, appeals, victims, telling, leaving)
    for each in vars(room).values()
    if isinstance(each, ProceduralRule)
}

__all__ = [
    "PROCEDURE",
    "RULES",
    "FrenchProcedure",
    "ProceduralRule",
    "StudiedClock",
    "StudiedScript",
    "Wording",
    "studied_clocks",
    "studied_scripts",
]
