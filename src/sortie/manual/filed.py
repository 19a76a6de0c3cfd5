"""The facts of a case file in words: what is written there, and nothing about what is not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sortie import facts, law
from sortie.days import Length
from sortie.words import Tongue, leave_name, raised, word

_HEAD = frozenset(["format", "jurisdiction", "title"])
_LEAVES = frozenset(each.code for each in law.france.ROUTES)
_LENGTH = re.compile(r"P(?:\d+[YMD])+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?")


@dataclass(frozen=True, slots=True)
class FactTold:
    """One fact: its name, and its value; or each of its values, where there are several."""

    path: str
    name: str
    values: tuple[str, ...]


def filed(case: facts.CaseFile, tongue: Tongue) -> tuple[FactTold, ...]:
    """Return the facts that a case file states, in its order; what is unknown is not there."""
    written = facts.to_canonical(case)
    told = {name: each for name, each in written.items() if name not in _HEAD}
    return tuple(_facts(told, "", tongue))


def unsaid(whole: facts.CaseFile, left: facts.CaseFile, tongue: Tongue) -> tuple[str, ...]:
    """Return the names of the facts that a question takes away from the case."""
    before, after = filed(whole, tongue), filed(left, tongue)
    kept = {each.path: each for each in after}
    return tuple(each.name for each in before if kept.get(each.path) != each)


def fact_named(path: str, tongue: Tongue) -> str:
    """Return what a fact is called, to stand inside a sentence."""
    plain = re.sub(r"\[\d+\]", "", path)
    named = tongue.names.PATHS.get(plain) or tongue.sentences.get(f"manual.fact.{plain}")
    return tongue.spaced(named or plain)


def _facts(told: Mapping[str, Any], above: str, tongue: Tongue) -> Iterator[FactTold]:
    for key, value in told.items():
        path = f"{above}.{key}" if above else key
        if isinstance(value, Mapping) and not above:
            yield from _facts(value, path, tongue)
        else:
            several = value if isinstance(value, list) and value else [value]
            values = tuple(_value(each, path, tongue) for each in several)
            yield FactTold(path, raised(fact_named(path, tongue)), values)


def _value(value: Any, path: str, tongue: Tongue) -> str:
    if isinstance(value, Mapping):
        parts = tongue.spaced(" ; " if tongue.code == "fr" else "; ")
        return parts.join(
            tongue.say("finding.fact", name=fact_named(f"{path}.{key}", tongue),
                       value=_value(each, f"{path}.{key}", tongue))
            for key, each in value.items()
        )  # fmt: skip
    if isinstance(value, list):
        return ", ".join(_value(each, path, tongue) for each in value) or tongue.say("manual.none")
    return scalar(value, tongue)


def scalar(value: Any, tongue: Tongue) -> str:
    """Return one value in words: a day, a length, a word of a list, a yes or a no."""
    if value is None or value == "none":
        return tongue.say("manual.none")
    if isinstance(value, bool):
        return tongue.say("yes" if value else "no")
    text = str(value)
    if _LENGTH.fullmatch(text):
        return tongue.length(Length.parse(text))
    if _DATE.fullmatch(text):
        return tongue.day(date.fromisoformat(text))
    if _INSTANT.fullmatch(text):
        at = datetime.fromisoformat(text)
        return tongue.say("manual.at", day=tongue.day(at.date()), hour=f"{at:%H:%M}")
    return leave_name(text, tongue) if text in _LEAVES else word(text, tongue)
