"""One case asked under today's law and under a reform: what changes, and which rules did it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sortie import facts, law
from sortie.law import RouteAnswer
from sortie.rules import Outcome

_MORE_SHUT = (Outcome.OPEN, Outcome.UNDETERMINED, Outcome.CLOSED)


@dataclass(frozen=True, slots=True)
class RouteChange:
    """One type of leave under both laws; an outcome is None where it is not in force.

    ``because`` holds the rules that keep it shut, or unsettled, under one law and answer otherwise
    under the other; ``limits`` what the order may say, before and after, where it differs.
    """

    leave: str
    was: Outcome | None
    becomes: Outcome | None
    because: tuple[str, ...]
    limits: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """The answer to one case on one day under both laws, where something of it differs."""

    on: date
    was: Outcome
    becomes: Outcome
    routes: tuple[RouteChange, ...]


def changes_of(
    case: facts.CaseFile, reform: law.ReformedLaw, days: tuple[date, ...]
) -> tuple[AnswerChange, ...]:
    """Return what a reform changes of the answers to a case on some days, in their order."""
    today = law.france.Asked(case)
    under = law.france.Asked(case, law.france.Question(reform=reform))
    found = (_change(today.on(day), under.on(day)) for day in sorted(set(days)))
    return tuple(each for each in found if each is not None)


def _change(was: law.Answer, becomes: law.Answer) -> AnswerChange | None:
    routes = tuple(_routes(was, becomes))
    if not routes and was.outcome is becomes.outcome:
        return None
    return AnswerChange(was.on, was.outcome, becomes.outcome, routes)


def _routes(was: law.Answer, becomes: law.Answer) -> Iterator[RouteChange]:
    before = {route.leave: route for route in was.routes}
    after = {route.leave: route for route in becomes.routes}
    for leave in dict.fromkeys((*before, *after)):
        one, other = before.get(leave), after.get(leave)
        old = one.outcome if one else None
        new = other.outcome if other else None
        limits = _limits(one, other)
        if old is not new or limits:
            yield RouteChange(leave, old, new, _because(one, other), limits)


def _limits(was: RouteAnswer | None, becomes: RouteAnswer | None) -> Mapping[str, tuple[Any, Any]]:
    """Return the limits that differ, of a leave that is not closed under both laws."""
    if was is None or becomes is None:
        return {}
    if was.outcome is becomes.outcome is Outcome.CLOSED:
        return {}
    old, new = dict(was.limits), dict(becomes.limits)
    names = sorted(set(old) | set(new))
    return {n: (old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n)}


def _because(was: RouteAnswer | None, becomes: RouteAnswer | None) -> tuple[str, ...]:
    """Return the rules told under the law that keeps a leave more shut, and not so by the other.

    Under that law, what is told is why it is shut; the other tells all that its opening rests on.
    """
    shut, other = (was, becomes) if _shut(was) > _shut(becomes) else (becomes, was)
    elsewhere = set(_told(other))
    return tuple(dict.fromkeys(rule for rule, answer in _told(shut)
                               if (rule, answer) not in elsewhere))  # fmt: skip


def _shut(route: RouteAnswer | None) -> int:
    """Return how shut a leave is: not in force last."""
    if route is None:
        return len(_MORE_SHUT)
    return _MORE_SHUT.index(route.outcome)


def _told(route: RouteAnswer | None) -> tuple[tuple[str, Outcome], ...]:
    findings = route.why.findings if route else ()
    return tuple((each.rule.id, each.outcome) for each in findings)
