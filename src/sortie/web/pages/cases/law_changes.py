"""What the law changed during a custody: each day, and the rules of the page that it changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sortie.web.frame import Asked
from sortie.web.pages.cases.custody import Lane
from sortie.web.pages.cases.reading import LawRead
from sortie.words import articles


@dataclass(frozen=True, slots=True)
class RuleChanged:
    """One rule that a day began, changed or ended, and the articles."""

    sentence: str
    cites: str


@dataclass(frozen=True, slots=True)
class LawChange:
    """One day on which texts change; ``number`` marks it on the drawing."""

    number: int
    on: date
    rules: tuple[RuleChanged, ...]


def law_changes(
    read: LawRead, lanes: tuple[Lane, ...], asked: Asked, name: Callable[[Lane], str]
) -> tuple[LawChange, ...]:
    """Return the days on which the law changed over a custody, in order."""
    return tuple(
        LawChange(number, on, tuple(_changed(on, lanes, asked, name)))
        for number, on in enumerate(read.calendar.law_changes, start=1)
    )


def _changed(
    on: date, lanes: tuple[Lane, ...], asked: Asked, name: Callable[[Lane], str]
) -> Iterator[RuleChanged]:
    for lane in lanes:
        begun = next((v for v in lane.rule.versions if v.window.since == on), None)
        ended = next((v for v in lane.rule.versions if v.window.before == on), None)
        version = begun or ended
        if version is None:
            continue
        kind = "changed" if begun and ended else "begun" if begun else "ended"
        said = asked.say(f"case.law_change.{kind}", rule=name(lane))
        yield RuleChanged(said, articles(version.cites, on))
