"""Who decides on a route, and within what limits."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sortie.law.answers import Authority
from sortie.law.france.leave.routes import Route
from sortie.rules import Assessment, Finding, Outcome, explain

ENFORCEMENT_JUDGE = "enforcement_judge"

# The judge whom each pair of rules names: able to take the case, and alone to take it.
_SPECIALISED = {
    "paris_terrorism_judge": "fr.authority.paris_terrorism",
    "paris_organised_crime_judge": "fr.authority.paris_organised_crime",
    "interregional_judge": "fr.authority.interregional",
}
_HEAD = "fr.authority.head_of_prison"
_FIRST = "fr.authority.first_leave"
_YES_NO = {Outcome.OPEN: True, Outcome.CLOSED: False, Outcome.UNDETERMINED: None}


def decided_by(assessment: Assessment, route: Route, on: date) -> Authority | None:
    """Return who may decide on this route on a day; None when nobody may.

    The first named is the one the law designates; the others may also decide, or may be found
    to decide once the missing facts are known.
    """
    if assessment.outcome("fr.authority.enforcement_judge", on) is not Outcome.OPEN:
        return _for_others(assessment, route, on)
    judge, judges, because, missing = _judge(assessment, on)
    if route.escorted:
        return Authority(judge, judges, (*because, "fr.authority.enforcement_judge"), missing)
    head = explain(assessment, _HEAD, on)
    if head.outcome is Outcome.CLOSED:
        rules = tuple(_failing(head.findings))
        first = (_FIRST,) if assessment.outcome(_FIRST, on) is Outcome.OPEN else ()
        return Authority(judge, judges, (*because, *first) or rules, missing)
    if head.outcome is Outcome.OPEN:
        return Authority("head_of_prison", (judge, *judges), (_HEAD, *because), missing)
    return Authority(judge, ("head_of_prison", *judges), because, (*missing, *head.missing))


def _judge(
    assessment: Assessment, on: date
) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    others: list[str] = []
    because: list[str] = []
    missing: list[str] = []
    for judge, rule in _SPECIALISED.items():
        able = explain(assessment, rule, on)
        if able.outcome is Outcome.CLOSED:
            continue
        alone = explain(assessment, f"{rule}.exclusive", on)
        if alone.outcome is Outcome.OPEN:
            return judge, (), (f"{rule}.exclusive",), ()
        others.append(judge)
        because.append(rule)
        missing += [*able.missing, *alone.missing]
    return ENFORCEMENT_JUDGE, tuple(others), tuple(because), tuple(dict.fromkeys(missing))


def _failing(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        if finding.outcome is Outcome.CLOSED:
            yield finding.rule.id


def _for_others(assessment: Assessment, route: Route, on: date) -> Authority | None:
    """Return who decides on an escorted leave before the conviction is final."""
    if not route.escorted:
        return None
    found = [
        name
        for name in ("investigating_judge", "prosecutor")
        if assessment.outcome(f"fr.authority.{name}", on) is not Outcome.CLOSED
    ]
    if not found:
        return None
    rules = tuple(f"fr.authority.{name}" for name in found)
    why = explain(assessment, rules[0], on)
    return Authority(found[0], tuple(found[1:]), rules, why.missing)


def limits(assessment: Assessment, route: Route, on: date) -> Mapping[str, Any]:
    """Return how long the leave may last on a day and what the order must or may say."""
    found: dict[str, Any] = {}
    for name, figure in (("longest", route.longest), ("once_a_year", route.once_a_year)):
        if figure is not None:
            found[name] = f"P{assessment.book.figures[figure.id][on]}D"
    travel = assessment.outcome("fr.modality.travel_time", on)
    found["travel_time_may_be_added"] = travel is Outcome.OPEN and not route.escorted
    if route.escorted:
        return found
    dates = assessment.outcome("fr.modality.dates_by_probation", on)
    found["dates_may_be_left_to_probation"] = _YES_NO[dates]
    special = route.special_reasons
    if special is not None and assessment.book[special.id].in_force_on(on):
        found["specially_reasoned_order"] = _YES_NO[assessment.outcome(special.id, on)]
    return found
