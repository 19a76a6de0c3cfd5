"""Asking the law what a case study asks, in the terms in which its author expects the answer."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sortie.days import EVER, NEVER
from sortie.law.answers import Answer, Authority, RouteAnswer
from sortie.law.france import Asked, Question, announced, ask_rule
from sortie.law.studies.computing import compute
from sortie.law.studies.merging import path_of
from sortie.law.studies.records import Asks, StudyQuestion
from sortie.rules import Because, Finding, Outcome, Stretch

_DAY = timedelta(days=1)


def answer(question: StudyQuestion) -> tuple[Mapping[str, Any], tuple[Finding, ...]]:
    """Return what the law answers, key by key, and the findings that decided it."""
    if question.asks is Asks.COMPUTATION:
        value, hangs_on = compute(question.of, question.given, question.readings)
        return {"answer": value, "unsettled": hangs_on}, ()
    assert question.on is not None  # noqa: S101
    reform = announced(question.reform_since) if question.reform_since else None
    asked = Asked(question.case, Question(question.readings, question.purpose, reform))
    why = ask_rule(asked, question.of, question.on)
    found = _reasons(why) | _run(asked, question.of, question.on)
    if question.asks is Asks.RULE:
        return found, why.findings
    whole = asked.on(question.on)
    found |= _whole(whole)
    if question.asks is Asks.LEAVE:
        return found | _route(whole, question.of), why.findings
    findings = (*why.findings, *whole.application.findings)
    return found | _overall(whole, findings), findings


def _reasons(why: Because) -> dict[str, Any]:
    return {
        "answer": why.outcome,
        "because": _because(why.findings),
        "missing": frozenset(map(path_of, why.missing)),
        "unsettled": frozenset(why.unsettled),
    }


def _because(findings: tuple[Finding, ...]) -> frozenset[tuple[str, Outcome]]:
    return frozenset((finding.rule.id, finding.outcome) for finding in findings)


def _run(asked: Asked, rule: str, on: date) -> dict[str, Any]:
    """Return the first and the last day of the open run around a day; none when it is not open."""
    run = next((s for s in asked.open_days(rule) if s.since <= on < s.before), None)
    return {"since": _first(run), "until": _last(run)}


def _first(run: Stretch | None) -> date | None:
    return None if run is None or run.since == EVER else run.since


def _last(run: Stretch | None) -> date | None:
    return None if run is None or run.before == NEVER else run.before - _DAY


def _whole(answered: Answer) -> dict[str, Any]:
    return {
        "escort_only": answered.escort_only,
        "to_be_seen": frozenset(fact.kind for fact in answered.to_be_seen),
        "warnings": frozenset(warned.code for warned in answered.warnings),
    }


def _overall(answered: Answer, findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {
        "answer": answered.outcome,
        "because": _because(findings),
        "missing": frozenset(map(path_of, answered.missing)),
        "unsettled": frozenset(each.reading for each in answered.unsettled),
    }


def _route(answered: Answer, leave: str) -> dict[str, Any]:
    """Return what only a type of leave has; nothing decides or limits one that is not in force."""
    route = next((r for r in answered.routes if r.leave == leave), None)
    opens = next((w.on for w in answered.would_open if w.leave == leave), None)
    return {
        "opens_on": opens,
        "decided_by": None if route is None else _authority(route.decided_by),
        "limits": {} if route is None else _limits(route),
    }


def _authority(found: Authority | None) -> tuple[str | None, frozenset[str]] | None:
    return None if found is None else (found.authority, frozenset(found.others))


def _limits(route: RouteAnswer) -> dict[str, Any]:
    return dict(route.limits)
