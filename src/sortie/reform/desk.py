"""Where a reform file is read: each value tried, each fault noted, nothing repaired."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from difflib import get_close_matches
from typing import Any

from sortie import facts
from sortie.reform.errors import Cause, ReformFault
from sortie.reform.positions import Path, Typed

_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_NEAR = 3

Found = Mapping[str, tuple[Path, Any]]


class Desk:
    """One reading of one file. What could not be read is ``None``, and a fault says why."""

    def __init__(self, file: str, text: str, document: facts.Document) -> None:
        self.file = file
        self.rows = tuple(text.split("\n"))
        self.document = document
        self.positions: Mapping[Path, Typed] = {}
        self.faults: list[ReformFault] = []

    def line(self, path: Path) -> int | None:
        """Return the line of a path, or of the nearest thing that holds it."""
        lines = (self.document.lines.get(path[:n]) for n in range(len(path), -1, -1))
        return next((line for line in lines if line), None)

    def refuse(
        self, code: Cause, path: Path, read: object, line: int | None = None, **params: str
    ) -> None:
        """Note a fault, on its own line when one is given."""
        at = line if line is not None else self.line(path)
        self.faults.append(ReformFault(code, facts.spelled(path), facts.shown(read), at, params))

    def unknown(
        self,
        code: Cause,
        path: Path,
        read: str,
        known: Iterable[str],
        line: int | None = None,
    ) -> None:
        """Note a name that nothing bears, with the nearest that something does."""
        listed = sorted(known)
        near = get_close_matches(read, listed, n=_MOST_NEAR, cutoff=0.5)
        if not near and len(listed) <= 2 * _MOST_NEAR:
            near = listed
        self.refuse(code, path, read, line, nearest=", ".join(near))

    def mapping(
        self, value: object, path: Path, keys: Iterable[str], required: Iterable[str]
    ) -> Found:
        """Return path and value by key; unknown, double and missing keys are faults."""
        if not isinstance(value, Mapping):
            self.refuse(Cause.WRONG_TYPE, path, value, expected="mapping")
            return {}
        for typed in getattr(value, "again", ()):
            self.refuse(Cause.KEY_TWICE, (*path, typed), typed)
        for typed in value:
            if typed not in set(keys):
                self.unknown(Cause.UNKNOWN_KEY, (*path, typed), str(typed), keys)
        for key in required:
            if key not in value:
                self.refuse(Cause.KEY_MISSING, path, "", key=key)
        return {key: ((*path, key), value[key]) for key in keys if key in value}

    def items(self, found: Found, key: str) -> Iterator[tuple[Path, Any]]:
        """Yield path and value of each item of a list that holds at least one."""
        path, value = found.get(key, ((), ()))
        if path and (not isinstance(value, list) or not value):
            self.refuse(Cause.WRONG_TYPE, path, value, expected="list")
            return
        for rank, item in enumerate(value):
            yield (*path, rank), item

    def text(self, found: Found, key: str) -> str:
        """Return a text that is not empty; nothing when the key is not there."""
        if key not in found:
            return ""
        path, value = found[key]
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        self.refuse(Cause.WRONG_TYPE, path, value, expected="text")
        return ""

    def words(self, found: Found, key: str) -> dict[str, str]:
        """Return a text in both languages."""
        if key not in found:
            return {"fr": "", "en": ""}
        path, value = found[key]
        both = self.mapping(value, path, ("fr", "en"), ("fr", "en"))
        return {language: self.text(both, language) for language in ("fr", "en")}

    def day(self, found: Found, key: str) -> date | None:
        """Return a date that exists; nothing when the key is not there."""
        if key not in found:
            return None
        path, value = found[key]
        if isinstance(value, str) and _DATE.fullmatch(value):
            with suppress(ValueError):
                return date.fromisoformat(value)
        self.refuse(Cause.NOT_A_DAY, path, value)
        return None
