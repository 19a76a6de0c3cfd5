"""The figures of a comparison are those of asking the law of each person on each day."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sortie.reform.results import Cell, Comparison, Period
from sortie.rules import Book, Outcome
from tests.reform.comparing.people import BOOK, PRESENT_ON, Asked, changed, compared, days, rows_of

MONTHS = 12
IN_FORCE_FROM = date(2026, 1, 15)


class ByHand:
    """The same counts, one day after another."""

    def __init__(self, records: Path, a: Book, b: Book) -> None:
        self.period = Period(PRESENT_ON, MONTHS)
        self.counts: Counter[Any] = Counter()
        self.touched: Counter[str] = Counter()
        starts = list(self.period)
        for record, since, before in rows_of(records):
            first, last = max(since, PRESENT_ON), min(before, self.period.before)
            self.touched["people"] += first < last
            under = Asked(a, record), Asked(b, record)
            seen: set[Any] = set()
            for route in under[0].by_route:
                if any(in_force(book, route, since, before) for book in (a, b)):
                    for day in days(first, last):
                        month = sum(start <= day for start in starts) - 1
                        outcomes = tuple(each.on(route, day) for each in under)
                        seen |= set(self.counted(route, month, outcomes))
            self.counts.update(seen)
            self.touched["gaining"] += any(key[-1] == "gaining" for key in seen)
            self.touched["losing"] += any(key[-1] == "losing" for key in seen)

    def counted(self, route: str, month: int, outcomes: tuple[Outcome, ...]) -> Any:
        """Count the days, and yield what a person is counted for once."""
        was, becomes = (outcome is Outcome.OPEN for outcome in outcomes)
        for where in (month, "whole"):
            for side, outcome in zip("ab", outcomes, strict=True):
                yield route, where, side, outcome.value
                if outcome is Outcome.OPEN:
                    self.counts[route, where, side, "days"] += 1
            if was != becomes:
                gains = "gaining" if becomes else "losing"
                yield route, where, gains
                self.counts[route, where, gains + " days"] += 1

    def cell(self, route: str, where: Any) -> tuple[int, ...]:
        standings = (
            self.counts[route, where, side, what]
            for side in "ab"
            for what in ("open", "closed", "undetermined", "days")
        )
        changes = ("gaining days", "losing days", "gaining", "losing")
        return (*standings, *(self.counts[route, where, what] for what in changes))


def in_force(book: Book, route: str, since: date, before: date) -> bool:
    windows = (version.window for version in book[route].versions)
    return any(window.since < before and since < window.before for window in windows)


def numbers(cell: Cell) -> tuple[int | None, ...]:
    standings = ((s.open, s.closed, s.undetermined, s.days_open) for s in (cell.a, cell.b))
    changes = (cell.days_gained, cell.days_lost, cell.people_gaining, cell.people_losing)
    return (*next(standings), *next(standings), *changes)


def held_against(found: Comparison, by_hand: ByHand) -> None:
    for route in found.routes:
        assert numbers(route.whole) == by_hand.cell(route.id, "whole"), route.id
        for month, cell in enumerate(route.months):
            assert numbers(cell) == by_hand.cell(route.id, month), (route.id, month)
    assert found.touched.people == by_hand.touched["people"]
    assert found.touched.gaining == by_hand.touched["gaining"]
    assert found.touched.losing == by_hand.touched["losing"]


@pytest.mark.parametrize("name", ["recidivists_two_thirds", "announced_2025"])
def test_a_reform_comes_to_what_each_person_is_told_each_day(records: Path, name: str) -> None:
    law_of_tomorrow = changed(name, IN_FORCE_FROM)
    found = compared(records, BOOK, law_of_tomorrow, MONTHS)

    held_against(found, ByHand(records, BOOK, law_of_tomorrow))
    assert any(route.whole.days_lost for route in found.routes)


def test_two_reforms_come_to_what_each_person_is_told_each_day(records: Path) -> None:
    a, b = changed("recidivists_two_thirds", IN_FORCE_FROM), changed("announced_2025")

    found = compared(records, a, b, MONTHS)

    held_against(found, ByHand(records, a, b))
    assert any(route.whole.days_gained for route in found.routes)


def test_the_first_open_day_moves_as_it_does_for_each_person(records: Path) -> None:
    b = changed("recidivists_two_thirds", IN_FORCE_FROM)
    expected: Counter[Any] = Counter()
    for record, since, before in rows_of(records):
        under = Asked(BOOK, record), Asked(b, record)
        for route in under[0].by_route:
            was, becomes = (first_open(each, route, since, before) for each in under)
            expected[route, kind_of(was, becomes)] += before > PRESENT_ON

    for found in compared(records, BOOK, b, MONTHS).routes:
        of = found.moved
        kinds = {
            "earlier": of.earlier.people, "later": of.later.people, "same": of.same,
            "at last": of.opens_at_last, "no more": of.opens_no_more, "never": of.never,
        }  # fmt: skip
        assert kinds == {kind: expected[found.id, kind] for kind in kinds}, found.id


def first_open(asked: Asked, route: str, since: date, before: date) -> date | None:
    for stretch in asked.by_route[route].stretches(route):
        begin, end = max(stretch.since, since, PRESENT_ON), min(stretch.before, before)
        if stretch.outcome is Outcome.OPEN and begin < end:
            return begin
    return None


def kind_of(was: date | None, becomes: date | None) -> str:
    if was is None or becomes is None:
        return "never" if was is becomes else "at last" if was is None else "no more"
    return "same" if was == becomes else "earlier" if becomes < was else "later"
