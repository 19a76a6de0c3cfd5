"""Yesterday's copy: what was acknowledged since is done again under the same keys, or refused.

The trap: nothing in the copy says that it is one. A command whose author saw a later state is
refused, since the case has not reached it; telling that the store as a whole went back is the
register's work.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sortie import office, store
from tests.office.faults import audit
from tests.office.faults.trying import told
from tests.office.one_leave import paris, say_all, until_permitted, whole
from tests.store.databases import named, run

AT = paris("2027-03-16T09:00")


@pytest.fixture
def yesterday(database: str, tmp_path: Path) -> str:
    """The address of the copy, which is not made yet."""
    if database.startswith("sqlite"):
        return f"sqlite:///{tmp_path}/yesterday.sqlite"
    return named(database, name_of(database) + "_yesterday")


def name_of(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def copy(address: str, to: str) -> None:
    """Put a copy of a store that nobody has open in the place of another."""
    store.disconnect()
    if address.startswith("sqlite"):
        path, other = (Path(each.removeprefix("sqlite:///")) for each in (address, to))
        for each in other.parent.glob(f"{other.name}*"):
            each.unlink()
        for each in path.parent.glob(f"{path.name}*"):
            shutil.copy(each, other.with_name(each.name.replace(path.name, other.name)))
        return
    server = named(address, "postgres")
    run(server, f"DROP DATABASE IF EXISTS {name_of(to)} WITH (FORCE)")
    run(server, f"CREATE DATABASE {name_of(to)} TEMPLATE {name_of(address)}")


def test_the_commands_of_the_day_said_again_make_the_same_store(
    database: str, yesterday: str
) -> None:
    commands = whole("C", "P")
    lines = [told(said) for said in commands[:6]]
    copy(database, yesterday)
    lines += [told(said) for said in commands[6:]]
    shown, row = office.case_shown("C", AT), store.case("C")

    copy(yesterday, database)
    assert store.case("C") != row
    assert any(each.startswith("lost") for each in audit.faults(database, lines))

    assert [told(said) for said in commands] == lines
    assert audit.faults(database, lines) == []
    assert office.case_shown("C", AT) == shown
    assert store.case("C") == row


def test_whoever_saw_what_the_copy_has_lost_is_refused(database: str, yesterday: str) -> None:
    *before, last = until_permitted("C", "P")
    say_all(before[:-1])
    copy(database, yesterday)
    before[-1].say()
    seen = office.case_shown("C", AT).case.number

    copy(yesterday, database)
    with pytest.raises(store.StaleVersion) as caught:
        replace(last, seen=seen).say()
    assert caught.value.expected == seen
    assert caught.value.found < seen
