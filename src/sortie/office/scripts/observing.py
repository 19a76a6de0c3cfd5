"""How a case stands at an instant, look by look, in the form that a script expects it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sortie import casework
from sortie.casework import Actor
from sortie.law import NotModelled, TimeLimit
from sortie.office.asking import application_of, whole_file
from sortie.office.jurisdictions import HERE
from sortie.office.persons import person_of
from sortie.office.scripts.records import Look
from sortie.office.showing import ShownCase


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as it is shown, with what the last step made of it and who acts in the script."""

    shown: ShownCase
    at: datetime
    actors: Mapping[str, Actor] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()

    @property
    def case(self) -> casework.Case:
        """The case itself."""
        return self.shown.case


def look_at(look: Look, seen: Seen, expected: Any) -> Any:
    """Return what is found where a script expects something; only what it names is given back."""
    return _LOOKS[look](seen, expected)


def _clocks(seen: Seen, expected: Any) -> Any:
    found: dict[str, set[datetime]] = {rule: set() for rule in expected}
    for step in seen.shown.steps:
        for limit in step.time_limits:
            if limit.rule in found:
                found[limit.rule] |= _ends(limit)
    return {rule: frozenset(ends) for rule, ends in found.items()}


def _ends(limit: TimeLimit) -> set[datetime]:
    ends = (limit.closes_at, *(each.closes_at for each in limit.under))
    return {datetime.fromisoformat(end.isoformat()) for end in ends}


def _unseen(seen: Seen, expected: Any) -> Any:
    return {
        name: frozenset(fact.kind for fact in seen.case.unseen_by(seen.actors[name]))
        for name in expected
    }


def _told(seen: Seen, expected: Any) -> Any:
    return {role: frozenset(kind for to, kind in seen.told if to == role) for role in expected}


def _missing(seen: Seen, expected: Any) -> Any:
    steps = {step.act: frozenset(step.missing) for step in seen.shown.steps}
    return {act: steps.get(act, frozenset()) for act in expected}


def _order(seen: Seen, expected: Any) -> Any:
    order = seen.case.order
    if order is None:
        return None
    says = order.decided.law_says if order.decided is not None else None
    found = {
        "granted": order.granted,
        "law_said": says.outcome.value if says is not None else None,
        "bans": frozenset(ban.what for ban in order.attached_bans),
        "version": order.version,
    }
    return {key: found[key] for key in expected}


def _not_modelled(seen: Seen, _: Any) -> Any:
    case, procedure = seen.case, HERE.procedure
    answers = (
        casework.lateness(case, procedure, seen.at),
        casework.answer_limit(case, procedure),
        casework.opinion_limit(case, procedure),
        casework.observations_limit(case, case.order, procedure),
    )
    return frozenset(each.question for each in answers if isinstance(each, NotModelled))


def _law(seen: Seen, expected: Any) -> Any:
    return tuple(_answered(seen, each) for each in expected)


def _answered(seen: Seen, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the law answers on a route, on the day of the leave, as the file stands."""
    case = seen.case
    order, filing = case.order, case.filing
    terms = order.terms if order is not None and order.terms is not None else None
    terms = terms or (filing.asked if filing is not None else None)
    day = HERE.day_at(case.where, terms.departs_at if terms is not None else seen.at)
    file = whole_file(person_of(case.person), application_of(seen.shown.case_id))
    answer = HERE.ask(file, day, asked.get("reform"))
    route = next((each for each in answer.routes if each.leave == asked["leave"]), None)
    found = {**asked, "answer": route.outcome.value if route is not None else "closed"}
    findings = route.why.findings if route is not None else ()
    if "because" in asked:
        found["because"] = asked["because"] & {each.rule.id for each in findings}
    if "cites" in asked:
        versions = [each.version for each in findings if each.version is not None]
        cited = {text: each.window.since for each in versions for text in each.cites}
        found["cites"] = {text: cited.get(text) for text in asked["cites"]}
    return found


_LOOKS: Mapping[Look, Callable[[Seen, Any], Any]] = {
    Look.STATE: lambda seen, _: seen.shown.state.value,
    Look.EVENTS: lambda seen, _: seen.events,
    Look.CLOCKS: _clocks,
    Look.TO_BE_SEEN: lambda seen, _: frozenset(fact.kind for fact in seen.case.facts.values()),
    Look.UNSEEN: _unseen,
    Look.EXECUTABLE: lambda seen, _: not seen.shown.hindrances,
    Look.HINDERED: lambda seen, _: frozenset(each.code.value for each in seen.shown.hindrances),
    Look.TOLD: _told,
    Look.LAW: _law,
    Look.MISSING: _missing,
    Look.ORDER: _order,
    Look.ANOMALIES: lambda seen, _: frozenset(each.kind.value for each in seen.case.anomalies),
    Look.NOT_MODELLED: _not_modelled,
    Look.OPINIONS: lambda seen, expected: {
        role: next((o.sense for o in seen.case.present_opinions if o.member == role), None)
        for role in expected
    },
    Look.DUE_BACK: lambda seen, _: (
        seen.case.absence.due_back_at if seen.case.absence is not None else None
    ),
}
