"""A command or a page touches the rows it needs, however many cases there are."""

import itertools
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie import store
from sortie.store import writing
from tests.store.clerk import CLERK, HOUR, NOON, PERSON, case, note

By = store.By

PAGES = [
    store.CaseQuery(),
    store.CaseQuery(by=By.DUE, before=NOON),
    store.CaseQuery(state="filed"),
    store.CaseQuery(state="filed", by=By.DUE, before=NOON),
    store.CaseQuery(person_id="p"),
    store.CaseQuery(prison="a", since=NOON),
    store.CaseQuery(prison="a", state="filed"),
    store.CaseQuery(prison="a", by=By.DUE, before=NOON),
    store.CaseQuery(prison="a", by=By.DEPARTS, since=NOON, before=NOON + HOUR),
    store.CaseQuery(prison="a", by=By.RETURNS, before=NOON),
    store.CaseQuery(court="c"),
    store.CaseQuery(court="c", state="filed"),
    store.CaseQuery(court="c", by=By.DUE, before=NOON),
]
READINGS: list[Callable[[], object]] = [
    lambda: store.events_of(case("case-1")),
    lambda: store.command_of("key-1"),
    lambda: store.case("case-1"),
    lambda: store.clocks_due(NOON),
    lambda: store.unsent(),
    lambda: store.receipts_missing(NOON),
    lambda: store.messages_of("case-1"),
    lambda: store.message("m"),
    lambda: store.register.head(),
    lambda: store.register.entries(0, 1),
    lambda: store.register.opening(1),
    lambda: store.register.last_checkpoint(),
    lambda: store.register.checkpoints(),
    lambda: writing.erase("erase", PERSON, "a text", actor=CLERK, at=NOON, check=lambda: None),
    lambda: store.people(store.PersonQuery(committal_number="n")),
    lambda: store.people(store.PersonQuery(prison="a")),
    lambda: store.people(store.PersonQuery(judgment="j")),
    lambda: store.people(store.PersonQuery(named_like="Exemple")),
    lambda: next(store.streams("case")),
    lambda: note("key-2"),
    *(lambda query=query: store.cases(query) for query in PAGES),
]


def plans_of(work: Callable[[], object]) -> list[str]:
    """Return how SQLite means to find the rows of everything this work asks for."""
    with CaptureQueriesContext(connection) as asked:
        work()
    found = []
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            if re.match(r"SELECT|UPDATE|DELETE", query["sql"]):
                cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
                found += [f"{row[3]} <- {query['sql']}" for row in cursor.fetchall()]
    return found


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("work", READINGS)
def test_no_reading_scans_a_table_or_sorts_it(work: Callable[[], object]) -> None:
    note("key-1")
    plans = plans_of(work)
    assert plans
    assert [plan for plan in plans if plan.startswith(("SCAN", "USE TEMP B-TREE"))] == []


def steps_of(work: Callable[[], object]) -> int:
    """Return how many steps SQLite's machine takes for this work, foreign keys included."""
    steps = itertools.count()
    connection.ensure_connection()
    connection.connection.set_progress_handler(lambda: next(steps) < 0, 1)
    work()
    connection.connection.set_progress_handler(None, 1)
    return next(steps)


@pytest.mark.usefixtures("sqlite_store")
def test_a_command_takes_as_many_steps_among_many_cases_as_among_few() -> None:
    for n in range(10):
        note(f"few-{n}", f"few-{n}")
    among_few = steps_of(lambda: note("one", "case-1"))
    for n in range(300):
        note(f"many-{n}", f"many-{n}")
    among_many = steps_of(lambda: note("other", "case-2"))

    assert among_few > 100
    assert among_many < 1.2 * among_few


@pytest.mark.usefixtures("sqlite_store")
def test_a_scan_is_seen() -> None:
    def scan() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM store_event ORDER BY sealed")

    assert any("SCAN" in plan for plan in plans_of(scan))
    assert any("TEMP B-TREE" in plan for plan in plans_of(scan))
