"""The spans of a chunk as whole numbers: people by their place, days from the first compared."""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sortie.reform.comparing.counting import CLOSED, OPEN, Rows
from sortie.rules import Outcome

_UNDETERMINED = 2
_CODES = {
    Outcome.OPEN.value: OPEN,
    Outcome.CLOSED.value: CLOSED,
    Outcome.UNDETERMINED.value: _UNDETERMINED,
}
_TO_1970 = date(1970, 1, 1).toordinal()


def rows_of(spans: pa.RecordBatch, ids: pa.Array, since: date) -> Rows:
    """Return spans as ``count`` reads them, in their order."""
    first = since.toordinal() - _TO_1970
    outcome = spans.column("outcome")
    codes = np.array([_CODES[each] for each in outcome.dictionary.to_pylist()], dtype=np.int8)
    return Rows(
        _places(spans.column("person"), ids),
        _plain(spans.column("route").indices),
        _plain(spans.column("since").view(pa.int32())) - np.int32(first),
        _plain(spans.column("before").view(pa.int32())) - np.int32(first),
        codes[_plain(outcome.indices)],
        _plain(spans.column("not_closed")),
        _plain(spans.column("not_open")),
    )


def _places(person: pa.Array, ids: pa.Array) -> Any:
    """Return the place of each row's person among all: looked for once a person."""
    if not len(person):
        return np.zeros(0, dtype=np.int32)
    another = pc.not_equal(person.slice(1), person.slice(0, len(person) - 1))
    begins = np.concatenate([[True], another.to_numpy(zero_copy_only=False)])
    places = pc.index_in(person.take(pa.array(np.flatnonzero(begins))), ids)
    return _plain(places)[np.cumsum(begins) - 1]


def _plain(column: pa.Array) -> Any:
    return column.to_numpy(zero_copy_only=False)
