"""The law over many people, from the command line: spans, a day, and what opens soon."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sortie import population
from tests.cli.running import Ran, run
from tests.house.tree import ROOT
from tests.population.engines.crowd import PEOPLE, a_crowd, rows_of
from tests.population.synthetic.makings import a_recipe, made

DAY = "2025-10-01"


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_crowd(tmp_path_factory.mktemp("crowd"))


@pytest.fixture(scope="module")
def spans(records: Path) -> Path:
    out = records.with_name("spans.parquet")
    assert asked("when", str(records), "-o", str(out)).status == 0
    return out


def asked(*words: str, lang: str = "en") -> Ran:
    return run("population", *words, "--lang", lang)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_spans_of_everybody_are_written_and_told(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "spans.parquet"

    ran = asked("when", str(records), "-o", str(out))

    assert (ran.status, ran.err) == (0, "")
    said = f"{PEOPLE} people answered: {len(rows_of(out)):,} spans written in {out}."
    assert said in flat(ran.out)
    assert re.search(r"\d s, [\d,]+ people a second\.", ran.out)
    assert re.search(r"Leave of one day +\d+ +\d+ +\d+\n", ran.out)


def test_from_tables_the_records_are_made_beside_once_and_again_when_stale(tmp_path: Path) -> None:
    tables = made(tmp_path / "tables", a_recipe(30))
    records = tmp_path / "tables.records.parquet"
    typed = ("when", str(tables), "-o", str(tmp_path / "s.parquet"), "--json")

    first = json.loads(asked(*typed).out)
    made_first = records.stat().st_mtime_ns
    again = json.loads(asked(*typed).out)
    kept = records.stat().st_mtime_ns == made_first
    with (tables / "tables.yaml").open("a", encoding="utf-8") as file:
        file.write("# another word\n")
    asked(*typed)

    assert first == again
    assert (first["format"], first["people"]) == ("sortie/population-when@1", 30)
    assert kept
    assert records.stat().st_mtime_ns != made_first


def test_a_purpose_and_a_reading_are_asked_of_everybody(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "s.parquet"

    asked("when", str(records), "-o", str(out), "--purpose", "care",
          "--reading", "fractions_by=days")  # fmt: skip

    told = population.open_spans(out).told
    assert {facts["purpose"] for facts in json.loads(told["sortie.supposed"]).values()} == {"care"}
    assert json.loads(told["sortie.readings"]) == {"fr.reading.fractions_by": "days"}


def test_a_day_is_counted_alike_from_records_and_from_spans(records: Path, spans: Path) -> None:
    of_records = json.loads(asked("on", DAY, str(records), "--json").out)
    of_spans = json.loads(asked("on", DAY, str(spans), "--json").out)

    kinds = of_records.pop("kinds")
    assert sum(count for kind in kinds.values() for count in kind.values()) == of_records["people"]
    assert list(of_spans.pop("kinds")) == ["unknown"]
    assert of_records == of_spans
    assert of_records["format"] == "sortie/population-on@1"
    for counts in of_records["routes"].values():
        assert list(counts) == ["open", "closed", "undetermined"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["1 October 2025:", "people in custody.", "Undetermined", "Closed to everybody:",
                "apart from escorts", "Remand prison (maison d'arrêt)"]),
        ("fr", ["1er octobre 2025 :", "personnes sous écrou.", "Indéterminée", "Fermées à tous :",
                "hors escorte", "Maison d'arrêt"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("columns", ["40", "80"])
def test_a_day_is_told_in_words_that_fit_the_screen(
    records: Path, lang: str, said: list[str], columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    ran = asked("on", DAY, str(records), lang=lang)

    assert ran.err == ""
    assert max(map(len, ran.out.splitlines())) <= int(columns)
    told = flat(ran.out).replace("\u00a0", " ").replace("\u202f", " ")
    if columns == "80":
        assert [words for words in said if words not in told] == []


def test_each_row_of_a_day_is_written_as_spans_or_as_a_table(records: Path, tmp_path: Path) -> None:
    file, sheet = tmp_path / "day.parquet", tmp_path / "day.csv"
    asked("on", DAY, str(records), "-o", str(file))
    told = asked("on", DAY, str(records), "-o", str(sheet))

    held = population.open_spans(file)
    rows = rows_of(file)
    assert held.told["sortie.on"] == DAY
    assert {(row["since"] <= DAY < row["before"]) for row in csv_of(sheet)} == {True}
    assert [(row["person"], row["route"]) for row in csv_of(sheet)] == [
        (row["person"], row["route"]) for row in rows
    ]
    first = " ".join(f"{rule}={said.value}" for rule, said in held.reasons(rows[0]).items())
    assert csv_of(sheet)[0]["rules"] == first
    assert str(sheet) in flat(told.out)


def csv_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_opens_soon_is_told_by_day_with_its_reasons(spans: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "soon.csv"
    typed = ("next", str(spans), "--from", DAY, "--within", "P3M")

    english = asked(*typed, "-o", str(sheet))
    french = asked(*typed, lang="fr")
    told = json.loads(asked(*typed, "--json").out)

    assert (told["from"], told["before"]) == (DAY, "2026-01-01")
    opening = told["opening"]
    assert [each["on"] for each in opening] == sorted(each["on"] for each in opening)
    assert [row["person"] for row in csv_of(sheet)] == [each["person"] for each in opening]
    assert all(DAY <= each["on"] < "2026-01-01" and each["why"] for each in opening)
    people = len({each["person"] for each in opening})
    start = f"From 1 October 2025 to 31 December 2025, a leave opens for {people} people."
    assert flat(english.out.replace("\u00a0", " ")).startswith(start)
    assert "✓ Half of the sentence is served." in english.out
    assert "✓ La moitié de la peine est exécutée." in french.out
    assert opening[0]["person"] in french.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("next", "RECORDS", "--within", "trois mois"), "--within: “trois mois” is not a length"),
        (("on", "demain", "RECORDS"), "demain"),
        (("on", DAY, "none"), "none"),
        (("on", DAY, "RECORDS", "--memory", "lots"), "--memory: “lots” is not"),
        (("on", DAY, "RECORDS", "--memory", "20MB"), "--memory: at least"),
        (("on", DAY, "RECORDS", "--threads", "0"), "--threads"),
        (("on", DAY, "SPANS", "--purpose", "care"), "were already asked"),
        (("on", DAY, "OTHER"), "holds no records"),
        (("when", "SPANS", "-o", "x.parquet"), "holds no records"),
        (("when", "RECORDS", "-o", "none/x.parquet"), "cannot be written"),
        (("when", "RECORDS", "-o", "FOLDER", "--engine", "spark"), "not an empty folder"),
    ],
)
def test_what_is_typed_wrong_is_refused(
    records: Path, spans: Path, tmp_path: Path, typed: tuple[str, ...], said: str
) -> None:
    other = tmp_path / "other.parquet"
    pq.write_table(pq.read_table(records).replace_schema_metadata(None), other)
    names = {"RECORDS": str(records), "SPANS": str(spans), "OTHER": str(other),
             "FOLDER": str(records.parent)}  # fmt: skip

    ran = asked(*(names.get(word, word) for word in typed))

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.skipif(os.name != "posix", reason="a process is interrupted by a signal")
def test_interrupted_it_says_that_the_same_command_goes_on(tmp_path: Path, records: Path) -> None:
    table = pq.read_table(records)
    many = tmp_path / "many.parquet"
    with pq.ParquetWriter(many, table.schema) as file:
        for _ in range(400):
            file.write_table(table)
    running = subprocess.Popen(
        [sys.executable, "-m", "sortie", "population", "when", str(many), "-o",
         str(tmp_path / "s.parquet"), "--lang", "en"],
        cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    folder = tmp_path / "s.parquet.parts"
    while running.poll() is None and not list(folder.glob("*.parquet")):
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate()

    assert (running.returncode, out) == (130, "")
    assert err == "Stopped. What was done is kept: the same command goes on from there.\n"
    assert list(folder.glob("*.parquet"))
