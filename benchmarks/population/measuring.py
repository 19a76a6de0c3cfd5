"""How many people a second: medians of repeated runs."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rate:
    """One line: what ran, over how many people, and how long each run took."""

    what: str
    people: int
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def a_second(self) -> float:
        """People a second, at the median."""
        return self.people / self.median


@dataclass(frozen=True, slots=True)
class Target:
    """What must be shown, and what was."""

    what: str
    wanted: str
    found: str
    is_met: bool | None

    @property
    def verdict(self) -> str:
        return "not measured" if self.is_met is None else "MET" if self.is_met else "MISSED"


def measured(what: str, people: int, run: Callable[[], Any], *, runs: int, warm: int = 1) -> Rate:
    """Run unmeasured first, then measure each run alone."""
    for _ in range(warm):
        run()
    return Rate(what, people, tuple(_took(run) for _ in range(runs)))


def each_measured(what: str, people: int, tasks: list[Callable[[], Any]]) -> Rate:
    """Measure runs that cannot be repeated, the first of them unmeasured."""
    seconds = [_took(task) for task in tasks]
    return Rate(what, people, tuple(seconds[1:]))


def _took(run: Callable[[], Any]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
