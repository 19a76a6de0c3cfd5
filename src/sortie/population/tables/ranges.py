"""Where the rows of each stretch of people stand in every table, found before anything is read.

The tables follow the order of the persons, so that the rows of consecutive people are consecutive
in each: a table is then read in parts, and never kept whole.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sortie.facts import tables
from sortie.population.errors import FilesRefused, OutOfOrder
from sortie.population.tables.cells import canonical
from sortie.population.tables.sheets import FIRST_ROW, opened

_PERSON = "person"
_NUMBER = "committal_number"
_AT_ONCE = 1 << 20
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive people, and the first row of theirs in each table with the row after the last."""

    number: int
    people: int
    rows: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Ranges:
    """The stretches of the people of a folder."""

    people: int
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, files: Mapping[str, Path], size: int) -> "Ranges":
        """Return the stretches of so many people each, from the columns of ids alone.

        Raises:   OutOfOrder: a row that stands elsewhere than its person, or is nobody's; a person
                  or a committal number that comes twice
        Raises:   FilesRefused: a damaged file
        """
        with _refused_whole(files[tables.PERSONS]):
            ids = _whole_column(files[tables.PERSONS], _PERSON)
            assert ids is not None  # noqa: S101
            _once_each(files[tables.PERSONS], ids)
        edges = np.append(np.arange(0, len(ids), size), len(ids))
        starts = {tables.PERSONS: edges}
        for name, path in files.items():
            if name != tables.PERSONS:
                with _refused_whole(path):
                    starts[name] = _starts(path, ids, edges)
        stretches = tuple(
            Stretch(rank, int(edges[rank + 1] - edges[rank]),
                    {name: (int(at[rank]), int(at[rank + 1])) for name, at in starts.items()})
            for rank in range(len(edges) - 1)
        )  # fmt: skip
        return cls(len(ids), stretches)


@contextmanager
def _refused_whole(path: Path) -> Iterator[None]:
    try:
        yield
    except tables.BrokenSheet as broken:
        fault = tables.TableFault(
            file=path.name, row=broken.row, column="", code=broken.code, read=broken.read,
            expected=broken.expected, params=broken.params,
        )  # fmt: skip
        raise FilesRefused((fault,)) from broken


def _whole_column(path: Path, name: str) -> pa.ChunkedArray | None:
    """Return a column of texts, named in either language; nothing where it is not there."""
    with opened(path) as file:
        typed = _typed(file, name)
        return None if typed is None else _trimmed(file.read(columns=[typed]).column(0))


def _typed(file: pq.ParquetFile, name: str) -> str | None:
    return next((typed for typed in file.schema_arrow.names if canonical(typed) == name), None)


def _trimmed(held: Any) -> Any:
    """Return texts as cells are read: without spaces around; null where nothing is left."""
    texts = pc.utf8_trim_whitespace(held.cast(pa.string()))
    return pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)


def _once_each(path: Path, ids: pa.ChunkedArray) -> None:
    """Refuse a person who comes twice, and a committal number held by two in one prison."""
    if ids.null_count:
        raise OutOfOrder(path.name, None, _PERSON, "")
    _refuse_twice(path, _PERSON, ids)
    prison, number = _whole_column(path, "prison"), _whole_column(path, _NUMBER)
    if number is None:
        return
    kept = pc.is_valid(number)
    held = [pc.filter(each, kept) for each in (prison, number) if each is not None]
    columns = [pc.fill_null(each, "") for each in held]
    _refuse_twice(path, _NUMBER, pc.binary_join_element_wise(*columns, "\x1f"))


def _refuse_twice(path: Path, column: str, held: pa.ChunkedArray) -> None:
    if pc.count_distinct(held, mode="all").as_py() == len(held):
        return
    counted = pc.value_counts(held)
    values, counts = counted.field("values"), counted.field("counts")
    again = values.filter(pc.greater(counts, 1))[0]
    raise OutOfOrder(path.name, None, column, str(again.as_py()).rpartition("\x1f")[2])


def _starts(path: Path, ids: pa.ChunkedArray, edges: Rows) -> Rows:
    """Return the row of a table at which each stretch of people begins, and the row after all."""
    rows, told, count = _runs(path)
    places = pc.index_in(told, value_set=ids)
    strangers = np.asarray(places.is_null())
    found = places.fill_null(-1).to_numpy().astype(np.int64)
    astray = strangers | np.append(False, np.diff(found) <= 0)
    if astray.any():
        rank = int(np.argmax(astray))
        raise OutOfOrder(path.name, int(rows[rank]) + FIRST_ROW, _PERSON, str(told[rank].as_py()))
    return np.append(rows, count)[np.searchsorted(found, edges)]


def _runs(path: Path) -> tuple[Rows, pa.Array, int]:
    """Return the first row of each person in a row, their ids, and how many rows there are."""
    rows: list[Rows] = []
    told: list[pa.Array] = []
    count, last = 0, None
    for ids in _batches(path):
        another = pc.fill_null(pc.not_equal(ids[1:], ids[:-1]), fill_value=True)
        begins = np.append(count == 0 or ids[0].as_py() != last, np.asarray(another))
        rows.append(np.flatnonzero(begins) + count)
        told.append(ids.filter(pa.array(begins)))
        count, last = count + len(ids), ids[-1].as_py()
    whole = pa.concat_arrays(told) if told else pa.array([], pa.string())
    return np.concatenate([*rows, np.empty(0, np.int64)]).astype(np.int64), whole, count


def _batches(path: Path) -> Iterator[pa.Array]:
    with opened(path) as file:
        for batch in file.iter_batches(_AT_ONCE, columns=[_typed(file, _PERSON)]):
            if batch.num_rows:
                yield _trimmed(batch.column(0))
