"""The words of the law that a synthetic crowd is made with, and the credit the law gives it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sortie.days import Length
from sortie.law.france.published.figures import sheet
from sortie.law.france.sentence.reduced.credit import automatic_credit
from sortie.law.france.sentence.reduced.credited import (
    CREDIT_FROM,
    RECIDIVIST_SCALE,
    TERRORISM_WITHOUT_CREDIT_FROM,
)
from sortie.law.france.sentence.reduced.regime import SINGLE_REDUCTION_FROM

_LONGEST_MONTHS = 600


@cache
def crowd_sheet() -> Mapping[str, Any]:
    """Return the page of words and weights, with the days on which a law changes the crowd.

    ``single_reduction_from`` is the first day of committals without automatic credit;
    ``no_credit_from`` that of the judgments whose group of offences is credited nothing.
    """
    return {
        **sheet("profile"),
        "single_reduction_from": SINGLE_REDUCTION_FROM,
        "no_credit_from": TERRORISM_WITHOUT_CREDIT_FROM,
    }


def credit_scales() -> tuple[tuple[date, tuple[tuple[Length, ...], tuple[Length, ...]]], ...]:
    """Return the automatic credit of each number of months, by the day from which it is so.

    For each day there are two lists: that of the others, then that of recidivists; the rank in a
    list is the number of months of the sentence.

    Source:   CPP 721, in its wordings before 2023
    """
    return tuple((since, (_scale(since, again=False), _scale(since, again=True)))
                 for since in (CREDIT_FROM, *RECIDIVIST_SCALE))  # fmt: skip


def _scale(since: date, *, again: bool) -> tuple[Length, ...]:
    return tuple(
        automatic_credit(Length(months=count), recidivist=again, final_on=since)
        for count in range(_LONGEST_MONTHS + 1)
    )
