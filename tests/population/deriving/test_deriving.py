"""From tables to records: the same people, in order, whatever happens on the way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sortie import population
from sortie.law import france
from sortie.population.records import Layout
from tests.population.tables.folders import SAMPLE, csv_of, good, in_columns, read

Said = list[tuple[int, int]]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return good(tmp_path / "tables", read(SAMPLE).people)


def derived(tables: Path, name: str, size: int, processes: int = 1) -> bytes:
    records = tables.parent / f"{name}.parquet"
    population.derive(tables, records, population.FRANCE, processes=processes, size=size)
    return records.read_bytes()


def test_each_person_has_the_record_of_their_case_in_the_order_of_the_tables(tables: Path) -> None:
    people = read(SAMPLE).people
    records = [france.record_of(person.case) for person in people]
    spans = [france.custody_of(record) for record in records]
    expected = Layout.of(france.Person).batch([p.person for p in people], records, spans)

    derived(tables, "records", 5)

    held = pq.read_table(tables.parent / "records.parquet")
    assert held.to_pylist() == expected.to_pylist()
    assert held.schema.metadata[b"sortie.format"] == b"sortie/records@1"
    assert not (tables.parent / "records.parquet.parts").exists()


def test_one_process_or_two_small_parts_or_a_large_one_write_the_same(tables: Path) -> None:
    alone = derived(tables, "alone", 4)

    assert derived(tables, "several", 4, processes=2) == alone
    assert derived(tables, "large", 100) == alone


def test_progress_counts_the_people_to_the_last(tables: Path) -> None:
    said: Said = []
    population.derive(
        tables, tables.parent / "r.parquet", population.FRANCE,
        processes=1, size=5, progress=lambda done, total: said.append((done, total)),
    )  # fmt: skip

    assert said == [(5, 12), (10, 12), (12, 12)]


class Stopped(Exception):
    """Someone stops the work."""


def stop_after(tables: Path, parts: int) -> Path:
    """Stop a derivation once so many parts are done; return the folder where they are kept."""
    told: Said = []

    def told_to_stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == parts:
            raise Stopped

    records = tables.parent / "records.parquet"
    with pytest.raises(Stopped):
        population.derive(
            tables, records, population.FRANCE, processes=1, size=3, progress=told_to_stop
        )
    assert not records.exists()
    return tables.parent / "records.parquet.parts"


def test_what_was_done_before_a_stop_is_not_done_again(tables: Path) -> None:
    whole = derived(tables, "whole", 3)
    kept = stop_after(tables, 2)
    first = kept / "000000.parquet"
    before = first.stat().st_mtime_ns, first.stat().st_ino
    seen: list[tuple[int, int]] = []

    def look(*_: int) -> None:
        seen.append((first.stat().st_mtime_ns, first.stat().st_ino))

    records = tables.parent / "records.parquet"
    population.derive(tables, records, population.FRANCE, processes=1, size=3, progress=look)

    assert seen == [before] * 4
    assert (tables.parent / "records.parquet").read_bytes() == whole


def test_what_was_done_from_other_tables_is_done_again(tables: Path) -> None:
    stop_after(tables, 2)
    people = [person for person in read(SAMPLE).people if person.person != "P-0001"]
    shutil.rmtree(tables)
    good(tables, people)

    derived(tables, "records", 3)

    held = pq.read_table(tables.parent / "records.parquet")
    assert held.column("person").to_pylist() == [person.person for person in people]


@pytest.mark.skipif(os.name != "posix", reason="a process is killed by a signal")
def test_killed_and_started_again_it_writes_the_same(tmp_path: Path) -> None:
    sample = read(SAMPLE).people
    tables = in_columns(tmp_path / "tables", many(400))
    whole = derived(tables, "whole", 100)
    script = (
        "from pathlib import Path\nfrom sortie import population\n"
        "if __name__ == '__main__':\n"
        f"    population.derive(Path({str(tables)!r}), Path({str(tmp_path / 'r.parquet')!r}),\n"
        "                      population.FRANCE, processes=1, size=100)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", script])
    first = tmp_path / "r.parquet.parts/000000.parquet"
    while not first.exists() and running.poll() is None:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()

    assert not (tmp_path / "r.parquet").exists()
    assert derived(tables, "r", 100) == whole
    assert len(sample) * 400 == pq.read_metadata(tmp_path / "r.parquet").num_rows


def many(times: int) -> dict[str, list[list[str]]]:
    """The people of the sample, many times over, each under an id of their own."""
    held = {name: [list(row) for row in rows] for name, rows in csv_of(SAMPLE).items()}
    grown = {name: [rows[0]] for name, rows in held.items()}
    for turn in range(times):
        for name, rows in held.items():
            grown[name] += [[f"{turn}-{row[0]}", *row[1:]] for row in rows[1:]]
    number = grown["personnes"][0].index("numero_d_ecrou")
    for rank, row in enumerate(grown["personnes"][1:]):
        row[number] = str(rank)
    return grown


def test_people_with_a_fault_are_left_out_counted_and_listed(tmp_path: Path) -> None:
    held = {name: [list(row) for row in rows] for name, rows in csv_of(SAMPLE).items()}
    held["peines"][2][held["peines"][0].index("duree")] = "huit ans; environ"
    tables = in_columns(tmp_path / "tables", held)

    found = population.derive(
        tables, tmp_path / "r.parquet", population.FRANCE, processes=1, size=5
    )

    assert (found.people, found.left_out) == (11, 1)
    assert found.refused.read_text(encoding="utf-8").splitlines() == [
        "person,file,row,column,code,read,expected",
        "P-0001,peines.parquet,3,duree,facts.not_a_length,huit ans; environ,length_or_life",
    ]


def test_records_made_from_other_tables_are_seen(tables: Path) -> None:
    derived(tables, "records", 5)
    records = tables.parent / "records.parquet"
    population.refuse_stale(records, tables)

    (tables / "tables.yaml").write_text(
        "format: sortie/tables@1\njurisdiction: fr\ncomplete: [remand]\n", encoding="utf-8"
    )

    with pytest.raises(population.OtherRecords):
        population.refuse_stale(records, tables)


def test_a_folder_without_anybody_has_records_of_nobody(tmp_path: Path) -> None:
    tables = in_columns(tmp_path / "tables", {"persons": [["person"]]})
    (tables / "tables.yaml").write_text("format: sortie/tables@1\njurisdiction: fr\n")

    derived(tables, "records", 5)

    assert pq.read_metadata(tmp_path / "records.parquet").num_rows == 0
