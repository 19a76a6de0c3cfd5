"""The keys: apart from the database, closed to others, and never made up where one was lost."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from sortie import store
from sortie.store import writing
from sortie.store.vault import Keyring
from tests.store import opened
from tests.store.clerk import CLERK, NOON, PERSON, all_events, case, erase, note, noted

MANY = 3000


def unknown(_: str) -> bool:
    return False


def modes(folder: Path) -> dict[str, int]:
    paths = (folder, *folder.iterdir())
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in paths}


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_keys_are_made_once_and_only_their_owner_opens_them(sqlite_store: str, mask: int) -> None:
    shutil.rmtree(folder := store.keys_folder())
    before = os.umask(mask)
    try:
        assert store.create_keys() == folder
    finally:
        os.umask(before)
    note("key-1")

    assert sqlite_store
    assert modes(folder) == {folder.name: 0o700, "master.key": 0o600, "vault.db": 0o600}
    made = (folder / "master.key").read_text()
    assert store.create_keys() == folder
    assert (folder / "master.key").read_text() == made
    assert len(all_events()) == 1


@pytest.mark.usefixtures("database")
def test_without_its_folder_nothing_of_a_person_is_read_or_written_and_none_is_made_up() -> None:
    note("key-1")
    store.disconnect()
    folder = store.keys_folder()
    folder.rename(folder.with_name("elsewhere"))

    tries: list[Callable[[], object]] = [
        lambda: note("key-2"), lambda: store.events_of(case("case-1")),
        lambda: store.command_of("key-1"), lambda: store.register.opening(1),
        store.create_keys,
    ]  # fmt: skip
    for attempt in tries:
        with pytest.raises(store.KeysMissing) as caught:
            attempt()
        assert caught.value.path == str(folder)
    assert not folder.exists()
    assert len(store.register.entries(0, 9)) == store.register.head().size == 1

    folder.with_name("elsewhere").rename(folder)
    assert note("key-1") == {"seq": 1, "number": 1}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", ["master.key", "vault.db"])
def test_half_a_folder_is_no_folder(name: str) -> None:
    note("key-1")
    store.disconnect()
    (store.keys_folder() / name).unlink()
    with pytest.raises(store.KeysMissing):
        store.events_of(case("case-1"))
    with pytest.raises(store.KeysMissing):
        store.create_keys()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("text", ["", "short", "e30=", "not base64 at all, whatever one does ===="])
def test_a_master_key_that_is_none_is_missing(text: str) -> None:
    store.disconnect()
    (store.keys_folder() / "master.key").write_text(text)
    with pytest.raises(store.KeysMissing):
        note("key-1")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", ["", "master.key", "vault.db"])
@pytest.mark.parametrize("bit", [0o040, 0o004, 0o001])
def test_keys_that_others_may_open_are_not_used(name: str, bit: int) -> None:
    note("key-1")
    store.disconnect()
    path = store.keys_folder() / name
    path.chmod(stat.S_IMODE(path.stat().st_mode) | bit)

    for attempt in (lambda: note("key-2"), lambda: store.events_of(case("case-1"))):
        with pytest.raises(store.KeysExposed) as caught:
            attempt()
        assert (caught.value.path, caught.value.mode[-3:]) == (
            str(path), f"{stat.S_IMODE(path.stat().st_mode):03o}",
        )  # fmt: skip


@pytest.mark.usefixtures("database")
def test_a_vault_of_another_master_key_is_damaged() -> None:
    note("key-1")
    store.disconnect()
    (store.keys_folder() / "master.key").write_text("A" * 43 + "=\n")
    with pytest.raises(store.BrokenStore) as caught:
        store.events_of(case("case-1"))
    assert caught.value.why is store.Why.DAMAGED


@pytest.mark.usefixtures("database")
def test_a_vault_from_before_a_person_was_known_makes_no_second_key_for_them() -> None:
    store.disconnect()
    vault = store.keys_folder() / "vault.db"
    shutil.copy(vault, before := vault.with_name("before"))
    note("key-1")
    store.disconnect()
    after = vault.read_bytes()
    shutil.copy(before, vault)

    for attempt in (lambda: note("key-2"), lambda: store.events_of(case("case-1"))):
        with pytest.raises(store.KeyLost) as caught:
            attempt()
        assert caught.value.subject == PERSON
    with pytest.raises(store.KeyLost):
        note("key-3", "another case of theirs")
    store.disconnect()
    vault.write_bytes(after)
    assert note("key-2") == {"seq": 2, "number": 2}


@pytest.mark.usefixtures("database")
def test_a_key_is_on_the_disk_before_anything_that_it_sealed() -> None:
    stream = case("c", "new")
    with writing.command("key-1", "n", {}, stream=stream, actor=CLERK, at=NOON) as desk:
        desk.append([noted()], 0)
        sealing = opened.keys_of(store.keys_folder())["new"]
    assert len(store.events_of(stream)) == 1
    assert opened.keys_of(store.keys_folder())["new"] == sealing


@pytest.mark.usefixtures("database")
def test_a_stream_begins_with_a_subject_and_keeps_it() -> None:
    nobody = store.Stream("case", "c")
    with (
        pytest.raises(AssertionError, match="begins with a subject"),
        writing.command("key-1", "n", {}, stream=nobody, actor=CLERK, at=NOON) as desk,
    ):
        desk.append([noted()], 0)
    note("key-2", "c")
    for other in (nobody, case("c", "another")):
        key = f"on-{other.subject}"
        with writing.command(key, "n", {}, stream=other, actor=CLERK, at=NOON) as desk:
            desk.append([noted()], desk.number)
    assert {event.subject for event in store.events_of(nobody)} == {PERSON}


@pytest.mark.parametrize("change", ["altered", "moved"])
def test_what_was_sealed_opens_neither_altered_nor_moved(sqlite_store: str, change: str) -> None:
    note("key-1", said="yes")
    note("key-2", said="no")
    store.disconnect()
    with closing(sqlite3.connect(sqlite_store.removeprefix("sqlite:///"))) as file:
        file.execute("DROP TRIGGER store_event_update")
        first, second = (row[0] for row in file.execute("SELECT sealed FROM store_event"))
        flipped = first[:-1] + bytes([first[-1] ^ 1])
        put = second if change == "moved" else flipped
        file.execute("UPDATE store_event SET sealed = ? WHERE seq = 1", (put,))
        file.commit()
    with pytest.raises(store.BrokenStore) as caught:
        store.events_of(case("case-1"))
    assert caught.value.why is store.Why.DAMAGED


def erased_elsewhere(address: str, person: str) -> None:
    store.connect(address)
    erase(f"erase-{person}", person)
    store.disconnect()


def test_a_key_in_use_is_forgotten_as_soon_as_another_process_destroyed_it(database: str) -> None:
    note("key-1")
    assert len(store.events_of(case("case-1"))) == 1
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(erased_elsewhere, database, PERSON).result()

    with pytest.raises(store.Erased):
        store.events_of(case("case-1"))
    with pytest.raises(store.Erased):
        note("key-2")


def test_a_destroyed_key_leaves_no_byte_among_thousands(sqlite_store: str) -> None:
    assert sqlite_store
    folder = store.keys_folder()
    with closing(Keyring(folder)) as ring:
        for n in range(MANY):
            ring.begin(f"person-{n * 7919 % MANY}-{'x' * (n % 40)}", unknown)
        wrapped = dict(opened.rows_of(folder, "SELECT id, wrapped FROM subject"))
        gone = list(wrapped)[::3]
        ring.destroy(gone, (1, "entry"))
        assert ring.destroyed() == gone
    left = b"".join(path.read_bytes() for path in folder.iterdir())

    assert len(wrapped) == MANY
    assert len(gone) == MANY // 3
    assert not any(wrapped[id_][:16] in left or wrapped[id_][-16:] in left for id_ in gone)
    assert all(left.count(wrapped[id_]) == 1 for id_ in wrapped.keys() - set(gone))


def test_more_keys_than_are_kept_in_mind_still_open(sqlite_store: str) -> None:
    assert sqlite_store
    people = [f"person-{n}" for n in range(4500)]
    with closing(Keyring(store.keys_folder())) as ring:
        sealed = {id_: ring.begin(id_, unknown).sealed(id_.encode(), "place") for id_ in people[:9]}
        seals = ring.seals(sealed)
        for id_ in people[9:]:
            ring.begin(id_, unknown)
        again = ring.seals(sealed)
    for id_, each in sealed.items():
        assert again[id_] is not seals[id_]
        assert again[id_].opened(each, "place") == id_.encode()
