"""Measure the law over many people beside its peers: ``python -m benchmarks.population [--write]``.

``--people 1000`` tries it on fewer, ``--records FILE`` takes records already made, ``--sql`` prints
the queries and measures nothing.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from benchmarks import machine
from benchmarks.population import (
    by_hand,
    chart,
    in_duckdb,
    on_one_date,
    one_date,
    streaming,
    whole_custodies,
    whole_law_in_sql,
)
from benchmarks.population.page import DRAWING, PAGE, Report
from benchmarks.population.people import crowd, french, french_settled

MEASURED = ("sortie", "numba", "llvmlite", "numpy", "pyarrow", "duckdb")
PEER = ("openfisca-core",)
KEPT = Path(__file__).parents[2] / ".bench"
MILLION, SEED = 1_000_000, 7


def main(typed: list[str]) -> int:
    """Measure, print, and write the page when asked."""
    chosen = _chosen(typed)
    book = french()
    if chosen.sql:
        for name, query in in_duckdb.queries(book, by_hand.looked(book)).items():
            print(f"-- {name}\n{query};\n")
        print(f"-- the whole law\n{whole_law_in_sql.query(french_settled()).text};")
        return 0
    records = chosen.records or _made(chosen.people)
    people = crowd(records, chosen.people)
    custodies = whole_custodies.beside(book, people)
    dated = on_one_date.beside(people, min(one_date.PEOPLE, chosen.people * 2))
    del people
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        sizes = [streaming.streamed(records, size, Path(folder))
                 for size in (chosen.people // 10, chosen.people, chosen.people * 10)]  # fmt: skip
    report = Report(
        day=datetime.now(UTC).date().isoformat(),
        machine=machine.described(MEASURED + (PEER if find_spec("openfisca_core") else ())),
        load=f"Load of the machine at the end: {os.getloadavg()[1]:.1f} over five minutes.",
        custodies=custodies,
        on_date=dated,
        sizes=sizes,
    )
    print("\n".join(report.lines()))
    drawing = chart.drawn(custodies.rates, dated[1], sizes)
    if chosen.write:
        PAGE.write_text(report.written(), "utf-8")
        DRAWING.write_text(drawing, "utf-8")
    return 0


def _chosen(typed: list[str]) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.population")
    asked.add_argument("--people", type=int, default=MILLION)
    asked.add_argument("--records", type=Path, help="records already made")
    asked.add_argument("--folder", type=Path, help="where large files are written and removed")
    asked.add_argument("--sql", action="store_true", help="print the queries, measure nothing")
    asked.add_argument("--write", action="store_true", help="write the page and its drawing")
    return asked.parse_args(typed)


def _made(people: int) -> Path:
    """Return the records of so many invented people, made once and kept."""
    KEPT.mkdir(exist_ok=True)
    records = KEPT / f"records-{people}-{SEED}.parquet"
    if not records.exists():
        sortie = [sys.executable, "-m", "sortie", "population"]
        with tempfile.TemporaryDirectory(dir=KEPT) as folder:
            tables = str(Path(folder) / "tables")
            size = ["--people", str(people), "--seed", str(SEED)]
            subprocess.run([*sortie, "synth", *size, "-o", tables], check=True)
            subprocess.run([*sortie, "derive", tables, "-o", str(records)], check=True)
    return records


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
