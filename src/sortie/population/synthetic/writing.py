"""Writing the folder of tables of a synthetic population, a batch at a time."""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from sortie import facts
from sortie.population.synthetic.batch import batch_of
from sortie.population.synthetic.calibrating import calibrated
from sortie.population.synthetic.errors import NotThatMany
from sortie.population.synthetic.months import number_of
from sortie.population.synthetic.profile import Ground, profile_of

VERSION = "1"
PEOPLE_IN_A_BATCH = 65_536
MOST_PEOPLE = 10**10
_LISTED = ("person",)


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How many people are made, drawn by which seed, present on which day, under which law.

    ``changed`` are the assumptions that were changed, by name.
    """

    people: int
    seed: int
    on: date
    jurisdiction: str
    changed: Mapping[str, float] = field(default_factory=dict)

    @property
    def metadata(self) -> dict[str, str]:
        """What every file says of itself: it is synthetic, and made of this."""
        return {
            "sortie.synthetic": "true",
            "sortie.synthetic.version": VERSION,
            "sortie.synthetic.seed": str(self.seed),
            "sortie.synthetic.people": str(self.people),
            "sortie.synthetic.on": self.on.isoformat(),
            "sortie.synthetic.changed": json.dumps(dict(sorted(self.changed.items()))),
        }


def synthesise(
    ground: Ground, recipe: Recipe, folder: Path, told: Callable[[int], None] = lambda _: None
) -> None:
    """Write the tables of people who never were; ``told`` is called with the people done so far.

    The same seed, day and assumptions make the same people in the same bytes, and a larger number
    adds people after those of a smaller one.

    Raises:   NotThatMany: the ids have no room for so many
    """
    if recipe.people > MOST_PEOPLE:
        raise NotThatMany(recipe.people, MOST_PEOPLE)
    on = number_of(recipe.on)
    profile = calibrated(profile_of(ground), on)
    with _Files(folder, recipe) as files:
        for first in range(0, recipe.people, PEOPLE_IN_A_BATCH):
            people = np.arange(first, min(first + PEOPLE_IN_A_BATCH, recipe.people))
            files.write(batch_of(profile, recipe.seed, people, on))
            told(int(people[-1]) + 1)


class _Files:
    """One Parquet file a table; a table without a row is no file. Written beside the next batch."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._metadata = folder, recipe.metadata
        marks = "".join(f"# {name}: {said}\n" for name, said in recipe.metadata.items())
        page = f"{marks}format: {facts.tables.FORMAT}\njurisdiction: {recipe.jurisdiction}\n"
        (folder / facts.tables.MANIFEST).write_text(page, encoding="utf-8")
        self._files: dict[str, pq.ParquetWriter] = {}
        self._pool = ThreadPoolExecutor(1)
        self._before: Future[None] | None = None

    def __enter__(self) -> "_Files":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._pool.shutdown()
        for file in self._files.values():
            file.close()
        if self._before is not None and error is None:
            self._before.result()

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        """Write a batch while the next one is made; one batch waits at most."""
        if self._before is not None:
            self._before.result()
        self._before = self._pool.submit(self._write, tables)

    def _write(self, tables: Mapping[str, pa.Table]) -> None:
        for name, table in tables.items():
            if table.num_rows:
                self._file(name, table.schema).write_table(table, row_group_size=len(table))

    def _file(self, name: str, schema: pa.Schema) -> pq.ParquetWriter:
        if name not in self._files:
            marked = schema.with_metadata({**(schema.metadata or {}), **self._metadata})
            # The id of a person stands once or a few times in a row: its own dictionary is no gain.
            self._files[name] = pq.ParquetWriter(
                self._folder / f"{name}.parquet", marked, compression="zstd", compression_level=1,
                use_dictionary=[field.name for field in schema if field.name not in _LISTED],
                column_encoding=dict.fromkeys(_LISTED, "DELTA_BYTE_ARRAY"),
            )  # fmt: skip
        return self._files[name]
