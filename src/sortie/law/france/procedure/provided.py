"""A rule of procedure: what one text provides, from one day to another, as a function that runs.

Its docstring is the French sentence with an English gloss, as for the rules of leave. The trap:
such a rule is not read into expressions; it is called, and answers with a shape of
``law.proceedings``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sortie.days import NEVER
from sortie.law.proceedings import Allowed, NotModelled
from sortie.rules import Figure, Outcome

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")

_SAID = re.compile(r"(?P<fr>.+?) \((?P<en>[^()]+)\)\.")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule as it stands on the day asked: its id, its texts, that day."""

    rule: str
    cites: tuple[str, ...]
    on: date


@dataclass(frozen=True, eq=False)
class Wording:
    """One version of a rule of procedure, from ``since`` to the day before ``before``."""

    since: date
    before: date
    cites: tuple[str, ...]
    readings: tuple[str, ...]
    figures: tuple[Figure[Any], ...]
    sentence: str
    gloss: str

    @property
    def last_day(self) -> date | None:
        """The last day in force, None when no end is known."""
        return None if self.before == NEVER else self.before - _DAY


class ProceduralRule(Generic[P, T]):
    """A rule with its wordings. Called with a day, it answers; outside its dates, NotModelled."""

    def __init__(self, id: str) -> None:  # noqa: A002
        self.id = id
        self.wordings: list[Wording] = []
        self._bodies: list[Callable[Concatenate[Standing, P], T]] = []

    def __repr__(self) -> str:
        return f"<rule {self.id}>"

    def wording_on(self, day: date) -> Wording | None:
        """Return the wording in force on a day, None outside its dates."""
        return next((c for c in self.wordings if c.since <= day < c.before), None)

    def __call__(self, on: date, *args: P.args, **kwargs: P.kwargs) -> T | NotModelled:
        wording = self.wording_on(on)
        if wording is None:
            return NotModelled(self.id, on)
        body = self._bodies[self.wordings.index(wording)]
        return body(Standing(self.id, wording.cites, on), *args, **kwargs)

    def add(self, wording: Wording, body: Callable[Concatenate[Standing, P], T]) -> None:
        """Add a wording, which begins after the last one has ended."""
        assert not self.wordings or self.wordings[-1].before <= wording.since  # noqa: S101
        self.wordings.append(wording)
        self._bodies.append(body)

    def then(
        self, *, cites: tuple[str, ...], since: str, until: str | None = None,
        readings: tuple[str, ...] = (), figures: tuple[Figure[Any], ...] = (),
    ) -> "Callable[[Callable[Concatenate[Standing, P], T]], ProceduralRule[P, T]]":  # fmt: skip
        """Add a later wording: the decorated function, between its own dates."""

        def further(body: Callable[Concatenate[Standing, P], T]) -> "ProceduralRule[P, T]":
            self.add(_wording(body, cites, (since, until), readings, figures), body)
            return self

        return further


def provides(
    id: str, *, cites: tuple[str, ...], since: str, until: str | None = None,  # noqa: A002
    readings: tuple[str, ...] = (), figures: tuple[Figure[Any], ...] = (),
) -> Callable[[Callable[Concatenate[Standing, P], T]], ProceduralRule[P, T]]:  # fmt: skip
    """Make a rule of procedure of a function of its standing and of what is asked."""

    def make(body: Callable[Concatenate[Standing, P], T]) -> ProceduralRule[P, T]:
        made: ProceduralRule[P, T] = ProceduralRule(id)
        made.add(_wording(body, cites, (since, until), readings, figures), body)
        return made

    return make


def _wording(
    body: Callable[..., Any],
    cites: tuple[str, ...],
    dates: tuple[str, str | None],
    readings: tuple[str, ...],
    figures: tuple[Figure[Any], ...],
) -> Wording:
    said = _SAID.match(" ".join((body.__doc__ or "").split("\n\n")[0].split()))
    assert said is not None, body.__name__  # noqa: S101
    since, until = dates
    before = NEVER if until is None else date.fromisoformat(until) + _DAY
    return Wording(
        date.fromisoformat(since), before, cites, readings, figures, said["fr"], said["en"]
    )


def allowed_if(standing: Standing, name: str, *, known: bool | None) -> Allowed:
    """Return what hangs on one fact: open if it is so, closed if not, undetermined unknown."""
    if known is None:
        return Allowed(standing.rule, standing.cites, Outcome.UNDETERMINED, (name,))
    return Allowed(standing.rule, standing.cites, Outcome.OPEN if known else Outcome.CLOSED)
