"""The law evaluated twice: by the rules, and by plain functions written from the tables.

The tables in ``tests.law.tables`` know nothing of the package: they read the case file as JSON
and answer one day at a time. No person, no day and no reading may tell the two apart.
"""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, note, settings

from sortie import days, facts, rules
from sortie.law import france
from sortie.rules import Outcome
from tests.law import tables
from tests.law.people import cases, days_for, readings
from tests.law.tables import Case, Readings

YES = {Outcome.OPEN: True, Outcome.CLOSED: False}
DICTIONARY = facts.house_dictionary()
calm = settings(
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def asked(case: Case, chosen: Readings | None = None) -> france.Asked:
    read = facts.read_case(case, vocabulary=france.FRENCH, dictionary=DICTIONARY)
    return france.Asked(read, france.Question(readings=chosen or {}))


@calm
@given(case=cases(), chosen=readings())
def test_the_rules_and_the_tables_agree_on_every_route_and_day(
    case: Case, chosen: Readings
) -> None:
    ours = asked(case, chosen)
    for day in comparable_days(case):
        for leave in tables.LEAVES:
            note(f"{leave} on {day}")
            got = ours.assessment.outcome(leave, day)
            assert YES.get(got) is tables.open_on(case, chosen, leave, day)


@calm
@given(case=cases(), chosen=readings())
def test_a_special_order_is_wanted_on_the_days_the_tables_say(case: Case, chosen: Readings) -> None:
    ours = asked(case, chosen)
    for day in comparable_days(case):
        got = ours.assessment.outcome("fr.recidivist.two_thirds_wanting", day)
        assert YES[got] is tables.special_reasons(case, chosen, day)


@calm
@given(case=cases(), chosen=readings())
def test_the_plain_run_of_a_rule_is_what_the_engine_derives_from_it(
    case: Case, chosen: Readings
) -> None:
    ours = asked(case, chosen)
    plain = rules.settle(ours.person, **filled(ours.person))
    for day in comparable_days(case):
        for rule in france.BOOK.rules.values():
            note(f"{rule.id} on {day}")
            assert YES[ours.assessment.outcome(rule.id, day)] is rule(plain, day)


def comparable_days(case: Case) -> list[date]:
    """The days of the custody: before it the tables say no, and the rules that they do not know."""
    first = date.fromisoformat(case["custody"]["committed_on"])
    return [day for day in days_for(case) if day >= first]


def filled(person: france.Person) -> dict[str, Any]:
    """Give any value to what is unknown before the custody, so that a plain run is possible."""
    fields = rules.fields_of(france.Person).values()
    return {
        field.name: days.Over.of(
            [
                (days.Span(since, before), field.members[0] if unknown(value) else value)
                for (since, value), before in zip(changes, ends(changes), strict=True)
            ],
            default=field.members[0],
        )
        for field in fields
        if field.members and isinstance(over := getattr(person, field.name), days.Over)
        for changes in [over.changes()]
    }


def ends(changes: tuple[tuple[date, Any], ...]) -> list[date]:
    return [*(since for since, _ in changes[1:]), days.NEVER]


def unknown(value: Any) -> bool:
    return isinstance(value, rules.Missing)
