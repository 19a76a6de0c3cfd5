"""Every route by its code."""

from collections.abc import Callable
from datetime import date

from tests.law.tables import before_2016, since_2016
from tests.law.tables.conditions import common_conditions
from tests.law.tables.custody import (
    in_custody,
    minor_on,
    recidivist,
    status_on,
    two_thirds_served,
)
from tests.law.tables.vocabulary import (
    ESCORTS_EXIST,
    RECIDIVISTS_FREED,
    RECIDIVISTS_HALF,
    Case,
    Readings,
)

ESCORTED = "fr.escorted_leave"

ROWS: dict[str, Callable[[Case, Readings, date], bool]] = {
    "fr.leave.short": since_2016.short,
    "fr.leave.detention_centre": since_2016.detention_centre,
    "fr.leave.release_support": since_2016.release_support,
    "fr.leave.days_off": since_2016.days_off,
    "fr.leave.day": since_2016.day_leave,
    "fr.leave.family_event": since_2016.family_event,
    "fr.leave.obligation": since_2016.obligation,
    "fr.leave.before_2016.day": before_2016.day_leave,
    "fr.leave.before_2016.days_off": before_2016.days_off,
    "fr.leave.before_2016.family_event": before_2016.family_event,
    "fr.leave.before_2016.three_days": before_2016.three_days,
    "fr.leave.before_2016.detention_centre": before_2016.detention_centre,
    "fr.leave.before_2016.adapted_sentence_centre": before_2016.adapted_sentence_centre,
}

LEAVES: tuple[str, ...] = (*ROWS, ESCORTED)


def escorted(case: Case, day: date) -> bool:
    """723-6, 148-5, D147: anyone committed, convicted, on remand or in appeal."""
    return (
        day >= ESCORTS_EXIST
        and in_custody(case, day)
        and status_on(case, day) in {"convicted", "on_remand", "appeal_pending"}
    )


def open_on(case: Case, readings: Readings, leave: str, day: date) -> bool:
    """Whether the law opens that route that day, for this case and these readings."""
    if leave == ESCORTED:
        return escorted(case, day)
    return common_conditions(case, readings, day) and ROWS[leave](case, readings, day)


def special_reasons(case: Case, readings: Readings, day: date) -> bool:
    """Old D146-2: an adult recidivist short of two thirds needs a specially reasoned order."""
    return (
        RECIDIVISTS_HALF <= day < RECIDIVISTS_FREED
        and recidivist(case)
        and not minor_on(case, day)
        and not two_thirds_served(case, readings, day)
    )
