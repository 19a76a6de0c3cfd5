"""Looking at spans, beside the same looked at row by row."""

from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import population
from sortie.law import france
from sortie.population.records import Layout
from sortie.population.running import SCHEMA, reason
from sortie.rules import Missing, Outcome
from tests.population.engines.crowd import ASKING, TWO, all_at_once

DAYS = st.dates(date(2018, 1, 1), date(2034, 1, 1))
RULES = {route.rule_id: route.names for route in ASKING.compiled.routes}
ESCORT = (france.ESCORTED.code,)


@pytest.fixture(scope="module")
def spans(records: Path) -> pa.RecordBatch:
    return all_at_once(records)


@pytest.fixture(scope="module")
def rows(spans: pa.RecordBatch) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spans.to_pylist()
    return found


def holds(row: dict[str, Any], day: date) -> bool:
    return bool(row["since"] <= day < row["before"])


@settings(max_examples=40, deadline=None)
@given(day=DAYS)
def test_a_day_has_the_spans_that_hold_it(
    spans: pa.RecordBatch, rows: list[dict[str, Any]], day: date
) -> None:
    expected = [row for row in rows if holds(row, day)]

    held = population.on_day(spans, day)

    assert held.to_pylist() == expected
    counted = Counter((row["route"], Outcome(row["outcome"])) for row in expected)
    assert population.standing(held) == counted


@settings(max_examples=20, deadline=None)
@given(day=DAYS)
def test_people_are_counted_once_by_their_kind_of_prison_and_their_best_answer(
    records: Path, spans: pa.RecordBatch, rows: list[dict[str, Any]], day: date
) -> None:
    layout = Layout.of(france.Person)
    batch = pq.read_table(records).combine_chunks().to_batches()[0]
    expected: Counter[tuple[Any, Outcome]] = Counter()
    for place, person in enumerate(batch.column("person").to_pylist()):
        said = {row["outcome"] for row in rows if row["person"] == person and holds(row, day)
                and row["route"] not in ESCORT}  # fmt: skip
        there = any(row["person"] == person and holds(row, day) for row in rows)
        if there:
            kind = layout.record(batch, place).kind[day]
            best = next((o for o in ("open", "undetermined") if o in said), "closed")
            expected[None if isinstance(kind, Missing) else kind, Outcome(best)] += 1

    by = population.By(layout, "kind")
    found = population.count(spans, day, ESCORT, batch, by)

    assert found.people == expected


@settings(max_examples=40, deadline=None)
@given(since=DAYS, long=st.integers(0, 400))
def test_what_turns_is_what_a_row_by_row_look_finds(
    spans: pa.RecordBatch, rows: list[dict[str, Any]], since: date, long: int
) -> None:
    before = date.fromordinal(since.toordinal() + long)
    expected = []
    for (person, route), run in groupby(rows, key=lambda row: (row["person"], row["route"])):
        was = perhaps = None
        for row in run:
            out = row["outcome"]
            turned = (out == "open" != was) or (out == "undetermined" and was == "closed")
            if turned and since <= row["since"] < before:
                expected.append((person, route, row["since"], out, was, perhaps))
            if out != "undetermined":
                perhaps = None
            elif was != "undetermined":
                perhaps = row["since"]
            was = out

    found = list(population.turns(spans, since, before, RULES))

    assert [
        (turn.person, turn.route, turn.on, turn.outcome.value, turn.was and turn.was.value,
         turn.perhaps_on)
        for turn in found
    ] == expected  # fmt: skip


def test_a_turn_tells_the_rules_that_turned(
    spans: pa.RecordBatch, rows: list[dict[str, Any]]
) -> None:
    found = list(population.turns(spans, date(2025, 10, 1), date(2027, 10, 1), RULES))

    assert len(found) > 20
    for turn in found:
        row = next(row for row in rows if (row["person"], row["route"], row["since"])
                   == (turn.person, turn.route, turn.on))  # fmt: skip
        said = dict(reason(ASKING.compiled, turn.route, row["not_closed"], row["not_open"]))
        assert turn.later == said
        assert turn.why
        assert all(turn.earlier.get(rule) is not turn.later.get(rule) for rule in turn.why)


def test_no_span_at_all_is_looked_at_as_well() -> None:
    nobody = pa.RecordBatch.from_pylist([], schema=SCHEMA)

    assert list(population.turns(nobody, date(2025, 1, 1), date(2026, 1, 1), RULES)) == []
    assert population.count(nobody, date(2025, 1, 1), ()) == population.Count()


def test_chunks_of_records_are_seen_with_their_people(records: Path) -> None:
    day = date(2025, 10, 1)
    together = population.Count()

    people = 0
    for many, seen in population.look(
        records, ASKING, lambda spans, _: population.count(spans, day, ESCORT), TWO
    ):
        people += many
        together.add(seen)

    assert people == pq.read_metadata(records).num_rows
    assert together == population.count(all_at_once(records), day, ESCORT)
