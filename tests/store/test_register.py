"""An event and its leaf are one row: the register is the store itself, read by anyone's rules."""

import json
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie import register, store
from sortie.store import writing
from tests.store import opened
from tests.store.clerk import (
    CLERK,
    NOON,
    TooLate,
    all_at_once,
    all_events,
    case,
    note,
    noted,
    refuse,
)

SIZES = 70


def entries() -> list[bytes]:
    return store.register.entries(0, 10**9)


def hashes(address: str) -> list[bytes]:
    """Return the stored hashes, read without the program."""
    asked = "SELECT hashes FROM store_event ORDER BY seq"
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as file:
            return [bytes(row[0]) for row in file.execute(asked)]
    with psycopg.connect(address) as server:
        return [bytes(row[0]) for row in server.execute(asked).fetchall()]


def together(*ids: str) -> None:
    """Append two events to each case in one page of commands."""
    tries = [(f"page-{id_}", case(id_, f"person-{id_}")) for id_ in ids]
    with writing.commands(tries, "note", {}, actor=CLERK, at=NOON) as desks:
        for desk in desks:
            desk.append([noted(n=1), noted(n=2)], desk.number)


def test_each_event_is_a_leaf_whose_hashes_follow_from_those_before(database: str) -> None:
    for n in range(5):
        note(f"one-{n}")
    together("a", "b", "c")
    with pytest.raises(TooLate):
        refuse("no", TooLate(NOON, ()))
    note("last")

    written = [entry.decode() for entry in entries()]
    assert len(written) == len(all_events()) == 12
    assert hashes(database) == opened.stored_hashes(written)
    grown = register.Growth()
    for entry in entries():
        grown.add(entry)
    assert store.register.head() == store.register.Head(12, grown.root())


def test_every_leaf_is_proved_and_opened_and_every_size_follows_from_the_one_before(
    database: str,
) -> None:
    assert database
    for n in range(SIZES):
        note(f"key-{n}", f"case-{n % 7}", n=n)

    size, root = (head := store.register.head()).size, head.root
    for seq in range(1, size + 1):
        held = store.register.opening(seq)
        proof = register.inclusion_proof(held.index, size, store.register.nodes)
        leaf = register.leaf_hash(held.entry)
        register.check_inclusion(index=held.index, size=size, leaf=leaf, proof=proof, root=root)
        register.check_opening(register.read_entry(held.entry), held.salt, held.payload)
        assert json.loads(held.payload)["body"] == held.event.body
    roots = [register.root_of(n, store.register.nodes) for n in range(1, size + 1)]
    for old, (old_root, new_root) in enumerate(pairwise(roots), start=1):
        proof = register.consistency_proof(old, old + 1, store.register.nodes)
        register.check_consistency(
            old=old, new=old + 1, proof=proof, old_root=old_root, new_root=new_root
        )


@pytest.mark.usefixtures("database")
def test_a_payload_says_the_whole_event_and_another_one_does_not_open_its_leaf() -> None:
    note("key-1", said="yes")
    held = store.register.opening(1)

    assert json.loads(held.payload) == {
        "at": "2027-03-01T12:00:00+00:00", "body": {"said": "yes"},
        "by": {"id": "clerk-1", "of": "prison-a", "role": "prison_clerk"}, "command": "key-1",
        "kind": "Noted", "number": 1, "recorded_at": "2027-03-01T12:00:00+00:00", "seq": 1,
        "stream": {"id": "case-1", "kind": "case"},
    }  # fmt: skip
    assert store.canonical(json.loads(held.payload)).encode() == held.payload
    changed = held.payload.replace(b"yes", b"yet")
    with pytest.raises(register.OpeningWrong):
        register.check_opening(register.read_entry(held.entry), held.salt, changed)
    with pytest.raises(store.NoSuchEvent):
        store.register.opening(2)


@pytest.mark.usefixtures("database")
def test_two_leaves_of_one_person_share_nothing_but_the_day_and_the_kind() -> None:
    note("key-1", said="the same")
    note("key-2", said="the same")
    one, other = (json.loads(entry) for entry in entries())

    assert one.keys() == other.keys() == {"commitment", "day", "kind", "v"}
    assert (one["day"], one["kind"], one["v"]) == ("2027-03-01", "event", 1)
    assert {key for key in one if one[key] == other[key]} == {"day", "kind", "v"}
    public = b"".join(entries())
    assert not any(each in public for each in (b"person", b"case", b"clerk", b"same", b"prison"))


@pytest.mark.usefixtures("database")
def test_a_batch_of_nodes_is_one_question_and_what_is_not_there_is_not_made_up() -> None:
    for n in range(8):
        note(f"key-{n}")
    asked = [register.Node(2, 1), register.Node(0, 3), register.Node(3, 0), register.Node(0, 3)]
    with CaptureQueriesContext(connection) as questions:
        given = store.register.nodes(asked)

    assert len(questions) == 1
    assert len(given) == 4
    assert given[1] == given[3] == register.leaf_hash(entries()[3])
    assert given[2] == store.register.head().root
    with pytest.raises(register.NodesMissing):
        register.root_of(9, store.register.nodes)


@pytest.mark.usefixtures("database")
def test_leaves_are_read_by_their_index_and_an_empty_register_has_its_root() -> None:
    assert store.register.head() == store.register.Head(0, register.EMPTY_ROOT)
    for n in range(4):
        note(f"key-{n}")
    assert store.register.entries(1, 3) == entries()[1:3]
    assert store.register.entries(3, 9) == entries()[3:]


def test_a_writer_goes_on_from_the_leaves_of_others_and_of_what_was_undone(database: str) -> None:
    for n in range(6):
        note(f"here-{n}")
        all_at_once(database, [[(f"there-{n}-{m}", "case-2") for m in range(n % 3)]])
        with pytest.raises(TooLate):
            refuse(f"undone-{n}", TooLate(NOON, ()))
        together(f"{n}-a", f"{n}-b")
    with pytest.raises(ZeroDivisionError):
        undone(5)
    note("last")
    written = [entry.decode() for entry in entries()]
    assert len(written) == 6 + 6 + 24 + 1
    assert hashes(database) == opened.stored_hashes(written)


def undone(count: int) -> None:
    """Append so many events, and fail."""
    with writing.command("bug", "note", {}, stream=case("c"), actor=CLERK, at=NOON) as desk:
        desk.append([noted(n=n) for n in range(count)], 0)
        raise ZeroDivisionError


def test_a_process_that_moves_between_stores_of_one_size_mixes_nothing(
    sqlite_store: str, postgresql_store: str, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = {sqlite_store: "", postgresql_store: str(keys)}
    for n in range(7):
        for address, folder in stores.items():
            monkeypatch.setenv("SORTIE_KEYS", folder)
            store.connect(address)
            note(f"key-{n}")
    for address, folder in stores.items():
        monkeypatch.setenv("SORTIE_KEYS", folder)
        store.connect(address)
        assert hashes(address) == opened.stored_hashes([entry.decode() for entry in entries()])
