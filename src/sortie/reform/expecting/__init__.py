"""What may be expected of a changed law: leaves and how they end, of totals, as intervals.

A front door of its own. It knows no person, and has no way to be asked about one.
"""

from sortie.reform.expecting.errors import NoSuchRate, NotARate, TooFewPeople
from sortie.reform.expecting.expecting import Expected, Outcomes, Totals, expected
from sortie.reform.expecting.intervals import Interval
from sortie.reform.expecting.rates import Published, Rate, rates_of

__all__ = [
    "Expected",
    "Interval",
    "NoSuchRate",
    "NotARate",
    "Outcomes",
    "Published",
    "Rate",
    "TooFewPeople",
    "Totals",
    "expected",
    "rates_of",
]
