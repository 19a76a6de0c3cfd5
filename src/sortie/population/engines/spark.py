"""Many machines: the same function from batch to batch, under Spark.

Each executor has this package installed, numba with it. What is asked is sent to it as compiled,
book and all; the kernel is loaded there once a process.

Source: pyspark.sql.DataFrame.mapInArrow
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark import SparkConf
from pyspark.sql import DataFrame, SparkSession

from sortie.population.engines.asking import Asking
from sortie.population.engines.errors import NoJava
from sortie.population.engines.files import TOLD
from sortie.population.engines.local import Ran
from sortie.population.engines.memory import Room
from sortie.population.engines.reading import AT_ONCE, refuse_others
from sortie.population.running import spans

# Spark has no dictionaries in columns: the words stand as texts.
COLUMNS = (
    "person string, route string, since date, before date, outcome string, "
    "not_closed long, not_open long"
)
_PLAIN = pa.schema([
    ("person", pa.string()), ("route", pa.string()), ("since", pa.date32()),
    ("before", pa.date32()), ("outcome", pa.string()), ("not_closed", pa.int64()),
    ("not_open", pa.int64()),
])  # fmt: skip
_HERE = "127.0.0.1"
# What a process of an executor holds already, by the digest of the law.
_HELD: dict[str, Asking] = {}


def spans_of(records: DataFrame, asking: Asking) -> DataFrame:
    """Return the spans of a frame of records, wherever its parts are.

    The rows of one person stay together; the order of people is Spark's.
    """
    names = asking.layout.schema.names
    # Spark takes the dots in our names for parts of a structure: it is given places instead.
    ordered = records.select(*(f"`{name}`" for name in names))
    placed = ordered.toDF(*(f"c{place}" for place in range(len(names))))
    return placed.mapInArrow(_answering(asking.law, asking), COLUMNS)


def _answering(
    law: str, asking: Asking
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def answer(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = _HELD.setdefault(law, asking)
        names = held.layout.schema.names
        for batch in batches:
            if batch.num_rows:
                named = pa.RecordBatch.from_arrays(batch.columns, names)
                yield _plain(spans(held.compiled, named))

    return answer


def _plain(found: pa.RecordBatch) -> pa.RecordBatch:
    columns = [found.column(each.name).cast(each.type) for each in _PLAIN]
    return pa.RecordBatch.from_arrays(columns, schema=_PLAIN)


def run_on_spark(records: Path, out: Path, asking: Asking, room: Room) -> Ran:
    """Write the spans of everybody in a folder, one file a task of Spark.

    Under ``spark-submit`` the machines are those that it was given; without it, this one, with so
    many threads. The folder says what its spans rest on once all are written.

    Raises:   NoJava: there is none to run Spark
              NotRecords: the file holds no records as the rules read them
              NotCompiled, UnknownRule: see ``Asking.compiled``
              OSError: a file cannot be opened or written
    """
    if not ("JAVA_HOME" in os.environ or shutil.which("java")):
        raise NoJava
    refuse_others(records, asking.layout)
    under_way = out.with_name(out.name + ".tmp")
    session = _session(room)
    try:
        answered = spans_of(session.read.parquet(str(records)), asking)
        answered.write.mode("overwrite").parquet(str(under_way), compression="zstd")
    finally:
        session.stop()
    (under_way / TOLD).write_text(json.dumps(dict(asking.told)), encoding="utf-8")
    under_way.replace(out)
    rows = sum(pq.read_metadata(file).num_rows for file in out.glob("*.parquet"))
    return Ran(pq.read_metadata(records).num_rows, 0, rows)


def _session(room: Room) -> SparkSession:
    conf = SparkConf()
    if not conf.contains("spark.master"):
        for name, value in _here(room).items():
            conf.set(name, value)
    conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(AT_ONCE))
    session = SparkSession.builder.config(conf=conf).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _here(room: Room) -> dict[str, str]:
    """Return how Spark runs on this machine alone, and is reached by nobody else."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", _HERE)
    return {
        "spark.master": f"local[{room.threads}]",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": _HERE,
        "spark.driver.bindAddress": _HERE,
    }
