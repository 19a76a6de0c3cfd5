"""What must hold in a store after a fault, read without the program that wrote it."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import psycopg

Row = tuple[Any, ...]
COMMANDS = "SELECT key, outcome, answer, first_seq, last_seq FROM store_command"
EVENTS = (
    "SELECT seq, stream_kind, stream_id, number, kind, body, command_key"
    " FROM store_event ORDER BY seq"
)
INDEX = "SELECT case_id, version, last_seq FROM store_case_index"
OUTBOX = "SELECT case_id, dedupe_key FROM store_outbox"
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
    """Return all that a store holds, as of one instant."""
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"), timeout=20)) as file:
            file.execute("BEGIN")
            return _found([file.execute(sql).fetchall() for sql in ALL])
    with psycopg.connect(address) as server:
        server.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return _found([server.execute(sql).fetchall() for sql in ALL])


def _found(read: list[list[Row]]) -> Found:
    commands, events, index, outbox = read
    return Found({row[0]: row for row in commands}, events, {row[0]: row for row in index}, outbox)


def faults(address: str, told: Sequence[dict[str, Any]]) -> list[str]:
    """Return everything that should not be; ``told`` was noted before the store is read."""
    found = rows(address)
    return [
        *_lost(found, told),
        *_out_of_order(found),
        *_orphans(found),
        *_not_indexed(found),
        *_twice(found),
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
    for seq, *_, key in found.events:
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
    for seq, kind, id_, number, name, body, _ in found.events:
        if kind == "case":
            last[id_] = (number, seq)
            if name == "message_sent":
                sent.add((id_, f"{id_}/{json.loads(body)['message']}"))
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


def unsaid(address: str, told: Sequence[dict[str, Any]]) -> set[str]:
    """Return the commands that are kept and whose answer nobody was given."""
    given = {line["key"] for line in told if line["end"] in ("recorded", "refused")}
    tried = {line["key"] for line in told} - given
    return tried & rows(address).commands.keys()
