"""The numbers that a decree can change, read from ``values/``."""

from pathlib import Path
from typing import Any, cast

import yaml

from sortie.days import Length, Months
from sortie.rules import Figure, figure

_VALUES = Path(__file__).parent / "values"


def _read(name: str) -> Figure[Any]:
    text = (_VALUES / f"{name}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return figure(f"fr.value.{name}", yaml.load(text, Loader=loader))  # noqa: S506


REMAINING_TERM = cast(Figure[Months], _read("remaining_term"))
PROBATION_DATES_REMAINING = cast(Figure[Months], _read("probation_dates_remaining"))
EXPERT_REPORT_AGE = cast(Figure[Months], _read("expert_report_age"))
NO_DELAY_TOTAL = cast(Figure[Length], _read("no_delay_total"))
DAY_LEAVE_TOTAL = cast(Figure[Length], _read("day_leave_total"))
ONE_DAY = cast(Figure[int], _read("one_day"))
THREE_DAYS = cast(Figure[int], _read("three_days"))
FIVE_DAYS = cast(Figure[int], _read("five_days"))
TEN_DAYS = cast(Figure[int], _read("ten_days"))

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
