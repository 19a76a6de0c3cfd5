"""From tables of people to records, in parts and in several processes."""

from sortie.population.deriving.deriving import REFUSED, Derived, Progress, derive
from sortie.population.deriving.origin import (
    Origin,
    origin_of,
    origin_said,
    program_digest,
    refuse_stale,
)
from sortie.population.deriving.synthetic import is_synthetic

__all__ = [
    "REFUSED",
    "Derived",
    "Origin",
    "Progress",
    "derive",
    "is_synthetic",
    "origin_of",
    "origin_said",
    "program_digest",
    "refuse_stale",
]
