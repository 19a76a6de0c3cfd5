"""The keys and words of a case study, in French and in English."""

import tomllib
from functools import cache
from typing import Any

from sortie import facts

ANSWERS = frozenset(["open", "closed", "undetermined"])
COMPUTATIONS = frozenset(
    ["count", "appeal_closes", "release_day", "automatic_credit", "credit_regime"]
)
AUTHORITIES = frozenset(
    [
        "enforcement_judge",
        "head_of_prison",
        "investigating_judge",
        "prosecutor",
        "paris_terrorism_judge",
        "paris_organised_crime_judge",
        "interregional_judge",
    ]
)
REGIMES = frozenset(["old", "new"])
NONE = frozenset(["none"])
FLAGS = frozenset(["true", "false", "unknown"])


@cache
def dictionary() -> facts.Dictionary:
    """Return the dictionary of the keys around the facts, and of the words of the answers."""
    with facts.GLOSSARY.open("rb") as file:
        glossary: dict[str, Any] = tomllib.load(file)
    words = glossary["answers"] | glossary["study_words"]
    return facts.Dictionary.of({"keys": glossary["study"], "values": words})


def keys_typed(names: frozenset[str]) -> tuple[str, ...]:
    """Return how keys may be typed, ours in French first."""
    typed = dictionary().keys_typed
    return (*(typed[name] for name in sorted(names)), *sorted(names))
