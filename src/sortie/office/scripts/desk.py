"""Where a script is read: each value tried, each fault noted, nothing repaired."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from sortie import days, facts
from sortie.office.jurisdictions import HERE
from sortie.office.scripts.errors import Amiss, ScriptFault
from sortie.office.scripts.words import FLAGS, inside

Path = tuple[str | int, ...]
Found = dict[str, tuple[Path, Any]]
Words = frozenset[str]
NOTHING: Words = frozenset()


class Desk:
    """One reading of one file. What could not be read is ``None``, and a fault says why.

    ``where`` is the prison or the territory whose clocks the hours of the script are.
    """

    def __init__(self, file: str, document: facts.Document) -> None:
        self.file = file
        self.document = document
        self.faults: list[ScriptFault] = []
        self.where = ""

    def line(self, path: Path) -> int | None:
        """Return the line of a path, or of the nearest thing that holds it."""
        lines = (self.document.lines.get(path[:n]) for n in range(len(path), -1, -1))
        return next((line for line in lines if line), None)

    def refuse(self, code: Amiss, path: Path, read: object, expected: str) -> None:
        """Note a fault."""
        self.faults.append(
            ScriptFault(
                code, self.file, facts.spelled(path), facts.shown(read), expected, self.line(path)
            )
        )

    def mapping(
        self, value: object, path: Path, of: facts.Dictionary, keys: Words, needed: Words = NOTHING
    ) -> Found:
        """Return path and value by canonical key; unknown, double and missing keys are faults."""
        if not isinstance(value, Mapping):
            self.refuse(Amiss.WRONG_TYPE, path, value, "mapping")
            return {}
        for typed in getattr(value, "again", ()):
            self.refuse(Amiss.KEY_TWICE, (*path, typed), typed, "each key once")
        found: Found = {}
        for typed, held in value.items():
            name = typed if typed in keys else of.key(str(typed))
            if name not in keys:
                self.refuse(Amiss.UNKNOWN_KEY, (*path, typed), typed, _near(typed, keys, of))
            elif name in found:
                self.refuse(Amiss.KEY_TWICE, (*path, typed), typed, "each key once")
            else:
                found[name] = ((*path, typed), held)
        for name in sorted(needed - set(found)):
            self.refuse(Amiss.KEY_MISSING, path, "", of.keys_typed.get(name, name))
        return found

    def named(self, value: object, path: Path) -> Iterable[tuple[str, Path, Any]]:
        """Return name, path and value of each entry of a mapping whose names are the author's."""
        if not isinstance(value, Mapping):
            self.refuse(Amiss.WRONG_TYPE, path, value, "mapping")
            return
        for typed in getattr(value, "again", ()):
            self.refuse(Amiss.KEY_TWICE, (*path, typed), typed, "each name once")
        for name, held in value.items():
            yield str(name), (*path, str(name)), held

    def items(self, value: object, path: Path) -> Iterable[tuple[Path, Any]]:
        """Return path and value of each item of a list; the word for none is an empty one."""
        if self.says_none(value):
            return []
        if not isinstance(value, list):
            self.refuse(Amiss.WRONG_TYPE, path, value, "list")
            return []
        return [((*path, rank), item) for rank, item in enumerate(value)]

    def says_none(self, value: object) -> bool:
        """Whether the author wrote that there is none."""
        return isinstance(value, str) and inside().word(value, frozenset(["none"])) is not None

    def text(self, value: object, path: Path) -> str | None:
        """Return a text, which may be empty."""
        if isinstance(value, str):
            return value
        if isinstance(value, facts.Number):
            return value.text
        self.refuse(Amiss.WRONG_TYPE, path, value, "text")
        return None

    def word(
        self, value: object, path: Path, among: Iterable[str], of: facts.Dictionary | None = None
    ) -> str | None:
        """Return the word of a closed list, typed in either language."""
        offered = frozenset(map(str, among))
        dictionary = of or inside()
        found = dictionary.word(value, offered) if isinstance(value, str) else None
        if found is None:
            near = get_close_matches(str(value), _typed(offered, dictionary), n=3, cutoff=0.4)
            self.refuse(Amiss.NOT_IN_LIST, path, value, " / ".join(near or sorted(offered)[:9]))
        return found

    def flag(self, value: object, path: Path) -> bool | None:
        """Return yes or no."""
        if isinstance(value, bool):
            return value
        found = self.word(value, path, FLAGS)
        return None if found is None else found == "true"

    def number(self, value: object, path: Path) -> int | None:
        """Return a whole number."""
        typed = value.text if isinstance(value, facts.Number) else value
        if isinstance(typed, int) and not isinstance(typed, bool):
            return typed
        if isinstance(typed, str) and typed.isdecimal():
            return int(typed)
        self.refuse(Amiss.WRONG_TYPE, path, value, "number")
        return None

    def day(self, value: object, path: Path) -> date | None:
        """Return a date that exists."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.refuse(Amiss.WRONG_TYPE, path, value, "YYYY-MM-DD")
            return None

    def instant(self, value: object, path: Path) -> datetime | None:
        """Return an instant: with its offset, or by the clock of the place of the script.

        Its offset is a number: two passages of a doubled hour differ.
        """
        try:
            read = datetime.fromisoformat(str(value))
        except ValueError:
            self.refuse(Amiss.WRONG_TYPE, path, value, "YYYY-MM-DDTHH:MM")
            return None
        if read.utcoffset() is not None:
            return read
        zone = HERE.procedure.place_of(self.where).zone
        try:
            clock = time(read.hour, read.minute, read.second)
            return datetime.fromisoformat(days.civil(read.date(), clock, zone).isoformat())
        except days.DaysError as twice_or_never:
            self.refuse(Amiss.NO_SUCH_HOUR, path, value, f"{twice_or_never.code}: +HH:MM")
            return None


def _typed(offered: Words, of: facts.Dictionary) -> list[str]:
    return [*offered, *(each for word in offered for each in of.words_typed.get(word, ()))]


def _near(typed: object, keys: Words, of: facts.Dictionary) -> str:
    offered = [*keys, *(of.keys_typed[key] for key in keys if key in of.keys_typed)]
    near = get_close_matches(str(typed), offered, n=1)
    return near[0] if near else ", ".join(sorted(of.keys_typed.get(key, key) for key in keys))


def plain(value: Any) -> Any:
    """Return a value without what its reading added to it; a number is given by its digits."""
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, list):
        return [plain(held) for held in value]
    if isinstance(value, facts.Number):
        return int(value.text) if value.text.isdecimal() else value.text
    return value
