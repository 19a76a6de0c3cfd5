"""Each security period counted as a length, as the decisions made by a day leave it.

An absent decision is one that was not made: a commutation, a shortening, a lifting.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sortie import facts
from sortie.days import Length
from sortie.facts import LIFE, UNKNOWN
from sortie.law.france.sentence.titles import Title, titles_of
from sortie.rules import Missing

PATH = "custody.security_period"
NOTHING = Length()
HALF = (1, 2)
TWO_THIRDS = (2, 3)
LIFE_HALF, LIFE_TWO_THIRDS = Length(months=12 * 18), Length(months=12 * 22)
SHARES = {"half": (HALF, LIFE_HALF), "two_thirds": (TWO_THIRDS, LIFE_TWO_THIRDS)}


@dataclass(frozen=True, slots=True)
class SecurityPart:
    """One security period on a day: so long at least and at most, and what courts took off it.

    ``most`` is None where nothing bounds it. ``surely`` and ``perhaps`` are what is taken off;
    ``perhaps`` is None for any length. No more comes off a period than there is of it.
    """

    owner: int | None
    least: Length
    most: Length | None
    surely: Length = NOTHING
    perhaps: Length | None = NOTHING
    paths: tuple[str, ...] = ()

    @property
    def off_least(self) -> Length:
        """What comes off the shortest it may be."""
        return self.least if self.perhaps is None else min(self.perhaps, self.least)

    @property
    def off_most(self) -> Length:
        """What comes off the longest it may be."""
        return self.surely if self.most is None else min(self.surely, self.most)

    @property
    def net_least(self) -> Length:
        """The shortest it may be once everything is taken off."""
        return self.least - self.off_least

    @property
    def net_most(self) -> Length | None:
        """The longest it may be once what is sure is taken off."""
        return None if self.most is None else self.most - self.off_most

    @property
    def off_any(self) -> Length | None:
        """The most that may come off it; None is any length."""
        known = [each for each in (self.perhaps, self.most) if each is not None]
        return min(known, default=None)


def is_counted(period: facts.SecurityPeriod) -> bool:
    """Whether the file gives a length or a share of a sentence, and no days."""
    return isinstance(period.length, Length) or period.share is not UNKNOWN


def owner_of(custody: facts.CustodyFacts, period: facts.SecurityPeriod) -> int | None:
    """Return the rank of the sentence it belongs to: the one named, or the only one there is."""
    if isinstance(period.sentence, int):
        return period.sentence
    return 0 if len(titles_of(custody)) == 1 else None


def pronounced(custody: facts.CustodyFacts, rank: int) -> Length | Missing:
    """Return how long a period was when it was pronounced, or what would tell.

    The trap: a share is a length, counted by the calendar: two thirds of twenty years are
    thirteen years and four months. No share is read off a sentence suspended in part.

    Source:   CP 132-23; Cass. crim. 10 December 2014 (rule ``fr.security_period.none_running``)
    """
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period = custody.security_periods[rank]
    if isinstance(period.length, Length):
        return period.length
    if custody.sentences is UNKNOWN:
        return Missing(("custody.sentences",))
    owner = owner_of(custody, period)
    if owner is None:
        return Missing((f"{PATH}[{rank}].sentence",))
    return _share(titles_of(custody)[owner], str(period.share), f"{PATH}[{rank}].length")


def _share(title: Title, share: str, otherwise: str) -> Length | Missing:
    part, of_life = SHARES[share]
    length = title.sentence.length
    if length is LIFE:
        return of_life
    if not isinstance(length, Length):
        return Missing((f"{title.path}.length",))
    if isinstance(title.sentence.suspended, Length):
        return Missing((otherwise,))
    return length.fraction(*part)


def parts_on(custody: facts.CustodyFacts, on: date) -> tuple[SecurityPart, ...]:
    """Return the periods counted as lengths, as the decisions made by a day leave them.

    The trap: nothing is left once all are lifted; where only some are, no text says what the
    others gain, and a lifted one counts for something between nothing and all of it.

    Source:   CPP 720-2, 720-4
    """
    periods = () if custody.security_periods is UNKNOWN else custody.security_periods
    counted = [(rank, period) for rank, period in enumerate(periods) if is_counted(period)]
    if all(lifted(period, on) for _, period in counted):
        return ()
    return tuple(_part(custody, rank, period, on) for rank, period in counted)


def lifted(period: facts.SecurityPeriod, on: date) -> bool:
    """Whether a court ended the period, on that day or before."""
    return isinstance(period.lifted_on, date) and period.lifted_on <= on


def _part(
    custody: facts.CustodyFacts, rank: int, period: facts.SecurityPeriod, on: date
) -> SecurityPart:
    length = pronounced(custody, rank)
    owner = owner_of(custody, period)
    if isinstance(length, Missing):
        part = SecurityPart(owner, Length(), None, paths=length.paths)
    else:
        part = SecurityPart(owner, length, length)
    for title in commuted(custody, owner, on):
        part = _within_half(part, title)
    if lifted(period, on):
        part = replace(part, least=Length())
    surely, perhaps, paths = shortened(custody, rank, on)
    return replace(part, surely=surely, perhaps=perhaps, paths=part.paths + paths)


def commuted(custody: facts.CustodyFacts, owner: int | None, on: date) -> Iterator[Title]:
    """Yield the sentences a pardon changed by a day, or perhaps: the owner's, or else any."""
    for title in titles_of(custody):
        pardon = title.commuted
        if pardon is None or owner not in (None, title.rank):
            continue
        if pardon.decided_on is UNKNOWN or pardon.decided_on <= on:
            yield title


def half_of_new(title: Title) -> tuple[Length | None, tuple[str, ...]]:
    """Return half of the sentence that a pardon left, and what is missing of the pardon."""
    pardon, path = title.commuted, f"{title.path}.commuted"
    assert pardon is not None  # noqa: S101
    lacking = lacking_of(pardon)
    half = pardon.length.fraction(*HALF) if isinstance(pardon.length, Length) else None
    return half, tuple(f"{path}.{name}" for name in lacking)


def lacking_of(decision: facts.Commutation | facts.Shortening) -> list[str]:
    """Return the keys that a decision does not tell."""
    return [name for name in ("decided_on", "length") if getattr(decision, name) is UNKNOWN]


def _within_half(part: SecurityPart, title: Title) -> SecurityPart:
    """Return the period within half of the commuted sentence; perhaps only, where unsure."""
    half, lacking = half_of_new(title)
    least = min(part.least, half or Length())
    if lacking or half is None or part.owner is None:
        return replace(part, least=least, paths=part.paths + lacking)
    return replace(part, least=least, most=half if part.most is None else min(part.most, half))


def shortened(
    custody: facts.CustodyFacts, rank: int, on: date
) -> tuple[Length, Length | None, tuple[str, ...]]:
    """Return what courts took off a period by a day: surely, perhaps (None: any length), paths.

    The trap: no text says whether what was taken off before a pardon is taken off what the
    pardon leaves.
    """
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period = custody.security_periods[rank]
    surely, perhaps = Length(), Length()
    any_length, paths = False, []
    for at, cut in enumerate(() if period.shortened is UNKNOWN else period.shortened):
        if isinstance(cut.decided_on, date) and cut.decided_on > on:
            continue
        lacking = lacking_of(cut)
        paths += [f"{PATH}[{rank}].shortened[{at}].{name}" for name in lacking]
        if not isinstance(cut.length, Length):
            any_length = True
            continue
        perhaps += cut.length
        if not lacking and not _before_a_pardon(custody, period, cut, on):
            surely += cut.length
    return surely, None if any_length else perhaps, tuple(paths)


def _before_a_pardon(
    custody: facts.CustodyFacts, period: facts.SecurityPeriod, cut: facts.Shortening, on: date
) -> bool:
    return any(
        title.commuted.decided_on is UNKNOWN or cut.decided_on < title.commuted.decided_on
        for title in commuted(custody, owner_of(custody, period), on)
        if title.commuted is not None and isinstance(cut.decided_on, date)
    )
