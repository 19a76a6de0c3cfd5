"""A reform and what it changes, in words: for a terminal and for a page alike."""

from datetime import date
from typing import Any

from sortie.days import Length
from sortie.reform import AnswerChange, Beside, Reform, ReformTold, RouteChange, Text
from sortie.rules import Book, Outcome
from sortie.words.reasons import leave_name
from sortie.words.tongue import Tongue


def status_told(reform: Reform | ReformTold, tongue: Tongue) -> str:
    """Return how far a reform stands."""
    return tongue.say(f"reform.status.{reform.status}")


def source_told(reform: Reform | ReformTold, tongue: Tongue) -> str:
    """Return where a reform is announced or written."""
    source = reform.source
    if source.day is None:
        return tongue.say("reform.show.source", text=source.text)
    return tongue.say("reform.show.source.dated", text=source.text, day=tongue.day(source.day))


def change_told(beside: Beside, tongue: Tongue) -> str:
    """Return what one change does, to which rule or figure, on which days."""
    return tongue.say(f"reform.kind.{beside.kind}", of=beside.of, days=days_told(beside, tongue))


def text_told(text: Text, key: str, tongue: Tongue) -> str:
    """Return what a rule says, before or after: ``key`` is ``was``, ``becomes``, or empty."""
    words = tongue.either(text.words)
    if not key:
        return words
    return tongue.say(f"reform.{key}", words=words, days=days_told(text, tongue))


def days_told(held: Beside | Text, tongue: Tongue) -> str:
    """Return the days between which something holds, both included."""
    since = tongue.day(held.since) if held.since else ""
    until = tongue.day(held.until) if held.until else ""
    kind = {(1, 1): "both", (1, 0): "since", (0, 1): "until", (0, 0): "always"}[
        (int(bool(since)), int(bool(until)))
    ]
    return tongue.say(f"reform.days.{kind}", since=since, until=until)


# -- one case under two laws ----------------------------------------------------------------------


def answer_change_told(change: AnswerChange, departs_on: date | None, tongue: Tongue) -> str:
    """Return how the answer to a case changes on a day, which may be that of departure."""
    key = "replay.on.departure" if change.on == departs_on else "replay.on"
    if change.was is change.becomes:
        key += ".same"
    was, becomes = outcome_told(change.was, tongue), outcome_told(change.becomes, tongue)
    return tongue.say(key, on=tongue.day(change.on), was=was, becomes=becomes)


def route_change_told(route: RouteChange, tongue: Tongue) -> str:
    """Return how one type of leave changes: its outcome, or the limits it stays open within."""
    leave = leave_name(route.leave, tongue)
    was, becomes = outcome_told(route.was, tongue), outcome_told(route.becomes, tongue)
    if route.was is not route.becomes:
        return tongue.say("replay.route", leave=leave, was=was, becomes=becomes)
    limits = ", ".join(
        f"{tongue.say(f'replay.limit.{name}')} {_shown(old, tongue)} → {_shown(new, tongue)}"
        for name, (old, new) in route.limits.items()
    )
    return tongue.say("replay.limit", leave=leave, was=was, limits=limits)


def rule_told(rule_id: str, book: Book, tongue: Tongue) -> str:
    """Return what a rule says in a book, at its latest; its id where the book has it no more."""
    rule = book.rules.get(rule_id)
    if rule is None or not rule.versions:
        return rule_id
    version = rule.versions[-1]
    return tongue.either({"fr": version.sentence, "en": version.gloss})


def outcome_told(outcome: Outcome | None, tongue: Tongue) -> str:
    """Return an outcome; None is a leave that is not in force."""
    return tongue.say("replay.not_in_force" if outcome is None else f"outcome.{outcome.value}")


def _shown(limit: Any, tongue: Tongue) -> str:
    """Return a limit in words: a length of days, yes, no, or nothing."""
    if isinstance(limit, str):
        return tongue.length(Length.parse(limit))
    return tongue.say("replay.nothing" if limit is None else f"replay.{'yes' if limit else 'no'}")
