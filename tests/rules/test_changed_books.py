"""A book with other rules and figures in it: read anew, and the same again once they are out."""

from datetime import date, timedelta
from types import FunctionType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.days import NEVER, Length, MonthEnd, Months
from sortie.rules import Assessment as Asked
from sortie.rules import (
    AuthorMistake,
    Book,
    Dated,
    Figure,
    InPlace,
    Outcome,
    Place,
    Rule,
    Version,
    Window,
    explain,
    expression,
    knowing,
    put_in,
    re_dated,
    rule,
    switched,
)
from tests.rules.library import (
    BOOK,
    LAST_MONTHS,
    MOST_LOANS,
    SHORT_STAY,
    Card,
    Member,
    a_member,
    dated,
    grown_up,
    may_borrow,
)

LOAN, SPARED = "library.loan.open", "library.loan.spared"
DAY = timedelta(days=1)
KNOWN = {**BOOK.rules, **BOOK.figures, "Card": Card}


def written(text: str, since: date = date(2012, 1, 1), before: date = NEVER) -> Version[Any]:
    lines = ("", *text.split("\n"))
    body = expression(text, Place("tried.yaml", lines, 2, 0), KNOWN)
    return Version(body, Window(since, before), ("text.20",), "Un texte", "a text")


def with_rule(changed: Rule[Any]) -> Book:
    return BOOK.changed(InPlace({changed.id: changed}))


def outcome(book: Book, rule_id: str, on: date, **facts: Any) -> Outcome:
    return Asked(book, a_member(**facts)).outcome(rule_id, on)


def test_a_version_put_in_is_read_from_its_first_day_to_its_last() -> None:
    few = written("p.loans < 2", date(2012, 1, 1), date(2013, 1, 1))
    book = with_rule(put_in(may_borrow, few))
    days = [date(2011, 12, 31), date(2012, 1, 1), date(2012, 12, 31), date(2013, 1, 1)]
    found = [outcome(book, LOAN, day, loans=4) for day in days]
    assert found == [Outcome.OPEN, Outcome.CLOSED, Outcome.CLOSED, Outcome.OPEN]
    assert outcome(BOOK, LOAN, date(2012, 6, 1), loans=4) is Outcome.OPEN


def test_whatever_calls_a_rule_calls_the_one_put_in_its_place() -> None:
    never = with_rule(put_in(may_borrow, written("False")))
    mild = {"loans": 4, "manner": next(iter(type(a_member().manner)))}
    assert outcome(BOOK, SPARED, date(2012, 6, 1), **mild) is Outcome.CLOSED
    assert outcome(never, SPARED, date(2012, 6, 1), **mild) is Outcome.OPEN


def test_an_expression_may_call_what_it_replaces() -> None:
    before = Rule("library.loan.open.before", may_borrow.versions)
    text = "before(p, day) and p.resident"
    body = expression(text, Place("f", ("", text), 2, 0), {"before": Rule("placeholder", ())})
    version = Version[Any](
        knowing(body, before=before), Window(date(2012, 1, 1), NEVER), ("text.20",), "Un", "one"
    )
    book = with_rule(put_in(may_borrow, version))
    assert outcome(book, LOAN, date(2012, 6, 1), resident=True) is Outcome.OPEN
    assert outcome(book, LOAN, date(2012, 6, 1), resident=False) is Outcome.CLOSED


def test_a_version_put_in_and_out_again_leaves_no_trace() -> None:
    book = with_rule(put_in(may_borrow, written("p.loans < 2")))
    assert book.program != BOOK.program
    back = book.changed(InPlace({LOAN: may_borrow}))
    assert (back.program, back.atoms, back.windows) == (BOOK.program, BOOK.atoms, BOOK.windows)


def test_a_rule_more_is_asked_by_its_id_and_taken_away_again() -> None:
    more = Rule("library.more", [written("p.fined and library.member.grown_up(p, day)")])
    book = with_rule(more)
    assert outcome(book, "library.more", date(2012, 6, 1), fined=True) is Outcome.OPEN
    assert "library.more" not in book.changed(InPlace({"library.more": None})).rules


# -- switches and dates ---------------------------------------------------------------------------


@rule("library.strike", cites=("text.21",), since="2011-01-01", off=True)
def strike(p: Member, _day: date) -> bool:
    """La grève ferme le prêt (the strike closes the loans)."""
    return p.fined


@rule("library.counter", cites=("text.22",), since=None)
def counter(p: Member, day: date) -> bool:
    """Le guichet est ouvert (the counter is open)."""
    return grown_up(p, day) and not strike(p, day)


def test_a_rule_that_is_off_never_holds_and_decides_nothing() -> None:
    book = Book(Member, (counter,))
    asked = Asked(book, a_member(fined=True))
    on = date(2013, 1, 1)
    assert asked.outcome("library.strike", on) is Outcome.CLOSED
    assert not strike(a_member(fined=True), on)
    told = [found.rule.id for found in explain(asked, "library.counter", on).findings]
    assert told == ["library.member.grown_up"]


def test_a_rule_switched_on_holds_from_its_own_first_day_and_is_then_a_reason() -> None:
    early = switched(strike, Window(date(2010, 1, 1), NEVER), on=True)
    book = Book(Member, (counter,)).changed(InPlace({strike.id: early}))
    found = [outcome(book, "library.strike", date(year, 6, 1), fined=True) for year in (2010, 2011)]
    assert found == [Outcome.CLOSED, Outcome.OPEN]
    why = explain(Asked(book, a_member(fined=True)), "library.counter", date(2013, 1, 1))
    assert [each.rule.id for each in why.findings] == ["library.strike"]


def test_a_rule_switched_on_later_says_until_when_it_does_not_hold() -> None:
    later = switched(strike, Window(date(2014, 1, 1), NEVER), on=True)
    book = Book(Member, (counter,)).changed(InPlace({strike.id: later}))
    why = explain(Asked(book, a_member(fined=True)), "library.counter", date(2013, 1, 1))
    (silent,) = [each for each in why.findings if each.rule.id == "library.strike"]
    assert (silent.outcome, silent.before) == (Outcome.CLOSED, date(2014, 1, 1))


WINDOWS = st.tuples(st.integers(0, 400), st.integers(1, 400)).map(
    lambda pair: Window(
        date(2009, 1, 1) + pair[0] * 10 * DAY, date(2009, 1, 1) + (pair[0] * 10 + pair[1]) * DAY
    )
)


@given(turns=st.lists(st.tuples(WINDOWS, st.booleans()), max_size=6))
def test_a_switch_turned_many_times_holds_on_the_days_last_said(
    turns: list[tuple[Window, bool]],
) -> None:
    turned: Rule[Any] = may_borrow
    for window, on in turns:
        turned = switched(turned, window, on=on)
    edges = {edge for window, _ in turns for edge in (window.since, window.before)}
    for day in edges | {edge - DAY for edge in edges}:
        said = [on for window, on in turns if window.since <= day < window.before]
        assert turned.applies_on(day) is (said[-1] if said else True)


@given(windows=st.lists(WINDOWS, max_size=5))
def test_versions_put_in_one_on_the_other_never_overlap_and_the_last_one_wins(
    windows: list[Window],
) -> None:
    changed: Rule[Any] = may_borrow
    put: list[tuple[Window, FunctionType]] = []
    for window in windows:
        version = written("p.fined", window.since, window.before)
        assert isinstance(version.body, FunctionType)
        put.append((window, version.body))
        changed = put_in(changed, version)
    for one, other in zip(changed.versions, changed.versions[1:], strict=False):
        assert one.window.before <= other.window.since
    for window, _ in put:
        for day in (window.since, window.before - DAY):
            last = [body for w, body in put if w.since <= day < w.before][-1]
            found = changed.version_on(day)
            assert found is not None
            assert found.body is last


def test_a_version_moved__and_moved_back_is_the_law_again() -> None:
    newer = may_borrow.versions[1]
    moved = re_dated(may_borrow, newer, Window(date(2010, 7, 1), date(2012, 1, 1)))
    assert outcome(with_rule(moved), LOAN, date(2012, 1, 1), loans=4) is Outcome.CLOSED
    back = re_dated(moved, moved.versions[1], newer.window)
    assert with_rule(back).program == BOOK.program


def test_a_version_moved_over_another_takes_its_days() -> None:
    newer = may_borrow.versions[1]
    moved = re_dated(may_borrow, newer, Window(date(2008, 1, 1), date(2019, 1, 1)))
    assert outcome(BOOK, LOAN, date(2009, 1, 1), loans=4) is Outcome.CLOSED
    assert outcome(with_rule(moved), LOAN, date(2009, 1, 1), loans=4) is Outcome.OPEN


# -- figures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "text", "value"),
    [
        (MOST_LOANS, "9", 9),
        (SHORT_STAY, "P1Y2M", Length(14, 0)),
        (LAST_MONTHS, "4", Months(4, MonthEnd.LAST_DAY)),
    ],
)
def test_a_value_is_read_in_the_unit_of_its_figure(
    figure: Figure[Any], text: str, value: Any
) -> None:
    assert figure.parsed(text) == value


def test_a_value_changed_between_two_days_is_read_by_every_rule_that_names_it() -> None:
    new = MOST_LOANS.changed(Dated(date(2013, 1, 1), date(2015, 1, 1), 3, ("text.23",)))
    book = BOOK.changed(InPlace({}, {MOST_LOANS.id: new}))
    days = [date(2012, 12, 31), date(2013, 1, 1), date(2014, 12, 31), date(2015, 1, 1)]
    found = [outcome(book, LOAN, day, loans=4) for day in days]
    assert found == [Outcome.OPEN, Outcome.CLOSED, Outcome.CLOSED, Outcome.OPEN]
    assert new[date(2015, 1, 1)] == MOST_LOANS[date(2015, 1, 1)]
    assert book.figures[MOST_LOANS.id] is new
    assert BOOK.figures[MOST_LOANS.id] is MOST_LOANS


def test_a_rule_older_than_the_value_put_in_is_refused() -> None:
    young = dated("most_loans", (date(2013, 1, 1), 3))
    with pytest.raises(AuthorMistake, match="no value before 2013-01-01"):
        BOOK.changed(InPlace({}, {MOST_LOANS.id: young}))


# -- expressions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "found"),
    [
        ("p.fined and\np.finde", 3, 0, "no fact finde"),
        ("p.fined and p.card == Card.CHILD", 2, 12, "changes over time"),
        ("p.fined and (", 2, 12, "no expression"),
        ("p.fined) or (p.fined", 2, 0, "no expression"),
        ("p.fined; p.fined", 2, 7, "no expression"),
        ("library.loan.opn(p, day)", 2, 0, "not known here"),
    ],
)
def test_a_refusal_points_into_the_file_of_the_expression(
    text: str, line: int, column: int, found: str
) -> None:
    with pytest.raises(AuthorMistake) as refused:
        with_rule(put_in(may_borrow, written(text)))
    mistake = refused.value
    assert (mistake.file, mistake.line) == ("tried.yaml", line)
    assert mistake.column == column or found == "no expression"
    assert found in mistake.found or found in mistake.instead
    assert mistake.source in text.split("\n")


def test_an_expression_runs_as_it_stands() -> None:
    version = written("p.loans <= library.most_loans[day] and library.member.grown_up(p, day)")
    run = version.body
    assert run(a_member(loans=5), date(2013, 1, 1))
    assert not run(a_member(loans=6), date(2013, 1, 1))
    assert run(a_member(loans=6), date(2014, 3, 1))
