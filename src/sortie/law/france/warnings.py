"""What the reader of an answer must know before relying on it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from sortie.law.answers import RouteAnswer, Warned
from sortie.law.france.kinds import Unit
from sortie.law.france.person import Person
from sortie.law.france.reforms.announced import ANNOUNCED_ON
from sortie.law.france.sentence.ends import Difference
from sortie.law.france.shelf import texts
from sortie.rules import Assessment, Book, Outcome

# The statute let the head of prison decide from the first day; the decree came on the second.
STATUTE_WITHOUT_DECREE = (date(2019, 3, 25), date(2020, 2, 8))


def about(
    asked: Assessment,
    routes: Iterable[RouteAnswer],
    day: date,
    difference: Difference | None = None,
) -> tuple[Warned, ...]:
    """Return the warnings of an answer on a day.

    The law's «verified until» is always said: the open days shown run beyond it.
    """
    routes = tuple(routes)
    found = [_not_verified_after(_cited(routes))]
    if STATUTE_WITHOUT_DECREE[0] <= day < STATUTE_WITHOUT_DECREE[1]:
        found.append(Warned("head_of_prison_statute_without_decree", STATUTE_WITHOUT_DECREE[1]))
    person: Person = asked.record
    if person.unit[day] == Unit.ORGANISED_CRIME_UNIT:
        found.append(Warned("closure_announced_adoption_unknown", ANNOUNCED_ON))
    if any(r.outcome is Outcome.OPEN and r.limits.get("specially_reasoned_order") for r in routes):
        found.append(Warned("specially_reasoned_order_needed"))
    return (*found, *_differs(difference))


def over(
    asked: Assessment, since: date, before: date, difference: Difference | None = None
) -> tuple[Warned, ...]:
    """Return the warnings of a calendar."""
    person: Person = asked.record
    found = [_not_verified_after(_all_cited(asked.book, before - timedelta(days=1)))]
    held = [value for day, value in person.unit.changes() if day < before]
    if Unit.ORGANISED_CRIME_UNIT in held and before > ANNOUNCED_ON > since:
        found.append(Warned("closure_announced_adoption_unknown", ANNOUNCED_ON))
    return (*found, *_differs(difference))


def _differs(difference: Difference | None) -> tuple[Warned, ...]:
    """Return the warning that the stated end is not the computed one, with the latter."""
    return () if difference is None else (Warned("end_of_sentence_differs", difference.computed),)


def _cited(routes: Iterable[RouteAnswer]) -> frozenset[str]:
    return frozenset(
        cite
        for route in routes
        for finding in route.why.findings
        if finding.version is not None
        for cite in finding.version.cites
    )


@lru_cache(maxsize=256)
def _all_cited(book: Book, day: date) -> frozenset[str]:
    """Return what the rules cite on a day; a rule switched off for ever is no law."""
    versions: Iterator[Any] = (r.version_on(day) for r in book.rules.values() if r.applies)
    return frozenset(cite for v in versions if v is not None for cite in v.cites)


@cache
def _not_verified_after(cites: frozenset[str]) -> Warned:
    return Warned("law_not_verified_after", texts().verified_until(cites))
