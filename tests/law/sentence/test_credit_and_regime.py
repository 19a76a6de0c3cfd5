"""The automatic credit of the committals before 2023, and which regime a committal follows."""

from datetime import date

import pytest

from sortie.days import Length, Span, Spans
from sortie.law.france.sentence.reduced.credit import automatic_credit
from sortie.law.france.sentence.reduced.regime import NotHeld, Regime, regime_of

IN_2019 = date(2019, 3, 1)


@pytest.mark.parametrize(
    ("firm", "credit"),
    [("P8M", "P56D"), ("P11M", "P77D"), ("P1Y", "P3M"), ("P18M", "P3M42D"), ("P1Y9M", "P5M"),
     ("P2Y8M", "P5M56D"), ("P20D", "P0D"), ("P10Y", "P21M")],
)  # fmt: skip
def test_three_months_then_two_a_year_and_seven_days_a_month(firm: str, credit: str) -> None:
    found = automatic_credit(Length.parse(firm), recidivist=False, final_on=IN_2019)
    assert found == Length.parse(credit)


@pytest.mark.parametrize(
    ("final_on", "credit"),
    [("2004-12-31", "P0D"), ("2005-12-12", "P5M35D"), ("2005-12-13", "P3M25D"),
     ("2014-12-31", "P3M25D"), ("2015-01-01", "P5M35D")],
)  # fmt: skip
def test_less_for_recidivists_between_2005_and_2014(final_on: str, credit: str) -> None:
    found = automatic_credit(
        Length.parse("P2Y5M"), recidivist=True, final_on=date.fromisoformat(final_on)
    )
    assert found == Length.parse(credit)


def test_what_counts_is_the_first_day_of_the_unbroken_time_in_prison() -> None:
    unbroken = Spans.of(
        Span(date(2022, 12, 31), date(2023, 2, 1)), Span(date(2023, 2, 1), date(2026, 1, 1))
    )
    broken = Spans.of(
        Span(date(2022, 12, 31), date(2023, 1, 31)), Span(date(2023, 2, 1), date(2026, 1, 1))
    )
    assert regime_of(unbroken, date(2024, 6, 1)) is Regime.OLD
    assert regime_of(broken, date(2024, 6, 1)) is Regime.NEW
    assert regime_of(broken, date(2023, 1, 30)) is Regime.OLD


def test_nobody_follows_a_regime_on_a_day_of_freedom() -> None:
    held = Spans.of(Span(date(2022, 12, 31), date(2023, 1, 31)))
    with pytest.raises(NotHeld):
        regime_of(held, date(2023, 1, 31))
