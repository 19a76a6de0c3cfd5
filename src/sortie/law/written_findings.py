"""Findings as JSON values: the dates, the provisions resolved on the day, the facts read."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from sortie.days import EVER, NEVER
from sortie.law.france.person import Person
from sortie.law.france.shelf import texts
from sortie.rules import Because, Bounds, Fact, Finding, Missing, Stretch, fields_of

Json = dict[str, Any]


def day(value: date | None) -> str | None:
    """Return a date as ISO text; the ends of time and what is not known are null."""
    return None if value in (None, EVER, NEVER) else str(value)


def stretch(run: Stretch) -> Json:
    """Return a run of days: ``before`` is the first day that no longer belongs to it."""
    return {"from": day(run.since), "before": day(run.before)}


def because(why: Because, on: date) -> Json:
    """Return an answer of one rule with the findings that decided it."""
    return {
        "outcome": why.outcome.value,
        "findings": [finding(each, on) for each in why.findings],
        "missing": list(why.missing),
    }


def finding(found: Finding, on: date) -> Json:
    """Return one finding, its provisions as they stood on a day."""
    version = found.version or found.rule.versions[-1]
    return {
        "rule": found.rule.id,
        "outcome": found.outcome.value,
        "since": day(found.since),
        "before": day(found.before),
        "in_force": found.version is not None,
        "cites": cites(version.cites, on),
        "facts": facts(found.facts),
        "missing": list(found.missing),
        "readings": list(found.readings),
    }


def cites(ids: Iterable[str], on: date) -> list[Json]:
    """Return provisions as numbered on a day, with the first day of the version read.

    A provision not in force that day keeps its latest number, and has no version.
    """
    found = []
    for each in ids:
        provision = texts().provision(each)
        version = provision.version(on)
        shown = version or provision.latest
        since = None if version is None else day(version.since)
        found.append({"text": shown.code, "article": shown.article, "version": since, "id": each})
    return found


def facts(seen: Iterable[Fact]) -> Json:
    """Return the facts by name; one that differs by reading lists the value under each."""
    by_name: dict[str, dict[tuple[Any, ...], Any]] = {}
    for fact in seen:
        by_name.setdefault(fact.field, {})[fact.choice] = value(fact.value)
    return {name: _one(name, values) for name, values in by_name.items()}


def _one(name: str, values: Mapping[tuple[Any, ...], Any]) -> Any:
    each = list(values.values())
    if all(other == each[0] for other in each):
        return each[0]
    fields = fields_of(Person)
    readings = [fields[under].reading for under in fields[name].under]
    return [
        {"readings": dict(zip(readings, map(value, choice), strict=True)), "value": found}
        for choice, found in values.items()
    ]


def value(held: Any) -> Any:
    """Return one held value: text for dates, lengths and words, null for what is missing."""
    if isinstance(held, Bounds):
        return {"least": value(held.least), "most": value(held.most)}
    if isinstance(held, frozenset):
        return sorted(value(each) for each in held)
    if isinstance(held, Missing) or held is None:
        return None
    if isinstance(held, Enum | bool | int):
        return held.value if isinstance(held, Enum) else held
    return {NEVER: "never", EVER: "always"}.get(held, str(held))
