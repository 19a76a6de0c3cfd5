"""When a year is over for the figures, and what was known of it by then."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sortie import store
from sortie.office.figures.counting import COUNTED, READ
from sortie.office.figures.errors import YearNotCounted
from sortie.office.jurisdictions import HERE

# The territories' clocks are less than a day away from those of the ministry.
_A_DAY = timedelta(days=1)
_FIRST, _LAST = 1900, 9000


@dataclass(frozen=True, slots=True)
class Span:
    """A civil year and the instant up to which what was written down counts.

    A year is over once its last events have had a month to be written down: its figures then
    change no more. One under way moves once a month, so that no single day can be told apart.
    """

    year: int
    upto: datetime
    is_over: bool

    def period(self) -> store.yearly.Period:
        """Return which events are read: a little more than the year, by any clock."""
        return store.yearly.Period(
            begun=COUNTED,
            read=READ,
            since=_first_day(self.year) - _A_DAY,
            before=_first_day(self.year + 1) + _A_DAY,
            upto=self.upto,
        )


def span_of(year: int, at: datetime) -> Span:
    """Return how far a year is counted at an instant.

    Raises:   YearNotCounted
    """
    if not _FIRST <= year <= _LAST:
        raise YearNotCounted(year)
    settled = _first_day(year + 1, 2)
    if at >= settled:
        return Span(year, settled, is_over=True)
    today = HERE.day_at("", at)
    upto = _first_day(today.year, today.month)
    if upto <= _first_day(year):
        raise YearNotCounted(year)
    return Span(year, upto, is_over=False)


def spans(at: datetime) -> tuple[Span, ...]:
    """Return the years that have figures, the last first: from that of the first application."""
    begun = store.yearly.first_of(COUNTED[0])
    if begun is None:
        return ()
    first, last = HERE.day_at("", begun).year, HERE.day_at("", at).year
    found = []
    for year in range(last, first - 1, -1):
        try:
            found.append(span_of(year, at))
        except YearNotCounted:
            continue
    return tuple(found)


def _first_day(year: int, month: int = 1) -> datetime:
    return datetime(year, month, 1, tzinfo=ZoneInfo(HERE.procedure.place_of("").zone))
