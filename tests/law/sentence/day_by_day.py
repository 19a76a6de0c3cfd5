"""A custody walked one day after the other: no formula for what a walk can find.

Every day is marked as remand, sentence, sentence and remand at once, away, or not held. The
end, the fractions and what is left are then read off the days. Only the length of a sentence is
not in days: CPP 716-1 counts it from date to date, from a first day that remand and days away
move, or to a last day that they move.

Where the texts say nothing, and the readings neither, the walk says so in a comment.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Literal

from tests.law.sentence import owed
from tests.law.tables.arithmetic import ONE_DAY, Length, after, minus, national_holidays, part, up
from tests.law.tables.vocabulary import Case, Readings

Mark = Literal["remand", "sentence", "both", "away", "free"]
SERVED = {"remand": 1, "sentence": 1, "both": 1, "away": 0, "free": 0}
A_FEW_DAYS = 6  # by which months of thirty days may be wrong over a year
FRACTIONS = {"third": (1, 3), "half": (1, 2), "two_thirds": (2, 3)}


@dataclass
class Walk:
    """The days of a custody, under one choice of readings."""

    case: Case
    readings: Readings
    committed: date = field(init=False)
    remand: set[date] = field(init=False)
    away: set[date] = field(init=False)
    on_a_warrant: set[date] = field(init=False)
    served_by: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.committed = date.fromisoformat(self.case["custody"]["committed_on"])
        self.remand = owed.remand_days(self.case)
        self.away = owed.days_away(self.case)
        gone = owed.days_escaped(self.case) | owed.days_interrupted(self.case)
        self.on_a_warrant = gone & self.remand
        each = self.readings["overlapping_remand"] == "counted_for_each"
        self.served_by = {**SERVED, "both": 2 if each else 1}

    @property
    def eve(self) -> timedelta:
        """By how much the reading of the end brings it forward."""
        return ONE_DAY if self.readings["end_day"] == "eve" else timedelta(0)

    @property
    def counts_a_day_twice(self) -> bool:
        """Remand within the sentence, under the reading that deducts it in full."""
        return self.served_by["both"] == 2 and any(day >= self.committed for day in self.remand)

    @property
    def first(self) -> date:
        """The first day in prison."""
        return min([self.committed, *self.remand])

    def mark(self, day: date) -> Mark:
        if day < self.committed:
            return "remand" if day in self.remand else "free"
        if day in self.away:
            return "away"
        # Held while at large or while the sentence is interrupted: one day in prison, not two.
        return "both" if day in self.remand - self.on_a_warrant else "sentence"

    def days(self, end: date | None = None) -> Iterator[date]:
        """From the first day in prison to the eve of the end."""
        for number in count():
            day = self.first + number * ONE_DAY
            if day == end:
                return
            yield day

    def served(self, day: date) -> int:
        """Days served before that day."""
        return sum(self.served_by[self.mark(each)] for each in self.days(day))

    def runs_to(self, term: Length) -> date:
        """The first day, from the committal on, on which a length of sentence has been served.

        Every day looks back only: days away that are still to come move nothing yet.
        """
        moved, twice = 0, 0
        for day in self.days():
            if day >= self.committed and day >= self._counted(term, moved) - twice * ONE_DAY:
                return day
            match self.mark(day):
                case "remand":
                    moved -= 1
                case "away":
                    moved += 1
                case "both":
                    twice += self.served_by["both"] - 1
        raise AssertionError(term)

    def _counted(self, term: Length, moved: int) -> date:
        """The first day after a length. A day that counts twice is within the sentence: no text
        says that it moves the start, so it comes off the end under both readings.
        """
        if self.readings["remand_off"] == "off_the_start":
            return after(self.committed + moved * ONE_DAY, term)
        return after(self.committed, term) + moved * ONE_DAY

    def first_day_served(self, needed: int) -> date:
        """The first day, from the committal on, before which so many days are served."""
        so_far = 0
        for day in self.days():
            if day >= self.committed and so_far >= needed:
                return day
            so_far += self.served_by[self.mark(day)]
        raise AssertionError(needed)


@dataclass(frozen=True)
class Computed:
    """What the walk comes to; no end and no fraction for life."""

    total: Length | None
    regime: str
    credits: list[Length]
    end: date | None = None
    release: date | None = None
    fractions: dict[str, date] = field(default_factory=dict)
    held: list[date] = field(default_factory=list)
    contradicted: bool = False


def computed(case: Case, readings: Readings) -> Computed:
    walk = Walk(case, readings)
    if owed.for_life(case):
        regime = owed.regime(case, readings, None)
        return Computed(None, regime, [])
    total = owed.total(case)
    unreduced = walk.runs_to(total)
    regime = owed.regime(case, readings, unreduced)
    credits_ = owed.credits_of(case, regime)
    off = [*credits_, *owed.granted(case, regime)]
    end = reduced(walk, unreduced, regime)
    return Computed(
        total,
        regime,
        credits_,
        end,
        release(end, readings),
        fractions(walk, total, off, (unreduced, end)),
        [day for day in walk.days(end) if walk.mark(day) not in {"away", "free"}],
        contradicted(walk, end, regime),
    )


def contradicted(walk: Walk, end: date, regime: str) -> bool:
    """Away from a sentence that has ended, or more credit withdrawn than there was, or some
    withdrawn from a sentence of which nothing is left: no text says where that one ends.
    """
    credit = days_in(owed.credits_of(walk.case, regime))
    back = days_in(owed.given_back(walk.case, regime))
    off = credit + days_in(owed.granted(walk.case, regime))
    spent = back > 0 and off + A_FEW_DAYS >= owed.total(walk.case).thirty_day_months
    return back > credit or spent or any(day >= end for day in walk.away)


def days_in(terms: list[Length]) -> int:
    return sum(each.thirty_day_months for each in terms)


def reduced(walk: Walk, end: date, regime: str) -> date:
    """Take each reduction off the end; nobody's sentence ends before the committal."""
    if end == walk.committed:  # remand alone covers the sentence: nothing to take off or give back
        return end
    for each in owed.credits_of(walk.case, regime):
        end = owed.counted_back(end, each, walk.readings)
    for each, back in owed.entries(walk.case, regime):
        end = after(end, each) if back else owed.counted_back(end, each, walk.readings)
    return max(end - walk.eve, walk.committed)


def release(end: date, readings: Readings) -> date:
    """CPP 716-3: no release on a Sunday or a holiday, but on the working day before."""
    idle = {6} if readings["release_eve"] == "saturday_counts" else {5, 6}
    day = end
    if day.weekday() == 6 or day in national_holidays(day.year):
        while day.weekday() in idle or day in national_holidays(day.year):
            day -= ONE_DAY
    return day


def fractions(
    walk: Walk, total: Length, off: list[Length], ends: tuple[date, date]
) -> dict[str, date]:
    """The days on which a third, half and two thirds are served, to the end and as pronounced."""
    unreduced, end = ends
    found = {}
    for name, (over, under) in FRACTIONS.items():
        if walk.readings["fractions_by"] == "days":
            pronounced = walk.first_day_served(up(walk.served(unreduced) * over, under))
        else:
            pronounced = walk.runs_to(part(total, over, under))
        found[f"{name}_served.pronounced"] = pronounced
        found[f"{name}_served.current_date"] = to_the_end(walk, total, off, end, (over, under))
    return found


def to_the_end(
    walk: Walk, total: Length, off: list[Length], end: date, fraction: tuple[int, int]
) -> date:
    """Served against left. By the calendar, what is left of the sentence is divided, where it is a
    length that leads to the end; else no text says what to divide, and days are.
    """
    over, under = fraction
    net = remaining(total, off) if walk.readings["fractions_by"] == "calendar" else None
    if net is not None and walk.runs_to(net) == end + walk.eve:
        return walk.runs_to(part(net, over, under))
    return walk.first_day_served(up(walk.served(end) * over, under))


def remaining(total: Length, off: list[Length]) -> Length | None:
    """The sentence less what is off; nothing where no such length can be written."""
    for each in off:
        if each.months > total.months or each.thirty_day_months > total.thirty_day_months:
            return None
        total = minus(total, each)
    return total
