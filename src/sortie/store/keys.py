"""The keys of the store in use: where they are, and erasures done again before anything is read."""

import json
import os
import threading
from pathlib import Path

from django.db import Error, connection
from django.db.backends.signals import connection_created

from sortie.store import complaints, tables
from sortie.store.errors import KeysMissing, StoreError, Why
from sortie.store.records import ERASURES
from sortie.store.vault import MASTER, OFFICE, Keyring, create, event_place

VARIABLE = "SORTIE_KEYS"
IN_THIS_FOLDER = "sortie.keys"
AT_ONCE = 500
LAST = (
    "SELECT number, entry FROM store_event WHERE stream_kind = %s AND stream_id = %s"
    " ORDER BY number DESC LIMIT 1"
)


class _Opened(threading.local):
    """The keyring of this thread, and for which process and folder it was opened."""

    place: tuple[int, Path] | None = None
    ring: Keyring | None = None


_opened = _Opened()


def keys_folder() -> Path:
    """Return the folder of the keys: ``SORTIE_KEYS``, else beside the file of the database.

    For a database that is no file, ``sortie.keys`` in the current folder.
    """
    said = os.environ.get(VARIABLE)
    if not said and connection.vendor == "sqlite":
        return Path(connection.settings_dict["NAME"]).with_suffix(".keys")
    return Path(said or IN_THIS_FOLDER).absolute()


def create_keys() -> Path:
    """Make the keys of a new store, unless they are there; return their folder.

    Raises:   KeysMissing: the store holds something already, and its keys are not here
              KeysExposed, KeysNotKept, NotRead, BrokenStore
    """
    folder = keys_folder()
    with complaints.reading():
        if not (folder / MASTER).exists() and tables.commands().exists():
            raise KeysMissing(str(folder))
    create(folder)
    return folder


def current() -> Keyring:
    """Return the keys of the store in use; none is given before every erasure was done again.

    Raises:   KeysMissing, KeysExposed, NotRead, BrokenStore
    """
    place = os.getpid(), keys_folder()
    if _opened.ring is None or _opened.place != place:
        forget()
        ring = Keyring(place[1])
        try:
            _do_again(ring)
        except (Error, StoreError):
            ring.close()
            raise
        _opened.place, _opened.ring = place, ring
    return _opened.ring


def forget() -> None:
    """Close the keys of this thread; the next question opens them again."""
    if _opened.ring is not None and _opened.place is not None and _opened.place[0] == os.getpid():
        _opened.ring.close()
    _opened.place = _opened.ring = None


def blinded(field: str, value: str) -> str:
    """Return what stands for a value in a clear column, the same each time; see ``Keyring.blind``.

    Raises:   KeysMissing, KeysExposed, NotRead, BrokenStore
    """
    return current().blind(field, value)


def catch_up(number: int) -> Keyring:
    """Return the keys, once the erasures up to this number were done here too.

    Whoever writes calls it when alone: what another process erased is then erased for this one,
    even if the other was killed between its commit and the destruction of the key.
    """
    ring = current()
    if ring.applied[0] != number:
        _do_again(ring)
    return ring


def destroy_erased() -> None:
    """Destroy the keys of those whose erasure is recorded and whose keys are still there."""
    _do_again(current())


def _at_opening(**_: object) -> None:
    """Do erasures again on each connection that opens, so that none reads before.

    Without keys nothing can be read of anybody, and without tables nothing is there.
    """
    try:
        if (keys_folder() / MASTER).exists():
            _do_again(current())
    except Error as error:
        if complaints.why_of(error) is not Why.WRONG_TABLES:
            connection.close()
            raise
    except StoreError:
        connection.close()
        raise


connection_created.connect(_at_opening, dispatch_uid="sortie.store.keys")


def _do_again(ring: Keyring) -> None:
    """Destroy what the erasures of this database say is erased, and was not by this vault.

    The two may be of two ages. A vault put back from a copy has erasures to do again; a database
    put back from one has index rows of persons whose keys are gone.
    """
    last, applied = _last(), ring.applied
    if last == applied:
        return
    is_older = applied[0] > last[0] or (applied[0] > 0 and _entry_at(applied[0]) != applied[1])
    after = 0 if is_older else applied[0]
    ring.destroy(_subjects(ring, after), last)
    if is_older:
        gone = ring.destroyed()
        for start in range(0, len(gone), AT_ONCE):
            forget_rows(gone[start : start + AT_ONCE])


def _last() -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(LAST, [ERASURES.kind, ERASURES.id])
        row = cursor.fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def _entry_at(number: int) -> str:
    rows = tables.events().filter(stream_kind=ERASURES.kind, stream_id=ERASURES.id, number=number)
    return rows.values_list("entry", flat=True).first() or ""


def _subjects(ring: Keyring, after: int) -> list[str]:
    rows = tables.events().filter(
        stream_kind=ERASURES.kind, stream_id=ERASURES.id, number__gt=after
    )
    seal, found = ring.seal(OFFICE), []
    for number, seq, sealed in rows.order_by("number").values_list("number", "seq", "sealed"):
        _, body = seal.event(bytes(sealed), event_place(ERASURES.kind, ERASURES.id, number, seq))
        found.append(str(json.loads(body)["subject"]))
    return found


def forget_rows(subjects: list[str]) -> None:
    """Delete every index row of these subjects; their events stay, and nothing opens them."""
    begun = tables.events().filter(subject__in=subjects, number=1)
    cases = list(begun.values_list("stream_id", flat=True))
    for start in range(0, len(cases), AT_ONCE):
        some = cases[start : start + AT_ONCE]
        tables.clocks().filter(case_id__in=some).delete()
        tables.outbox().filter(case_id__in=some).delete()
        tables.case_index().filter(case_id__in=some).delete()
    tables.judgments().filter(person_id__in=subjects).delete()
    tables.person_index().filter(person_id__in=subjects).delete()
