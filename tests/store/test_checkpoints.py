"""A checkpoint is signed for what is on the disk, and never for another history than before."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from sortie import register, store
from sortie.store import writing
from tests.office.faults.server import a_server
from tests.store.clerk import CLERK, HOUR, NOON, case, note, noted
from tests.store.databases import named, run

ORIGIN = "example.org/register"


@pytest.fixture
def signing(database: str) -> str:
    """A store whose register has its keys."""
    register.create_keys(store.keys_folder() / "signing", ORIGIN)
    return database


def verified(kept: store.register.StoredCheckpoint) -> register.Checkpoint:
    read = register.read_checkpoint(kept.text)
    keys = register.open_keys(store.keys_folder() / "signing")
    assert len(read.verified_by(keys.vkeys)) == 2
    return read.checkpoint


@pytest.mark.usefixtures("signing")
def test_the_register_as_committed_is_signed_and_the_note_is_kept() -> None:
    empty = writing.checkpoint(NOON)
    note("key-1")
    note("key-2")
    kept = writing.checkpoint(NOON + HOUR)

    head = store.register.head()
    assert verified(kept) == register.Checkpoint(ORIGIN, 2, head.root)
    assert verified(empty) == register.Checkpoint(ORIGIN, 0, register.EMPTY_ROOT)
    assert store.register.last_checkpoint() == kept
    assert store.register.checkpoints() == (empty, kept)
    assert store.register.checkpoints(after=empty.id) == (kept,)
    assert (kept.size, kept.at) == (2, NOON + HOUR)


def test_what_another_has_not_committed_yet_is_not_signed(postgresql_store: str) -> None:
    register.create_keys(store.keys_folder() / "signing", ORIGIN)
    note("key-1")
    with psycopg.connect(postgresql_store) as other:
        other.execute("SET session_replication_role = replica")
        other.execute(
            "INSERT INTO store_event SELECT 2, stream_kind, stream_id, subject, 2, kind, at,"
            " recorded_at, actor_id, actor_role, actor_of, sealed, entry, hashes || hashes,"
            " command_key FROM store_event"
        )
        assert writing.checkpoint(NOON).size == 1
        other.rollback()


def copy_of(address: str, to: str) -> None:
    """Copy a store that nobody has open over another."""
    store.disconnect()
    if address.startswith("sqlite"):
        shutil.copy(address.removeprefix("sqlite:///"), to.removeprefix("sqlite:///"))
        return
    server, name, other = named(address, "postgres"), name_of(address), name_of(to)
    run(server, f"DROP DATABASE IF EXISTS {other} WITH (FORCE)")
    run(server, f"CREATE DATABASE {other} TEMPLATE {name}")


def name_of(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


@pytest.fixture
def yesterday(signing: str, tmp_path: Path) -> str:
    """Yesterday's copy of a store that went on, and signed for it."""
    to = f"sqlite:///{tmp_path}/copy.sqlite"
    if not signing.startswith("sqlite"):
        to = named(signing, f"{name_of(signing)}_copy")
    note("key-1")
    writing.checkpoint(NOON)
    copy_of(signing, to)
    note("key-2")
    note("key-3")
    writing.checkpoint(NOON)
    copy_of(to, signing)
    return signing


def test_refused_when_an_older_copy_was_put_back(yesterday: str) -> None:
    assert yesterday
    with pytest.raises(register.RegisterRewound) as caught:
        writing.checkpoint(NOON)
    assert (caught.value.signed, caught.value.found) == (3, 1)
    assert [each.size for each in store.register.checkpoints()] == [1]


def test_refused_when_an_older_copy_went_on_otherwise(yesterday: str) -> None:
    assert yesterday
    for n in range(3):
        note(f"other-{n}")
    with pytest.raises(register.RegisterForked):
        writing.checkpoint(NOON)
    assert [each.size for each in store.register.checkpoints()] == [1]


@pytest.mark.usefixtures("database")
def test_refused_without_keys_to_sign_with() -> None:
    note("key-1")
    with pytest.raises(register.KeysMissing):
        writing.checkpoint(NOON)
    assert store.register.last_checkpoint() is None


@pytest.mark.usefixtures("signing")
def test_a_checkpoint_that_others_signed_is_kept_once_it_is_ours() -> None:
    note("key-1")
    first = writing.checkpoint(NOON)
    note("key-2")
    last = writing.checkpoint(NOON)

    assert writing.keep_checkpoint(first.text, NOON).size == 1
    assert store.register.last_checkpoint() == last
    with pytest.raises(register.NotesError):
        writing.keep_checkpoint(last.text.replace("\n2\n", "\n3\n"), NOON)
    with pytest.raises(register.NotesError):
        writing.keep_checkpoint(last.text.partition("\n\n")[0] + "\n", NOON)


def test_a_checkpoint_of_what_is_not_there_any_more_is_not_kept(yesterday: str) -> None:
    folder = store.keys_folder() / "signing"
    remembered = register.LastSigned(folder).read()
    text = register.open_keys(folder).sign(remembered)

    assert yesterday
    with pytest.raises(register.NotOfTheTree):
        writing.keep_checkpoint(text, NOON)


@pytest.mark.usefixtures("signing")
def test_several_who_sign_at_once_while_others_write_never_refuse_each_other() -> None:
    ready = Barrier(4)

    def work(name: int) -> list[int]:
        ready.wait()
        try:
            if name < 2:
                return [writing.checkpoint(NOON).size for _ in range(8)]
            return [note(f"{name}-{n}", f"case-{name}")["seq"] for n in range(20)]
        finally:
            store.disconnect()

    with ThreadPoolExecutor(4) as pool:
        told = [each.result() for each in [pool.submit(work, n) for n in range(4)]]

    assert all(sizes == sorted(sizes) for sizes in told)
    assert writing.checkpoint(NOON).size == 40
    for kept in store.register.checkpoints():
        said = verified(kept)
        assert register.root_of(said.size, store.register.nodes) == said.root


def test_what_was_signed_is_there_after_a_server_fell_that_does_not_wait_for_its_disk(
    postgresql_server: str, keys: Path
) -> None:
    assert postgresql_server
    register.create_keys(keys / "signing", ORIGIN)
    with a_server() as server:
        server.kill()
        server.settings.append("wal_writer_delay=10s")
        server.start()
        hasty = server.address() + "&options=-c%20synchronous_commit%3Doff"
        store.connect(hasty)
        store.migrate()
        for n in range(20):
            note(f"key-{n}")
        signed = writing.checkpoint(NOON)
        store.disconnect()
        server.kill()
        server.start()

        store.connect(server.address())
        assert store.register.head().size == signed.size == 20
        with writing.command("on", "on", {}, stream=case("case-1"), actor=CLERK, at=NOON) as desk:
            desk.append([noted()], 20)
        assert writing.checkpoint(NOON).size == 21
        store.disconnect()
