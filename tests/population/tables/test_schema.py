"""The columns of tables in Parquet."""

import pyarrow as pa
import pytest

from sortie.facts import tables
from sortie.population import arrow_schema


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("persons", "person", pa.string()),
        ("persons", "born_on", pa.date32()),
        ("persons", "parent_of_child_under_ten", pa.bool_()),
        ("persons", "end_of_sentence", pa.string()),
        ("persons", "territory_ban", pa.string()),
        ("persons", "territory_ban.since", pa.date32()),
        ("persons", "admissible_to", pa.string()),
        ("persons", "sentences", pa.string()),
        ("sentences", "rank", pa.int32()),
        ("sentences", "length", pa.string()),
        ("sentences", "merged_into", pa.string()),
        ("sentences", "recidivist", pa.bool_()),
        ("security_periods", "sentence", pa.int32()),
        ("concurrence", "sentences", pa.string()),
        ("leaves", "departs_at", pa.string()),
        ("statuses", "from", pa.date32()),
    ],
)
def test_a_cell_that_may_say_none_or_several_things_is_a_text(
    table: str, column: str, kind: pa.DataType
) -> None:
    assert arrow_schema(table).field(column).type == kind


@pytest.mark.parametrize("table", tables.TABLES)
def test_a_file_says_its_table_its_format_and_every_column(table: str) -> None:
    schema = arrow_schema(table)

    assert schema.names == [column.name for column in tables.TABLES[table].columns]
    assert schema.metadata == {
        b"sortie.format": b"sortie/tables@1", b"sortie.table": table.encode()
    }  # fmt: skip
