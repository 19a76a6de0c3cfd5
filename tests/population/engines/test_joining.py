"""Parquet files made one, without a value of them being read again."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie.population.engines import footer
from sortie.population.engines.joining import NotWhole, is_whole, join

COLUMNS = st.lists(
    st.tuples(st.text(max_size=5), st.integers(-(2**63), 2**63 - 1), st.booleans()), max_size=30
)


def a_file(path: Path, rows: Sequence[tuple[str, int, bool]], **more: object) -> Path:
    names = ("word", "number", "flag")
    kinds = (pa.string(), pa.int64(), pa.bool_())
    columns = [pa.array([row[place] for row in rows], kind) for place, kind in enumerate(kinds)]
    pq.write_table(pa.table(dict(zip(names, columns, strict=True))), path, **more)
    return path


@settings(max_examples=30, deadline=None)
@given(parts=st.lists(COLUMNS, min_size=1, max_size=6), group=st.integers(1, 20))
def test_the_rows_of_the_whole_are_those_of_the_parts_in_their_order(
    tmp_path_factory: pytest.TempPathFactory, parts: list[list[tuple[str, int, bool]]], group: int
) -> None:
    folder = tmp_path_factory.mktemp("joined")
    files = [
        a_file(folder / f"{rank}.parquet", rows, row_group_size=group, compression="zstd")
        for rank, rows in enumerate(parts)
    ]

    join(files, folder / "whole.parquet", {"what": "été", "of": "x" * 300})

    table = pq.read_table(folder / "whole.parquet")
    expected = pa.concat_tables([pq.read_table(file) for file in files])
    assert table.to_pylist() == expected.to_pylist()
    said = pq.read_metadata(folder / "whole.parquet").metadata
    assert said == {b"what": "été".encode(), b"of": b"x" * 300}


def test_another_reader_opens_the_whole(tmp_path: Path) -> None:
    rows = [[(str(number), number, number % 2 == 0) for number in range(at, at + 500)]
            for at in (0, 500, 1000)]  # fmt: skip
    files = [a_file(tmp_path / f"{rank}.parquet", each) for rank, each in enumerate(rows)]

    join(files, tmp_path / "whole.parquet", {})

    with duckdb.connect() as base:
        found = base.sql(f"select number from '{tmp_path}/whole.parquet' where word = '1234'")
        assert found.fetchall() == [(1234,)]


def test_a_footer_is_written_back_as_it_was(tmp_path: Path) -> None:
    rows = [("a", -1, True), ("b", 2**62, False)] * 40
    data = a_file(tmp_path / "x.parquet", rows, row_group_size=7).read_bytes()
    page = data[-8 - int.from_bytes(data[-8:-4], "little") : -8]

    assert footer.written(footer.Reader(page).struct()) == page


@pytest.mark.parametrize("left", [0, 3, 11, 200, -1])
def test_a_file_cut_short_is_never_taken_for_whole(tmp_path: Path, left: int) -> None:
    data = a_file(tmp_path / "x.parquet", [("a", 1, True)] * 50).read_bytes()
    cut = tmp_path / "cut.parquet"
    cut.write_bytes(data[:left])

    assert is_whole(tmp_path / "x.parquet")
    assert not is_whole(cut)
    assert not is_whole(tmp_path / "none.parquet")
    with pytest.raises(NotWhole):
        join([cut], tmp_path / "whole.parquet", {})
