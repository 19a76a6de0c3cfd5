"""The names of tables and columns, in both languages."""

import tomllib
from functools import cache

from sortie.facts.tables.schema import TABLES
from sortie.facts.words import GLOSSARY, Dictionary

MANIFEST = "tables.yaml"


@cache
def tables_dictionary() -> Dictionary:
    """Return the dictionary of the house with the names that only tables use, read once."""
    with GLOSSARY.open("rb") as file:
        glossary = tomllib.load(file)
    keys = {**glossary["keys"], **glossary["tables"]}
    for table in TABLES.values():
        if table.parent:
            inside = table.at[-1]
            keys[table.name] = f"{keys[table.parent]}_{keys.get(inside, inside)}"
        elif table.at:
            keys.setdefault(table.name, keys.get(table.at[-1], table.name))
    return Dictionary.of({"keys": keys, "values": glossary["values"]})


def column_named(typed: str, dictionary: Dictionary) -> str:
    """Return the canonical name of a column: each key of a dotted name is translated."""
    return ".".join(dictionary.key(part) for part in typed.strip().split("."))


def also_named(column: str, dictionary: Dictionary) -> str:
    """Return the name of a column in the language of the dictionary."""
    return ".".join(dictionary.keys_typed.get(part, part) for part in column.split("."))
