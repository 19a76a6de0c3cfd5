"""The figures of a year as anyone may read them: tied to a sealed state, the same every time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie import casework as cw
from sortie import office, store
from tests.office import one_leave as leave
from tests.office.figures.counted import LATER
from tests.office.one_leave import paris, say_all
from tests.office.sealing.kept import CLERK, ORIGIN

TWELVE = [f"P{n:02}" for n in range(12)]
figures = office.figures


def several(people: list[str]) -> None:
    for person in people:
        say_all(each for each in leave.whole(f"D-{person}", person) if each.again != "/too-soon")


def of(year: figures.YearFigures, table: str, name: str) -> figures.Cell:
    found = next(each for each in year.tables if each.block.name == table)
    return found.cells[name]


@pytest.mark.usefixtures("database")
def test_a_year_is_told_from_the_register_on_both_databases() -> None:
    several(TWELVE)
    found = figures.figures(figures.span_of(2027, LATER))

    assert of(found, "departures", "departed") == figures.Cell(12, 12)
    assert of(found, "departures", "on_time") == figures.Cell(12, 12)
    assert found.days == figures.Days(2, 2, 2)
    departures = found.tables[-1]
    assert departures.shares["on_time"].share == 1
    assert departures.kinds.counts[0][0] == "fr.leave.short"
    assert found.checkpoint is None


@pytest.mark.usefixtures("database")
def test_the_questions_that_are_shown_find_the_very_cases() -> None:
    several(TWELVE[:4])
    first, then = figures.figures(figures.span_of(2027, LATER)).questions
    with connection.cursor() as cursor:
        cursor.execute(first)
        cases = sorted({row[0] for row in cursor.fetchall()})
        cursor.execute(then.replace("…", ", ".join(f"'{each}'" for each in cases)))
        rows = cursor.fetchall()
    assert cases == [f"D-{each}" for each in TWELVE[:4]]
    assert [row[5] for row in rows[:4]] == [
        "application_filed", "decided", "departed", "return_recorded",
    ]  # fmt: skip
    assert len(rows) == 16


@pytest.mark.usefixtures("sqlite_store")
def test_under_the_threshold_nothing_is_told_but_that_it_is() -> None:
    several(TWELVE[:10])
    found = figures.figures(figures.span_of(2027, LATER))

    assert of(found, "departures", "departed") == figures.Cell(1, 10)
    assert of(found, "departures", "late") == figures.Cell()
    assert found.days is None
    assert all(each.kinds.counts == () and each.shares == {} for each in found.tables)


@pytest.mark.usefixtures("sqlite_store")
def test_the_first_checkpoint_that_seals_what_was_counted_is_named() -> None:
    several(TWELVE[:2])
    office.sealing.begin(ORIGIN)
    first = office.sealing.checkpoint(paris("2027-03-20T08:00")).checkpoint
    leave.recorded("Z").say()
    office.sealing.checkpoint(paris("2027-03-21T08:00"))

    assert figures.figures(figures.span_of(2027, LATER)).checkpoint == first


@pytest.mark.usefixtures("database")
def test_who_was_erased_is_in_no_figure_and_their_cases_are_counted_apart() -> None:
    several(TWELVE)
    span = figures.span_of(2027, LATER)
    assert of(figures.figures(span), "applications", "filed") == figures.Cell(12, 12)

    for person in TWELVE[:4]:
        command = office.Command(key=f"erase-{person}", by=CLERK, at=LATER)
        office.sealing.erase(command, person, "text 1, article 2")

    found = figures.figures(span, 3)
    assert of(found, "applications", "filed") == figures.Cell(8, 8)
    assert found.erased == figures.Cell(4, 4)
    assert figures.figures(span, 10).erased == figures.Cell(1, 10)


@pytest.mark.usefixtures("sqlite_store")
def test_a_year_counted_once_is_not_read_again() -> None:
    several(TWELVE[:6])
    span = figures.span_of(2027, LATER)
    with CaptureQueriesContext(connection) as first:
        figures.figures(span)
    with CaptureQueriesContext(connection) as again:
        figures.figures(span)
    assert len(again) < len(first)
    assert not any("sealed" in each["sql"] for each in again)


@pytest.mark.usefixtures("sqlite_store")
def test_a_threshold_under_which_counts_give_each_other_away_is_refused() -> None:
    with pytest.raises(figures.ThresholdTooLow) as caught:
        figures.figures(figures.span_of(2027, LATER), 2)
    assert (caught.value.threshold, caught.value.least) == (2, 3)


def test_a_year_is_over_when_its_last_day_has_had_a_month_to_be_written_down() -> None:
    before = figures.span_of(2027, paris("2028-01-31T23:59"))
    after = figures.span_of(2027, paris("2028-02-01T00:00"))
    assert (before.is_over, before.upto) == (False, paris("2028-01-01T00:00"))
    assert (after.is_over, after.upto) == (True, paris("2028-02-01T00:00"))


def test_a_year_under_way_moves_once_a_month() -> None:
    for day in ("2027-03-01T00:00", "2027-03-31T23:59"):
        assert figures.span_of(2027, paris(day)).upto == paris("2027-03-01T00:00")


@pytest.mark.parametrize("year", [2028, 0, 99999])
def test_a_year_ahead_or_out_of_the_calendar_has_no_figures(year: int) -> None:
    with pytest.raises(figures.YearNotCounted):
        figures.span_of(year, paris("2027-06-01T12:00"))


def test_a_year_has_no_figures_in_its_first_month() -> None:
    with pytest.raises(figures.YearNotCounted):
        figures.span_of(2027, paris("2027-01-31T23:59"))


@pytest.mark.usefixtures("sqlite_store")
def test_the_years_begin_with_the_first_application() -> None:
    assert figures.spans(LATER) == ()
    several(TWELVE[:1])
    assert [each.year for each in figures.spans(LATER)] == [2029, 2028, 2027]


@pytest.mark.usefixtures("sqlite_store")
def test_the_cases_of_a_year_are_found_without_reading_an_event() -> None:
    several(TWELVE[:1])
    question, _ = store.yearly.questions(figures.span_of(2027, LATER).period())
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {question}")
        plan = " ".join(row[3] for row in cursor.fetchall())
    assert "USING COVERING INDEX store_event_counted" in plan


def test_no_figure_names_who_acted() -> None:
    """A role of the law may decide; no figure is of one, nor of a place."""
    names = {name for block in figures.BLOCKS for name in block.figures}
    words = {word for name in names for word in name.split("_")}
    assert words.isdisjoint(word for role in cw.Role for word in role.value.split("_"))
    assert {"prison", "court"}.isdisjoint(words)
