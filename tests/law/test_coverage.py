"""Every rule in every version is opened once and closed once; no day of the law is left out."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sortie import days, rules
from sortie.law import france, studies
from sortie.law.studies import Asks
from sortie.rules import Outcome, Version

CASES = Path(__file__).parents[2] / "cases"
STUDIES = studies.load(CASES)
FRANCE = Path(france.__file__).parent
RULES = sorted(france.BOOK.rules)
DAY = timedelta(days=1)

Held = tuple[str, Version[Any], Outcome]


def held_to(question: studies.StudyQuestion) -> Iterator[Held]:
    """Yield each rule a question holds to an answer, in the version of the day it asks about."""
    if question.on is None or question.asks is Asks.COMPUTATION:
        return
    asked = [(question.of, question.expected["answer"])] if question.asks in NAMED else []
    for rule, outcome in [*asked, *question.expected.get("because", ())]:
        version = france.BOOK.rules[rule].version_on(question.on)
        if version is not None:
            yield rule, version, outcome


NAMED = (Asks.LEAVE, Asks.RULE)
QUESTIONS = [q for study in STUDIES for case in study.cases for q in case.questions]
HELD = {held for question in QUESTIONS for held in held_to(question)}
VERSIONS = [(rule, version) for rule in RULES for version in france.BOOK.rules[rule].versions]


def wanting(versions: Iterable[tuple[str, Version[Any]]], held: set[Held]) -> list[str]:
    """Return the versions that no question opens, or that none closes."""
    return [
        f"{rule} since {version.window.since}: no question where it is {outcome.value}"
        for rule, version in versions
        for outcome in (Outcome.OPEN, Outcome.CLOSED)
        if (rule, version, outcome) not in held
    ]


def test_every_version_of_every_rule_is_opened_by_a_question_and_closed_by_another() -> None:
    assert wanting(VERSIONS, HELD) == []


def test_every_version_of_every_route_has_a_question_of_its_own_both_ways() -> None:
    asked = {
        held for q in QUESTIONS if q.asks is Asks.LEAVE for held in held_to(q) if held[0] == q.of
    }
    routes = [(r.code, version) for r in france.ROUTES for version in r.rule.versions]
    assert wanting(routes, asked) == []


def test_a_version_without_a_case_is_seen() -> None:
    rule, version = VERSIONS[0]
    assert len(wanting([(rule, version)], set())) == 2
    assert not wanting([(rule, version)], {(rule, version, o) for o in Outcome})


# -- the law in time ------------------------------------------------------------------------------


LAW_DAYS = sorted({day for change in france.BOOK.law_days for day in (change - DAY, change)})


@pytest.mark.parametrize("rule_id", RULES)
def test_one_version_at_most_is_in_force_on_any_day_the_law_changed(rule_id: str) -> None:
    versions = france.BOOK.rules[rule_id].versions
    for day in LAW_DAYS:
        in_force = [v for v in versions if v.window.since <= day < v.window.before]
        assert len(in_force) <= 1, day
        assert france.BOOK.rules[rule_id].version_on(day) is (in_force[0] if in_force else None)


@pytest.mark.parametrize("rule_id", RULES)
def test_the_versions_of_a_rule_follow_each_other_without_a_gap(rule_id: str) -> None:
    versions = france.BOOK.rules[rule_id].versions
    assert gaps(versions) == []


def gaps(versions: list[Version[Any]]) -> list[str]:
    """Return the places where a version does not begin on the day the one before it ends."""
    return [
        f"{before.window.before} to {after.window.since}"
        for before, after in pairwise(versions)
        if before.window.before != after.window.since
    ]


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_that_calls_another_finds_it_in_force(rule_id: str) -> None:
    for version in france.BOOK.rules[rule_id].versions:
        for called in called_by(version):
            for day in {version.window.since, *LAW_DAYS}:
                if version.window.since <= day < version.window.before:
                    absent = (rule_id, called.id) in MAY_BE_ABSENT or rule_id in TIMELESS
                    assert called.version_on(day) or absent, f"no {called.id} on {day}"


# It names every type of leave there ever was.
TIMELESS = {"fr.leave.any"}

# A rule that is not in force does not hold; these are the places where the law means just that.
MAY_BE_ABSENT = {
    ("fr.expert_report.in_hand", "fr.expert_report.required"),
    ("fr.expert_report.in_hand", "fr.expert_report.recent_and_agreed"),
    ("fr.expert_report.in_hand", "fr.expert_report.waived"),
    ("fr.leave.common", "fr.reform.organised_crime_units"),
    ("fr.leave.before_2016.day", "fr.minor.old_conditions"),
    ("fr.leave.before_2016.day", "fr.minor.old_time"),
    ("fr.leave.before_2016.three_days", "fr.minor.old_conditions"),
    ("fr.leave.before_2016.three_days", "fr.minor.old_time"),
    ("fr.leave.before_2016.detention_centre", "fr.minor.old_conditions"),
    ("fr.leave.before_2016.detention_centre", "fr.minor.old_time"),
    ("fr.leave.before_2016.three_days.time", "fr.parole.requires_leave"),
    ("fr.leave.before_2016.detention_centre.time", "fr.parole.requires_leave"),
}


def called_by(version: Version[Any]) -> list[rules.Rule[Any]]:
    found: list[rules.Rule[Any]] = []

    def visit(part: Any) -> None:
        called = getattr(part, "rule", None)
        if isinstance(called, rules.Rule):
            found.append(called)

    rules.walk(france.BOOK.trees[id(version)], visit)
    return found


# -- texts, values, readings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule_id", "version"), VERSIONS, ids=[f"{r}-{v.window.since}" for r, v in VERSIONS]
)
def test_every_provision_cited_is_in_force_on_the_first_day_of_the_version(
    rule_id: str, version: Version[Any]
) -> None:
    for provision in version.cites:
        texts = france.texts().provision(provision)
        if version.window.since != days.EVER:
            assert texts.version(version.window.since), f"{rule_id}: {provision}"


def test_every_value_and_every_reading_is_used() -> None:
    used = source_of(FRANCE)
    values = {path.stem for path in (FRANCE / "values").glob("*.yaml")}
    assert {name for name in values if f'"{name}"' not in used} == set()

    asked = {f.reading for f in rules.fields_of(france.Person).values() if f.reading}
    reckoned = {f"fr.reading.{name}" for name in france.OPTIONS}
    elsewhere = {
        q for q in france.readings() if any(q in question.readings for question in QUESTIONS)
    }
    clocks = france.PROCEDURE_RULES.values()
    procedure = {q for clock in clocks for wording in clock.wordings for q in wording.readings}
    settled = {id_ for id_, reading in france.readings().items() if reading.settled_by == "text"}
    known = asked | reckoned | elsewhere | procedure | settled
    assert set(france.readings()) - known == set()


def source_of(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))


def test_every_reading_that_a_rule_asks_is_put_in_question_by_a_case() -> None:
    asked = {f.reading for f in rules.fields_of(france.Person).values() if f.reading}
    questioned = {id_ for q in QUESTIONS for id_ in q.expected.get("unsettled", ())}
    assert asked - questioned == set()


def test_every_day_on_which_the_law_changed_is_asked_about_and_its_eve() -> None:
    asked = {question.on for question in QUESTIONS}
    assert [day for day in LAW_DAYS if day not in asked] == []
