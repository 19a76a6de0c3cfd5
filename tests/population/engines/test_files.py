"""A file of spans read alone."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sortie import population
from sortie.law import france
from sortie.population.engines.local import run
from sortie.population.running import reason
from tests.population.engines.crowd import ASKING, TWO, under


@pytest.fixture(scope="module")
def spans(records: Path, tmp_path_factory: pytest.TempPathFactory) -> population.SpansFile:
    out = tmp_path_factory.mktemp("spans") / "s.parquet"
    run(records, out, ASKING, room=TWO, size=60)
    return population.open_spans(out)


def test_the_reasons_are_read_from_the_file_as_the_law_tells_them(
    spans: population.SpansFile,
) -> None:
    seen = set()
    for batch in spans.batches():
        for row in batch.to_pylist():
            key = row["route"], row["not_closed"], row["not_open"]
            if key not in seen:
                seen.add(key)
                assert list(spans.reasons(row).items()) == list(reason(ASKING.compiled, *key))
    assert len(seen) > 50


def test_the_file_says_what_it_rests_on(records: Path, tmp_path: Path) -> None:
    asking = under("days")
    run(records, tmp_path / "s.parquet", asking, room=TWO)

    told = population.open_spans(tmp_path / "s.parquet").told

    assert told["sortie.format"] == "sortie/spans@1"
    assert json.loads(told["sortie.readings"]) == {"fr.reading.fractions_by": "days"}
    supposed = json.loads(told["sortie.supposed"])
    assert list(supposed) == [route.code for route in france.ROUTES]
    assert supposed["fr.leave.day"]["purpose"] == "exam"
    assert told["sortie.law"] == asking.law != ASKING.law
    assert len(told["sortie.records"]) == 64


def test_no_person_is_ever_in_two_batches(spans: population.SpansFile, tmp_path: Path) -> None:
    """Written by others in groups of seven rows, which cut people anywhere."""
    folder = tmp_path / "folder"
    folder.mkdir()
    pq.write_table(pq.read_table(spans.path), folder / "part-0.parquet", row_group_size=7)
    (folder / "_sortie.json").write_text(json.dumps(dict(spans.told)), encoding="utf-8")

    batches = list(population.open_spans(folder).batches())

    people = [set(batch.column("person").to_pylist()) for batch in batches]
    assert sum(map(len, people)) == len(set().union(*people))
    whole = [row for batch in batches for row in batch.to_pylist()]
    assert whole == [row for batch in spans.batches() for row in batch.to_pylist()]


def test_what_does_not_say_what_it_is_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"person": ["P"]}), tmp_path / "x.parquet")
    (tmp_path / "text").write_text("nothing of the kind")

    for path in (tmp_path, tmp_path / "x.parquet", tmp_path / "text"):
        with pytest.raises(population.NotSpans):
            population.open_spans(path)
    with pytest.raises(FileNotFoundError):
        population.open_spans(tmp_path / "none")


def write_badly(path: Path, spans: population.SpansFile, first: pa.RecordBatch) -> None:
    with population.SpansWriter(path, spans.told) as writer:
        writer.add(first)
        writer.add(None)


def test_a_writer_stopped_on_the_way_leaves_nothing(
    spans: population.SpansFile, tmp_path: Path
) -> None:
    first = next(spans.batches())

    with population.SpansWriter(tmp_path / "a.parquet", spans.told) as writer:
        writer.add(first)
    with pytest.raises(AttributeError):
        write_badly(tmp_path / "b.parquet", spans, first)

    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet"]
    again = population.open_spans(tmp_path / "a.parquet")
    assert again.told == spans.told
    assert [row for batch in again.batches() for row in batch.to_pylist()] == first.to_pylist()
