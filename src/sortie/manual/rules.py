"""One rule in words: its versions compared, its texts, its conditions, its doubts, its standing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from sortie import facts, law, words
from sortie.days import Length
from sortie.manual.comparing import Change, Piece, changes, compared
from sortie.manual.days import run_told
from sortie.manual.readings import ReadingTold, readings_told
from sortie.manual.texts import Cited, cited_on
from sortie.manual.whole import Json, in_force, rules_below, version_of, whole, window
from sortie.rules import UnknownRule
from sortie.words import Tongue, leave_name, raised, word

REFORM = "reform"
_EVE = timedelta(days=1)
_OTHER = {"fr": "en", "en": "fr"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conditions: its number, its words, the rule it names, if it names one."""

    number: str
    text: str
    rule: str = ""
    change: Change = Change.SAME

    @property
    def depth(self) -> int:
        """How deep it stands; what leads the whole stands at 0."""
        return self.number.count(".") + 1 if self.number else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTold:
    """One version; what it changed is said against the one before, and nothing for the first.

    ``other`` is the same sentence in the other language, whose code is ``other_lang``.
    """

    sentence: str
    pieces: tuple[Piece, ...]
    other: str
    other_lang: str
    cites: tuple[Cited, ...]
    lines: tuple[Line, ...]
    figures: tuple[str, ...]
    same: bool
    heading: str = ""
    days: str = ""
    in_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """One rule whole, read on a day."""

    id: str
    title: str
    family: str
    on: date
    standing: str
    modelled: bool
    current: VersionTold | None
    versions: tuple[VersionTold, ...]
    readings: tuple[ReadingTold, ...]
    used_by: tuple[tuple[str, str], ...]
    announced: bool
    routes: tuple[tuple[str, str], ...]
    procedure: bool


def rule_told(rule: str, on: date, tongue: Tongue) -> RuleTold:
    """Return a rule in words, as it is read on a day.

    The trap: outside its dates a rule of procedure is not modelled, which is no answer; a rule of
    leave does not hold, which is one.

    Raises:   UnknownRule: the nearest ids are named
    """
    if rule not in whole():
        law.written_rule(rule)
        raise UnknownRule(rule, ())
    held = whole()[rule]
    announced = is_announced(rule)
    versions = tuple(_versions(held["versions"], on, tongue, announced=announced))
    current = next((each for each in versions if each.in_force), None)
    return RuleTold(
        id=rule,
        title=sentence_of(rule, on, tongue).rstrip("."),
        family=family_named(rule, tongue),
        on=on,
        standing=_standing(rule, current, on, tongue),
        modelled=current is not None,
        announced=announced,
        current=current,
        versions=versions,
        readings=readings_told(on, tongue, [each["reading"] for each in held["readings"]]),
        used_by=tuple((each, sentence_of(each, on, tongue)) for each in held["used_by"]),
        routes=tuple(
            (route.rule.id, leave_name(route.code, tongue))
            for route in law.france.ROUTES
            if route.rule.id != rule and rule in rules_below(route.rule.id)
        ),
        procedure=rule in law.france.PROCEDURE_RULES,
    )


def sentence_of(rule: str, on: date, tongue: Tongue) -> str:
    """Return what a rule says on a day, as a sentence; outside its dates, what it said.

    The author's own words in French. The trap: in English it is the sentence of the screens, where
    there is one, since a gloss is too short to be read alone; the versions keep the gloss.
    """
    if tongue.code == "en" and rule in tongue.rules:
        return tongue.rules[rule][0]
    return raised(tongue.either(version_of(rule, on))) + "."


def family_of(rule: str) -> str:
    """Return the family of a rule: the part of its id after the country."""
    parts = rule.split(".")
    return "leave.before_2016" if parts[1:3] == ["leave", "before_2016"] else parts[1]


def family_named(rule: str, tongue: Tongue) -> str:
    """Return the family of a rule in words."""
    return tongue.spaced(tongue.names.FAMILIES[family_of(rule)])


def is_announced(rule: str) -> bool:
    """Whether a rule is a law announced and not adopted, which only a question may apply."""
    return family_of(rule) == REFORM


def _standing(rule: str, current: VersionTold | None, on: date, tongue: Tongue) -> str:
    day = tongue.day(on)
    if is_announced(rule):
        return tongue.say("manual.rule.announced")
    if current is not None:
        return tongue.say("manual.rule.in_force", day=day, days=current.days)
    if rule in law.france.PROCEDURE_RULES:
        return tongue.say("manual.rule.not_modelled", day=day)
    earliest = window(whole()[rule]["versions"][0])[0]
    return tongue.say("manual.rule.not_yet" if on < earliest else "manual.rule.over", day=day)


def _versions(
    held: list[Json], on: date, tongue: Tongue, *, announced: bool
) -> Iterator[VersionTold]:
    for before, each in pairwise([None, *held]):
        assert each is not None  # noqa: S101 (only the first has none before it)
        days = run_told(*window(each), tongue)
        told = _version(each, before, on, tongue)
        key = "manual.version.announced" if announced else "manual.version.dates"
        yield replace(
            told,
            heading=tongue.say(key, days=days),
            days=days,
            in_force=in_force(each, on) and not announced,
        )


def _version(held: Json, before: Json | None, on: date, tongue: Tongue) -> VersionTold:
    sentence, other = raised(tongue.either(held)) + ".", _OTHER[tongue.code]
    old = raised(tongue.either(before)) + "." if before is not None else ""
    cites, lines = _cites(held, before, on, tongue), _lines(held, before, on, tongue)
    figures = tuple(_figures(held, tongue))
    rest: tuple[Cited | Line, ...] = (*cites, *lines)
    return VersionTold(
        sentence=sentence,
        pieces=compared(old, sentence) if before is not None and old != sentence else (),
        other=raised(words.tongue(other).either(held)) + ".",
        other_lang=other,
        cites=cites,
        lines=lines,
        figures=figures,
        same=before is not None and old == sentence
        and all(each.change is Change.SAME for each in rest),
    )  # fmt: skip


def _cites(held: Json, before: Json | None, on: date, tongue: Tongue) -> tuple[Cited, ...]:
    old = tuple(each["id"] for each in before["cites"]) if before is not None else ()
    new = tuple(each["id"] for each in held["cites"])
    marked = changes(old, new) if before is not None else ((Change.SAME, each) for each in new)
    return tuple(
        cited_on(each, _read_on(before if change is Change.REMOVED and before else held, on),
                 tongue, change)
        for change, each in marked
    )  # fmt: skip


def _read_on(held: Json, on: date) -> date:
    """Return the day on which the texts of a version are read: that asked, else its nearest."""
    since, before = window(held)
    return max(since, min(on, before - _EVE))


# -- conditions


def _lines(held: Json, before: Json | None, on: date, tongue: Tongue) -> tuple[Line, ...]:
    if held["conditions"] is None:
        return ()
    new = list(_numbered(held["conditions"], "", _read_on(held, on), tongue))
    if before is None:
        return tuple(new)
    old = list(_numbered(before["conditions"], "", _read_on(before, on), tongue))
    # A line that only took another number or another depth is the same condition.
    keys = [[(each.text, each.rule) for each in lines] for lines in (old, new)]
    left, came = iter(old), iter(new)
    found = []
    for change, _ in changes(*keys):
        if change is Change.REMOVED:
            each = next(left)
        else:
            each = next(came)
            if change is Change.SAME:
                next(left)
        found.append(Line(each.number, each.text, each.rule, change))
    return tuple(found)


def _numbered(tree: Any, number: str, on: date, tongue: Tongue) -> Iterator[Line]:
    """Yield the conditions line by line, numbered as a text of law would be."""
    if isinstance(tree, bool):
        yield Line(number, raised(tongue.say("yes" if tree else "no")) + ".")
    elif "rule" in tree:
        yield Line(number, sentence_of(tree["rule"], on, tongue), tree["rule"])
    elif "facts" in tree:
        yield Line(number, _looked_at(tree, tongue))
    else:
        rank = 0
        for key, part in tree.items():
            yield Line(number, raised(tongue.say(f"law.{key}")))
            for each in part if isinstance(part, list) else [part]:
                rank += 1
                yield from _numbered(each, f"{number}.{rank}".lstrip("."), on, tongue)


def _looked_at(leaf: Json, tongue: Tongue) -> str:
    """Return what is asked of the file; a list of words, where the house has names for them."""
    named = tongue.listed(tongue.spaced(tongue.names.FIELDS[each]) for each in leaf["facts"])
    known, among = facts.house_dictionary().words_typed, leaf.get("among", ())
    if among and known.keys() >= set(among):
        values = tongue.listed((word(each, tongue) for each in among), "or")
        return tongue.say("manual.among", facts=named, values=values)
    return raised(tongue.say("law.facts", facts=named)) + "."


def _figures(held: Json, tongue: Tongue) -> Iterator[str]:
    for figure in held["figures"]:
        for dated in figure["values"]:
            amount = dated["value"]
            said = str(amount) if isinstance(amount, int) else tongue.length(Length.parse(amount))
            told = tongue.say("finding.fact", name=tongue.either(figure), value=said)
            cites = ", ".join(f"{each['text']} {each['article']}" for each in dated["cites"])
            yield tongue.say("manual.figure", figure=told, cites=cites)
