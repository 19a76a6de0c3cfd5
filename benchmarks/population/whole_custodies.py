"""Every span of every route over whole custodies, with reasons: all engines, the same rows."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from benchmarks.population import by_hand, by_hand_kernel, in_duckdb, same, whole_law_in_sql
from benchmarks.population.measuring import Rate, measured
from benchmarks.population.people import LAYOUT, Crowd, french_settled
from sortie.population.compiling import Compiled
from sortie.population.running import OUTCOMES, SCHEMA, rows_of, spans

THREADS = 2
IN_DUCKDB, ONE_BY_ONE = 100_000, 200  # at most so many, and a tenth of the people one by one
RUNS, SLOW_RUNS = 5, 5
_EPOCH = 719_163

EVERYBODY = "sortie, everybody: unknown facts, every reading of the law open"
ANEW = "sortie, everybody, the same by threads that know no pattern yet"
KNOWN = "sortie, known facts, settled readings"
SETTLED = "sortie, everybody: unknown facts, settled readings"
WHOLE = "DuckDB, everybody: the whole law in three values, settled readings"
WHOLE_OPEN = "DuckDB, everybody: the whole law in three values, every reading open"
BY_HAND, BARE = "kernel written by hand, to Arrow", "kernel written by hand, rows only"
DUCKDB = {
    "written": "DuckDB, the law written in SQL, tuned",
    "looked up": "DuckDB, tuned, reasons looked up in lists worked out outside SQL",
    "joined": "DuckDB, as commonly written: facts joined to stretches by days",
}
ONE = "sortie, a person after the other (Assessment and explain)"


@dataclass(frozen=True)
class Beside:
    """What was measured, and what was checked."""

    checked: tuple[str, ...]
    rates: dict[str, Rate]


def beside(compiled: Compiled, crowd: Crowd) -> Beside:
    """Check that all say the same, then measure."""
    looked = by_hand.looked(compiled)
    made = by_hand_kernel.tables(looked)
    few = _first(crowd.known, IN_DUCKDB)
    database, queries = in_duckdb.database(few), in_duckdb.queries(compiled, looked)
    with ThreadPoolExecutor(THREADS) as pool:
        checked = tuple(_checked(compiled, crowd, looked, (database, queries, few), pool))
        hand = partial(_by_hand, compiled, looked, made)
        rates = [
            measured(EVERYBODY, crowd.people, partial(_all, pool, partial(spans, compiled),
                                                      crowd.everybody), runs=RUNS),
            measured(ANEW, crowd.people, partial(_anew, compiled, crowd.everybody), runs=RUNS),
            measured(KNOWN, crowd.known_people, partial(_all, pool, partial(spans, compiled),
                                                        crowd.known), runs=RUNS),
            measured(BY_HAND, crowd.known_people, partial(_all, pool, hand, crowd.known),
                     runs=RUNS),
            measured(BARE, crowd.known_people,
                     partial(_all, pool, partial(by_hand_kernel.spans, made), crowd.known),
                     runs=RUNS),
        ]  # fmt: skip
    count = sum(batch.num_rows for batch in few)
    for name, query in queries.items():
        run = partial(in_duckdb.answer, database, query)
        rates.append(measured(DUCKDB[name], count, run, runs=SLOW_RUNS))
    database.close()
    for law, what in ((compiled, WHOLE_OPEN), (french_settled(), WHOLE)):
        same_rows, rate = _whole_law(law, what, crowd)
        checked, rates = (*checked, same_rows), [*rates, rate]
    rates.append(_settled(crowd))
    rates.append(_one_by_one(compiled, crowd))
    return Beside(checked, {rate.what: rate for rate in rates})


def _whole_law(book: Compiled, what: str, crowd: Crowd) -> tuple[str, Rate]:
    """Measure everybody in SQL, under the readings that a book settles or leaves open.

    Raises:   AnswersDiffer
    """
    query = whole_law_in_sql.query(book)
    few = _first(crowd.everybody, IN_DUCKDB)
    database = whole_law_in_sql.database(query, few)
    run = partial(in_duckdb.answer, database, query.text)
    people = [batch.num_rows for batch in few]
    ours = same.of_ours([spans(book, batch) for batch in few], people)
    rows = same.agreed(book, ours, same.of_whole_law(run()), what)
    rate = measured(what, sum(people), run, runs=SLOW_RUNS, warm=0)
    database.close()
    return f"{sum(people):,} people, {rows:,} spans: {what}, says the same", rate


def _settled(crowd: Crowd) -> Rate:
    with ThreadPoolExecutor(THREADS) as pool:
        all_of_them = partial(_all, pool, partial(spans, french_settled()), crowd.everybody)
        return measured(SETTLED, crowd.people, all_of_them, runs=RUNS)


def _all(pool: ThreadPoolExecutor, run: Any, batches: tuple[pa.RecordBatch, ...]) -> list[Any]:
    return list(pool.map(run, batches))


def _anew(compiled: Compiled, batches: tuple[pa.RecordBatch, ...]) -> list[Any]:
    """Return the spans that new threads find: what is known of patterns is a thread's own."""
    with ThreadPoolExecutor(THREADS) as pool:
        return _all(pool, partial(spans, compiled), batches)


def _first(batches: tuple[pa.RecordBatch, ...], people: int) -> tuple[pa.RecordBatch, ...]:
    kept, count = [], 0
    for batch in batches:
        if count < people:
            kept.append(batch.slice(0, people - count))
            count += kept[-1].num_rows
    return tuple(kept)


def _checked(
    compiled: Compiled, crowd: Crowd, looked: by_hand.Looked, sql: Any, pool: ThreadPoolExecutor
) -> Iterator[str]:
    """Compare all rows of all engines; yield what was found the same.

    Raises:   AnswersDiffer
    """
    made = by_hand_kernel.tables(looked)
    rows = 0
    for batch in crowd.known:
        people = [batch.num_rows]
        ours = same.of_ours([spans(compiled, batch)], people)
        other = same.of_hand(looked, [by_hand_kernel.spans(made, batch)], people)
        rows += same.agreed(compiled, ours, other, "the kernel written by hand")
    yield f"{crowd.known_people:,} people, {rows:,} spans: the kernel written by hand says the same"
    database, queries, few = sql
    people = [batch.num_rows for batch in few]
    hand = same.of_hand(looked, _all(pool, partial(by_hand_kernel.spans, made), few), people)
    for name, query in queries.items():
        found = same.of_duckdb(looked, in_duckdb.answer(database, query))
        rows = same.agreed(compiled, hand, found, DUCKDB[name])
        yield f"{sum(people):,} people, {rows:,} spans: {DUCKDB[name]}, says the same"
    batch = _one_by_one_of(crowd)
    ours = same.of_ours([spans(compiled, batch)], [batch.num_rows])
    plain = np.array(list(_plainly(compiled, batch)), dtype=np.int64)
    rows = same.agreed(compiled, ours, plain, ONE)
    yield f"{batch.num_rows:,} people, {rows:,} spans: {ONE}, says the same, facts unknown or not"


def _plainly(compiled: Compiled, batch: pa.RecordBatch) -> Iterator[tuple[int, ...]]:
    for place in range(batch.num_rows):
        for row in rows_of(compiled, *_custody(batch, place)):
            route, since, before, outcome, *words = row
            signed = (word - (1 << 64) if word >> 63 else word for word in words)
            yield place, route, since, before, outcome, *signed


def _custody(batch: pa.RecordBatch, place: int) -> tuple[Any, int, int]:
    since, before = (batch.column(name)[place].as_py() for name in ("since", "before"))
    return LAYOUT.record(batch, place), since, before


def _one_by_one_of(crowd: Crowd) -> pa.RecordBatch:
    return crowd.everybody[0].slice(0, min(ONE_BY_ONE, 1 + crowd.people // 10))


def _one_by_one(compiled: Compiled, crowd: Crowd) -> Rate:
    batch = _one_by_one_of(crowd)
    custodies = [_custody(batch, place) for place in range(batch.num_rows)]

    def run() -> None:
        for custody in custodies:
            list(rows_of(compiled, *custody))

    return measured(ONE, len(custodies), run, runs=3, warm=0)


def _by_hand(
    compiled: Compiled, looked: by_hand.Looked, made: by_hand_kernel.Tables, batch: pa.RecordBatch
) -> pa.RecordBatch:
    """Return the rows of the kernel written by hand in the form of our own."""
    rows = by_hand_kernel.spans(made, batch)
    words = looked.words[rows.reason].view(np.int64)
    names = [route.rule_id for route in compiled.routes]
    return pa.RecordBatch.from_arrays(
        [
            batch.column("person").take(pa.array(rows.person)),
            _words(rows.route, names),
            pa.array(rows.since - _EPOCH, pa.int32()).view(pa.date32()),
            pa.array(rows.before - _EPOCH, pa.int32()).view(pa.date32()),
            _words(looked.outcome[rows.reason], [str(each.value) for each in OUTCOMES]),
            pa.array(np.ascontiguousarray(words[:, 0])),
            pa.array(np.ascontiguousarray(words[:, 1])),
        ],
        schema=SCHEMA,
    )


def _words(codes: Any, words: list[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int8()), pa.array(words))
