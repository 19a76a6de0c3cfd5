"""Every rule in full, read once, and what can only be seen from all of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from sortie import law
from sortie.days import EVER, NEVER

Json = Mapping[str, Any]


@cache
def whole() -> Mapping[str, Json]:
    """Return every rule by its id, as ``law.written_rule`` gives it."""
    ids = [each["rule"] for each in law.written_rules()["rules"]]
    return {each: law.written_rule(each) for each in ids}


@cache
def rules_under(reading: str) -> tuple[str, ...]:
    """Return the rules that hang on a reading."""
    return tuple(
        rule
        for rule, held in whole().items()
        if any(each["reading"] == reading for each in held["readings"])
    )


@cache
def rules_citing(provision: str) -> tuple[str, ...]:
    """Return the rules of which one version at least cites a provision."""
    return tuple(
        rule
        for rule, held in whole().items()
        if any(cited["id"] == provision for each in held["versions"] for cited in each["cites"])
    )


@cache
def rules_below(rule: str) -> frozenset[str]:
    """Return a rule with all those that it rests on, however far."""
    found: set[str] = set()
    ahead = [rule]
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            ahead += [
                other
                for version in whole()[each]["versions"]
                for other in _called(version["conditions"])
            ]
    return frozenset(found)


def _called(tree: Any) -> Iterator[str]:
    """Yield the rules named in conditions."""
    if isinstance(tree, Mapping):
        if "rule" in tree:
            yield tree["rule"]
        for part in tree.values():
            yield from _called(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _called(part)


def window(version: Json) -> tuple[date, date]:
    """Return the first day of a version and the first that is no longer its own."""
    since, before = version["from"], version["before"]
    return (
        date.fromisoformat(since) if since else EVER,
        date.fromisoformat(before) if before else NEVER,
    )


def in_force(version: Json, on: date) -> bool:
    """Whether a version is the law on a day."""
    since, before = window(version)
    return since <= on < before


def version_of(rule: str, on: date) -> Json:
    """Return the version of a rule on a day; outside its dates, the last one."""
    versions: list[Json] = whole()[rule]["versions"]
    return next((each for each in versions if in_force(each, on)), versions[-1])
