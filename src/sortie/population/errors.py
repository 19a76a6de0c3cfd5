"""What the room of population refuses.

PopulationError
├── OutOfOrder          tables whose rows do not follow their people: they cannot be read in parts
├── NotInColumns        tables that are not Parquet files, where parts are wanted
├── FilesRefused        tables with a fault of a whole file: nobody can be read
└── OtherRecords        records made from other tables, or under another law, than those asked for
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie import facts
from sortie.errors import SortieError


class PopulationError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "population"


@dataclass(eq=False)
class OutOfOrder(PopulationError):
    """A row that stands elsewhere than its person, or is nobody's; something that comes twice.

    ``row`` is nothing where the whole column had to be looked at.
    """

    file: str
    row: int | None
    column: str
    read: str
    code: ClassVar[str] = "population.out_of_order"


@dataclass(eq=False)
class NotInColumns(PopulationError):
    """A folder in which some table is no Parquet file, or no table is."""

    folder: str
    code: ClassVar[str] = "population.not_in_columns"


@dataclass(eq=False)
class FilesRefused(PopulationError):
    """What is wrong is of a whole file, and so may be of anyone."""

    faults: tuple[facts.tables.TableFault, ...]
    code: ClassVar[str] = "population.files_refused"


@dataclass(eq=False)
class OtherRecords(PopulationError):
    """Records that were made from something else than what is asked about."""

    path: str
    code: ClassVar[str] = "population.other_records"
