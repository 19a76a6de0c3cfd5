"""Rules, their versions, readings and figures as JSON values."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sortie.days import EVER, NEVER
from sortie.law.france.book import BOOK
from sortie.law.france.person import Person
from sortie.law.france.reading_files import Reading
from sortie.law.france.shelf import readings, texts
from sortie.law.written_findings import Json, cites, day
from sortie.rules import Figure, Rule, Version, walk
from sortie.rules.tree import Call, Const, Test, Tree

RULE = "sortie/rule@1"
RULES = "sortie/rules@1"


def written_rules(on: date | None = None) -> Json:
    """Return the list of rules; with a day, only those in force on it."""
    kept = [r for r in BOOK.rules.values() if on is None or r.version_on(on) is not None]
    return {"format": RULES, "rules": [_short(r, on) for r in sorted(kept, key=lambda r: r.id)]}


def _short(one: Rule[Any], on: date | None) -> Json:
    version = (one.version_on(on) if on else None) or one.versions[-1]
    return {
        "rule": one.id,
        "fr": version.sentence,
        "en": version.gloss,
        "from": day(one.versions[0].window.since),
        "before": day(one.versions[-1].window.before),
        "cites": cites(version.cites, on or _when(version)),
    }


def written_rule(rule_id: str, on: date | None = None) -> Json:
    """Return one rule in full; with a day, only the version in force on it.

    Raises:   UnknownRule: no such rule
    """
    one = BOOK[rule_id]
    versions = [v for v in one.versions if on is None or v is one.version_on(on)]
    return {
        "format": RULE,
        "rule": one.id,
        "versions": [_version(v) for v in versions],
        "readings": [_reading(readings()[each]) for each in sorted(_readings(versions))],
        "used_by": sorted(_users(one)),
    }


def _version(version: Version[Any]) -> Json:
    tree = BOOK.trees[id(version)]
    return {
        "from": day(version.window.since),
        "before": day(version.window.before),
        "fr": version.sentence,
        "en": version.gloss,
        "cites": [_provision(each, _when(version)) for each in version.cites],
        "rests_on": sorted({part.rule.id for part in _parts(tree) if isinstance(part, Call)}),
        "reads": sorted({f.name for f in _fields(tree) if not f.reading}),
        "figures": [_figure(f, version) for f in _figures(tree)],
        "conditions": written_tree(tree),
    }


def _when(version: Version[Any]) -> date:
    """Return a day of a version on which its provisions can be looked up: its last one."""
    if version.window.before == NEVER:
        return max((texts().provision(c).latest.since for c in version.cites), default=EVER)
    return version.window.before - timedelta(days=1)


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
        case Const(value):
            return value
        case Call(other):
            return {"rule": other.id}
        case Test(atom):
            looked = {field.name for field, _ in atom.looks_at()}
            return {"facts": sorted(looked)}
    name = {"And": "all", "Or": "any", "Not": "not", "Choose": "if"}[type(tree).__name__]
    return {name: [written_tree(part) for part in _inner(tree)]}


def _inner(tree: Any) -> tuple[Tree, ...]:
    if hasattr(tree, "parts"):
        return tuple(tree.parts)
    return (tree.part,) if hasattr(tree, "part") else (tree.test, tree.yes, tree.no)


def _parts(tree: Tree) -> list[Tree]:
    found: list[Tree] = []
    walk(tree, found.append)
    return found


def _fields(tree: Tree) -> Iterator[Any]:
    for part in _parts(tree):
        if isinstance(part, Test):
            for field, _ in part.atom.looks_at():
                yield field


def _readings(versions: list[Version[Any]]) -> set[str]:
    from_record = {f.name: f for v in versions for f in _fields(BOOK.trees[id(v)])}
    named = {f.reading for f in from_record.values() if f.reading}
    return named | {_by_name(under) for f in from_record.values() for under in f.under}


def _by_name(field_name: str) -> str:
    from_fields = BOOK_FIELDS[field_name]
    return str(from_fields.reading)


def _figures(tree: Tree) -> list[Figure[Any]]:
    found: dict[str, Figure[Any]] = {}
    for part in _parts(tree):
        if isinstance(part, Test):
            for each in _held_by(part.atom):
                found[each.id] = each
    return list(found.values())
