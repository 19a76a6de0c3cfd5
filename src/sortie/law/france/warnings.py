"""What the reader of an answer must know before relying on it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from sortie.days import EVER
from sortie.law.answers import RouteAnswer, Warned
from sortie.law.france.book import BOOK
from sortie.law.france.kinds import Unit
from sortie.law.france.person import Person
from sortie.law.france.sentence.ends import Difference
from sortie.law.france.shelf import texts
from sortie.rules import Outcome

# A bill to close leave to people held in the organised-crime units was announced on this day;
# whether it was adopted is not known (Q1).
ANNOUNCED = "fr.reform.organised_crime_units"
ANNOUNCED_ON = date(2025, 12, 17)

# The statute let the head of prison decide from the first day; the decree came on the second.
STATUTE_WITHOUT_DECREE = (date(2019, 3, 25), date(2020, 2, 8))


def about(
    person: Person, routes: Iterable[RouteAnswer], day: date, difference: Difference | None = None
) -> tuple[Warned, ...]:
    """Return the warnings of an answer on a day.

    The law's «verified until» is always said: the open days shown run beyond it.
    """
    routes = tuple(routes)
    found = [_not_verified_after(_cited(routes, _asked_of(person)))]
    if STATUTE_WITHOUT_DECREE[0] <= day < STATUTE_WITHOUT_DECREE[1]:
        found.append(Warned("head_of_prison_statute_without_decree", STATUTE_WITHOUT_DECREE[1]))
    if person.unit[day] == Unit.ORGANISED_CRIME_UNIT:
        found.append(Warned("closure_announced_adoption_unknown", ANNOUNCED_ON))
    if any(r.outcome is Outcome.OPEN and r.limits.get("specially_reasoned_order") for r in routes):
        found.append(Warned("specially_reasoned_order_needed"))
    return (*found, *_differs(difference))


def over(
    person: Person, since: date, before: date, difference: Difference | None = None
) -> tuple[Warned, ...]:
    """Return the warnings of a calendar."""
    found = [_not_verified_after(_all_cited(before - timedelta(days=1), _asked_of(person)))]
    held = [value for day, value in person.unit.changes() if day < before]
    if Unit.ORGANISED_CRIME_UNIT in held and before > ANNOUNCED_ON > since:
        found.append(Warned("closure_announced_adoption_unknown", ANNOUNCED_ON))
    return (*found, *_differs(difference))


def _differs(difference: Difference | None) -> tuple[Warned, ...]:
    """Return the warning that the stated end is not the computed one, with the latter."""
    return () if difference is None else (Warned("end_of_sentence_differs", difference.computed),)


def _asked_of(person: Person) -> frozenset[str]:
    """Return the rules an answer can rest on: an announced law counts when it is switched on."""
    announced = person.announced_closure.changes() == ((EVER, False),)
    return frozenset(BOOK.rules) - ({ANNOUNCED} if announced else set())


def _cited(routes: Iterable[RouteAnswer], asked: frozenset[str]) -> frozenset[str]:
    return frozenset(
        cite
        for route in routes
        for finding in route.why.findings
        if finding.version is not None and finding.rule.id in asked
        for cite in finding.version.cites
    )


@cache
def _all_cited(day: date, asked: frozenset[str]) -> frozenset[str]:
    versions: Iterator[Any] = (BOOK.rules[rule].version_on(day) for rule in asked)
    return frozenset(cite for v in versions if v is not None for cite in v.cites)


@cache
def _not_verified_after(cites: frozenset[str]) -> Warned:
    return Warned("law_not_verified_after", texts().verified_until(cites))
