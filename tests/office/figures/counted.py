"""What a store comes to in a year, before anything is hidden."""

from collections import Counter
from datetime import datetime

from sortie import office, store
from sortie.office.desk import case_of
from sortie.office.figures.counting import Tally
from tests.office.one_leave import paris

LATER = paris("2029-06-01T12:00")


def tallied(year: int, at: datetime = LATER) -> Tally:
    """Count a year as the office counts it."""
    tally, span = Tally(), office.figures.span_of(year, at)
    for each in store.yearly.events_of_period(span.period()):
        if each.events:
            tally.add(case_of(each.events), year)
    return tally


def counted(year: int = 2027, at: datetime = LATER) -> dict[str, int]:
    """Return the figures of all kinds of leave together."""
    together: Counter[str] = Counter()
    for counts in tallied(year, at).counts.values():
        together.update(counts)
    return dict(together)
