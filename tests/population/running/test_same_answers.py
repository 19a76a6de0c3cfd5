"""The compiled law and the plain evaluator: the same spans, decided by the same rules.

Records are drawn over all versions of the law, facts unknown, bounded and read in several ways.
"""

from collections import defaultdict
from random import Random
from typing import Any

import pytest

from sortie.days import Span
from sortie.law import france
from sortie.population.compiling import Compiled, compiled
from sortie.population.records import Layout
from sortie.population.running import OUTCOMES, SCHEMA, rows_of, spans
from sortie.population.running.answering import kernel_alone
from sortie.reform import packaged_reform, reformed
from sortie.rules import Book
from tests.population.random_records import many

LAYOUT = Layout.of(france.Person)
NOTHING_SUPPOSED: dict[str, dict[str, Any]] = {route.code: {} for route in france.ROUTES}
LAW = compiled(france.BOOK, LAYOUT, NOTHING_SUPPOSED)
SUPPOSED = compiled(france.BOOK, LAYOUT, france.supposed())
PEOPLE, PARTS = 22_000, 22

Rows = dict[int, list[tuple[int, ...]]]


def by_kernel(law: Compiled, people: list[Any], days: list[Span]) -> tuple[Rows, int]:
    """Return the rows that the kernel itself wrote, by person, and how many people it answered."""
    batch = LAYOUT.batch([str(rank) for rank in range(len(people))], people, days)
    found: Rows = defaultdict(list)
    columns, left_out = kernel_alone(law, batch)
    for person, *row in zip(*(column.tolist() for column in columns.values()), strict=True):
        found[person].append(tuple(row))
    return found, len(people) - len(left_out)


def differing(law: Compiled, people: list[Any], days: list[Span]) -> tuple[list[int], int]:
    found, answered = by_kernel(law, people, days)
    wrong = []
    for rank, (record, span) in enumerate(zip(people, days, strict=True)):
        wanted = rows_of(law, record, span.start.toordinal(), span.end.toordinal())
        if rank in found and [tuple(row) for row in wanted] != found[rank]:
            wrong.append(rank)
    return wrong, answered


@pytest.mark.parametrize("part", range(PARTS))
def test_a_thousand_people_are_answered_alike(part: int) -> None:
    unknown = (0.0, 0.02, 0.05)[part % 3]
    people, days = many(Random(part), PEOPLE // PARTS, unknown)  # noqa: S311
    wrong, answered = differing(LAW, people, days)
    assert not wrong
    # With the share of unknown facts drawn here, few are left to the plain evaluator.
    assert answered >= len(people) * 0.99


@pytest.mark.parametrize("unknown", [0.0, 0.03, 0.08])
def test_under_what_is_supposed_of_each_route_too(unknown: float) -> None:
    people, days = many(Random(7), 150, unknown)  # noqa: S311
    assert differing(SUPPOSED, people, days)[0] == []


@pytest.mark.parametrize(
    "reform", ["announced_2025", "recidivists_two_thirds", "longer_day", "organised_crime_units"]
)
def test_a_reformed_book_is_answered_alike(reform: str) -> None:
    book: Book = reformed(france.BOOK, packaged_reform(f"fr.reform.{reform}"))
    law = compiled(book, LAYOUT, france.supposed())
    people, days = many(Random(11), 120, 0.02)  # noqa: S311
    assert differing(law, people, days)[0] == []


def test_people_whose_unknowns_are_too_many_are_answered_plainly() -> None:
    people, days = many(Random(3), 120, 0.3)  # noqa: S311
    batch = LAYOUT.batch([str(rank) for rank in range(120)], people, days)
    assert len(kernel_alone(LAW, batch)[1]) > 0
    written = spans(LAW, batch).to_pylist()
    codes = [route.rule_id for route in LAW.routes]
    for rank, (record, span) in enumerate(zip(people, days, strict=True)):
        mine = [row for row in written if row["person"] == str(rank)]
        wanted = rows_of(LAW, record, span.start.toordinal(), span.end.toordinal())
        assert [
            (row["route"], row["since"].toordinal(), row["outcome"], row["not_closed"])
            for row in mine
        ] == [(codes[w.route], w.since, OUTCOMES[w.outcome].value, w.not_closed) for w in wanted]


def test_rows_that_find_no_room_at_once_are_all_written() -> None:
    people, days = many(Random(5), 300, 0.0)  # noqa: S311
    batch = LAYOUT.batch([str(rank) for rank in range(300)], people, days)
    whole = spans(SUPPOSED, batch)
    assert whole.num_rows > 300 * 8
    assert kernel_alone(SUPPOSED, batch, room=1024)[0]["since"].tolist() == (
        kernel_alone(SUPPOSED, batch)[0]["since"].tolist()
    )


def test_a_batch_of_nobody_has_no_span() -> None:
    written = spans(SUPPOSED, LAYOUT.batch([], [], []))
    assert (written.num_rows, written.schema) == (0, SCHEMA)


def test_people_who_have_no_day_have_no_span() -> None:
    people, days = many(Random(9), 3, 0.0)  # noqa: S311
    batch = LAYOUT.batch(["a", "b", "c"], people, days)
    before = batch.schema.get_field_index("before")
    ended = batch.set_column(before, batch.schema.field(before), batch.column("since"))
    assert spans(SUPPOSED, ended).num_rows == 0
