"""Plain values out of YAML events, without recursion and without ever following an alias."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from sortie.facts.errors import Cause, Fault, Path, Wanted
from sortie.facts.typed import Number, Repeated, shown, spelled

TREE_DEPTH = 20
_NULLS = frozenset(["", "~", "null", "Null", "NULL"])
_FLAGS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER = re.compile(
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?"
    r"|0[xob][0-9a-fA-F_]+|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_NO_KEY = object()
_LOST_KEY = object()


@dataclass(slots=True)
class _Frame:
    value: Any
    path: Path
    key: Any = _NO_KEY
    line: int = 0
    again: dict[str, int | None] = field(default_factory=dict)


class Tree:
    """What the events have said so far: the value, the line of each path, the faults."""

    def __init__(self) -> None:
        self.root: list[Any] = []
        self.lines: dict[Path, int] = {}
        self.faults: list[Fault] = []
        self.stopped = False
        self._frames: list[_Frame] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event in; ``stopped`` says that the rest is not worth reading."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_marks(event)
                self._place(event, _resolved(event))
            case yaml.MappingStartEvent():
                self._open(event, Repeated())
            case yaml.SequenceStartEvent():
                self._open(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._fault(event, Cause.ALIAS, f"*{event.anchor}")
                self._place(event, None)
            case yaml.DocumentStartEvent():
                self._begin(event)

    def _begin(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fault(event, Cause.SEVERAL_DOCUMENTS, "---", Wanted.ONE_DOCUMENT)

    def _open(self, event: yaml.Event, container: Any) -> None:
        self._refuse_marks(event)
        if len(self._frames) == TREE_DEPTH:
            self._fault(event, Cause.TOO_DEEP, "", Wanted.SHALLOWER, most=str(TREE_DEPTH))
            self.stopped = True
            return
        path = self._place(event, container)
        self._frames.append(_Frame(container, path))

    def _close(self) -> None:
        frame = self._frames.pop()
        if isinstance(frame.value, Repeated):
            frame.value.again = frame.again

    def _place(self, event: yaml.Event, value: Any) -> Path:
        line = _line(event)
        if not self._frames:
            self.root.append(value)
            self.lines[()] = line
            return ()
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            path: Path = (*frame.path, len(frame.value))
            frame.value.append(value)
            self.lines[path] = line
            return path
        if frame.key is _NO_KEY:
            self._take_key(event, frame)
            return frame.path
        return self._put(frame, value)

    def _put(self, frame: _Frame, value: Any) -> Path:
        key, frame.key = frame.key, _NO_KEY
        if key is _LOST_KEY:
            return frame.path
        path = (*frame.path, key)
        if key in frame.value:
            frame.again[key] = frame.line
            return path
        frame.value[key] = value
        self.lines[path] = frame.line
        return path

    def _take_key(self, event: yaml.Event, frame: _Frame) -> None:
        frame.line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            frame.key = event.value
            return
        self._fault(event, Cause.KEY_NOT_TEXT, "", Wanted.TEXT)
        frame.key = _LOST_KEY

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(event, Cause.ANCHOR, f"&{event.anchor}")
        if event.tag is not None:
            self._fault(event, Cause.TAG, event.tag)

    def _fault(
        self,
        event: yaml.Event,
        cause: Cause,
        read: str,
        wanted: Wanted = Wanted.PLAIN_VALUE,
        **params: str,
    ) -> None:
        line = _line(event)
        self.faults.append(Fault(cause, spelled(self._here()), shown(read), wanted, params, line))

    def _here(self) -> Path:
        if not self._frames:
            return ()
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value))
        known = isinstance(frame.key, str)
        return (*frame.path, frame.key) if known else frame.path


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


def _resolved(event: yaml.ScalarEvent) -> object:
    text: str = event.value
    if not event.implicit[0] or event.style in ("'", '"'):
        return text
    if text in _NULLS:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    return Number(text) if _NUMBER.fullmatch(text) else text
