"""The fractions of a term under the two readings, derived by hand and by property."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sortie.days import NEVER, Length
from sortie.law.france.kinds import CreditInFractions, EndDay, FractionsBy
from sortie.law.france.sentence.term import CALENDAR_SLACK, Term
from sortie.rules import Bounds, Missing

CALENDAR, DAYS = FractionsBy.CALENDAR, FractionsBy.DAYS
NOW, PRONOUNCED = CreditInFractions.CURRENT_DATE, CreditInFractions.PRONOUNCED


def a_term(start: date, total: Length, end: date | Missing, **known: object) -> Term:
    return Term(
        start=start,
        total=known.get("total_known", total),  # type: ignore[arg-type]
        reductions=known.get("reductions", Length()),  # type: ignore[arg-type]
        stated_end=end,
        life=bool(known.get("life", False)),
        credited=bool(known.get("credited", False)),
    )


def test_half_of_four_years_is_two_years_by_the_calendar_and_half_the_days_otherwise() -> None:
    # 2025-03-01 + 4 years = 2029-03-01, 1,461 days (29 February 2028); half rounded up: 731 days.
    term = a_term(date(2025, 3, 1), Length(48), date(2029, 3, 1))

    assert term.fraction(1, 2, NOW, CALENDAR) == date(2027, 3, 1)
    assert term.fraction(1, 2, NOW, DAYS) == date(2027, 3, 2)


def test_a_third_of_eighteen_months_is_six_months_or_one_hundred_and_eighty_two_days() -> None:
    # 2026-02-02 + 18 months = 2027-08-02, 546 days; a third: 182 days, 2026-08-03.
    term = a_term(date(2026, 2, 2), Length(18), date(2027, 8, 2))

    assert term.fraction(1, 3, NOW, CALENDAR) == date(2026, 8, 2)
    assert term.fraction(1, 3, NOW, DAYS) == date(2026, 8, 3)


def test_reductions_bring_half_forward_only_when_it_is_counted_to_todays_release_date() -> None:
    # 4 years less 6 months: 2025-03-01 to 2028-09-01. Half of 42 months is 21: 2026-12-01.
    term = a_term(date(2025, 3, 1), Length(48), date(2028, 9, 1), reductions=Length(6))

    assert term.fraction(1, 2, NOW, CALENDAR) == date(2026, 12, 1)
    assert term.fraction(1, 2, PRONOUNCED, CALENDAR) == date(2027, 3, 1)


def test_a_stated_end_that_nothing_explains_is_halved_by_days_under_both_readings() -> None:
    # 2020-01-01 to 2024-01-01 stated, 1,461 days, for a total that runs to 2025-01-01.
    term = a_term(date(2020, 1, 1), Length(60), date(2024, 1, 1), credited=True)

    assert term.fraction(1, 2, NOW, CALENDAR) == date(2022, 1, 1)
    assert term.fraction(1, 2, NOW, DAYS) == date(2022, 1, 1)


def test_a_life_sentence_has_no_half_and_no_end() -> None:
    term = a_term(date(2020, 1, 1), Length(12000), Missing(), life=True)

    assert term.fraction(1, 2, NOW, CALENDAR) == NEVER
    assert term.end(EndDay.SAME_DAY) == NEVER


def test_the_end_of_a_committal_with_automatic_credit_is_not_computed_here() -> None:
    term = a_term(
        date(2020, 1, 1), Length(48), Missing(("custody.end_of_sentence",)), credited=True
    )

    assert isinstance(term.end(EndDay.SAME_DAY), Missing)
    assert isinstance(term.fraction(1, 2, NOW, CALENDAR), Missing)


def test_the_end_falls_on_the_same_day_of_the_month_or_on_its_eve() -> None:
    term = a_term(date(2024, 1, 8), Length(66), Missing(("custody.end_of_sentence",)))

    assert term.end(EndDay.SAME_DAY) == date(2029, 7, 8)
    assert term.end(EndDay.EVE) == date(2029, 7, 7)


@given(
    start=st.dates(date(1980, 1, 1), date(2040, 1, 1)),
    months=st.integers(1, 400),
    part=st.sampled_from([(1, 3), (1, 2), (2, 3)]),
)
def test_calendar_and_days_never_differ_by_more(
    start: date, months: int, part: tuple[int, int]
) -> None:
    term = a_term(start, Length(months), Missing())
    by_calendar = term.fraction(*part, PRONOUNCED, CALENDAR)
    by_days = term.fraction(*part, PRONOUNCED, DAYS)

    assert isinstance(by_calendar, date)
    assert isinstance(by_days, date)
    assert abs(by_calendar - by_days) <= CALENDAR_SLACK


def test_an_end_without_known_reductions_leaves_the_calendar_half_between_bounds() -> None:
    term = a_term(
        date(2025, 3, 1), Length(48), date(2029, 3, 1), reductions=Missing(("custody.reductions",))
    )
    half = term.fraction(1, 2, NOW, CALENDAR)

    assert isinstance(half, Bounds)
    assert half.least <= date(2027, 3, 1) <= half.most
    assert half.paths == ("custody.reductions",)
    assert half.most - half.least <= timedelta(days=8)
