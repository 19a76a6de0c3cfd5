"""What was registered, line by line: known keys in words, everything else as it stands."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sortie.words import Clock

FIRST = ("kind", "stream", "number", "at", "recorded_at", "by", "body", "seq", "command")
SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_INSTANTS = ("at", "recorded_at")
Lines = Iterator[tuple[int, str]]


def record_lines(text: str, clock: Clock) -> Lines:
    """Yield how far in each line stands, and the line.

    A text that is not the only way to write its own object is shown as it is: two readers could
    take it for two things.
    """
    record = _object(text)
    if record is None:
        yield 0, printable(text)
        return
    for key in sorted(record, key=_rank):
        yield from _entry(key, _in_words(key, record[key], clock), 0, clock)


def _object(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    again = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return found if isinstance(found, dict) and again == text else None


def _rank(key: str) -> tuple[int, str]:
    return (FIRST.index(key) if key in FIRST else len(FIRST), key)


def _in_words(key: str, value: Any, clock: Clock) -> Any:
    """Return a value of the record itself in words, where there are some."""
    sentences = clock.tongue.sentences
    if key in _INSTANTS:
        return _instant(value, clock)
    if key == "kind":
        named = sentences.get(f"event.{value}") or sentences.get(f"entry.{value}")
        return f"{named} ({value})" if named else value
    if key == "stream" and isinstance(value, dict) and value.keys() == {"id", "kind"}:
        return f"{value['kind']}/{value['id']}"
    if key == "by" and isinstance(value, dict) and value.keys() == {"id", "of", "role"}:
        role = sentences.get(f"role.{value['role']}", value["role"])
        return clock.tongue.say("record.person" if value["of"] else "record.alone",
                                **{**value, "role": role})  # fmt: skip
    return value


def _instant(value: Any, clock: Clock) -> Any:
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError:
        return value
    return clock.say(at) if at.utcoffset() is not None else value


def _entry(key: str, value: Any, depth: int, clock: Clock) -> Lines:
    named = clock.tongue.sentences.get(f"record.{key}", key) if depth == 0 else key
    named = printable(named)
    inside = list(value.items()) if isinstance(value, dict) else []
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        inside = [(str(rank), each) for rank, each in enumerate(value, 1)]
    if not inside:
        yield depth, clock.tongue.say("record.line", key=named, value=_plain(value, clock))
        return
    yield depth, clock.tongue.say("record.line", key=named, value="").rstrip()
    for name, held in inside:
        yield from _entry(name, held, depth + 1, clock)


def _plain(value: Any, clock: Clock) -> str:
    sentences = clock.tongue.sentences
    if isinstance(value, bool):
        return sentences["record.true" if value else "record.false"]
    if value is None or value in ("", [], {}):
        return sentences["record.empty"]
    return printable(", ".join(map(str, value)) if isinstance(value, list) else str(value))


def printable(text: str) -> str:
    """Return a text whose every sign is seen: a terminal would obey some of them."""
    return "".join(
        sign if sign.isprintable() or sign in SPACES else sign.encode("unicode_escape").decode()
        for sign in text
    )
