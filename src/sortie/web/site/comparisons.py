"""The folder of the comparisons that the site shows: the one named, or the one beside the store."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

VARIABLE = "SORTIE_COMPARISONS"
FOLDER = "comparisons"


def comparisons_beside(database: Mapping[str, Any]) -> Path:
    """Return the folder that ``SORTIE_COMPARISONS`` names, else one beside the store.

    Nothing is made: a folder that is not there keeps nothing.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    local = database["ENGINE"].endswith("sqlite3")
    return (Path(database["NAME"]).parent if local else Path.cwd()) / FOLDER
