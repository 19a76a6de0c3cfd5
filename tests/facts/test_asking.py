"""What a section of the case file asks, for whoever has a form to draw."""

from dataclasses import fields

from sortie import facts, law
from sortie.facts import How


def test_an_application_is_asked_by_every_key_that_it_may_hold() -> None:
    asked = [each.name for each in facts.asked_in("application")]

    assert asked == [each.name for each in fields(facts.Application)]


def test_each_key_says_how_it_is_asked() -> None:
    asked = {each.name: each for each in facts.asked_in("application")}

    assert asked["purpose"].how is How.WORD
    assert getattr(law.france.FRENCH, asked["purpose"].offered)
    assert asked["lodging_shown"].how is How.FLAG_OR_NOT_NEEDED
    assert asked["funds_shown"].how is How.FLAG
    assert (asked["expert_report_on"].how, asked["expert_report_on"].or_none) == (How.DAY, True)
    assert [each.name for each in asked["places"].inside] == ["country", "commune"]
    assert asked["days_not_worked"].how is How.DAYS
