"""What is hidden, and that it cannot be had by subtracting."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.reform.comparing.disclosing import hidden, quantile
from sortie.reform.results import Cell
from tests.reform.comparing.people import BOOK, changed, compared

THRESHOLD = 11
ROWS = st.lists(st.integers(0, 40), min_size=1, max_size=9)


@given(ROWS)
def test_no_cell_of_a_few_is_told_and_what_a_sum_gives_away_is_of_enough_people(
    row: list[int],
) -> None:
    people = np.array([row])

    found = hidden(people, THRESHOLD)

    assert all(
        not 0 < count < THRESHOLD for count, hide in zip(row, found, strict=True) if not hide
    )
    kept_back = sum(count for count, hide in zip(row, found, strict=True) if hide)
    alone = max(row) < THRESHOLD
    assert kept_back == 0 or kept_back >= THRESHOLD or alone


@given(ROWS)
def test_nobody_is_told_to_be_nobody(row: list[int]) -> None:
    found = hidden(np.array([row]), THRESHOLD)

    assert not any(hide for count, hide in zip(row, found, strict=True) if count == 0)


def test_where_all_are_enough_nothing_is_hidden() -> None:
    assert not hidden(np.array([[11, 0, 200]]), THRESHOLD).any()


def test_of_several_measures_each_is_protected_by_a_cell_that_counts_in_it() -> None:
    open_, gaining = [500, 400, 12], [3, 20, 0]

    found = hidden(np.array([open_, gaining]), THRESHOLD)

    assert found.tolist() == [True, True, False]


@pytest.mark.parametrize(("people", "told"), [(21, False), (22, True)])
def test_a_median_is_told_when_people_enough_lie_on_both_sides(people: int, *, told: bool) -> None:
    assert (quantile(list(range(people)), 2, THRESHOLD) is not None) is told


def counts_of(cell: Cell) -> Iterator[int | None]:
    for standing in (cell.a, cell.b):
        yield from (standing.open, standing.closed, standing.undetermined)
    yield from (cell.people_gaining, cell.people_losing)


def test_no_count_told_of_a_population_is_of_fewer_people_than_the_threshold(
    records: Path,
) -> None:
    found = compared(records, BOOK, changed("recidivists_two_thirds"), 60, threshold=5)

    told: list[int | None] = []
    for route in found.routes:
        cells = [route.whole, *route.months]
        cells += [cell for classes in route.groups.values() for cell in classes.values()]
        told += [count for cell in cells for count in counts_of(cell)]
        told += [cause.people_losing for cause in route.causes]
        told += [route.moved.later.people, route.moved.same, route.moved.never]
    for classes in found.groups.values():
        told += [number for each in classes.values() for number in (each.people, each.losing)]
    assert None in told
    assert all(count == 0 or count >= 5 for count in told if count is not None)


def test_where_changes_are_hidden_so_are_both_laws(records: Path) -> None:
    found = compared(records, BOOK, changed("recidivists_two_thirds"), 60, threshold=5)

    cells = [cell for route in found.routes for cell in route.months if cell.days_lost is None]
    assert cells
    assert all(cell.a.days_open is None and cell.b.days_open is None for cell in cells)
