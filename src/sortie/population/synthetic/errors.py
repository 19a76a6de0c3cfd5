"""What cannot be made or described.

PopulationError
├── NoPersons           tables without a file of persons in columns
├── NoDay               tables that do not say of which day they are, and no day given
├── UnknownAssumption   a name, or a number, that no assumption can have
└── NotThatMany         more people than the ids have room for
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.population.errors import PopulationError


@dataclass(eq=False)
class NoPersons(PopulationError):
    """A folder without a Parquet file of persons."""

    folder: str
    code: ClassVar[str] = "population.synthetic.no_persons"


@dataclass(eq=False)
class NoDay(PopulationError):
    """Tables that are not synthetic, described on no day."""

    folder: str
    code: ClassVar[str] = "population.synthetic.no_day"


@dataclass(eq=False)
class UnknownAssumption(PopulationError):
    """A name that no assumption has, or a number that none can have."""

    name: str
    read: str
    known: str
    code: ClassVar[str] = "population.synthetic.unknown_assumption"


@dataclass(eq=False)
class NotThatMany(PopulationError):
    """More people than the ids have room for."""

    people: int
    most: int
    code: ClassVar[str] = "population.synthetic.not_that_many"
