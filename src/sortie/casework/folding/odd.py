"""What a fold finds odd about one event, before its number is put on it."""

from typing import NamedTuple

from sortie.casework.case import AnomalyKind


class Odd(NamedTuple):
    """The kind of anomaly and why, as a code."""

    kind: AnomalyKind
    why: str
