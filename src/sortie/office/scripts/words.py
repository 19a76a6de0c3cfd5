"""The words of a script, in French and in English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sortie import facts

FLAGS = frozenset(["true", "false"])
ANSWERS = frozenset(["open", "closed", "undetermined"])
_WORDS = Path(__file__).with_name("words.toml")


@cache
def _typed() -> Mapping[str, Any]:
    return tomllib.loads(_WORDS.read_text("utf-8"))


@cache
def around() -> facts.Dictionary:
    """Return the dictionary of the keys around the acts, and of the verbs."""
    return facts.Dictionary.of({"keys": _typed()["script"], "values": _typed()["acts"]})


@cache
def inside() -> facts.Dictionary:
    """Return the dictionary of what an act says."""
    return facts.Dictionary.of({"keys": _typed()["body"], "values": _typed()["said"]})


@cache
def standing() -> facts.Dictionary:
    """Return the dictionary of where a case stands, and of what happened to it."""
    return facts.Dictionary.of({"keys": {}, "values": _typed()["standing"]})
