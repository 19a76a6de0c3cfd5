"""A word that a person's own may hold is found nowhere once they are erased, in no copy at all.

What this does not prove: what a disk keeps of a file that was deleted, and a copy of the vault
made before. Both open what was sealed; the manual says how to keep copies of the vault.
"""

import shutil
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest
from cryptography.exceptions import InvalidTag

from sortie import register, store
from sortie.store import writing
from tests.office.faults.server import a_server
from tests.store import opened
from tests.store.clerk import CLERK, NOON, erase, everything_about
from tests.store.databases import named, put_store, run

CANARY = "Serin-Éclatant-4711"


@dataclass
class Place:
    """A store, every folder that holds a byte of it, and where a copy made before opens."""

    address: str
    folders: tuple[Path, ...]
    copy: str

    def files(self) -> Iterator[tuple[Path, bytes]]:
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    yield path, path.read_bytes()

    def holding(self, *marks: bytes) -> list[str]:
        """Return the files that hold one of these."""
        return [str(path) for path, held in self.files() if any(mark in held for mark in marks)]


@pytest.fixture
def in_a_file(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("SORTIE_KEYS", str(tmp_path / "store.keys"))
    address = put_store(migrated_file, tmp_path / "store.sqlite")
    return Place(address, (tmp_path,), f"sqlite:///{tmp_path}/copy.sqlite")


@pytest.fixture
def on_a_server(postgresql_server: str, keys: Path) -> Iterator[Place]:
    assert postgresql_server
    with a_server() as server:
        store.connect(server.address())
        store.migrate()
        yield Place(server.address(), (server.folder, keys), server.address("copy"))
        store.disconnect()


@pytest.fixture(params=["in_a_file", "on_a_server"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(request.param)
    return found


def marks_of(words: str) -> list[bytes]:
    """Return the shapes in which a word could lie about: as text, as base64, as a plain digest."""
    plain = words.encode()
    based = [b64encode(b"\0" * n + plain)[4:-4] for n in range(3)]
    digest = sha256(plain)
    shapes = [plain, plain[:12], plain.hex().encode(), words.encode("utf-16-le"), *based]
    return [*shapes, digest.digest(), digest.hexdigest().encode(), b64encode(digest.digest())]


def copied_while_open(place: Place) -> None:
    """Make the copy that somebody has: the files with their logs, or a database of the server."""
    if place.address.startswith("sqlite"):
        path = Path(place.address.removeprefix("sqlite:///"))
        for each in path.parent.glob(f"{path.name}*"):
            shutil.copy(each, each.with_name(each.name.replace(path.name, "copy.sqlite")))
        return
    store.disconnect()
    run(named(place.address, "postgres"), "CREATE DATABASE copy TEMPLATE store")
    store.connect(place.address)


def exported() -> bytes:
    """Return all that is published: the leaves, and the checkpoints."""
    notes = "".join(each.text for each in store.register.checkpoints())
    return b"".join(store.register.entries(0, 99)) + notes.encode()


def test_a_word_of_someone_erased_is_found_in_no_file_and_no_copy(place: Place) -> None:
    store.connect(place.address)
    folder = store.keys_folder()
    register.create_keys(folder / "signing", "example.org/register")
    everything_about("P-canary", CANARY)
    everything_about("Q", "other words")
    writing.checkpoint(NOON)
    copied_while_open(place)
    (held,) = store.people(store.PersonQuery(committal_number=CANARY))
    assert held.family_name == CANARY
    wrapped = dict(opened.rows_of(folder, "SELECT id, wrapped FROM subject"))["P-canary"]
    assert place.holding(wrapped) == [str(folder / "vault.db")]

    erase("erase", "P-canary")
    writing.checkpoint(NOON)
    if not place.address.startswith("sqlite"):
        run(place.address, "CHECKPOINT")

    assert place.holding(b"P-canary/case") != []
    assert place.holding(*marks_of(CANARY)) == []
    assert place.holding(wrapped, wrapped[:16], wrapped[-16:]) == []
    assert not any(mark in exported() for mark in marks_of(CANARY))

    store.connect(place.copy)
    with pytest.raises(store.Erased):
        store.events_of(store.Stream("person", "P-canary"))
    assert [each.person_id for each in store.people(store.PersonQuery())] == ["Q"]
    store.disconnect()


EVENTS = (
    "SELECT sealed, 'event', stream_kind, stream_id, number, seq FROM store_event"
    " WHERE subject = 'P-canary'"
)
ANSWERS = "SELECT sealed, 'answer', key FROM store_command WHERE subject = 'P-canary'"


def test_no_key_that_is_left_opens_what_is_left(on_a_server: Place) -> None:
    store.connect(on_a_server.address)
    everything_about("P-canary", CANARY)
    everything_about("Q", "other words")
    before = opened.keys_of(store.keys_folder())
    erase("erase", "P-canary")
    left = opened.keys_of(store.keys_folder())

    with psycopg.connect(on_a_server.address) as server:
        rows = [row for sql in (EVENTS, ANSWERS) for row in server.execute(sql.encode()).fetchall()]
    assert len(rows) == 6
    assert left.keys() == {"", "Q"}
    for sealed, *where in rows:
        assert CANARY.encode() in opened.opened(before["P-canary"], bytes(sealed), *where)
        for key in left.values():
            with pytest.raises(InvalidTag):
                opened.opened(key, bytes(sealed), *where)


def test_a_word_in_clear_would_be_found(place: Place) -> None:
    store.connect(place.address)
    with writing.command(CANARY, "v", {}, stream=store.ERASURES, actor=CLERK, at=NOON) as desk:
        assert desk.number == 0
    assert place.holding(*marks_of(CANARY)) != []
    store.disconnect()
