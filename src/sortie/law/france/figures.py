"""The numbers that a decree can change, read from ``values/``."""

from pathlib import Path
from typing import Any

import yaml

from sortie.days import Length, Months
from sortie.rules import Figure, figure

_VALUES = Path(__file__).parent / "values"


def _read(name: str) -> Figure[Any]:
    text = (_VALUES / f"{name}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return figure(f"fr.value.{name}", yaml.load(text, Loader=loader))  # noqa: S506


REMAINING_TERM: Figure[Months] = _read("remaining_term")
PROBATION_DATES_REMAINING: Figure[Months] = _read("probation_dates_remaining")
EXPERT_REPORT_AGE: Figure[Months] = _read("expert_report_age")
NO_DELAY_TOTAL: Figure[Length] = _read("no_delay_total")
DAY_LEAVE_TOTAL: Figure[Length] = _read("day_leave_total")
ONE_DAY: Figure[int] = _read("one_day")
THREE_DAYS: Figure[int] = _read("three_days")
FIVE_DAYS: Figure[int] = _read("five_days")
TEN_DAYS: Figure[int] = _read("ten_days")

ALL = (
    REMAINING_TERM,
    PROBATION_DATES_REMAINING,
    EXPERT_REPORT_AGE,
    NO_DELAY_TOTAL,
    DAY_LEAVE_TOTAL,
    ONE_DAY,
    THREE_DAYS,
    FIVE_DAYS,
    TEN_DAYS,
)
