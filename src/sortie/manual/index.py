"""The rules in order: by route or by article, and those that answer a search."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sortie import law, words
from sortie.manual.days import run_told
from sortie.manual.rules import family_of, is_announced, sentence_of
from sortie.manual.whole import in_force, rules_below, rules_citing, version_of, whole, window
from sortie.words import LANGUAGES, Tongue, articles, leave_name

BY = ("route", "article")
PROCEDURE = "procedure"

_ARTICLE = re.compile(r"\b([lrd])\s*\.?\s*(?=\d)")
_TOKEN = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for, on a day; ``route`` keeps the rules that one leave rests on."""

    on: date
    typed: str = ""
    by: str = BY[0]
    route: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule of the index, as it is read on the day; ``days`` are those of that version."""

    rule: str
    sentence: str
    cites: str
    days: str
    in_force: bool
    announced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rules that stand together; ``text`` is the provision that they cite, if it is one."""

    title: str
    rows: tuple[Row, ...]
    text: str = ""


def groups(wanted: Wanted, tongue: Tongue) -> tuple[Group, ...]:
    """Return the rules that answer, grouped; a rule stands under each article that it cites."""
    kept = [each for each in whole() if _answers(each, wanted)]
    if wanted.by == "article":
        return tuple(_by_article(kept, wanted, tongue))
    return tuple(_by_route(kept, wanted, tongue))


def routes_offered(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """Return what an index may be kept to: each kind of leave, and the procedure."""
    leaves = tuple((each.code, leave_name(each.code, tongue)) for each in law.france.ROUTES)
    return (*leaves, (PROCEDURE, tongue.spaced(tongue.names.FAMILIES[PROCEDURE])))


def row_of(rule: str, on: date, tongue: Tongue) -> Row:
    """Return one rule as the index shows it."""
    version = version_of(rule, on)
    return Row(
        rule=rule,
        sentence=sentence_of(rule, on, tongue),
        cites=articles([each["id"] for each in version["cites"]], on),
        days=run_told(*window(version), tongue),
        in_force=in_force(version, on) and not is_announced(rule),
        announced=is_announced(rule),
    )


def _by_route(kept: list[str], wanted: Wanted, tongue: Tongue) -> Iterator[Group]:
    left = dict.fromkeys(kept)
    for route in law.france.ROUTES:
        own = [each for each in left if each == route.code or each.startswith(f"{route.code}.")]
        if own:
            yield _group(leave_name(route.code, tongue), own, wanted, tongue)
        for each in own:
            del left[each]
    for family, name in tongue.names.FAMILIES.items():
        held = [each for each in left if family_of(each) == family]
        if held:
            common = family in ("leave", "leave.before_2016")
            title = tongue.say("manual.index.common", family=name) if common else name
            yield _group(tongue.spaced(title), held, wanted, tongue)


def _by_article(kept: list[str], wanted: Wanted, tongue: Tongue) -> Iterator[Group]:
    cited = {each: articles([each], wanted.on) for each in law.france.texts().ids}
    chosen = frozenset(kept)
    for provision in sorted(cited, key=lambda each: _natural(cited[each])):
        held = [each for each in rules_citing(provision) if each in chosen]
        if held:
            yield _group(cited[provision], held, wanted, tongue, provision)


def _group(title: str, rules: list[str], wanted: Wanted, tongue: Tongue, text: str = "") -> Group:
    rows = [row_of(each, wanted.on, tongue) for each in rules]
    # What is the law on that day comes before what was or will be.
    rows.sort(key=lambda each: not each.in_force)
    return Group(title=title, rows=tuple(rows), text=text)


def _natural(citation: str) -> list[tuple[bool, int, str]]:
    parts = _NUMBER.split(citation)
    return [(each.isdigit(), int(each) if each.isdigit() else 0, each) for each in parts]


def _answers(rule: str, wanted: Wanted) -> bool:
    return _of_route(rule, wanted.route) and _said(rule, wanted.typed)


def _of_route(rule: str, route: str) -> bool:
    if not route:
        return True
    if route == PROCEDURE:
        return family_of(rule) == PROCEDURE
    known = next((each for each in law.france.ROUTES if each.code == route), None)
    return known is not None and rule in rules_below(known.rule.id)


def _said(rule: str, typed: str) -> bool:
    """Whether every word typed is in the rule; a number is an article, or stands there alone."""
    said, numbers = _hay(rule)
    return all(
        _names(token, numbers) or bool(re.search(rf"(?<![\w-]){re.escape(token)}(?![\w-])", said))
        if token[-1].isdigit() and "." not in token
        else token in said
        for token in _TOKEN.findall(_ARTICLE.sub(r"\1", _folded(typed)))
    )


def _names(token: str, numbers: frozenset[str]) -> bool:
    """Whether a token is an article, with or without its letter, or one that begins so."""
    bare = {each.lstrip("lrda") for each in numbers} | numbers
    return any(each == token or each.startswith(f"{token}-") for each in bare)


@cache
def _hay(rule: str) -> tuple[str, frozenset[str]]:
    """Return all that a rule says in both languages, and the articles that it cites."""
    held = whole()[rule]
    said, numbers = [rule], set[str]()
    for version in held["versions"]:
        said += [version["fr"], version["en"], *_looked_at(version["conditions"])]
        said += [f"{each['fr']} {each['en']}" for each in version["figures"]]
        for each in version["cites"]:
            said += [each["text"], each["title"], each["fr"], each["en"]]
            numbers.add(_folded(each["article"]))
    return _folded(" ".join(said)), frozenset(numbers)


def _looked_at(tree: Any) -> Iterator[str]:
    """Yield the names, in both languages, of the facts that conditions look at."""
    if isinstance(tree, Mapping):
        for each in tree.get("facts", ()):
            yield from (words.tongue(code).names.FIELDS[each] for code in LANGUAGES)
        for part in tree.values():
            yield from _looked_at(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _looked_at(part)


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))
