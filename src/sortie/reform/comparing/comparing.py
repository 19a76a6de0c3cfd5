"""Two laws asked about the same people, chunk by chunk, without ever holding everybody's spans."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from sortie import population
from sortie.reform.comparing import telling
from sortie.reform.comparing.accounts import DAYS_THERE, Counted, Totals, accounts, counted
from sortie.reform.comparing.best import best_of
from sortie.reform.comparing.causes import answers_of, rules_of
from sortie.reform.comparing.counting import Accounts, Answers, Window
from sortie.reform.comparing.grouping import Classes, Grouping, groupings_of, places_of
from sortie.reform.comparing.rows import rows_of
from sortie.reform.comparing.window import window_of
from sortie.reform.results import THRESHOLD, Comparison, Period
from sortie.rules import Book

Told = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Question:
    """Two laws, what is supposed of every application, and the readings chosen for everybody.

    ``apart`` are routes left out of the best of each person, such as one that is open to all.
    """

    a: Book
    b: Book
    supposed: Mapping[str, Mapping[str, Any]]
    classes: Classes
    readings: Mapping[str, str]
    apart: Sequence[str] = ()


def compare(
    records: Path, question: Question, period: Period, *,
    room: population.Room, threshold: int = THRESHOLD, progress: Told | None = None,
) -> Comparison:  # fmt: skip
    """Return what two laws come to for everybody in a file of records, over a period.

    ``progress`` is told how many people are done, and nothing of how many there are.

    The trap: a count is nothing where it is hidden; with a ``threshold`` of 1 nothing is.

    Raises:   NotRecords: the file holds no records as the rules read them
              NotCompiled, UnknownRule: see ``population.Asking.compiled``
              OSError: it cannot be opened
    """
    work = _Work.of(question, period)
    totals, best, done = Totals(work.empty(0)), Totals(work.empty(0, best=True)), 0
    for people, (of_routes, of_best) in population.look(records, work.a, work.look, room):
        totals.add(*of_routes)
        best.add(*of_best)
        done += people
        if progress is not None:
            progress(done, None)
    of = telling.Of(period, threshold, work.groupings, work.rules, totals, best)
    return telling.comparison(of, work.a, work.b, _digest(records))


@dataclass(frozen=True)
class _Work:
    """What is done to each chunk of people."""

    a: population.Asking
    b: population.Asking
    period: Period
    window: Window
    groupings: tuple[Grouping, ...]
    rules: tuple[tuple[str, ...], ...]
    answers: Answers
    counted: Any

    @classmethod
    def of(cls, question: Question, period: Period) -> "_Work":
        a, b = (
            population.Asking(book, question.supposed, question.readings)
            for book in (question.a, question.b)
        )
        rules = rules_of(a, b)
        groupings = groupings_of(question.a.record, question.classes)
        counted = np.array([route not in question.apart for route in question.supposed])
        answers = answers_of(a, b, rules)
        return cls(a, b, period, window_of(period), groupings, rules, answers, counted)

    def empty(self, people: int, *, best: bool = False) -> Accounts:
        classes = [len(each.classes) for each in self.groupings]
        most = max(map(len, self.rules))
        routes = 1 if best else len(self.rules)
        return accounts(routes, self.period.months, classes, most, people)

    def look(
        self, under_a: pa.RecordBatch, records: pa.RecordBatch | None
    ) -> tuple[Counted, Counted]:
        assert records is not None  # noqa: S101 (records are read, not spans)
        under_b = population.spans(self.b.compiled, records)
        ids, since, window = records.column("person"), self.period.since, self.window
        rows = rows_of(under_a, ids, since), rows_of(under_b, ids, since)
        empty = self.empty(records.num_rows)
        groups = self._groups(records, empty)
        of_routes = counted(rows, window, self.answers, groups, empty)
        bests = best_of(rows[0], self.counted), best_of(rows[1], self.counted)
        alone = self.empty(records.num_rows, best=True)
        return of_routes, counted(bests, window, self.answers, groups, alone)

    def _groups(self, records: pa.RecordBatch, empty: Accounts) -> Any:
        """Return the class of each person by each grouping, and count the days they are there.

        Of those never there, the class is the last.
        """
        found = [places_of(g, self.a.layout, records, self.period.since) for g in self.groupings]
        groups, absent = np.array(found, dtype=np.int16), empty.touched.shape[1] - 1
        begin, end = (records.column(name).to_numpy() for name in ("since", "before"))
        first, last = self.period.since.toordinal(), self.period.before.toordinal()
        days = np.minimum(end, last) - np.maximum(begin, first)
        groups[:, days <= 0] = absent
        for touched, classes in zip(empty.touched, groups, strict=True):
            np.add.at(touched[:, DAYS_THERE], classes, np.maximum(days, 0))
        return groups


def _digest(records: Path) -> str:
    with records.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
