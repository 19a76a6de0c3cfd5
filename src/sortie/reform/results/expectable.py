"""The totals of a comparison that something may be expected from."""

from sortie.reform.expecting import Totals
from sortie.reform.results.cells import Comparison


def totals_of(found: Comparison, grouping: str, without: str) -> Totals | None:
    """Return the totals that published rates are of; nothing where one that is needed is hidden.

    ``without`` is the class of a grouping that those rates leave out, such as those who have no
    sentence: their days in prison are not counted, and the days open are of everybody.
    """
    everybody, best = found.touched, found.best.whole
    left_out = found.groups[grouping].get(without)
    people, days = (left_out.people, left_out.days) if left_out is not None else (0, 0)
    numbers = (everybody.people, everybody.days, people, days, best.a.days_open, best.b.days_open)
    if any(number is None for number in numbers):
        return None
    all_people, all_days, of_those, their_days, open_a, open_b = (int(n or 0) for n in numbers)
    return Totals(all_people - of_those, all_days - their_days, open_a, open_b)
