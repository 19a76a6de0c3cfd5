"""Draws that depend on the seed, the person and the name of the draw, and on nothing else.

So a person is the same however many people are made, and in whatever batches.
"""

import hashlib
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_DROPPED = np.uint64(11)
_ONE = 2.0**-53


def _mixed(words: Array) -> Array:
    """Return words whose every bit hangs on every bit of what came in (SplitMix64)."""
    words = words ^ (words >> _SHIFTS[0])
    words *= _FIRST
    words ^= words >> _SHIFTS[1]
    words *= _SECOND
    words ^= words >> _SHIFTS[2]
    return words


@cache
def _key(name: str) -> np.uint64:
    return np.uint64(int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()))


class Chance:
    """The draws of some people, each known by a number counted from 0."""

    def __init__(self, seed: int, people: Array) -> None:
        with np.errstate(over="ignore"):
            self._base = _mixed((people.astype(np.uint64) + np.uint64(1)) * _GOLDEN)
            self._base = _mixed(self._base ^ _key(f"seed {seed}"))

    def share(self, name: str, rows: Array | None = None, turn: Array | int = 0) -> Array:
        """Return a number from 0 to 1, 1 excluded, for each person; or for each row.

        A row is a person of the batch, by place; ``turn`` tells apart the draws of one person.
        """
        base = self._base if rows is None else self._base[rows]
        with np.errstate(over="ignore"):
            turned = _key(name) + np.asarray(turn, np.uint64) * _GOLDEN
            return np.asarray((_mixed(base ^ turned) >> _DROPPED) * _ONE)

    def happens(self, name: str, share: Array | float) -> Array:
        """Return whether something that happens to a share of the people happens to each."""
        return self.share(name) < share

    def number(self, name: str, least: Array | int, most: Array | int) -> Array:
        """Return a whole number between two, both included; the least where they cross."""
        width = np.maximum(np.asarray(most) - least + 1, 1)
        return np.asarray(least + np.floor(self.share(name) * width).astype(np.int64))


def skewed(share: Array) -> Array:
    """Return waiting times of mean one from draws: many short, few long."""
    return np.asarray(-np.log1p(-share))


def picked(share: Array, weights: Array, rows: Array | None = None) -> Array:
    """Return the rank of what each draw picks, by weight: that of a row of the weights each."""
    whole = np.cumsum(np.atleast_2d(weights), axis=1, dtype=float)
    whole /= whole[:, -1:]
    at = np.zeros(len(share), np.int64) if rows is None else rows
    # The rows one after the other: a draw of row 2 is looked up between 2 and 3.
    stacked = (whole + np.arange(len(whole))[:, None]).ravel()
    found = np.searchsorted(stacked, share + at, side="right") - at * whole.shape[1]
    return np.asarray(np.minimum(found, whole.shape[1] - 1))
