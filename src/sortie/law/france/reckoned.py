"""A sentence as a clerk asks for it: the reckoning, what other readings change, what keeps in."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from sortie import facts
from sortie.days import NEVER
from sortie.law.france.sentence.choices import OPTIONS, first_choices, reading_id
from sortie.law.france.sentence.ends import Difference, OpenTitle, difference_of, titles_open
from sortie.law.france.sentence.reckoning import Reckoning, reckoning_of


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What one other option of a reading changes: the end, the release, the dates by line."""

    reading: str
    option: str
    end: date | None
    release: date | None
    changed: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A reckoning under the first option of each reading, and all that stands beside it."""

    reckoning: Reckoning
    others: tuple[OtherReading, ...]
    difference: Difference | None
    still_open: tuple[OpenTitle, ...]


def reckoned(case: facts.CaseFile) -> Reckoned:
    """Return the sentence of a case, computed.

    The trap: ``still_open`` are the titles that keep the person in on the day of release.
    """
    first = reckoning_of(case, first_choices())
    others = tuple(
        found
        for name, kind in OPTIONS.items()
        for option in tuple(kind)[1:]
        for found in [_other(case, first, name, option.value)]
        if found.changed
    )
    release = first.release
    still_open = () if release is None else titles_open(case, release)
    return Reckoned(first, others, difference_of(case), _of_remand(still_open))


def _of_remand(titles: tuple[OpenTitle, ...]) -> tuple[OpenTitle, ...]:
    """Return the titles other than the sentences, whose own end is the release."""
    return tuple(title for title in titles if not title.path.startswith("custody.sentences"))


def _other(case: facts.CaseFile, first: Reckoning, name: str, option: str) -> OtherReading:
    choices = replace(first.choices, **{name: OPTIONS[name](option)})  # type: ignore[arg-type]
    other = reckoning_of(case, choices)
    return OtherReading(
        reading=reading_id(name),
        option=option,
        end=None if other.end == NEVER else other.end,
        release=other.release,
        changed=_changed(first, other),
    )


def _changed(first: Reckoning, other: Reckoning) -> tuple[tuple[str, date], ...]:
    """Return the end and the dates of the lines of one kind that fall on another day."""
    before, after = _dates(first), _dates(other)
    return tuple((what, day) for what, day in after.items() if day != before.get(what))


def _dates(reckoning: Reckoning) -> dict[str, date]:
    """Return the date of each line whose name stands once, and the end."""
    often = Counter(line.what for line in reckoning.lines)
    dates = {
        line.what: line.day
        for line in reckoning.lines
        if line.day is not None and often[line.what] == 1 and not line.moved
    }
    if reckoning.end is None or reckoning.end == NEVER:
        return dates
    return {"end": reckoning.end, **dates}
