"""The tables of people in columns: their Arrow schemas, and folders read a part at a time.

CSV files and workbooks are read with the same schema and refused with the same words; what is
good of them can be written as Parquet.
"""

from sortie.population.tables.folders import Folder
from sortie.population.tables.people import AT_ONCE, Parts, read_people
from sortie.population.tables.ranges import Stretch
from sortie.population.tables.schema import arrow_schema
from sortie.population.tables.writing import TablesWriter

__all__ = [
    "AT_ONCE",
    "Folder",
    "Parts",
    "Stretch",
    "TablesWriter",
    "arrow_schema",
    "read_people",
]
