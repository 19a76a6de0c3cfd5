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
ANSWER_TIME: Figure[Months] = _read("answer_time")
HEAD_ANSWER_TIME: Figure[Months] = _read("head_answer_time")
OPINION_TIME: Figure[Months] = _read("opinion_time")
APPEAL_EXAMINATION_TIME: Figure[Months] = _read("appeal_examination_time")
OBSERVATIONS_TIME: Figure[Months] = _read("observations_time")
BAR_BY_JUDGE: Figure[Months] = _read("bar_by_judge")
BAR_ON_APPEAL: Figure[Months] = _read("bar_on_appeal")
VICTIM_OBSERVATIONS_DAYS: Figure[int] = _read("victim_observations_days")
UNSIGNED_LETTER_DAYS: Figure[int] = _read("unsigned_letter_days")
BROUGHT_BACK_DAYS: Figure[int] = _read("brought_back_days")
STATISTIC_HOURS: Figure[int] = _read("statistic_hours")

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
    ANSWER_TIME,
    HEAD_ANSWER_TIME,
    OPINION_TIME,
    APPEAL_EXAMINATION_TIME,
    OBSERVATIONS_TIME,
    BAR_BY_JUDGE,
    BAR_ON_APPEAL,
    VICTIM_OBSERVATIONS_DAYS,
    UNSIGNED_LETTER_DAYS,
    BROUGHT_BACK_DAYS,
    STATISTIC_HOURS,
)
