"""The accounts of a chunk of people, and of many chunks added up."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from sortie.reform.comparing import counting
from sortie.reform.comparing.counting import DAYS, NEVER, PEOPLE, Accounts

Counted = tuple[dict[str, Any], "Moves"]
# Of the people of a class: how many, gaining, losing, either; and the days they are there.
DAYS_THERE = 4
_SUMMED = ("people", "part", "whole", "period", "grouped", "touched", "rules")


def accounts(routes: int, months: int, classes: Sequence[int], rules: int, people: int) -> Accounts:
    """Return empty accounts; one class more than said takes those who are not there."""
    most = max(classes) + 1
    return Accounts(
        people=_zeros(routes, PEOPLE, months + 1),
        part=_zeros(routes, DAYS, months + 1),
        whole=_zeros(routes, DAYS, months + 1),
        period=_zeros(routes, PEOPLE + DAYS),
        grouped=_zeros(len(classes), most, routes, PEOPLE + DAYS),
        touched=_zeros(len(classes), most, 5),
        rules=_zeros(routes, rules, 6),
        first_a=np.full((people, routes), NEVER, dtype=np.int32),
        first_b=np.full((people, routes), NEVER, dtype=np.int32),
        counted=_zeros(routes, PEOPLE + DAYS),
        reached=np.zeros(3, dtype=np.int64),
    )


def _zeros(*shape: int) -> Any:
    return np.zeros(shape, dtype=np.int64)


class Moves:
    """How first open days move, route by route: so many people for each number of days."""

    def __init__(self, routes: int) -> None:
        self.by_days: list[dict[int, int]] = [{} for _ in range(routes)]
        self.at_last = [0] * routes
        self.no_more = [0] * routes
        self.never = [0] * routes

    def add(self, found: Accounts, present: Any) -> None:
        """Count the people of a chunk who are there."""
        for route, by_days in enumerate(self.by_days):
            a, b = found.first_a[present, route], found.first_b[present, route]
            none_a, none_b = a == NEVER, b == NEVER
            self.never[route] += int(np.count_nonzero(none_a & none_b))
            self.at_last[route] += int(np.count_nonzero(none_a & ~none_b))
            self.no_more[route] += int(np.count_nonzero(~none_a & none_b))
            both = ~none_a & ~none_b
            days, people = np.unique(b[both] - a[both], return_counts=True)
            for each, count in zip(days.tolist(), people.tolist(), strict=True):
                by_days[each] = by_days.get(each, 0) + count

    def update(self, other: "Moves") -> None:
        """Add the moves of other people."""
        for route, by_days in enumerate(self.by_days):
            for each, count in other.by_days[route].items():
                by_days[each] = by_days.get(each, 0) + count
            self.at_last[route] += other.at_last[route]
            self.no_more[route] += other.no_more[route]
            self.never[route] += other.never[route]


class Totals:
    """Everybody so far."""

    def __init__(self, empty: Accounts) -> None:
        self.counts = {name: getattr(empty, name) for name in _SUMMED}
        self.moves = Moves(empty.people.shape[0])

    def add(self, counts: dict[str, Any], moves: Moves) -> None:
        """Add a chunk of people."""
        for name, each in counts.items():
            self.counts[name] += each
        self.moves.update(moves)

    def people(self, route: int) -> Any:
        """Return the measures of people by month: a row a measure."""
        return np.cumsum(self.counts["people"][route], axis=1)[:, :-1]

    def days(self, route: int, lengths: Sequence[int]) -> Any:
        """Return the measures of days by month: a row a measure."""
        whole = np.cumsum(self.counts["whole"][route], axis=1)[:, :-1] * np.array(lengths)
        return whole + self.counts["part"][route][:, :-1]


def counted(
    rows: tuple[counting.Rows, counting.Rows], window: counting.Window,
    answers: counting.Answers, groups: Any, empty: Accounts,
) -> Counted:  # fmt: skip
    """Return the accounts of a chunk, whose last class of each grouping is those not there."""
    counting.count(*rows, window, answers, groups, empty)
    moves = Moves(empty.people.shape[0])
    absent = empty.touched.shape[1] - 1
    moves.add(empty, groups[0] != absent)
    return {name: getattr(empty, name) for name in _SUMMED}, moves
