"""How everybody stands on a day: by route, and person by person, by a fact of their record."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sortie.population.engines.looking import Standing, on_day, standing
from sortie.population.records import Layout, encoding
from sortie.population.records.encoding import Coded
from sortie.rules import Missing, Outcome, fields_of

# Of a person, the best answer among routes counts.
_BEST = (Outcome.OPEN, Outcome.UNDETERMINED, Outcome.CLOSED)


@dataclass
class Count:
    """How many spans hold a day, by route and outcome; how many people, by a fact and their best.

    The best of a person is open if any route is, else undetermined if any is, else closed. A fact
    is nothing where it is unknown, or not asked.
    """

    routes: Standing = field(default_factory=Counter)
    people: Counter[tuple[Any, Outcome]] = field(default_factory=Counter)

    def add(self, other: "Count") -> None:
        """Count more people."""
        self.routes.update(other.routes)
        self.people.update(other.people)


@dataclass(frozen=True)
class By:
    """A field that changes over time, by which people are counted."""

    layout: Layout
    name: str

    def on(self, records: pa.RecordBatch, day: date) -> list[Any]:
        """Return what each record holds on a day; nothing where it is unknown."""
        column = records.column(self.layout.series[self.name, ()].name)
        offsets = column.offsets.to_numpy()
        changes = column.flatten()
        days = changes.field("since").to_numpy() <= day.toordinal()
        begun = offsets[:-1] - offsets[0]
        before = np.add.reduceat(days.astype(np.int64), begun) if len(begun) else begun
        codes = changes.field("is").to_numpy()[begun + np.maximum(before - 1, 0)].tolist()
        held = fields_of(self.layout.kind)[self.name]
        known = {code: encoding.value(held, Coded(code, code)) for code in set(codes)}
        return [None if isinstance(known[code], Missing) else known[code] for code in codes]


def count(
    spans: pa.RecordBatch, day: date, apart: Collection[str],
    records: pa.RecordBatch | None = None, by: By | None = None,
) -> Count:  # fmt: skip
    """Return how the people of a batch stand on a day.

    ``apart`` are routes that say nothing of a person's best, such as one that is open to all.
    """
    held = on_day(spans, day)
    people, best = _bests(held, apart)
    facts: list[Any] = [None] * len(people)
    if by is not None and records is not None:
        places = pc.index_in(people, records.column("person")).to_pylist()
        found = by.on(records, day)
        facts = [found[place] for place in places]
    outcomes = (_BEST[rank] for rank in best)
    return Count(standing(held), Counter(zip(facts, outcomes, strict=True)))


def _bests(held: pa.RecordBatch, apart: Collection[str]) -> tuple[pa.Array, list[int]]:
    """Return the people of some spans, and the rank of the best answer of each."""
    person = held.column("person")
    if not held.num_rows:
        return person, []
    words = [each.value for each in _BEST]
    ranks = pc.index_in(held.column("outcome").cast(pa.string()), pa.array(words)).to_numpy()
    left_out = pc.is_in(held.column("route").cast(pa.string()), pa.array(list(apart), pa.string()))
    ranks = np.where(left_out.to_numpy(zero_copy_only=False), len(_BEST) - 1, ranks)
    another = pc.not_equal(person.slice(1), person.slice(0, held.num_rows - 1))
    first = np.flatnonzero(np.concatenate([[True], another.to_numpy(zero_copy_only=False)]))
    return person.take(pa.array(first)), np.minimum.reduceat(ranks, first).tolist()
