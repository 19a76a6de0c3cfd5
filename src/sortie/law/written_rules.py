"""Rules with their versions, readings, figures and conditions as JSON values.

A rule of procedure has no conditions to show: it is a clock, a duty or a choice.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any

from sortie.law.france.book import BOOK
from sortie.law.france.person import Person
from sortie.law.france.procedure import RULES as PROCEDURE
from sortie.law.france.procedure import ProceduralRule, Wording
from sortie.law.france.reading_files import Reading
from sortie.law.france.shelf import readings, texts
from sortie.law.written_findings import Json, cites, day, value
from sortie.rules import (
    And,
    Call,
    Choose,
    Const,
    Field,
    Figure,
    Not,
    Or,
    Rule,
    Test,
    Tree,
    UnknownRule,
    Version,
    fields_of,
    last_day,
    walk,
)

RULE = "sortie/rule@1"
RULES = "sortie/rules@1"


def written_rules(on: date | None = None) -> Json:
    """Return the list of rules; with a day, only those in force on it."""
    kept = [r for r in BOOK.rules.values() if on is None or r.version_on(on) is not None]
    clocks = [r for r in PROCEDURE.values() if on is None or r.wording_on(on) is not None]
    shown = [*(_short(r, on) for r in kept), *(_short_clock(r, on) for r in clocks)]
    return {"format": RULES, "rules": sorted(shown, key=lambda each: str(each["rule"]))}


def _short(one: Rule[Any], on: date | None) -> Json:
    version = (one.version_on(on) if on else None) or one.versions[-1]
    return {
        "rule": one.id,
        "fr": version.sentence,
        "en": version.gloss,
        "from": day(one.versions[0].window.since),
        "before": day(one.versions[-1].window.before),
        "cites": cites(version.cites, on or _day_of(version)),
    }


def _short_clock(one: ProceduralRule[..., Any], on: date | None) -> Json:
    wording = (one.wording_on(on) if on else None) or one.wordings[-1]
    return {
        "rule": one.id,
        "fr": wording.sentence,
        "en": wording.gloss,
        "from": day(one.wordings[0].since),
        "before": day(one.wordings[-1].before),
        "cites": cites(wording.cites, on or _day_of(wording)),
    }


def written_rule(rule_id: str, on: date | None = None) -> Json:
    """Return one rule in full; with a day, only the version in force on it.

    Raises:   UnknownRule: no such rule
    """
    if rule_id in PROCEDURE:
        return _written_clock(PROCEDURE[rule_id], on)
    if rule_id not in BOOK.rules:
        raise UnknownRule(rule_id, _near(rule_id))
    one = BOOK[rule_id]
    versions = [v for v in one.versions if on is None or v is one.version_on(on)]
    used = sorted({each for v in versions for each in _readings(v)})
    return {
        "format": RULE,
        "rule": one.id,
        "versions": [_version(v) for v in versions],
        "readings": [_reading(readings()[each]) for each in used],
        "used_by": sorted(set(_users(one))),
    }


def _near(rule_id: str) -> tuple[str, ...]:
    known = [*BOOK.rules, *PROCEDURE]
    return tuple(get_close_matches(rule_id, known, n=3, cutoff=0.3))


def _written_clock(one: ProceduralRule[..., Any], on: date | None) -> Json:
    """Return a rule of procedure in full; its versions have no conditions."""
    wordings = [c for c in one.wordings if on is None or c is one.wording_on(on)]
    used = sorted({each for c in wordings for each in c.readings})
    return {
        "format": RULE,
        "rule": one.id,
        "versions": [_written_wording(c) for c in wordings],
        "readings": [_reading(readings()[each]) for each in used],
        "used_by": [],
    }


def _written_wording(wording: Wording) -> Json:
    return {
        "from": day(wording.since),
        "before": day(wording.before),
        "fr": wording.sentence,
        "en": wording.gloss,
        "cites": [_provision(each, _day_of(wording)) for each in wording.cites],
        "conditions": None,
        "figures": [_figure(figure, wording.since, wording.before) for figure in wording.figures],
        "readings": sorted(wording.readings),
    }


def _version(version: Version[Any]) -> Json:
    tree = BOOK.trees[id(version)]
    return {
        "from": day(version.window.since),
        "before": day(version.window.before),
        "fr": version.sentence,
        "en": version.gloss,
        "cites": [_provision(each, _day_of(version)) for each in version.cites],
        "conditions": written_tree(tree),
        "figures": [
            _figure(figure, version.window.since, version.window.before)
            for figure in _figures(tree)
        ],
        "readings": sorted(_readings(version)),
    }


def _day_of(version: Version[Any] | Wording) -> date:
    """Return a day on which the provisions of a version can be looked up: a late one."""
    last = version.last_day
    if last is not None:
        return last
    return max(texts().provision(each).latest.since for each in version.cites)


def _provision(provision_id: str, on: date) -> Json:
    (cited,) = cites([provision_id], on)
    provision = texts().provision(provision_id)
    version = provision.version(on) or provision.latest
    return {
        **cited,
        "title": version.title,
        "fr": version.words_fr,
        "en": version.words_en,
        "confidence": version.confidence,
        "source": version.source,
        "verified_until": day(version.verified_until),
    }


def written_tree(tree: Tree) -> Any:
    """Return the conditions of a rule: ``all``, ``any``, ``not``, ``if``, rules and facts."""
    match tree:
        case And(parts):
            return {"all": [written_tree(part) for part in parts]}
        case Or(parts):
            return {"any": [written_tree(part) for part in parts]}
        case Not(part):
            return {"not": written_tree(part)}
        case Choose(test, yes, no):
            return _choice(*(written_tree(part) for part in (test, yes, no)))
        case _:
            return _leaf(tree)


def _choice(test: Any, yes: Any, no: Any) -> Any:
    """Return the one branch when both read the same: a value that differs by reading only."""
    return yes if yes == no else {"if": test, "then": yes, "else": no}


def _leaf(tree: Tree) -> Any:
    match tree:
        case Call(other):
            return {"rule": other.id}
        case Test(atom):
            return {"facts": sorted({field.name for field, _ in atom.looks_at()}), **_among(atom)}
        case Const(held):
            return held
    raise AssertionError(tree)


def _among(atom: Any) -> Json:
    """Return the words of a closed list among which a fact must be, where it is asked so."""
    held = getattr(atom, "values", None) or frozenset([getattr(atom, "value", None)])
    words = sorted(str(each.value) for each in held if isinstance(each, Enum))
    return {"among": words} if words else {}


def _parts(tree: Tree) -> Iterable[Tree]:
    found: list[Tree] = []
    walk(tree, found.append)
    return found


def _readings(version: Version[Any]) -> set[str]:
    fields = fields_of(Person)
    seen: dict[str, Field] = {}
    for part in _parts(BOOK.trees[id(version)]):
        if isinstance(part, Test):
            seen |= {field.name: field for field, _ in part.atom.looks_at()}
    under = {fields[name].reading for field in seen.values() for name in field.under}
    return under | {field.reading for field in seen.values() if field.reading}


def _figures(tree: Tree) -> Iterable[Figure[Any]]:
    found: dict[str, Figure[Any]] = {}
    for part in _parts(tree):
        if isinstance(part, Test):
            found |= {figure.id: figure for figure in _held_by(part.atom)}
    return found.values()


def _held_by(atom: Any) -> Iterator[Figure[Any]]:
    """Yield the figures an atom compares with, wherever it holds them."""
    sides = (getattr(atom, name, None) for name in ("side", "left", "right"))
    for held in (getattr(atom, "term", None), getattr(atom, "right", None),
                 *(getattr(side, "plus", None) for side in sides)):  # fmt: skip
        if isinstance(held, Figure):
            yield held


def _figure(figure: Figure[Any], since: date, before: date) -> Json:
    return {
        "figure": figure.id,
        "fr": figure.title["fr"],
        "en": figure.title["en"],
        "values": [
            {
                "from": day(dated.since),
                "before": day(dated.before),
                "value": _amount(dated.value),
                "cites": cites(dated.cites, last_day(dated) or max(since, dated.since)),
            }
            for dated in figure.versions
            if dated.since < before and since < dated.before
        ],
    }


def _amount(held: Any) -> Any:
    count = getattr(held, "count", None)
    return f"P{count}M" if isinstance(count, int) and not isinstance(held, str) else value(held)


def _reading(reading: Reading) -> Json:
    return {
        "reading": reading.id,
        "question": {"fr": reading.question_fr, "en": reading.question_en},
        "options": [
            {"option": key, "fr": words[0], "en": words[1]}
            for key, words in reading.options.items()
        ],
        "adopted": reading.adopted or None,
        "settled_by": reading.settled_by or None,
        "confirmed_by": reading.confirmed_by or None,
        "confirmed_on": reading.confirmed_on or None,
        "why": {"fr": reading.why_fr, "en": reading.why_en},
    }


def _users(one: Rule[Any]) -> Iterator[str]:
    for other in BOOK.rules.values():
        for version in other.versions:
            for part in _parts(BOOK.trees[id(version)]):
                if isinstance(part, Call) and part.rule is one and other.id != one.id:
                    yield other.id
