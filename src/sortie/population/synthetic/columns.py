"""Columns of a table of people, made from arrays: texts are taken from lists written once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from sortie.population.synthetic.months import day_of, length_texts

Array = npt.NDArray[Any]
UNKNOWN = -1
_DIGITS = 10
_FIRST_DAY, _LAST_DAY = -36525, 73050
# The longest length written, in months or in days, and the ranks of life and of none after them.
_MOST = 600
_LIFE = 2 * (_MOST + 1)


class Ids:
    """The ids of the people of a batch: a letter and ten figures, the same in every batch."""

    def __init__(self, people: Array) -> None:
        left, places = people.astype(np.int64), []
        for _ in range(_DIGITS):
            left, place = np.divmod(left, 10)
            places.append(place)
        self._texts = np.empty((len(people), _DIGITS + 1), np.uint8)
        self._texts[:, 0] = ord("S")
        for rank, place in enumerate(reversed(places)):
            self._texts[:, rank + 1] = place + ord("0")

    def of(self, rows: Array) -> Any:
        """Return the column of the ids of some rows, each a person by place."""
        return _fixed(self._texts[rows])


def _fixed(texts: Array) -> Any:
    count, width = texts.shape
    offsets = np.arange(0, (count + 1) * width, width, dtype=np.int32)
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(texts))]
    return pa.StringArray.from_buffers(count, buffers[1], buffers[2])


def words(codes: Array, texts: Sequence[str]) -> Any:
    """Return a column of words by their ranks; unknown where the rank is ``UNKNOWN``."""
    return pa.array(list(texts), pa.string()).take(_indices(codes))


def one(count: int, text: str | None) -> Any:
    """Return a column that says the same everywhere; unknown without a text."""
    return pa.nulls(count, pa.string()) if text is None else words(np.zeros(count, int), [text])


def flags(said: Array, unknown: Array) -> Any:
    """Return a column of yes and no."""
    return pa.array(said, pa.bool_(), mask=unknown)


def numbers(said: Array) -> Any:
    """Return a column of ranks."""
    return pa.array(said.astype(np.int32))


def days(numbers: Array, unknown: Array | None = None) -> Any:
    """Return a column of days."""
    return pa.array(numbers.astype(np.int32), pa.int32(), mask=unknown).cast(pa.date32())


def days_or_none(numbers: Array, none: Array, unknown: Array | None = None) -> Any:
    """Return a column of days written as texts, or of «none»."""
    ranks = np.where(none, 0, numbers - _FIRST_DAY + 1)
    return _days_or_none().take(_indices(_or_unknown(ranks, unknown)))


def lengths(months: Array, days: Array | int = 0, unknown: Array | None = None) -> Any:
    """Return a column of lengths, in months or else in days; life for less than no months."""
    ranks = np.where(months > 0, months, _MOST + 1 + np.asarray(days))
    ranks = np.where(months < 0, _LIFE, ranks)
    return _lengths().take(_indices(_or_unknown(ranks, unknown)))


def months_or_none(months: Array, none: Array, unknown: Array) -> Any:
    """Return a column of lengths of months, or of «none»."""
    ranks = _or_unknown(np.where(none, _LIFE + 1, months), unknown)
    return _lengths().take(_indices(ranks))


@cache
def _days_or_none() -> Any:
    texts = (day_of(number).isoformat() for number in range(_FIRST_DAY, _LAST_DAY))
    return pa.array(["none", *texts], pa.string())


@cache
def _lengths() -> Any:
    return pa.array([*length_texts(_MOST), "life", "none"], pa.string())


def _or_unknown(ranks: Array, unknown: Array | None) -> Array:
    return ranks if unknown is None else np.where(unknown, UNKNOWN, ranks)


def _indices(ranks: Array) -> Any:
    ranks = ranks.astype(np.int32)
    unknown = ranks == UNKNOWN
    return pa.array(ranks, mask=unknown if unknown.any() else None)
