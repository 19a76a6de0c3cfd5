"""The tables of the people of a prison: one schema, their reader, what changed since."""

from sortie.facts.shapes import OrNone, Rank, Word
from sortie.facts.structures import ListOf
from sortie.facts.tables.cells import BETWEEN, NoneAlone, Presence
from sortie.facts.tables.loaded import LeaveTimes, Loaded, PersonRead, TableFault
from sortie.facts.tables.names import MANIFEST, also_named, tables_dictionary
from sortie.facts.tables.reading import read_sheets, read_tables
from sortie.facts.tables.reconciliation import (
    Difference,
    Held,
    KnownOtherwise,
    LeaveSeen,
    Reconciliation,
    When,
    reconcile,
)
from sortie.facts.tables.schema import FORMAT, PERSONS, TABLES, Column, Table, wanted
from sortie.facts.tables.sheets import BrokenSheet, CsvSheet, Sheet

__all__ = [
    "BETWEEN",
    "FORMAT",
    "MANIFEST",
    "PERSONS",
    "TABLES",
    "BrokenSheet",
    "Column",
    "CsvSheet",
    "Difference",
    "Held",
    "KnownOtherwise",
    "LeaveSeen",
    "LeaveTimes",
    "ListOf",
    "Loaded",
    "NoneAlone",
    "OrNone",
    "PersonRead",
    "Presence",
    "Rank",
    "Reconciliation",
    "Sheet",
    "Table",
    "TableFault",
    "When",
    "Word",
    "also_named",
    "read_sheets",
    "read_tables",
    "reconcile",
    "tables_dictionary",
    "wanted",
]
