"""Where a study is read: each value tried, each fault noted, nothing repaired."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from sortie import days, facts
from sortie.law.studies.errors import StudyFault
from sortie.law.studies.words import FLAGS, NONE, dictionary, keys_typed

Path = tuple[str | int, ...]
_DATE = ("YYYY-MM-DD", "[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = ("YYYY-MM-DDTHH:MM", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_LENGTH = ("P1Y6M10D", "P(?:[0-9]{1,4}[YMWD])+")
_FLAG = {"true": True, "false": False, "unknown": None}


class Desk:
    """One reading of one file. What could not be read is ``None``, and a fault says why."""

    def __init__(self, file: str, document: facts.Document) -> None:
        self.file = file
        self.document = document
        self.faults: list[StudyFault] = []

    def line(self, path: Path) -> int | None:
        """Return the line of a path, or of the nearest thing that holds it."""
        lines = (self.document.lines.get(path[:n]) for n in range(len(path), -1, -1))
        return next((line for line in lines if line), None)

    def refuse(self, code: str, path: Path, read: object, expected: str) -> None:
        """Note a fault."""
        self.faults.append(
            StudyFault(
                code, self.file, facts.spelled(path), facts.shown(read), expected, self.line(path)
            )
        )

    def mapping(
        self, value: object, path: Path, keys: frozenset[str], required: frozenset[str]
    ) -> dict[str, tuple[Path, Any]]:
        """Return path and value by canonical key; unknown, double and missing keys are faults."""
        if not isinstance(value, Mapping):
            self.refuse("study.wrong_type", path, value, "mapping")
            return {}
        for typed in getattr(value, "again", ()):
            self.refuse("study.key_twice", (*path, typed), typed, "each key once")
        found: dict[str, tuple[Path, Any]] = {}
        for typed, held in value.items():
            name = typed if typed in keys else dictionary().key(typed)
            if name not in keys:
                near = get_close_matches(str(typed), keys_typed(keys), n=1)
                expected = near[0] if near else ", ".join(keys_typed(keys)[: len(keys)])
                self.refuse("study.unknown_key", (*path, typed), typed, expected)
            elif name in found:
                self.refuse("study.key_twice", (*path, typed), typed, "each key once")
            else:
                found[name] = ((*path, typed), held)
        for name in sorted(required - set(found)):
            self.refuse("study.key_missing", path, "", dictionary().keys_typed[name])
        return found

    def items(self, value: object, path: Path) -> Iterable[tuple[Path, Any]]:
        """Return path and value of each item of a list; an empty list is a fault."""
        if not isinstance(value, list) or not value:
            self.refuse("study.wrong_type", path, value, "list")
            return []
        return [((*path, rank), item) for rank, item in enumerate(value)]

    def text(self, value: object, path: Path) -> str:
        """Return a text that is not empty."""
        if isinstance(value, str) and value.strip():
            return value
        self.refuse("study.wrong_type", path, value, "text")
        return ""

    def texts(self, value: object, path: Path) -> tuple[str, ...]:
        """Return the texts of a list."""
        return tuple(self.text(item, at) for at, item in self.items(value, path))

    def word(self, value: object, path: Path, among: frozenset[str]) -> str | None:
        """Return the word of a closed list, typed in either language."""
        found = self.word_or_nothing(value, among)
        if found is None:
            typed = dictionary().words_typed
            self.refuse(
                "study.not_in_list", path, value, ", ".join(typed[w][0] for w in sorted(among))
            )
        return found

    def word_or_nothing(self, value: object, among: frozenset[str]) -> str | None:
        """Return the word of a closed list, or nothing, without a fault."""
        return dictionary().word(value, among) if isinstance(value, str) else None

    def facts_word(self, value: object, among: frozenset[str]) -> str | None:
        """Return a word of the case file, or nothing, without a fault."""
        return facts.house_dictionary().word(value, among) if isinstance(value, str) else None

    def named(self, value: object, path: Path, among: Iterable[str]) -> str | None:
        """Return an id that exists; the nearest one is told otherwise."""
        among = sorted(among)
        if value in among:
            return str(value)
        near = get_close_matches(str(value), among, n=2, cutoff=0.4)
        self.refuse("study.unknown_id", path, value, " / ".join(near) or "an id of the law")
        return None

    def flag(self, value: object, path: Path) -> bool | None:
        """Return yes, no, or that it is not known."""
        if isinstance(value, bool):
            return value
        found = self.word(value, path, FLAGS)
        return None if found is None else _FLAG[found]

    def says_none(self, value: object) -> bool:
        """Whether the author wrote that there is none."""
        return self.word_or_nothing(value, NONE) is not None

    def day(self, value: object, path: Path) -> date | None:
        """Return a date that exists."""
        return self._parsed(value, path, _DATE, date.fromisoformat)

    def instant(self, value: object, path: Path) -> datetime | None:
        """Return a day with an hour, by the clock of the place."""
        return self._parsed(value, path, _INSTANT, datetime.fromisoformat)

    def length(self, value: object, path: Path) -> days.Length | None:
        """Return a length of time in years, months and days."""
        return self._parsed(value, path, _LENGTH, days.Length.parse)

    def _parsed(
        self, value: object, path: Path, form: tuple[str, str], parse: Callable[[str], Any]
    ) -> Any | None:
        shown, pattern = form
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            self.refuse("study.wrong_type", path, value, shown)
            return None
        try:
            return parse(value)
        except (ValueError, days.NotALength):
            self.refuse("study.no_such_value", path, value, shown)
            return None
