"""The keys of a store, read without the program that made them: what is written here is a format.

Kept apart on purpose: a mistake in how the program seals would not be made a second time here.
"""

import hmac
import json
import os
import sqlite3
from base64 import b64decode
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def folder_of(address: str) -> Path:
    if "SORTIE_KEYS" in os.environ:
        return Path(os.environ["SORTIE_KEYS"])
    return Path(address.removeprefix("sqlite:///")).with_suffix(".keys")


def rows_of(folder: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "vault.db", timeout=20)) as vault:
        return vault.execute(statement).fetchall()


def keys_of(folder: Path) -> dict[str, bytes]:
    """Return every key that is left, by its subject; the office's own has none."""
    master = AESGCM(b64decode((folder / "master.key").read_text()))
    of_subjects = rows_of(folder, "SELECT id, wrapped FROM subject")
    of_office = rows_of(folder, "SELECT wrapped FROM office WHERE name = 'office'")
    rows = [(f"subject/{id_}", id_, wrapped) for id_, wrapped in of_subjects]
    rows += [("office/office", "", wrapped) for (wrapped,) in of_office]
    return {
        id_: master.decrypt(wrapped[:12], wrapped[12:], name.encode())
        for name, id_, wrapped in rows
        if wrapped.strip(b"\0")
    }


def opened(key: bytes, sealed: bytes, *place: object) -> bytes:
    """Return what was sealed with a key at a place."""
    written = json.dumps(place, ensure_ascii=False, separators=(",", ":"))
    cipher = AESGCM(hmac.digest(key, b"sortie/seal/v1\x01", "sha256"))
    return cipher.decrypt(sealed[:12], sealed[12:], written.encode())


def stored_hashes(entries: list[str]) -> list[bytes]:
    """Return the hashes that each leaf completes, from RFC 6962 alone."""
    levels: list[list[bytes]] = []
    found = []
    for entry in entries:
        new = [sha256(b"\0" + entry.encode()).digest()]
        for level, held in enumerate(levels):
            held.append(new[level])
            if len(held) % 2:
                break
            new.append(sha256(b"\1" + held[-2] + held[-1]).digest())
        else:
            levels.append([new[-1]])
        found.append(b"".join(new))
    return found


def committed(opening: bytes, payload: dict[str, Any]) -> str:
    """Return the commitment to a payload, whose body is the one that was opened."""
    body = json.loads(opening[32:])
    written = json.dumps(
        {**payload, "body": body}, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    return sha256(b"sortie/register/commitment/v1\n" + opening[:32] + written.encode()).hexdigest()
