"""Several Parquet files of one schema made one, without reading a value of them again.

The pages of each file are copied as they are, and the footers become one, moved to where the pages
now stand. It costs what copying costs, and the bytes hang on the parts alone.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from sortie.population.engines.footer import (
    BINARY,
    LIST,
    STRUCT,
    List,
    Reader,
    Struct,
    Value,
    written,
)

MAGIC = b"PAR1"
_TAIL, _PIECE = 8, 1 << 20
# Numbers of the fields in parquet.thrift: of the file, of a group of rows, of a column in it.
_ROWS, _GROUPS, _SAID, _KEY, _VALUE = 3, 4, 5, 1, 2
_COLUMNS, _GROUP_OFFSET, _ORDINAL = 1, 5, 7
_COLUMN_OFFSETS, _COLUMN_META = (2, 4, 6), 3
_META_OFFSETS = (9, 10, 11, 14)


class NotWhole(ValueError):
    """A file that does not end as a Parquet file does: its writing was cut short."""


def is_whole(path: Path) -> bool:
    """Whether a file is there and ends as a Parquet file does."""
    try:
        with path.open("rb") as file:
            _footer(file)
    except (OSError, NotWhole):
        return False
    return True


def join(parts: Sequence[Path], whole: Path, told: Mapping[str, str]) -> None:
    """Write several files, at least one, as one, which says of itself what is ``told``.

    The trap: the schema is that of the first; nobody looks whether the others have it.

    Raises:   NotWhole: a part was cut short
    """
    with whole.open("wb") as out:
        out.write(MAGIC)
        footers = []
        for part in parts:
            with part.open("rb") as file:
                footer, end = _footer(file)
                _moved(footer, out.tell() - len(MAGIC))
                footers.append(footer)
                _copy(file, end, out)
        page = written(_one(footers, told))
        out.write(page + len(page).to_bytes(4, "little") + MAGIC)


def _footer(file: BinaryIO) -> tuple[Struct, int]:
    """Return the footer of a file, and where its pages end."""
    size = file.seek(0, 2)
    if size < len(MAGIC) + _TAIL:
        raise NotWhole(file.name)
    file.seek(size - _TAIL)
    tail = file.read(_TAIL)
    end = size - _TAIL - int.from_bytes(tail[:4], "little")
    if tail[4:] != MAGIC or end < len(MAGIC):
        raise NotWhole(file.name)
    file.seek(end)
    return Reader(file.read(size - _TAIL - end)).struct(), end


def _copy(file: BinaryIO, end: int, out: BinaryIO) -> None:
    """Copy the pages of a file: all before its footer."""
    file.seek(len(MAGIC))
    left = end - len(MAGIC)
    while left:
        piece = file.read(min(left, _PIECE))
        out.write(piece)
        left -= len(piece)


def _moved(footer: Struct, by: int) -> None:
    """Say of every column that it stands so many bytes further."""

    def further(offset: int) -> int:
        return offset + by if offset else 0

    for group in footer.at(_GROUPS).items:
        group.change(_GROUP_OFFSET, further)
        for column in group.at(_COLUMNS).items:
            for number in _COLUMN_OFFSETS:
                column.change(number, further)
            for number in _META_OFFSETS:
                column.at(_COLUMN_META).change(number, further)


def _one(footers: Sequence[Struct], told: Mapping[str, str]) -> Struct:
    whole = footers[0]
    groups = [group for footer in footers for group in footer.at(_GROUPS).items]
    rows = sum(footer.at(_ROWS) for footer in footers)
    for number, group in enumerate(groups):
        group.change(_ORDINAL, lambda _, number=number: number)
    whole.change(_ROWS, lambda _: rows)
    whole.at(_GROUPS).items = groups
    said = [
        Struct({_KEY: Value(BINARY, name.encode()), _VALUE: Value(BINARY, value.encode())})
        for name, value in told.items()
    ]
    whole.fields[_SAID] = Value(LIST, List(STRUCT, said))
    return Struct(dict(sorted(whole.fields.items())))
