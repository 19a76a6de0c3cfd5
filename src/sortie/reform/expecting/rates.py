"""The rates that an expectation rests on, each published with its years, or assumed, or typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sortie.reform.expecting.errors import NoSuchRate, NotARate
from sortie.reform.expecting.intervals import Interval

Words = Mapping[str, str]
LEAVES, LATE, NOT_RETURNED, DECLARED = "leaves_a_year", "late", "not_returned", "escape_declared"


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that a rate rests on: the share, of which year, by whom, and how sure it is.

    ``grade`` is the letter of the sheet where it is written, which says what each means.
    """

    year: int
    share: float
    source: str
    url: str
    grade: str


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate as it is used; ``figures`` are those it was published in, none if assumed.

    ``changed`` when whoever asks typed it: it then rests on nobody's figures.
    """

    id: str
    interval: Interval
    title: Words
    figures: tuple[Published, ...]
    changed: bool = False


def rates_of(published: Mapping[str, Any], typed: Mapping[str, Interval]) -> Mapping[str, Rate]:
    """Return every rate that a jurisdiction tells, those typed in place of their own.

    Raises:   NoSuchRate, NotARate
    """
    for name, interval in typed.items():
        if name not in published:
            raise NoSuchRate(name, ", ".join(published))
        if not 0 <= interval.low <= interval.high <= published[name].most:
            raise NotARate(f"{interval.low:g}..{interval.high:g}", f"{published[name].most:g}")
    return {
        name: Rate(name, typed[name], each.title, (), changed=True)
        if name in typed
        else Rate(name, Interval(each.low, each.high), each.title, _figures(each.figures))
        for name, each in published.items()
    }


def _figures(published: Iterable[Any]) -> tuple[Published, ...]:
    return tuple(
        Published(each.on.year, each.share, each.source, each.url, each.grade) for each in published
    )
