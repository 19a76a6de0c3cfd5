"""The page at the end of a Parquet file: read, moved and written again as it stands.

Thrift's compact form, as far as a footer goes: what a field means is not asked, only where it is.
Source: Apache Thrift, thrift-compact-protocol.md; Apache Parquet, parquet.thrift
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

_STOP, _TRUE, _FALSE, _BYTE, _DOUBLE, BINARY, LIST, _SET, STRUCT = 0, 1, 2, 3, 7, 8, 9, 10, 12
_INTEGERS = (4, 5, 6)
_LONG_LIST, _LARGEST_STEP = 15, 15


@dataclass
class Struct:
    """The fields of a struct by number, in the order in which they stand."""

    fields: dict[int, "Value"] = field(default_factory=dict)

    def at(self, number: int) -> Any:
        """Return what a field holds.

        Raises:   KeyError: it is not there
        """
        return self.fields[number].held

    def change(self, number: int, change: Callable[[Any], Any]) -> None:
        """Change what a field holds, if it is there."""
        if number in self.fields:
            self.fields[number].held = change(self.fields[number].held)


@dataclass
class Value:
    """What a field holds, and its type in the compact form."""

    kind: int
    held: Any


@dataclass
class List:
    """Items of one type."""

    kind: int
    items: list[Any]


class Reader:
    """Reads values one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def struct(self) -> Struct:
        found, number = Struct(), 0
        while (head := self._byte()) != _STOP:
            kind, step = head & 15, head >> 4
            number = number + step if step else self.integer()
            held = kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind)
            found.fields[number] = Value(kind, held)
        return found

    def integer(self) -> int:
        read = self._varint()
        return read >> 1 ^ -(read & 1)

    def _value(self, kind: int) -> Any:
        if kind in _INTEGERS:
            return self.integer()
        if kind == BINARY:
            return self._bytes(self._varint())
        if kind == STRUCT:
            return self.struct()
        if kind in (LIST, _SET):
            return self._list()
        return self._bytes({_BYTE: 1, _TRUE: 1, _FALSE: 1, _DOUBLE: 8}[kind])

    def _list(self) -> List:
        head = self._byte()
        kind, count = head & 15, head >> 4
        if count == _LONG_LIST:
            count = self._varint()
        return List(kind, [self._value(kind) for _ in range(count)])

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def _bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def _varint(self) -> int:
        read = shift = 0
        while True:
            byte = self._byte()
            read |= (byte & 127) << shift
            if byte < 128:
                return read
            shift += 7


def written(whole: Struct) -> bytes:
    """Return a struct as bytes."""
    return b"".join(_struct(whole))


def _struct(whole: Struct) -> Iterator[bytes]:
    last = 0
    for number, value in whole.fields.items():
        kind, step = value.kind, number - last
        if kind in (_TRUE, _FALSE):
            kind = _TRUE if value.held else _FALSE
        short = 0 < step <= _LARGEST_STEP
        yield bytes([step << 4 | kind]) if short else bytes([kind]) + _integer(number)
        if kind not in (_TRUE, _FALSE):
            yield from _value(kind, value.held)
        last = number
    yield bytes([_STOP])


def _value(kind: int, held: Any) -> Iterator[bytes]:
    if kind in _INTEGERS:
        yield _integer(held)
    elif kind == BINARY:
        yield _varint(len(held)) + held
    elif kind == STRUCT:
        yield from _struct(held)
    elif kind in (LIST, _SET):
        count = len(held.items)
        short = count < _LONG_LIST
        yield bytes([(count if short else _LONG_LIST) << 4 | held.kind])
        yield b"" if short else _varint(count)
        for item in held.items:
            yield from _value(held.kind, item)
    else:
        yield held


def _integer(number: int) -> bytes:
    return _varint(number << 1 if number >= 0 else -number * 2 - 1)


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)
