"""The file of the wrapped keys: small, of its own, and without a log that would keep old pages.

A wrapped key never moves in the file and is overwritten where it stands: rows are added at the
end, and a destroyed key leaves as many zeros. In a tree ordered by name SQLite moves rows from a
page to another, and leaves copies of them in the room between.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sortie.store import complaints
from sortie.store.errors import BrokenStore, Why
from sortie.store.vault.seals import KEY_BYTES, NONCE_BYTES, TAG_BYTES

SECONDS_TO_WAIT = 20
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES
DESTROYED = bytes(WRAPPED_BYTES)
OFFICE_KEY, INDEX_KEY = "office", "index"
# EXTRA: after a power cut no journal comes back that would undo a key in use, or bring back one.
OPENED = (
    "PRAGMA journal_mode=DELETE;PRAGMA synchronous=EXTRA;"
    "PRAGMA secure_delete=ON;PRAGMA trusted_schema=OFF"
)
LAID_OUT = """
CREATE TABLE office (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL);
CREATE TABLE subject (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wrapped BLOB NOT NULL);
CREATE TABLE erasures (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL,
                       entry TEXT NOT NULL);
INSERT INTO erasures VALUES (1, 0, '');
"""
AT_ONCE = 500
Erasure = tuple[int, str]


def lay_out(path: Path, master: bytes) -> None:
    """Put the tables and the two keys of the office itself in an empty file."""
    with complaints.of_the_vault(), closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executescript(OPENED)
        file.executescript(f"BEGIN IMMEDIATE;{LAID_OUT}")
        for name in (OFFICE_KEY, INDEX_KEY):
            wrapped = _wrapped(AESGCM(master), f"office/{name}", secrets.token_bytes(KEY_BYTES))
            file.execute("INSERT INTO office VALUES (?, ?)", (name, wrapped))
        file.execute("COMMIT")


class VaultFile:
    """One opened vault. Not for two threads at once, nor for a child of the process."""

    def __init__(self, path: Path, master: bytes) -> None:
        self._master = AESGCM(master)
        with complaints.of_the_vault():
            self._file = sqlite3.connect(
                f"file:{quote(str(path))}?mode=rw", uri=True, isolation_level=None,
                timeout=SECONDS_TO_WAIT, check_same_thread=False,
            )  # fmt: skip
            try:
                self._file.executescript(OPENED)
            except sqlite3.Error:
                self._file.close()
                raise

    def close(self) -> None:
        self._file.close()

    def version(self) -> int:
        """Return a number that changes when another process changed the file."""
        with complaints.of_the_vault():
            return int(self._file.execute("PRAGMA data_version").fetchone()[0])

    def office_key(self, name: str) -> bytes:
        """Return one of the two keys that are nobody's.

        Raises:   BrokenStore: it is not there, or wrapped by another master key
        """
        with complaints.of_the_vault():
            row = self._file.execute(
                "SELECT wrapped FROM office WHERE name = ?", (name,)
            ).fetchone()
        if row is None:
            raise BrokenStore(Why.DAMAGED)
        return self._unwrapped(f"office/{name}", row[0])

    def keys_of(self, subjects: Iterable[str]) -> Mapping[str, bytes | None]:
        """Return the key of each of these that ever had one: ``None`` where it was destroyed."""
        asked, found = list(subjects), dict[str, bytes | None]()
        with complaints.of_the_vault():
            for start in range(0, len(asked), AT_ONCE):
                some = asked[start : start + AT_ONCE]
                holes = ", ".join("?" for _ in some)
                sql = f"SELECT id, wrapped FROM subject WHERE id IN ({holes})"  # noqa: S608
                for id_, wrapped in self._file.execute(sql, some):
                    kept = wrapped != DESTROYED
                    found[id_] = self._unwrapped(f"subject/{id_}", wrapped) if kept else None
        return found

    def begin(self, subject: str) -> bytes | None:
        """Return a new key for a subject, on the disk; the one it has if another was faster."""
        wrapped = _wrapped(self._master, f"subject/{subject}", secrets.token_bytes(KEY_BYTES))
        with self._written():
            self._file.execute(
                "INSERT INTO subject (id, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (subject, wrapped),
            )
        return self.keys_of([subject])[subject]

    def destroy(self, subjects: Iterable[str], last: Erasure) -> None:
        """Overwrite the keys of these, and note the last erasure that was done here."""
        with self._written():
            self._file.executemany(
                "INSERT INTO subject (id, wrapped) VALUES (?1, ?2)"
                " ON CONFLICT (id) DO UPDATE SET wrapped = ?2",
                [(subject, DESTROYED) for subject in subjects],
            )
            self._file.execute("UPDATE erasures SET number = ?, entry = ?", last)

    def destroyed(self) -> list[str]:
        """Return every subject whose key was destroyed."""
        with complaints.of_the_vault():
            rows = self._file.execute("SELECT id FROM subject WHERE wrapped = ?", (DESTROYED,))
            return [id_ for (id_,) in rows]

    def last_erasure(self) -> Erasure:
        """Return the number and the public entry of the last erasure that was done here."""
        with complaints.of_the_vault():
            number, entry = self._file.execute("SELECT number, entry FROM erasures").fetchone()
        return int(number), str(entry)

    @contextmanager
    def _written(self) -> Iterator[None]:
        with complaints.of_the_vault():
            self._file.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._file.execute("COMMIT")
            except sqlite3.Error:
                if self._file.in_transaction:
                    self._file.execute("ROLLBACK")
                raise

    def _unwrapped(self, name: str, wrapped: bytes) -> bytes:
        nonce, rest = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return self._master.decrypt(nonce, rest, name.encode())
        except (InvalidTag, ValueError) as wrong:
            raise BrokenStore(Why.DAMAGED) from wrong


def _wrapped(master: AESGCM, name: str, key: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + master.encrypt(nonce, key, name.encode())
