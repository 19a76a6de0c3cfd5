"""Looking at spans: how things stand on a day, and what opens from one day to another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sortie.population.engines.files import reasons
from sortie.population.running import OUTCOMES
from sortie.rules import Outcome

_WORDS = tuple(str(outcome.value) for outcome in OUTCOMES)
_OPEN, _UNDETERMINED = OUTCOMES.index(Outcome.OPEN), OUTCOMES.index(Outcome.UNDETERMINED)
_TO_1970 = date(1970, 1, 1).toordinal()
Standing = Counter[tuple[str, Outcome]]


def on_day(spans: pa.RecordBatch, day: date) -> pa.RecordBatch:
    """Return the spans that hold a day: one a route and person who are there on it."""
    within = pc.and_(
        pc.less_equal(spans.column("since"), day), pc.greater(spans.column("before"), day)
    )
    return spans.filter(within)


def standing(spans: pa.RecordBatch) -> Standing:
    """Return how many spans each route has, by outcome."""
    column = spans.column("route")
    pairs = _codes(column, column.dictionary.to_pylist()) * len(OUTCOMES) + _outcomes(spans)
    counts = np.bincount(pairs).tolist()
    routes = column.dictionary.to_pylist()
    return Counter({
        (routes[pair // len(OUTCOMES)], OUTCOMES[pair % len(OUTCOMES)]): count
        for pair, count in enumerate(counts)
        if count
    })  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """One route that turns open for one person, or undetermined; and what the rules said.

    ``was`` is nothing where the span is the first of that route: the custody begins there.
    ``perhaps_on`` is the first of the days before, up to it, on which it was undetermined.
    """

    person: str
    route: str
    on: date
    outcome: Outcome
    was: Outcome | None
    perhaps_on: date | None
    earlier: Mapping[str, Outcome]
    later: Mapping[str, Outcome]

    @property
    def why(self) -> tuple[str, ...]:
        """The rules that turned; without any, those that no longer decide, or that now do."""
        both = [rule for rule in self.earlier if rule in self.later]
        turned = [rule for rule in both if self.earlier[rule] is not self.later[rule]]
        gone = [rule for rule in self.earlier if rule not in self.later]
        return tuple(turned or gone or (rule for rule in self.later if rule not in self.earlier))


def turns(
    spans: pa.RecordBatch, since: date, before: date, rules: Mapping[str, Sequence[str]]
) -> Iterator[Turn]:
    """Yield what turns open between two days, and what turns undetermined from closed.

    People stand whole in a batch, in order. A span that only goes on under other rules is no turn.
    """
    outcome, days = _outcomes(spans), _days(spans.column("since"))
    first = _firsts(spans)
    was = np.where(first, -1, np.roll(outcome, 1))
    opens = (outcome == _OPEN) & (was != _OPEN)
    doubts = (outcome == _UNDETERMINED) & (was > _OPEN) & (was != _UNDETERMINED)
    within = (days >= since.toordinal()) & (days < before.toordinal())
    found = np.flatnonzero((opens | doubts) & within)
    rows = spans.take(pa.array(found)).to_pylist()
    eves = spans.take(pa.array(np.maximum(found - 1, 0))).to_pylist()
    places = zip(found.tolist(), was[found].tolist(), strict=True)
    for row, eve, (place, earlier) in zip(rows, eves, places, strict=True):
        names, doubted = rules[row["route"]], earlier == _UNDETERMINED
        yield Turn(
            person=row["person"], route=row["route"], on=row["since"],
            outcome=Outcome(row["outcome"]), was=None if earlier < 0 else OUTCOMES[earlier],
            perhaps_on=_begun(place, outcome, first, days) if doubted else None,
            earlier={} if earlier < 0 else _said(names, eve), later=_said(names, row),
        )  # fmt: skip


def _begun(place: int, outcome: Any, first: Any, days: Any) -> date:
    """Return the first day of the undetermined spans that end where this one begins."""
    row = place - 1
    while not first[row] and outcome[row - 1] == _UNDETERMINED:
        row -= 1
    return date.fromordinal(int(days[row]))


def _said(names: Sequence[str], row: Mapping[str, Any]) -> Mapping[str, Outcome]:
    return dict(reasons(names, row["not_closed"], row["not_open"]))


def _firsts(spans: pa.RecordBatch) -> Any:
    """Return which rows are the first of their person and route."""
    person, route = spans.column("person"), spans.column("route")
    codes = _codes(route, route.dictionary.to_pylist())
    others = np.ones(spans.num_rows, dtype=np.bool_)
    if spans.num_rows > 1:
        another = pc.not_equal(person.slice(1), person.slice(0, spans.num_rows - 1))
        others[1:] = another.to_numpy(zero_copy_only=False) | (codes[1:] != codes[:-1])
    return others


def _outcomes(spans: pa.RecordBatch) -> Any:
    return _codes(spans.column("outcome"), _WORDS)


def _codes(column: pa.DictionaryArray, words: Sequence[str]) -> Any:
    """Return the rank of each value among these words."""
    ranks = np.array([words.index(each) for each in column.dictionary.to_pylist()], dtype=np.int64)
    return ranks[column.indices.to_numpy(zero_copy_only=False)]


def _days(column: pa.Array) -> Any:
    return column.view(pa.int32()).to_numpy(zero_copy_only=True) + _TO_1970
