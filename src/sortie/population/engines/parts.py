"""Work under way: one file a chunk, each whole or not there, beside what it is the work of."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sortie.population.engines.joining import is_whole, join
from sortie.population.running import SCHEMA

_ORIGIN = "origin.json"


@dataclass(frozen=True, slots=True)
class Parts:
    """The folder of the parts of one file of spans."""

    folder: Path

    @classmethod
    def of(cls, whole: Path, origin: Mapping[str, str]) -> "Parts":
        """Return the parts of a file: those done from the same origin, or none yet."""
        parts = cls(whole.with_name(whole.name + ".parts"))
        said = parts.folder / _ORIGIN
        text = json.dumps(dict(origin), indent=1)
        if not said.is_file() or said.read_text("utf-8") != text:
            shutil.rmtree(parts.folder, ignore_errors=True)
            parts.folder.mkdir(parents=True)
            said.write_text(text, encoding="utf-8")
        return parts

    def path(self, number: int) -> Path:
        """Return the file of a part: there once it is whole."""
        return self.folder / f"{number:06d}.parquet"

    def has(self, number: int) -> bool:
        """Whether a part was done."""
        return is_whole(self.path(number))

    def write(self, number: int, spans: pa.RecordBatch) -> None:
        """Write a part; until its last byte is written, it is not there."""
        done = self.path(number)
        under_way = done.with_suffix(".tmp")
        write_spans(under_way, spans)
        under_way.replace(done)

    def join(self, count: int, whole: Path, told: Mapping[str, str]) -> None:
        """Make the parts one file, and leave nothing else."""
        under_way = whole.with_name(whole.name + ".tmp")
        join([self.path(number) for number in range(count)], under_way, told)
        under_way.replace(whole)
        shutil.rmtree(self.folder)


class SpansWriter:
    """Writes spans as one file that says what they rest on, a group of rows a batch.

    Used in a ``with``: the file is there once all is written, and not at all if something stops it.
    """

    def __init__(self, path: Path, told: Mapping[str, str]) -> None:
        self._path, self._under_way = path, path.with_name(path.name + ".tmp")
        self._file = pq.ParquetWriter(
            self._under_way, SCHEMA.remove_metadata(), compression="zstd",
            write_statistics=["person"], store_schema=False,
        )  # fmt: skip
        self._file.add_key_value_metadata(dict(told))

    def __enter__(self) -> "SpansWriter":
        return self

    def __exit__(self, wrong: object, *_: object) -> None:
        self._file.close()
        if wrong is None:
            self._under_way.replace(self._path)
        else:
            self._under_way.unlink()

    def add(self, spans: pa.RecordBatch) -> None:
        """Write the rows of a batch."""
        if spans.num_rows:
            table = pa.Table.from_batches([spans]).replace_schema_metadata(None)
            self._file.write_table(table, table.num_rows)


def write_spans(path: Path, spans: pa.RecordBatch) -> None:
    """Write spans as one group of rows: a person's id once, and no statistics but of ids."""
    table = pa.Table.from_batches([spans]).replace_schema_metadata(None)
    if table.num_rows:
        ids = spans.column("person").dictionary_encode()
        table = table.set_column(0, "person", ids)
    pq.write_table(
        table, path, row_group_size=max(1, table.num_rows), compression="zstd",
        write_statistics=["person"], store_schema=False,
    )  # fmt: skip
