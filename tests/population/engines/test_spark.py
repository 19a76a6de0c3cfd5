"""The same rows under Spark, on one machine, from groups that Spark cuts as it likes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from sortie import population
from sortie.population.engines.local import run
from tests.house.tree import ROOT
from tests.population.engines.crowd import ASKING, TWO, in_groups, rows_of
from tests.register.strangers.presence import absent

Row = dict[str, object]


def key(row: Row) -> tuple[str, ...]:
    return tuple(str(value) for value in row.values())


def test_spark_writes_the_rows_of_the_local_engine(records: Path, tmp_path: Path) -> None:
    """In a process of its own: Java opens sockets, and closes them when it pleases."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        absent("java", "apt-get install default-jre-headless")
    many = in_groups(records, tmp_path / "records.parquet", 40)
    run(many, tmp_path / "here.parquet", ASKING, room=TWO)

    ran = subprocess.run(
        [sys.executable, "-m", "sortie", "population", "when", str(many), "--engine", "spark",
         "-o", str(tmp_path / "there"), "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr[-4000:]
    here, there = rows_of(tmp_path / "here.parquet"), rows_of(tmp_path / "there")
    assert sorted(there, key=key) == sorted(here, key=key)
    told = dict(population.open_spans(tmp_path / "there").told)
    assert told == dict(ASKING.told)
    assert json.loads(ran.stdout)["rows"] == len(here)
