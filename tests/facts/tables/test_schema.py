"""One schema: the tables are the keys of the case file, and nothing is said twice."""

from sortie.facts import tables
from sortie.facts.schema import CASE
from sortie.facts.structures import ListOf, Record
from sortie.facts.tables.schema import nested

DICTIONARY = tables.tables_dictionary()


def keys_under(record: Record, above: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Every key of the case file, with the keys above it."""
    found = set()
    for name, key in record.keys.items():
        path = (*above, name)
        found.add(path)
        inside = nested(key.shape)
        if inside is None and isinstance(key.shape, ListOf):
            inside = key.shape.item if isinstance(key.shape.item, Record) else None
        if inside is not None:
            found |= keys_under(inside, path)
    return found


def test_every_key_of_a_person_is_a_column_of_one_table() -> None:
    sections = {n: k.shape for n, k in CASE.keys.items() if isinstance(k.shape, Record)}
    wanted = {
        path[1:] if len(path) == 2 else path
        for section, record in sections.items()
        if section != "application"
        for path in keys_under(record, (section,))
    }
    told = {
        (*table.at, *column.keys)
        for table in tables.TABLES.values()
        for column in table.columns
        if column.keys
    }
    assert {path[-2:] for path in wanted} == {path[-2:] for path in told}


def test_every_table_that_the_issue_asks_for_is_there() -> None:
    asked = {"persons", "sentences", "placements", "reductions", "incidents", "leaves"}
    asked |= {"adjustments", "bans"}

    assert asked <= tables.TABLES.keys()


def test_no_table_has_a_column_twice() -> None:
    for table in tables.TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name


def test_each_row_says_whose_it_is() -> None:
    assert all(table.columns[0].name == "person" for table in tables.TABLES.values())
    assert all(table.columns[0].required for table in tables.TABLES.values())


def test_every_name_of_a_table_or_a_column_has_its_french() -> None:
    for table in tables.TABLES.values():
        assert table.name in DICTIONARY.keys_typed
        for column in table.columns:
            for part in column.name.split("."):
                assert part in DICTIONARY.keys_typed, (table.name, column.name)
