"""The automatic credit of sentence of the committals before 2023, which the law itself grants."""

from dataclasses import dataclass
from datetime import date

from sortie.days import NEVER, Length


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a sentence is credited: months for the first year, for each next one, days a month."""

    since: date
    before: date
    first_year: int
    next_year: int
    days_a_month: int
    months_cap: int


# CPP 721 in its wordings of 2005-01-01, 2005-12-13 and 2015-01-01. The months that do not make a
# year give a capped number of days once the sentence exceeds a year.
_ORDINARY = _Scale(date(2005, 1, 1), NEVER, 3, 2, 7, 2)
_RECIDIVIST = _Scale(date(2005, 12, 13), date(2015, 1, 1), 2, 1, 5, 1)
_MONTHS_IN_YEAR = 12


def automatic_credit(firm: Length, *, recidivist: bool, final_on: date) -> Length:
    """Return the credit on the firm part of a sentence, nothing before the credit existed.

    The trap: a sentence below a year has no first year: seven days a month, without a cap. Days
    that do not make a month give nothing. Whether the committal follows this regime at all is
    another question (``regime_of``).

    Source:   CPP 721, in its wordings before 2023
    """
    scale = _RECIDIVIST if recidivist and _in_force(_RECIDIVIST, final_on) else _ORDINARY
    if not _in_force(scale, final_on):
        return Length()
    years, months = divmod(firm.months, _MONTHS_IN_YEAR)
    if years == 0:
        return Length(days=months * scale.days_a_month)
    whole = Length(months=scale.first_year + (years - 1) * scale.next_year)
    part = Length(days=months * scale.days_a_month)
    return whole + min(part, Length(months=scale.months_cap))


def _in_force(scale: _Scale, day: date) -> bool:
    return scale.since <= day < scale.before
