"""The classes in which a population is counted: of establishments, of terms, of ages.

The terms and the ages are those of the quarterly statistics of the prison administration.
"""

from collections.abc import Mapping
from typing import Any

from sortie.days import Length

_TERMS = (6, 12, 24, 60, 120, 240, 360)

# A name, the fact looked at, and where its classes end (terms) or begin (ages).
CLASSES: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "kind": ("kind", ()),
    "term": ("total", tuple(Length(months=count) for count in _TERMS)),
    "age": ("born_on", (18, 21, 25, 30, 40, 50, 60)),
}
