"""What must hold in a store after a fault, read without the program that wrote it."""

import json
import sqlite3
from base64 import b64decode
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg

from tests.store import opened

Row = tuple[Any, ...]
COMMANDS = "SELECT key, outcome, sealed, first_seq, last_seq, subject FROM store_command"
EVENTS = (
    "SELECT seq, stream_kind, stream_id, number, kind, sealed, command_key, subject, entry, hashes,"
    " at, recorded_at, actor_id, actor_role, actor_of FROM store_event ORDER BY seq"
)
INDEX = "SELECT case_id, version, last_seq FROM store_case_index"
OUTBOX = "SELECT case_id, dedupe_key FROM store_outbox"
SALT = 32
ENTRY = {"commitment", "day", "kind", "v"}
ALL = (COMMANDS, EVENTS, INDEX, OUTBOX)
ONCE = ("application_filed", "routed", "decided", "no_appeal_visa_given", "permit_issued",
        "departed", "return_recorded")  # fmt: skip


@dataclass(frozen=True)
class Found:
    """Every row at one instant."""

    commands: dict[str, Row]
    events: Sequence[Row]
    index: dict[str, Row]
    outbox: Sequence[Row]


def rows(address: str) -> Found:
    """Return all that a store holds, as of one instant, opened; then the keys are read."""
    read, folder = _read(address), opened.folder_of(address)
    keys = opened.keys_of(folder)
    commands, events, index, outbox = read
    return Found(
        {row[0]: _answered(row, keys) for row in commands},
        [_opened(row, keys) for row in events],
        {row[0]: row for row in index},
        outbox,
    )


def _answered(row: Row, keys: dict[str, bytes]) -> Row:
    key, outcome, sealed, first, last, subject = row
    answer = opened.opened(keys[subject], bytes(sealed), "answer", key).decode()
    return key, outcome, answer, first, last


def _opened(row: Row, keys: dict[str, bytes]) -> Row:
    seq, kind, id_, number, name, sealed, key, subject, *rest = row
    salted = opened.opened(keys[subject], bytes(sealed), "event", kind, id_, number, seq)
    return seq, kind, id_, number, name, salted, key, *rest


def _read(address: str) -> list[list[Row]]:
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"), timeout=20)) as file:
            file.execute("BEGIN")
            return [file.execute(sql).fetchall() for sql in ALL]
    with psycopg.connect(address) as server:
        server.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        server.execute("SET TIME ZONE 'UTC'")
        return [server.execute(sql).fetchall() for sql in ALL]


def faults(address: str, told: Sequence[dict[str, Any]]) -> list[str]:
    """Return everything that should not be; ``told`` was noted before the store is read."""
    found = rows(address)
    return [
        *_lost(found, told),
        *_out_of_order(found),
        *_orphans(found),
        *_not_indexed(found),
        *_twice(found),
        *_not_registered(found),
    ]


def _lost(found: Found, told: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Acknowledged and absent, or present with another answer than the one that was given."""
    for line in told:
        if line["end"] not in ("recorded", "refused"):
            continue
        kept = found.commands.get(line["key"])
        if kept is None:
            yield f"lost: {line}"
        elif kept[1] != line["end"]:
            yield f"told {line['end']}, kept {kept[1]}: {line['key']}"
        elif _given(kept) != line["answer"]:
            yield f"another answer: told {line['answer']}, kept {kept[2]}: {line['key']}"


def _given(kept: Row) -> str:
    _, outcome, answer, *_ = kept
    return str(json.loads(answer)["code"] if outcome == "refused" else answer)


def _out_of_order(found: Found) -> Iterator[str]:
    last: Counter[tuple[str, str]] = Counter()
    for expected, (seq, kind, id_, number, *_) in enumerate(found.events, start=1):
        last[kind, id_] += 1
        if seq != expected or number != last[kind, id_]:
            yield f"gap at event {seq}, {kind}/{id_} {number}"


def _orphans(found: Found) -> Iterator[str]:
    """Events without their command, or another number of them than the command says."""
    by_command: dict[str, list[int]] = defaultdict(list)
    for seq, *_, key in (event[:7] for event in found.events):
        by_command[key].append(seq)
    for key in by_command.keys() - found.commands.keys():
        yield f"events without their command: {key}"
    for key, outcome, _, first, last in found.commands.values():
        said = list(range(first, last + 1)) if first is not None else []
        if by_command.get(key, []) != said or (outcome == "refused" and said):
            yield f"{key} says {said}, its events are {by_command.get(key)}"


def _not_indexed(found: Found) -> Iterator[str]:
    """Cases whose row is not that of their last event, whose messages are not in the outbox."""
    last: dict[str, tuple[int, int]] = {}
    sent: set[tuple[str, str]] = set()
    for seq, kind, id_, number, name, salted, *_ in found.events:
        if kind == "case":
            last[id_] = (number, seq)
            if name == "message_sent":
                sent.add((id_, f"{id_}/{json.loads(salted[SALT:])['message']}"))
    for id_ in last.keys() | found.index.keys():
        if last.get(id_) != found.index.get(id_, ())[1:]:
            yield f"{id_} is at {last.get(id_)}, its row at {found.index.get(id_)}"
    told = Counter(map(tuple, found.outbox))
    if told.keys() != sent or any(count > 1 for count in told.values()):
        yield f"outbox and events differ: {sent ^ told.keys()}"


def _twice(found: Found) -> Iterator[str]:
    effects = Counter((id_, name) for _, kind, id_, _, name, *_ in found.events if kind == "case")
    for (id_, name), count in effects.items():
        if name in ONCE and count > 1:
            yield f"{count} times {name} in {id_}"


def _not_registered(found: Found) -> Iterator[str]:
    """Events whose leaf does not follow from those before, or does not commit to the event."""
    hashes = opened.stored_hashes([event[7] for event in found.events])
    for event, wanted in zip(found.events, hashes, strict=True):
        seq, kind, id_, number, name, salted, key, entry, held, at, written_at, *by = event
        if bytes(held) != wanted:
            yield f"the hashes of event {seq} do not follow"
        payload = {
            "at": _instant(at), "by": dict(zip(("id", "role", "of"), by, strict=True)),
            "command": key, "kind": name, "number": number, "recorded_at": _instant(written_at),
            "seq": seq, "stream": {"id": id_, "kind": kind},
        }  # fmt: skip
        public = json.loads(entry)
        if b64decode(public["commitment"]).hex() != opened.committed(salted, payload):
            yield f"the leaf of event {seq} does not commit to it"
        if public["day"] != _instant(written_at)[:10] or public.keys() != ENTRY:
            yield f"the leaf of event {seq} says something else: {entry}"


def _instant(value: Any) -> str:
    read = datetime.fromisoformat(value) if isinstance(value, str) else value
    return str(read.replace(tzinfo=UTC).isoformat())


def unsaid(address: str, told: Sequence[dict[str, Any]]) -> set[str]:
    """Return the commands that are kept and whose answer nobody was given."""
    given = {line["key"] for line in told if line["end"] in ("recorded", "refused")}
    tried = {line["key"] for line in told} - given
    return tried & rows(address).commands.keys()
