"""One route on one day says what its spans say of that day, for everybody."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sortie.population.compiling import Compiled
from sortie.population.running import on_date, spans
from sortie.rules import Outcome
from tests.population.engines.crowd import ASKING, a_crowd, under

TODAY, MINORS_LAW, OLD_LAW = date(2026, 3, 1), date(2021, 9, 30), date(2012, 6, 1)
OUTCOMES = [str(each.value) for each in (Outcome.OPEN, Outcome.CLOSED, Outcome.UNDETERMINED)]
SETTLED = under("calendar").compiled


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> pa.RecordBatch:
    records: Path = a_crowd(tmp_path_factory.mktemp("crowd"), group=1000)
    return pq.read_table(records).combine_chunks().to_batches()[0]


def said_by_spans(compiled: Compiled, people: pa.RecordBatch, day: date, route: str) -> list[int]:
    """Return, for each person, the outcome of the span that holds a day."""
    held = {
        row["person"]: OUTCOMES.index(row["outcome"])
        for row in spans(compiled, people).to_pylist()
        if row["route"] == route and row["since"] <= day < row["before"]
    }
    now = day.toordinal()
    return [
        held.get(row["person"], on_date.CLOSED) if row["since"] <= now < row["before"]
        else on_date.OUT_OF_CUSTODY
        for row in people.select(["person", "since", "before"]).to_pylist()
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("compiled", "day"),
    [(ASKING.compiled, TODAY), (SETTLED, MINORS_LAW), (ASKING.compiled, OLD_LAW)],
    ids=["today", "one reading settled, the day a law changes", "under the earlier law"],
)
def test_every_route_answers_on_a_day_as_its_spans_do(
    compiled: Compiled, people: pa.RecordBatch, day: date
) -> None:
    for route in compiled.routes:
        found = on_date.on_date(compiled, people, day, route.rule_id)

        assert found.tolist() == said_by_spans(compiled, people, day, route.rule_id)


def test_some_are_open_some_closed_some_undetermined_and_some_not_there(
    people: pa.RecordBatch,
) -> None:
    found = on_date.on_date(ASKING.compiled, people, TODAY, "fr.leave.day")

    assert set(found.tolist()) == {-1, 0, 1, 2}


def test_nobody_is_asked_about_nobody(people: pa.RecordBatch) -> None:
    assert on_date.on_date(ASKING.compiled, people.slice(0, 0), TODAY, "fr.leave.day").size == 0


def test_a_slice_of_people_is_answered_alike(people: pa.RecordBatch) -> None:
    whole = on_date.on_date(ASKING.compiled, people, TODAY, "fr.leave.short")
    part = on_date.on_date(ASKING.compiled, people.slice(100, 50), TODAY, "fr.leave.short")

    assert np.array_equal(whole[100:150], part)


def test_a_route_on_a_day_reads_few_columns_and_numbers(people: pa.RecordBatch) -> None:
    everything = frozenset(people.schema.names)

    asked: Any = on_date.question(SETTLED, TODAY, "fr.leave.days_off", known=everything)

    assert set(asked.columns) < everything
    assert TODAY.toordinal() + 1 in asked.numbers
    assert "purpose" not in asked.columns
