"""What the engines refuse.

PopulationError
├── NotRecords          a file that holds no records, or those of another form
├── NotSpans            a file, or a folder, that holds no spans
├── TooLittleMemory     less than one part of the work needs
└── NoJava              Spark is asked for where there is no Java to run it
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.population.errors import PopulationError


@dataclass(eq=False)
class NotRecords(PopulationError):
    """A file that holds no records as these rules read them."""

    path: str
    code: ClassVar[str] = "population.not_records"


@dataclass(eq=False)
class NotSpans(PopulationError):
    """A file, or a folder of them, that does not say what its spans are."""

    path: str
    code: ClassVar[str] = "population.not_spans"


@dataclass(eq=False)
class TooLittleMemory(PopulationError):
    """Less memory than the program and one part of the work take.

    Units:    millions of bytes
    """

    least: int
    code: ClassVar[str] = "population.too_little_memory"


class NoJava(PopulationError):
    """Spark is asked for, and there is no Java to run it."""

    code: ClassVar[str] = "population.no_java"
