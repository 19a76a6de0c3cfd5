"""What a rule may not say, refused when the book is made: where, what, and a way out."""

from pathlib import Path

from tests.rules.author import A_RULE, accepts, refuses, refuses_module


def test_what_is_offered_is_read(tmp_path: Path) -> None:
    accepts(
        tmp_path,
        "(not p.fined and day + A_MONTH < p.leaves_on and p.card[day] not in GROWN"
        " and (valid(p, day) if p.resident else Subject.LAW in p.subjects)"
        " or p.manner != Manner.MILD or p.loans >= MOST_LOANS[day] or False)",
    )


# -- dates and lengths --------------------------------------------------------------------------


def test_refused_when_the_day_is_subtracted_from_a_date(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.fined and p.leaves_on - day < LAST_MONTHS[day]",
        at="p.leaves_on - day", found="never subtracted", instead="day + LENGTH[day] > p.date",
    )  # fmt: skip


def test_refused_when_a_term_is_taken_from_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day - A_MONTH > p.joined_on",
        at="day - A_MONTH", found="never subtracted", instead="day + LENGTH[day] > p.date",
    )  # fmt: skip


def test_refused_when_two_dates_of_the_person_are_subtracted(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.leaves_on - p.joined_on > A_MONTH",
        at="p.leaves_on - p.joined_on", found="never subtracted", instead="day + ",
    )  # fmt: skip


def test_refused_when_a_bare_number_is_added_to_a_date(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + 30 > p.leaves_on",
        at="day + 30", found="30 is added without a rounding", instead="MonthEnd.LAST_DAY",
    )  # fmt: skip


def test_refused_when_a_number_of_days_is_added_to_a_date(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + THIRTY_DAYS > p.leaves_on",
        at="day + THIRTY_DAYS", found="without a rounding", instead="a figure in months",
    )  # fmt: skip


def test_refused_when_a_term_is_made_inside_the_rule(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + timedelta(days=30) > p.leaves_on",
        at="timedelta(days=30)", found="is not known here", instead="above the rule",
    )  # fmt: skip


def test_refused_when_two_terms_are_added(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + A_MONTH + A_YEAR > p.leaves_on",
        at="day + A_MONTH", found="two terms are added", instead="one constant",
    )  # fmt: skip


def test_refused_when_the_term_stands_before_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "A_MONTH + day > p.leaves_on",
        at="A_MONTH + day", found="the term stands before the date", instead="day + A_MONTH",
    )  # fmt: skip


def test_refused_when_a_term_is_added_to_a_length(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.stay + A_MONTH > SHORT_STAY[day]",
        at="p.stay + A_MONTH", found="stay is not a date", instead="only to a date",
    )  # fmt: skip


def test_refused_when_a_term_is_added_to_a_number(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.loans <= p.allowance + A_MONTH",
        at="p.allowance + A_MONTH", found="allowance is not a date", instead="only to a date",
    )  # fmt: skip


def test_refused_when_a_length_is_compared_with_a_number(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.stay <= 3",
        at="p.stay <= 3", found="stay is compared with a int", instead="a length with a length",
    )  # fmt: skip


def test_refused_when_a_number_is_compared_with_a_figure_of_lengths(tmp_path: Path) -> None:
    refuses(
        tmp_path, "SHORT_STAY[day] < p.loans",
        at="SHORT_STAY[day] < p.loans", found="loans is compared with a Length", instead="a int",
    )  # fmt: skip


def test_refused_when_a_date_is_compared_with_an_instant(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, f"NOON = datetime(2012, 1, 1, 12)\n{A_RULE}    return p.joined_on > NOON",
        at="p.joined_on > NOON", found="joined_on is compared with a datetime", instead="a date",
    )  # fmt: skip


def test_refused_when_what_the_day_reaches_is_not_a_date(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day >= p.loans",
        at="day >= p.loans", found="loans is not a date", instead="day >= p.some_date",
    )  # fmt: skip


def test_refused_when_the_day_is_compared_with_a_fixed_date(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day >= OPENED",
        at="day >= OPENED", found="compared with no date of the person", instead="since=",
    )  # fmt: skip


def test_refused_when_the_day_stands_on_both_sides(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + A_MONTH > day",
        at="day + A_MONTH > day", found="on both sides", instead="day + TERM[day] > p.date",
    )  # fmt: skip


def test_refused_when_figures_stand_on_both_sides(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + LAST_MONTHS[day] > p.joined_on + LAST_MONTHS[day]",
        at="day + LAST_MONTHS", found="figures stand on both sides", instead="keep one",
    )  # fmt: skip


def test_refused_when_a_figure_is_added_where_no_day_stands(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.joined_on + LAST_MONTHS[day] >= p.leaves_on",
        at="p.joined_on + LAST", found="added where no day stands", instead="a fixed months(...)",
    )  # fmt: skip


def test_refused_when_nothing_of_the_person_is_compared(tmp_path: Path) -> None:
    refuses(
        tmp_path, "MOST_LOANS[day] > 3",
        at="MOST_LOANS[day] > 3", found="nothing of the person", instead="p.total <= LIMIT[day]",
    )  # fmt: skip


# -- the day between brackets -------------------------------------------------------------------


def test_refused_when_a_fact_that_changes_is_asked_without_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "not p.suspended",
        at="p.suspended", found="p.suspended changes over time", instead="p.suspended[day]",
    )  # fmt: skip


def test_refused_when_a_fact_that_stays_is_asked_with_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.resident or p.fined[day]",
        at="p.fined[day]", found="p.fined does not change over time", instead="p.fined",
    )  # fmt: skip


def test_refused_when_a_fact_is_asked_on_another_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.suspended[OPENED]",
        at="p.suspended[OPENED]", found="changes over time", instead="p.suspended[day]",
    )  # fmt: skip


def test_refused_when_a_figure_is_compared_without_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.loans <= MOST_LOANS",
        at="MOST_LOANS", found="MOST_LOANS changes over time", instead="MOST_LOANS[day]",
    )  # fmt: skip


def test_refused_when_a_figure_is_added_without_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + LAST_MONTHS > p.leaves_on",
        at="LAST_MONTHS", found="LAST_MONTHS changes over time", instead="LAST_MONTHS[day]",
    )  # fmt: skip


def test_refused_when_a_constant_is_asked_with_the_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "day + A_MONTH[day] > p.leaves_on",
        at="A_MONTH[day]", found="A_MONTH does not change over time", instead="A_MONTH",
    )  # fmt: skip


# -- names --------------------------------------------------------------------------------------


def test_refused_when_no_such_fact_is_held_and_a_near_one_is_offered(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.fined or p.residant",
        at="p.residant", found="Member has no fact residant", instead="one of: resident",
    )  # fmt: skip


def test_refused_when_a_constant_is_not_known(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.loans < MOST_LOANZ[day]",
        at="MOST_LOANZ", found="MOST_LOANZ is not known here", instead="near: MOST_LOANS",
    )  # fmt: skip


def test_refused_when_an_enum_has_no_such_value(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] == Card.ADLUT",
        at="Card.ADLUT", found="Card.ADLUT is not known here", instead="near: ADULT",
    )  # fmt: skip


def test_refused_when_a_rule_is_not_known(tmp_path: Path) -> None:
    refuses(
        tmp_path, "grownup(p, day)",
        at="grownup", found="grownup is not known here", instead="near: grown_up",
    )  # fmt: skip


def test_the_caret_counts_letters_where_a_line_has_accents(tmp_path: Path) -> None:
    refuses(
        tmp_path, 'p.card[day] in {"été", "à côté", Card.ADLUT}',
        at="Card.ADLUT", found="Card.ADLUT is not known here", instead="near: ADULT",
    )  # fmt: skip


def test_the_mistake_is_shown_on_its_own_line(tmp_path: Path) -> None:
    refuses(
        tmp_path, "(\n    p.resident\n    or p.fine\n)",
        at="p.fine", found="Member has no fact fine", instead="one of: fined",
    )  # fmt: skip
