"""The one-day leave on one date: three engines over the same columns, the same outcome for all.

What is supposed of the application is settled, and so are the readings; a fact that changes over
time is given as its value on the day. Whatever moves with the day alone is worked out once for
every engine: each is given the day less eighteen years as a number.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.population.people import LAYOUT, Crowd, french_settled
from sortie.days import MonthEnd, first_day_beyond, years
from sortie.population.running import on_date
from sortie.population.running.on_date import Question

DAY, ROUTE = date(2026, 3, 1), "fr.leave.day"
PEOPLE = 2_000_000
# What the question reads, and what the peers call it.
NAMES = {
    "committed_on.least": "committed",
    "end_of_sentence[same_day].least": "ends",
    "status": "status",
    "security_period[off_the_start]": "secured",
    "territory_ban": "banned",
    "half_term[pronounced,calendar,off_the_start].least": "half",
    "born_on.least": "born",
    "total.least": "total",
    "third_term[pronounced,calendar,off_the_start].least": "third",
}
CONVICTED, ONE_YEAR, FIVE_YEARS = 2, 360, 1800
TODAY = DAY.toordinal()
BORN_BEFORE = first_day_beyond(DAY, years(18, MonthEnd.LAST_DAY)).toordinal()
THREADS = 2

QUERY = f"""
SELECT committed <= {TODAY} AND ends > {TODAY} AND status = {CONVICTED} AND NOT secured
   AND NOT banned
   AND CASE WHEN born < {BORN_BEFORE} THEN total <= {FIVE_YEARS} OR half <= {TODAY}
            ELSE total <= {ONE_YEAR} OR third <= {TODAY} END AS is_open
FROM people
"""


@dataclass(frozen=True)
class OnDate:
    """The question, and the columns that every engine is given."""

    question: Question
    columns: dict[str, Any]

    @property
    def people(self) -> int:
        return len(self.columns["born"])


def prepared(crowd: Crowd, people: int = PEOPLE) -> OnDate:
    """Return the columns of so many people, those of the crowd again and again."""
    book = french_settled()
    known = frozenset(LAYOUT.numbers) | frozenset(s.name for s in LAYOUT.series.values())
    question = on_date.question(book, DAY, ROUTE, known=known)
    assert question is not None
    assert question.is_exact
    found = {
        NAMES[name]: np.concatenate([on_date.column(batch, name, DAY) for batch in crowd.known])
        for name in question.columns
    }
    assert found.keys() == set(NAMES.values())
    return OnDate(question, {name: np.resize(each, people) for name, each in found.items()})


def ours(made: OnDate, pool: ThreadPoolExecutor) -> Any:
    """Return whether the leave is open, by this engine: half of the people a core."""
    out = np.empty(made.people, dtype=np.int8)
    given = [made.columns[NAMES[name]] for name in made.question.columns]
    share = -(-made.people // THREADS)
    parts = [slice(begin, begin + share) for begin in range(0, made.people, share)]
    list(pool.map(lambda p: made.question.answer([c[p] for c in given], out[p]), parts))
    return out


def in_duckdb(made: OnDate) -> duckdb.DuckDBPyConnection:
    """Return a database that holds the people in a table of its own."""
    database = duckdb.connect(config={"threads": THREADS})
    flags = {"secured", "banned"}
    columns = {n: each == 1 if n in flags else each for n, each in made.columns.items()}
    database.register("given", pa.table(columns))
    database.execute("CREATE TABLE people AS SELECT * FROM given")
    return database
