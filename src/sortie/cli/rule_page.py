"""``sortie law``: the list of rules, or one rule in words."""

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sortie import facts
from sortie import law as laws
from sortie.cli import opening
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused
from sortie.days import Length
from sortie.words import Tongue, raised

_EVE = timedelta(days=1)
CASES = Path("cases")
Json = Mapping[str, Any]


def law(chosen: Namespace, tongue: Tongue) -> int:
    """Show the rules, or one of them, on paper or for a program."""
    on = opening.day_of(chosen.on, "--on")
    if chosen.kernel:
        return _as_gates(chosen, tongue)
    if chosen.pdf:
        return _printed(chosen, on or opening.today(), tongue)
    written = laws.written_rule(chosen.rule, on) if chosen.rule else laws.written_rules(on)
    if chosen.rule:
        written["cases"] = list(files_naming(chosen.rule, CASES))
    if chosen.json:
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return 0
    page = Page()
    if chosen.rule:
        _Rule(page, written, tongue).write(on)
    else:
        _rules(page, written, on, tongue)
    show(page)
    return 0


def _as_gates(chosen: Namespace, tongue: Tongue) -> int:
    """Show the rule, or all of them, as the gates that are run over many people."""
    from sortie.cli.population.door import guarded

    if chosen.rule:
        laws.france.BOOK.step(chosen.rule)

    def listed() -> int:
        from sortie.cli.population.kernel import kernel

        return kernel(chosen.rule, tongue)

    return guarded(listed, tongue)


def _printed(chosen: Namespace, on: date, tongue: Tongue) -> int:
    """Write the printed manual, of every rule or of one."""
    from sortie import papers

    paper = papers.law_manual(on, rule=chosen.rule, lang=tongue.code)
    try:
        Path(chosen.pdf).write_bytes(paper.pdf)
    except OSError as closed:
        why = type(closed).__name__
        raise Refused("cli.not_written", {"path": chosen.pdf, "why": why}, "--pdf") from closed
    page = Page()
    page.text(tongue.say("manual.written", path=chosen.pdf, digest=paper.digest))
    show(page)
    return 0


def files_naming(rule: str, folder: Path) -> Iterator[str]:
    """Yield the files of case studies that name a rule."""
    names = (rule, *facts.house_dictionary().words_typed.get(rule, ()))
    named = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, names))})(?![\w.])")
    for path in sorted(folder.rglob("*.yaml")):
        if named.search(path.read_text(encoding="utf-8", errors="replace")):
            yield path.as_posix()


def family_of(rule: str) -> str:
    """Return the family of a rule: the part of its id after the country."""
    parts = rule.split(".")
    return "leave.before_2016" if parts[1:3] == ["leave", "before_2016"] else parts[1]


def _rules(page: Page, written: Json, on: date | None, tongue: Tongue) -> None:
    title = tongue.say("law.title.on", day=tongue.day(on)) if on else tongue.say("law.title")
    page.text(title, style="strong")
    by_family: dict[str, list[Json]] = {}
    for each in written["rules"]:
        by_family.setdefault(family_of(each["rule"]), []).append(each)
    for family, name in tongue.names.FAMILIES.items():
        if family in by_family:
            page.title(tongue.spaced(name))
        for each in by_family.pop(family, []):
            page.text(each["rule"], indent=2)
            page.item(" ", _condition(each, tongue), cite=_cites(each["cites"]))
    page.blank()
    count = len(written["rules"])
    page.text(tongue.count("law.count", count, count=count))


def _condition(rule: Json, tongue: Tongue) -> str:
    """Return a condition as a sentence: the author's in French, ours in English."""
    if tongue.code == "en" and rule["rule"] in tongue.rules:
        return tongue.rules[rule["rule"]][0]
    return raised(tongue.either(rule)) + "."


def _cites(cited: list[Json]) -> str:
    by_text: dict[str, list[str]] = {}
    for each in cited:
        by_text.setdefault(each["text"], []).append(each["article"])
    return " ; ".join(f"{text} {', '.join(numbers)}" for text, numbers in by_text.items())


class _Rule:
    def __init__(self, page: Page, written: Json, tongue: Tongue) -> None:
        self.page, self.written, self.tongue = page, written, tongue

    def write(self, on: date | None) -> None:
        self.page.text(self.written["rule"], style="strong")
        if not self.written["versions"]:
            assert on is not None  # noqa: S101 (without a day, a rule has all its versions)
            self.page.text(self.tongue.say("law.version.none", day=self.tongue.day(on)))
        for version in self.written["versions"]:
            self._version(version)
        if self.written["readings"]:
            self.page.title(self.tongue.say("law.readings"))
        for reading in self.written["readings"]:
            self._reading(reading)
        self._related()

    def _version(self, version: Json) -> None:
        page, say = self.page, self.tongue.say
        page.title(raised(self.tongue.either(version)) + ".")
        page.text(self._window(version), indent=2, style="faint")
        other = version["en" if self.tongue.code == "fr" else "fr"]
        page.text(f"({other})", indent=2, style="faint")
        page.text(say("law.cites"), indent=2, style="strong")
        for cited in version["cites"]:
            self._provision(cited)
        if version["conditions"] is not None:
            page.text(say("law.conditions"), indent=2, style="strong")
            self._tree(version["conditions"], 4)
        if version["figures"]:
            page.text(say("law.figures"), indent=2, style="strong")
        for figure in version["figures"]:
            self._figure(figure)

    def _window(self, window: Json) -> str:
        since, before = _day(window["from"]), _day(window["before"])
        key = {
            (True, True): "span",
            (True, False): "since",
            (False, True): "until",
            (False, False): "always",
        }[since is not None, before is not None]
        return self.tongue.say(
            f"law.version.{key}",
            since=self.tongue.day(since) if since else "",
            until=self.tongue.day(before - _EVE) if before else "",
        )

    def _provision(self, cited: Json) -> None:
        verified = _day(cited["verified_until"])
        told = self.tongue.either(cited)
        if verified:
            day = self.tongue.day(verified)
            told = f"{told} {self.tongue.say('law.verified', day=day)}"
        self.page.item("-", f"{cited['text']} {cited['article']}. {told}", indent=4)

    def _tree(self, tree: Any, indent: int) -> None:
        """Write the conditions as nested lists, other rules by their sentence."""
        if isinstance(tree, bool):
            self.page.item("-", self.tongue.say("yes" if tree else "no"), indent=indent)
        elif "rule" in tree:
            version = laws.france.BOOK[tree["rule"]].versions[-1]
            words = {"rule": tree["rule"], "fr": version.sentence, "en": version.gloss}
            told = _condition(words, self.tongue)
            self.page.item("-", told, cite=tree["rule"], indent=indent)
        elif "facts" in tree:
            named = self.tongue.names.FIELDS
            told = self.tongue.listed(self.tongue.spaced(named[f]) for f in tree["facts"])
            self.page.item("-", self.tongue.say("law.facts", facts=told), indent=indent)
        else:
            for key, part in tree.items():
                self.page.item("-", self.tongue.say(f"law.{key}"), indent=indent)
                for each in part if isinstance(part, list) else [part]:
                    self._tree(each, indent + 2)

    def _figure(self, figure: Json) -> None:
        for dated in figure["values"]:
            value = _amount(dated["value"], self.tongue)
            told = self.tongue.say("finding.fact", name=self.tongue.either(figure), value=value)
            self.page.item("-", f"{told}.", cite=_cites(dated["cites"]), indent=4)

    def _reading(self, reading: Json) -> None:
        page, say = self.page, self.tongue.say
        page.item("?", self.tongue.either(reading["question"]), cite=reading["reading"])
        options = {each["option"]: self.tongue.either(each) for each in reading["options"]}
        for key, told in options.items():
            page.item("-", told, cite=key, indent=4)
        adopted = options.get(reading["adopted"] or "", "")
        if reading["confirmed_by"]:
            signed = {"by": reading["confirmed_by"], "on": reading["confirmed_on"]}
            page.text(say("law.reading.signed", option=adopted, **signed), indent=4)
        elif adopted:
            page.text(say("law.reading.settled", option=adopted), indent=4)
        else:
            page.text(say("law.reading.open"), indent=4)

    def _related(self) -> None:
        if self.written["used_by"]:
            self.page.title(self.tongue.say("law.used_by"))
        for rule in self.written["used_by"]:
            self.page.item("-", rule)
        files = self.written["cases"]
        self.page.title(self.tongue.say("law.cases" if files else "law.cases.none"))
        for name in files:
            self.page.item("-", name)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _amount(value: Any, tongue: Tongue) -> str:
    return str(value) if isinstance(value, int) else tongue.length(Length.parse(value))
