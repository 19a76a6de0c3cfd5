"""Medians of repeated runs."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WARM_UP = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the report: the median and the best of some runs, in milliseconds."""

    what: str
    median: float
    best: float
    runs: int
    target: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the median keeps to its target, empty without one."""
        if self.target is None:
            return ""
        return f"< {self.target:g} ms: {'kept' if self.median < self.target else 'MISSED'}"


def measure(
    what: str, run: Callable[[], Any], *, runs: int, target: float | None = None
) -> Measure:
    """Run a few times unmeasured, then measure each run alone."""
    for _ in range(WARM_UP):
        run()
    return gather(what, [_took(run) for _ in range(runs)], target=target)


def gather(what: str, seconds: list[float], *, target: float | None = None) -> Measure:
    """Return the line of runs already measured."""
    return Measure(
        what, statistics.median(seconds) * 1000, min(seconds) * 1000, len(seconds), target
    )


def _took(run: Callable[[], Any]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
