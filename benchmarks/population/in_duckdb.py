"""The same spans with the same reasons in DuckDB, as fast as its SQL was made to go.

One word of 21 bits a stretch of days, as in the kernel written by hand: every fact that begins or
ends adds or takes away its bits, so that one grouping and one running sum give the state of each
stretch; rows are written only where a reason changes. Tried besides, and slower: a row a route
before the changes are looked for. Two forms of the law: written out in SQL, and looked up in lists
that were worked out beforehand. A third form is written as is common: the days on which something
changes, each fact joined to them by days, a row a route, and the changes looked for at the end.
"""

from collections.abc import Mapping
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.population import by_hand
from benchmarks.population.by_hand import Looked
from benchmarks.population.law_in_sql import written
from benchmarks.population.people import BOUNDED, LISTED, SERIES, changes, flat
from sortie.population.compiling import Compiled

THREADS = 2
_EPOCH = 719_163
LAST = 3_652_059
_RUNNING = 1 << by_hand.RUNNING
_TURNS = (
    ("half", 1 << by_hand.HALF),
    ("third", 1 << by_hand.THIRD),
    ("grown", 1 << by_hand.ADULT),
    ("little", 1 << by_hand.LITTLE),
    ("committed", _RUNNING),
    ("ends", -_RUNNING),
    *((str(day), come - (come >> 1 if gone and come >> by_hand.PLACE_LAW == 2 else 0))
      for day, gone, come in by_hand.LAW_DAYS.tolist()),
)  # fmt: skip


def database(batches: tuple[pa.RecordBatch, ...]) -> duckdb.DuckDBPyConnection:
    """Return a database with the people and the spells of what changes, within custody."""
    made = duckdb.connect(config={"threads": THREADS})
    people = _people(batches)
    spells = _spells(batches)
    for name, columns in (("people", people), ("spells", spells)):
        made.register("given", pa.table(columns))
        made.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
        made.unregister("given")
    return made


def _people(batches: tuple[pa.RecordBatch, ...]) -> dict[str, Any]:
    names = {"since": "since", "before": "before", **{k: low for k, (low, _) in BOUNDED.items()},
             **LISTED}  # fmt: skip
    found = {
        key: np.concatenate([flat(batch.column(name)) for batch in batches])
        for key, name in names.items()
    }
    for key in ("born", "ends"):
        found[key] = (found[key] - _EPOCH).astype("datetime64[D]")
    return {"person": np.arange(len(found["since"]), dtype=np.int32), **found}


def _spells(batches: tuple[pa.RecordBatch, ...]) -> dict[str, Any]:
    bits, base, parts = by_hand.bits_of_values(), 0, []
    for batch in batches:
        since, before = flat(batch.column("since")), flat(batch.column("before"))
        for rank, name in enumerate(SERIES.values()):
            owner, days, values, ends = changes(batch, name)
            within = (days < before[owner]) & (ends > since[owner]) & (values >= 0)
            who, held = owner[within], bits[rank, values[within]]
            parts.append(np.column_stack((
                who + base, np.full(len(who), rank), held, np.maximum(days[within], since[who]),
                np.minimum(ends[within], before[who]),
            ))[held != 0])  # fmt: skip
        base += batch.num_rows
    rows = np.concatenate(parts).astype(np.int32)
    names = ("person", "fact", "bits", "since", "before")
    return {name: np.ascontiguousarray(rows[:, k]) for k, name in enumerate(names)}


def states() -> str:
    """Return the query of every stretch of days with its word, ``states``."""
    begun = " + ".join(f"({day} <= since)::INT * {bits}" for day, bits in _TURNS)
    turns = "\n".join(
        f"  UNION ALL SELECT person, {day}, {bits} FROM terms\n"
        f"    WHERE {day} > since AND {day} < before"
        for day, bits in _TURNS
    )
    first = "DATE '0001-01-01'"
    return f"""WITH terms AS (
  SELECT person, since, before, committed, half, third,
    (ends - {first})::INT + 1 AS ends,
    ((born + INTERVAL 18 YEAR)::DATE - {first})::INT + 1 AS grown,
    CASE WHEN ends >= DATE '9999-12-31' THEN {LAST}
      ELSE ((ends - INTERVAL 3 YEAR)::DATE - {first})::INT + 2
        + (((ends - INTERVAL 3 YEAR)::DATE + 1 + INTERVAL 3 YEAR)::DATE <= ends)::INT
    END AS little,
    (total <= {by_hand.ONE_YEAR})::INT * {1 << by_hand.YEAR}
      + (total <= {by_hand.FIVE_YEARS})::INT * {1 << by_hand.FIVE}
      + (supervised = 1)::INT * {1 << by_hand.SUPERVISED}
      + ((offences & {by_hand.NO_WAIVER}) = 0)::INT * {1 << by_hand.WAIVED} AS fixed
  FROM people),
events AS (
  SELECT person, since AS day, fixed + {begun} AS come FROM terms
{turns}
  UNION ALL SELECT person, since, bits FROM spells
  UNION ALL SELECT s.person, s.before, -s.bits FROM spells s JOIN people p USING (person)
    WHERE s.before < p.before),
turns AS (SELECT person, day, sum(come)::INT AS come FROM events GROUP BY person, day),
states AS (
  SELECT person, day, (sum(come) OVER (PARTITION BY person ORDER BY day))::INT AS word FROM turns)
"""


def states_joined() -> str:
    """Return the same by joins: the days that count, then each fact as it is on them."""
    terms, _ = states().split("events AS (", 1)
    cuts = "\n".join(
        f"  UNION SELECT person, {day} FROM terms WHERE {day} > since AND {day} < before"
        for day, _ in _TURNS
    )
    reached = " + ".join(f"(d.day >= {day})::INT * {bits}" for day, bits in _TURNS)
    facts = range(len(SERIES))
    held = " + ".join(f"coalesce(f{k}.bits, 0)" for k in facts)
    joins = "\n".join(
        f"  LEFT JOIN spells f{k} ON f{k}.fact = {k} AND f{k}.person = d.person"
        f" AND f{k}.since <= d.day AND d.day < f{k}.before"
        for k in facts
    )
    return f"""{terms}days AS (
  SELECT person, since AS day FROM terms
{cuts}
  UNION SELECT person, since FROM spells
  UNION SELECT s.person, s.before FROM spells s JOIN people p USING (person)
    WHERE s.before < p.before),
states AS (
  SELECT d.person, d.day, (t.fixed + {reached} + {held})::INT AS word
  FROM days d JOIN terms t ON t.person = d.person
{joins})
"""


def spans_a_row_a_route(numbered: str) -> str:
    """Return the query that has a row for every stretch and route, and joins those alike."""
    rows = "\n  UNION ALL ".join(
        f"SELECT person, {r} AS route, day, open{r} AS is_open, one{r} AS not_closed,"
        f" two{r} AS not_open FROM numbered"
        for r in range(len(by_hand.ROUTES))
    )
    return f"""{numbered}, rows AS ({rows}),
lagged AS (SELECT *, lag((is_open, not_closed, not_open)) OVER w AS was FROM rows
  WINDOW w AS (PARTITION BY person, route ORDER BY day)),
begun AS (SELECT * FROM lagged WHERE was IS DISTINCT FROM (is_open, not_closed, not_open))
SELECT b.person, route, day AS since,
  lead(day, 1, p.before) OVER (PARTITION BY b.person, route ORDER BY day) AS before,
  is_open, not_closed, not_open
FROM begun b JOIN people p USING (person)"""


def looked_up(looked: Looked) -> str:
    """Return the query that looks reasons up in lists, ``numbered``."""
    common = f"[((word >> {by_hand.COMMON_FIRST}) & {(1 << by_hand.COMMON_WIDTH) - 1}) + 1]"
    numbers = []
    for r, (mask, width) in enumerate(looked.masks.tolist()):
        rest = f"{_list(looked.rests[r][: mask + 1])}[((word >> {looked.shifts[r]}) & {mask}) + 1]"
        numbers.append(f"{_list(looked.pairs[r])}[common * {width} + {rest} + 1] AS n{r}")
    return f""", commons AS (SELECT person, day, word, {_list(looked.common)}{common} AS common
  FROM states),
numbered AS (SELECT person, day, {", ".join(numbers)} FROM commons)
"""


def _list(numbers: Any) -> str:
    return f"({[int(each) for each in numbers]}::SMALLINT[])"


def spans_of(numbered: str, keys: Mapping[str, str]) -> str:
    """Return the query that writes a row where a reason changes.

    ``keys``: the columns of a reason, with a route's number to be filled in.
    """
    routes = range(len(by_hand.ROUTES))
    before = ", ".join(
        f"lag({column.format(r)}) OVER w AS was_{column.format(r)}"
        for r in routes for column in keys.values()
    )  # fmt: skip
    parts = []
    for r in routes:
        names = [column.format(r) for column in keys.values()]
        told = ", ".join(f"{c} AS {k}" for c, k in zip(names, keys, strict=True))
        changed = " OR ".join(f"was_{name} IS DISTINCT FROM {name}" for name in names)
        parts.append(f"SELECT person, {r} AS route, day, {told} FROM lagged WHERE {changed}")
    union = "\n  UNION ALL ".join(parts)
    return f"""{numbered}, lagged AS (SELECT *, {before} FROM numbered
  WINDOW w AS (PARTITION BY person ORDER BY day)),
begun AS ({union})
SELECT b.person, route, day AS since,
  lead(day, 1, p.before) OVER (PARTITION BY b.person, route ORDER BY day) AS before,
  {", ".join(keys)}
FROM begun b JOIN people p USING (person)"""


def queries(compiled: Compiled, looked: Looked) -> dict[str, str]:
    """Return the formulations, by name."""
    words = {"is_open": "open{0}", "not_closed": "one{0}", "not_open": "two{0}"}
    return {
        "written": spans_of(states() + written(compiled), words),
        "looked up": spans_of(states() + looked_up(looked), {"reason": "n{0}"}),
        "joined": spans_a_row_a_route(states_joined() + written(compiled)),
    }


def answer(made: duckdb.DuckDBPyConnection, query: str) -> pa.Table:
    """Return the spans."""
    return made.sql(query).to_arrow_table()
