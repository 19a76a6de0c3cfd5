"""Security periods worked out anew, from CP 132-23 and CPP 720-2 to 720-4, on a walked custody.

On each day the law is read with the decisions made by then. Where no text says how to read it,
every way is tried: what a decision comes off, whether a cap holds, what a lifted period leaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import Any

from tests.law.sentence.day_by_day import Walk
from tests.law.tables.arithmetic import Length, length, minus, part, plus
from tests.law.tables.vocabulary import Case, Readings

NONE = Length(0, 0)
FRACTIONS = {"half": (1, 2), "two_thirds": (2, 3)}
THIRTY_YEARS = Length(360, 0)  # CP 132-5: where life was incurred and not pronounced
OF_LIFE = {"half": Length(216, 0), "two_thirds": Length(264, 0)}
Row = dict[str, Any]
Families = dict[int, list[tuple[Length, Length]]]


@dataclass(frozen=True)
class Way:
    """One way to read what no text settles."""

    off_the_whole: bool
    cut_survives_pardon: bool
    lifted_counts: bool
    cap_needs_every_sentence: bool


WAYS = [Way(*each) for each in product([False, True], repeat=4)]


def size(term: Length) -> int:
    return term.thirty_day_months


def less(term: Length, off: Length) -> Length:
    return NONE if size(off) >= size(term) else minus(term, off)


def added(terms: list[Length]) -> Length:
    whole = NONE
    for term in terms:
        whole = plus(whole, term)
    return whole


@dataclass
class Security:
    """The security periods of a case, under one choice of readings."""

    case: Case
    readings: Readings
    walk: Walk = field(init=False)
    walked: dict[Length, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.walk = Walk(self.case, self.readings)

    @property
    def sentences(self) -> list[Row]:
        return list(self.case["custody"]["sentences"])

    @property
    def periods(self) -> list[Row]:
        return list(self.case["custody"]["security_period"])

    def runs(self, day: date) -> set[bool]:
        """Whether a period runs on that day: one answer, or two where ways to read differ."""
        return {day < self.runs_to(needed) for needed in self.needed(day)}

    def some_are_lifted(self, day: date) -> bool:
        return any(made(row.get("lifted_on"), day) for row in self.periods)

    def needed(self, day: date) -> set[Length]:
        """How long the security is, all periods together, read in every way."""
        if all(made(row.get("lifted_on"), day) for row in self.periods):
            return {NONE}
        return {self.whole(day, way) for way in WAYS}

    def runs_to(self, term: Length) -> date:
        if term == NONE:
            return date.min
        if term not in self.walked:
            self.walked[term] = self.walk.runs_to(term)
        return self.walked[term]

    def days_to_look_at(self) -> Iterator[date]:
        """Each decision and each end that any of them leaves, with the days around."""
        decided = [row.get("lifted_on") for row in self.periods]
        decided += [cut["decided_on"] for row in self.periods for cut in row.get("shortened", [])]
        decided += [row["commuted"]["decided_on"] for row in self.sentences if "commuted" in row]
        known = [date.fromisoformat(each) for each in decided if each]
        ends = {
            self.runs_to(needed)
            for day in [self.walk.committed, *known]
            for needed in self.needed(day)
        } - {date.min}
        for day in {self.walk.committed, *known, *ends}:
            yield from (day + number * timedelta(days=1) for number in (-1, 0, 1))

    # -- on one day, in one way ---------------------------------------------------------------

    def whole(self, day: date, way: Way) -> Length:
        """CPP 720-3: merged, the longest; in concurrence, up to a cap; the others, added."""
        off_after = NONE
        families: Families = {}
        for row in self.periods:
            base, cut = self.one(row, day, way)
            families.setdefault(self.root(row["sentence"]), []).append((base, cut))
        wholes: dict[int, Length] = {}
        for root, members in families.items():
            alone = len(members) == 1 and not self.cap_is_low(root, families)
            if alone or way.off_the_whole:
                off_after = plus(off_after, added([cut for _, cut in members]))
                wholes[root] = max((base for base, _ in members), key=size)
            else:
                wholes[root] = max((less(base, cut) for base, cut in members), key=size)
        return less(self.capped(wholes, way), off_after)

    def root(self, rank: int) -> int:
        into = self.sentences[rank]["merged_into"]
        return rank if into is None else int(into)

    def groups(self) -> list[tuple[set[int], Row]]:
        found = []
        for group in self.case["custody"].get("concurrence", []):
            standing = {r for r in group["sentences"] if self.sentences[r]["merged_into"] is None}
            if len(standing) > 1:
                found.append((standing, group))
        return found

    def cap_is_low(self, root: int, families: Families) -> bool:
        """Whether a cap is below the periods before anything is taken off."""
        for roots, group in self.groups():
            ours = roots & families.keys()
            if root in ours and len(ours) > 1:
                longest = [max((base for base, _ in families[each]), key=size) for each in ours]
                return size(self.cap(roots, group)) < size(added(longest))
        return False

    def capped(self, wholes: dict[int, Length], way: Way) -> Length:
        left = dict(wholes)
        total = NONE
        for roots, group in self.groups():
            ours = roots & left.keys()
            together = added([left.pop(root) for root in sorted(ours)])
            holds = ours == roots or not way.cap_needs_every_sentence
            cap = self.cap(roots, group)
            if len(ours) > 1 and holds and size(cap) < size(together):
                together = cap
            total = plus(total, together)
        return plus(total, added(list(left.values())))

    def cap(self, roots: set[int], group: Row) -> Length:
        lives = [root for root in roots if self.sentences[root]["length"] == "life"]
        if lives:
            special = [self.pronounced(row) for row in self.periods if row["sentence"] in lives]
            return max([OF_LIFE["two_thirds"], *special], key=size)
        total = added([length(self.sentences[root]["length"]) for root in roots])
        most = THIRTY_YEARS if group["at_most"] == "life" else length(group["at_most"])
        return part(min(total, most, key=size), 2, 3)

    def pronounced(self, row: Row) -> Length:
        """CP 132-23: what the court said, or its share of the sentence; 18 or 22 years of life."""
        if "length" in row:
            return length(row["length"])
        of = self.sentences[row["sentence"]]["length"]
        if of == "life":
            return OF_LIFE[row["share"]]
        return part(length(of), *FRACTIONS[row["share"]])

    def one(self, row: Row, day: date, way: Way) -> tuple[Length, Length]:
        """A period by itself on a day, and what courts took off it by then (720-2, 720-4)."""
        term = self.pronounced(row)
        pardon = self.sentences[row["sentence"]].get("commuted")
        if pardon is not None and not made(pardon["decided_on"], day):
            pardon = None
        if pardon is not None:
            term = min(term, part(length(pardon["length"]), 1, 2), key=size)
        if made(row.get("lifted_on"), day) and not way.lifted_counts:
            return NONE, NONE
        off = NONE
        for cut in row.get("shortened", []):
            before = pardon is not None and cut["decided_on"] < pardon["decided_on"]
            if made(cut["decided_on"], day) and (way.cut_survives_pardon or not before):
                off = plus(off, length(cut["length"]))
        return term, min(off, term, key=size)


def made(decided_on: str | None, day: date) -> bool:
    return decided_on is not None and date.fromisoformat(decided_on) <= day
