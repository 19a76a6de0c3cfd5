"""The whole register is read again from its entries; whatever was changed behind it is named."""

import sqlite3
from pathlib import Path

import pytest

from sortie import office, register, store
from tests.office.sealing.kept import EVENING, erased, played, signed


def spoiled(address: str, statement: str) -> None:
    """Change a store as its administrator could, without its guards."""
    store.disconnect()
    with sqlite3.connect(Path(address.removeprefix("sqlite:///"))) as file:
        guards = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = guards.fetchall()
        for name, _ in kept:
            file.execute(f"DROP TRIGGER {name}")
        assert file.execute(statement).rowcount
        for _, sql in kept:
            file.execute(sql)
    file.close()


@pytest.mark.usefixtures("database")
def test_nothing_is_wrong_with_what_the_program_wrote() -> None:
    signed("A", "B")
    played("C")
    office.sealing.checkpoint(EVENING)
    indices = erased("A")["indices"]

    found = office.sealing.check()

    size = store.register.head().size
    assert found.faults == []
    assert (found.size, found.opened, found.erased) == (size, size - len(indices), len(indices))
    assert found.checkpoints == 2


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE store_event SET kind = 'refused' WHERE seq = 9", 8),
        ("UPDATE store_event SET actor_id = 'judge-2' WHERE seq = 9", 8),
        ("UPDATE store_event SET at = '2027-02-04 09:00:00' WHERE seq = 9", 8),
        ("UPDATE store_event SET sealed = zeroblob(200) WHERE seq = 9", 8),
        ("UPDATE store_event SET hashes = zeroblob(32) WHERE seq = 9", 8),
    ],
)
def test_a_row_that_was_changed_is_named(sqlite_store: str, change: str, where: int) -> None:
    signed("A")
    spoiled(sqlite_store, change)

    found = office.sealing.check()

    assert {each.index for each in found.faults} == {where}


def test_an_entry_that_was_changed_no_longer_fits_what_was_signed(sqlite_store: str) -> None:
    signed("A")
    spoiled(sqlite_store, "UPDATE store_event SET entry = replace(entry, '2027-02-03', "
                          "'2027-02-05') WHERE seq = 9")  # fmt: skip

    found = office.sealing.check()

    signed_for = office.sealing.last_checkpoint().size
    assert [each.index for each in found.faults if isinstance(each.why, register.RootsDiffer)][-1:]
    assert signed_for in {each.index for each in found.faults}


def test_entries_that_are_gone_are_missed_by_the_checkpoint(sqlite_store: str) -> None:
    signed("A")
    size = office.sealing.last_checkpoint().size
    spoiled(sqlite_store, f"DELETE FROM store_event WHERE seq > {size - 2}")

    found = office.sealing.check()

    (fault,) = found.faults
    assert isinstance(fault.why, register.RegisterRewound)
    assert (fault.why.signed, fault.why.found) == (size, size - 2)


def test_a_checkpoint_that_was_changed_is_named(sqlite_store: str) -> None:
    signed("A")
    spoiled(sqlite_store, "UPDATE store_checkpoint SET text = replace(text, '— ', '— x')")

    (fault,) = office.sealing.check().faults

    assert isinstance(fault.why, register.NotSigned)
