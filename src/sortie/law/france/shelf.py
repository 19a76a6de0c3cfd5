"""The French texts and readings, loaded once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sortie.law.france.reading_files import Reading, load_readings
from sortie.texts import Texts


@cache
def texts() -> Texts:
    """Return every French provision that a rule cites."""
    return Texts.load(Path(__file__).parent / "texts")


@cache
def readings() -> Mapping[str, Reading]:
    """Return every French reading by its id."""
    return load_readings()
