"""What the audit of a fault looks for, it sees: each wrong put there on purpose is named."""

import sqlite3
from contextlib import closing

import pytest

from sortie import store
from tests.office.faults import audit
from tests.office.one_leave import filed, recorded, routed, say_all

OTHER_DAY = "replace(entry, '\"2027-02-01\"', '\"2027-02-02\"')"
WRONGS = {
    f"UPDATE store_event SET entry = {OTHER_DAY} WHERE seq = 4": "says something else",
    "UPDATE store_event SET hashes = (SELECT hashes FROM store_event WHERE seq = 1) WHERE seq = 3":
        "do not follow",
    "UPDATE store_event SET entry = (SELECT entry FROM store_event WHERE seq = 2) WHERE seq = 3":
        "does not commit",
    "UPDATE store_event SET kind = 'decided' WHERE seq = 3": "does not commit",
    "UPDATE store_event SET actor_id = 'someone else' WHERE seq = 3": "does not commit",
    "UPDATE store_event SET at = datetime(at, '+1 minute') WHERE seq = 3": "does not commit",
}  # fmt: skip


@pytest.mark.parametrize("statement", WRONGS)
def test_a_leaf_that_is_not_that_of_its_event_is_seen(sqlite_store: str, statement: str) -> None:
    say_all((recorded("P"), filed("C", "P"), routed("C")))
    assert audit.faults(sqlite_store, []) == []
    store.disconnect()
    with closing(sqlite3.connect(sqlite_store.removeprefix("sqlite:///"))) as file:
        file.execute("DROP TRIGGER store_event_update")
        assert file.execute(statement).rowcount == 1
        file.commit()

    assert any(WRONGS[statement] in fault for fault in audit.faults(sqlite_store, []))
