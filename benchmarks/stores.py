"""Stores of many cases: one real case, carried by real commands, and its rows copied in bulk.

Each copy is sealed with a key of its own, and its leaves follow from those of the copy before, so
that a store filled in this way is one that the program itself could have written.
"""

import json
import secrets
import sqlite3
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from tests.office.one_leave import COURT, PRISON

from sortie import register, store
from sortie.store import keys, vault
from sortie.store.names import name_key

PRISONS = 188
TABLES = (
    "store_command", "store_event", "store_case_index", "store_clock", "store_outbox",
    "store_person_index", "store_person_judgment",
)  # fmt: skip
# Columns that hold a place in the whole store: each copy takes the next ones.
SEQS = ("seq", "first_seq", "last_seq")
GIVEN_BY_THE_DATABASE = {"store_clock": "id", "store_outbox": "id", "store_person_judgment": "id"}
AT_ONCE = 2000
Row = dict[str, Any]
Rows = Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The rows of one case and one person, opened, and how many events they are."""

    rows: Rows
    events: int

    def copy(self, number: int, after: int) -> Rows:
        """Return the rows of another case, in another of the prisons, after so many events."""
        text = json.dumps(self.rows, ensure_ascii=False)
        for name, other in names(number).items():
            text = text.replace(name, other)
        found: Rows = json.loads(text)
        for rows in found.values():
            for row in rows:
                for place in SEQS:
                    if row.get(place) is not None:
                        row[place] += after
        return found


def names(number: int) -> Mapping[str, str]:
    """Return what each name of the pattern becomes in a copy."""
    place = number % PRISONS
    return {
        "case-0": case_id(number),
        "person-0": f"person-{number}",
        "Exemple": _family_name(number),
        PRISON: f"prison {place}",
        COURT: f"court {place}",
    }


def case_id(number: int) -> str:
    return f"case-{number}"


def _family_name(number: int) -> str:
    syllables = ("ba", "do", "fi", "gu", "ké", "lo", "mi", "nu", "pa", "ro", "si", "ta", "vé", "zu")
    name = ""
    while number:
        number, place = divmod(number, len(syllables))
        name += syllables[place]
    return name.capitalize()


def pattern_of(file: Path) -> Pattern:
    """Return the rows of a small SQLite store that this process is connected to, opened."""
    rows: dict[str, list[Row]] = {}
    with closing(sqlite3.connect(file)) as small:
        small.row_factory = sqlite3.Row
        for table in TABLES:
            found = [dict(row) for row in small.execute(f"SELECT * FROM {table} ORDER BY 1")]
            for row in found:
                row.pop(GIVEN_BY_THE_DATABASE.get(table, ""), None)
                _open(table, row)
            rows[table] = found
    people = [json.loads(row["sealed"]) for row in rows["store_person_index"]]
    judgments = [judgment for person in people for judgment in person["judgments"]]
    for row, judgment in zip(rows["store_person_judgment"], judgments, strict=True):
        row["judgment"] = judgment
    return Pattern(rows, len(rows["store_event"]))


def _open(table: str, row: Row) -> None:
    """Put in the place of what is sealed the text that it is."""
    if "sealed" not in row:
        return
    seal = keys.current().seal(_subject(row))
    plain = seal.opened(row["sealed"], _place(table, row))
    if table == "store_event":
        plain = plain[len(register.new_salt()) :]
        del row["entry"], row["hashes"]
    row["sealed"] = plain.decode()


def _subject(row: Row) -> str:
    return str(row["subject"] if "subject" in row else row["person_id"])


def _place(table: str, row: Row) -> str:
    match table:
        case "store_event":
            stream = row["stream_kind"], row["stream_id"]
            return vault.event_place(*stream, row["number"], row["seq"])
        case "store_command":
            return vault.answer_place(row["key"])
        case "store_outbox":
            return vault.message_place(row["dedupe_key"])
        case _:
            return vault.person_place(row["person_id"])


@dataclass
class Sealer:
    """New keys for those who are made up, and the register that their events make."""

    ring: vault.Keyring
    master: AESGCM
    growth: register.Growth = field(default_factory=register.Growth)
    seals: dict[str, vault.Seal] = field(default_factory=dict)
    wrapped: list[tuple[str, bytes]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> "Sealer":
        text = (folder / vault.MASTER).read_text()
        return cls(keys.current(), AESGCM(b64decode(text)))

    def close(self, rows: Rows) -> None:
        """Seal the rows of one copy, and give its events their leaves."""
        for table, listed in rows.items():
            for row in listed:
                if "sealed" in row:
                    self._seal(table, row)
                elif table == "store_person_judgment":
                    row["judgment"] = self.ring.blind("judgment", row["judgment"])
        self.seals.clear()

    def _seal(self, table: str, row: Row) -> None:
        plain = str(row["sealed"])
        if table == "store_person_index":
            rest, blind = json.loads(plain), self.ring.blind
            row["committal_number"] = blind("committal_number", rest["committal_number"])
            row["name_key"] = blind("name_key", name_key(rest["family_name"]))
        salt = b""
        if table == "store_event":
            salt = register.new_salt()
            entry = store.register.leaf_of(_event(row), plain, salt)
            row["entry"], row["hashes"] = entry.decode(), self.growth.add(entry)
        place = _place(table, row)
        row["sealed"] = self._of(_subject(row)).sealed(salt + plain.encode(), place)

    def _of(self, subject: str) -> vault.Seal:
        if subject == vault.OFFICE:
            return self.ring.seal(subject)
        if subject not in self.seals:
            key, nonce = secrets.token_bytes(32), secrets.token_bytes(12)
            wrapped = nonce + self.master.encrypt(nonce, key, f"subject/{subject}".encode())
            self.wrapped.append((subject, wrapped))
            self.seals[subject] = vault.Seal(key)
        return self.seals[subject]

    def keep(self, folder: Path) -> None:
        """Put the new keys in the vault, in one go."""
        with closing(sqlite3.connect(folder / vault.VAULT)) as file:
            file.executemany("INSERT INTO subject (id, wrapped) VALUES (?, ?)", self.wrapped)
            file.commit()


def _event(row: Row) -> store.StoredEvent:
    at, recorded_at = (
        datetime.fromisoformat(row[name]).replace(tzinfo=UTC) for name in ("at", "recorded_at")
    )
    return store.StoredEvent(
        seq=row["seq"], stream=store.Stream(row["stream_kind"], row["stream_id"]),
        subject=row["subject"], number=row["number"], kind=row["kind"], at=at,
        recorded_at=recorded_at, actor_id=row["actor_id"], actor_role=row["actor_role"],
        actor_of=row["actor_of"], body=json.loads(row["sealed"]), command_key=row["command_key"],
    )  # fmt: skip


def fill(address: str, *wanted: tuple[Pattern, int]) -> None:
    """Put so many copies of each into an empty, migrated store with keys; guards are kept."""
    store.connect(address)
    folder = store.keys_folder()
    sealer = Sealer.of(folder)
    write = _into_sqlite if address.startswith("sqlite") else _into_postgresql
    write(address, _copies(wanted, sealer))
    sealer.keep(folder)
    store.disconnect()
    store.connect(address)


def _copies(wanted: Sequence[tuple[Pattern, int]], sealer: Sealer) -> Iterator[Rows]:
    gathered: dict[str, list[Row]] = {table: [] for table in TABLES}
    after = 0
    patterns = (pattern for pattern, count in wanted for _ in range(count))
    for number, pattern in enumerate(patterns, start=1):
        copied = pattern.copy(number, after)
        sealer.close(copied)
        for table, rows in copied.items():
            gathered[table] += rows
        after += pattern.events
        if number % AT_ONCE == 0:
            yield gathered
            gathered = {table: [] for table in TABLES}
    yield gathered


def _into_sqlite(address: str, copies: Iterator[Rows]) -> None:
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as file:
        file.execute("PRAGMA synchronous=OFF")
        for gathered in copies:
            for table, rows in gathered.items():
                if rows:
                    named, holes = ", ".join(rows[0]), ", ".join(f":{name}" for name in rows[0])
                    file.executemany(f"INSERT INTO {table} ({named}) VALUES ({holes})", rows)
            file.commit()
        file.execute("PRAGMA optimize")
        file.execute("ANALYZE")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _into_postgresql(address: str, copies: Iterator[Rows]) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        # The guards fire all the same: only the foreign key is not asked again for each row.
        server.execute("SET session_replication_role = replica")
        server.execute("SET timezone = 'UTC'")
        for gathered in copies:
            with server.transaction():
                for table, rows in gathered.items():
                    if not rows:
                        continue
                    named = ", ".join(rows[0])
                    with server.cursor().copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                        for row in rows:
                            copy.write_row(list(row.values()))
        server.execute("VACUUM ANALYZE")
