"""Processes killed at any instant: nothing acknowledged is lost, nothing happens twice.

What this does not prove: a power cut. SIGKILL leaves to the kernel what a process handed to it,
so that a store which never synced its file would pass here; see ``test_failing_sync`` for that.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sortie import office, store
from tests.office.faults import audit
from tests.office.faults.server import Server, a_server
from tests.office.faults.siege import Siege, besieged
from tests.store.databases import put_store

FALLS = 60


@pytest.fixture
def own_server(postgresql_server: str, keys: Path) -> Iterator[Server]:
    """A PostgreSQL that is a child of the tests; the other one made it possible to run it."""
    assert postgresql_server
    assert keys.is_dir()
    with a_server() as server:
        store.connect(server.address())
        store.migrate()
        store.disconnect()
        yield server


@pytest.fixture
def file_store(migrated_file: Path, tmp_path: Path) -> str:
    """A store in a file that only the writers have open."""
    return put_store(migrated_file, tmp_path / "store.sqlite")


def looked_at(siege: Siege) -> set[str]:
    """Check what everyone was told against what is there; return what was kept and not told."""
    told = siege.told()
    assert audit.faults(siege.address, told) == []
    return audit.unsaid(siege.address, told)


def pause(siege: Siege, longest: float) -> None:
    time.sleep(siege.draw.uniform(0.01, longest))


def the_index_is_the_replay(address: str) -> None:
    """Make the index again from the events; the lists show what they showed."""
    store.connect(address)
    before = _index()
    assert office.reindex() == len(before)
    assert _index() == before
    store.disconnect()


def _index() -> list[store.IndexedCase]:
    found: list[store.IndexedCase] = []
    while page := store.cases(store.CaseQuery(after=found[-1] if found else None)):
        found += page
    return found


def finished(siege: Siege, unsaid: set[str]) -> None:
    """Let the writers try again whatever they were not told, and look at it all a last time."""
    siege.start()
    until = time.monotonic() + 30
    while time.monotonic() < until:
        time.sleep(0.05)
        given = {line["key"] for line in siege.told() if line["end"] in ("recorded", "refused")}
        if unsaid <= given:
            break
    siege.kill_all()
    looked_at(siege)
    assert unsaid <= given
    the_index_is_the_replay(siege.address)


def test_writers_killed_at_any_instant_lose_nothing_that_a_file_acknowledged(
    file_store: str, tmp_path: Path
) -> None:
    unsaid: set[str] = set()
    with besieged(file_store, tmp_path) as siege:
        for _ in range(FALLS):
            siege.start()
            pause(siege, 0.4)
            if siege.draw.random() < 0.5:
                siege.kill_all()
            else:
                siege.kill_one()
            unsaid |= looked_at(siege)
        finished(siege, unsaid)
        assert siege.answers() > FALLS


def test_a_server_killed_at_any_instant_loses_nothing_that_it_acknowledged(
    own_server: Server, tmp_path: Path
) -> None:
    falls, unsaid = 0, set[str]()
    with besieged(own_server.address(), tmp_path) as siege:
        while falls < FALLS:
            siege.start()
            pause(siege, 0.4)
            if siege.draw.random() < 0.5:
                own_server.kill()
                siege.kill_one()
                own_server.start()
                falls += 1
            else:
                falls += own_server.kill_backend(siege.draw)
                siege.kill_one()
                own_server.wait_until_it_answers()
            unsaid |= looked_at(siege)
        finished(siege, unsaid)
        assert siege.answers() > FALLS


def losses(siege: Siege, fall: Server | None, rounds: int = 100) -> list[str]:
    """Return the first answers found to be lost, in so many rounds."""
    for _ in range(rounds):
        siege.start()
        pause(siege, 0.3)
        if fall is not None:
            fall.kill()
        siege.kill_all()
        if fall is not None:
            fall.start()
        found = audit.faults(siege.address, siege.told())
        if lost := [fault for fault in found if fault.startswith("lost")]:
            return lost
    return []


def test_a_writer_that_acknowledges_before_the_commit_is_seen(
    file_store: str, tmp_path: Path
) -> None:
    with besieged(file_store, tmp_path, hasty=True) as siege:
        assert losses(siege, None)


def test_a_server_that_acknowledges_before_it_writes_is_seen(
    own_server: Server, tmp_path: Path
) -> None:
    own_server.kill()
    own_server.settings.append("wal_writer_delay=10s")
    own_server.start()
    address = own_server.address() + "&options=-c%20synchronous_commit%3Doff"
    with besieged(address, tmp_path) as siege:
        assert losses(siege, own_server)
