"""Where a case file is read: the words allowed, the keys as typed, the faults found so far."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sortie.facts.errors import Cause, Fault, Path, Wanted
from sortie.facts.typed import shown, spelled
from sortie.facts.unknown import UNKNOWN, Unknown
from sortie.facts.words import Dictionary, Vocabulary

_MOST_SUGGESTIONS = 50
_LONGEST_GUESS = 60
_NONE = frozenset(["none"])


class Desk:
    """One reading of one document."""

    def __init__(
        self, vocabulary: Vocabulary, dictionary: Dictionary, lines: Mapping[Path, int]
    ) -> None:
        self.vocabulary = vocabulary
        self.dictionary = dictionary
        self.faults: list[Fault] = []
        self._lines = lines
        self._typed: dict[Path, Mapping[str, str]] = {}
        self._suggestions = 0

    def says_none(self, value: object) -> bool:
        """Whether the author wrote that there is none, in either language."""
        return isinstance(value, str) and self.dictionary.word(value, _NONE) is not None

    def remember(self, path: Path, typed: Mapping[str, str]) -> None:
        """Keep the keys of a mapping as typed, by canonical key."""
        self._typed[path] = typed

    def holds(self, path: Path) -> bool:
        """Whether a mapping was typed there."""
        return path in self._typed

    def at(self, path: Path, *keys: str | int) -> Path:
        """Return the path, as typed, of what lies under canonical keys."""
        for key in keys:
            known = self._typed.get(path, {})
            path = (*path, known.get(key, key) if isinstance(key, str) else key)
        return path

    def line(self, path: Path) -> int | None:
        """Return the line of a path, or of the nearest thing that holds it."""
        for length in range(len(path), -1, -1):
            found = self._lines.get(path[:length])
            if found is not None:
                return found
        return None

    def refuse(
        self, cause: Cause, path: Path, value: object, wanted: Wanted, **params: object
    ) -> Unknown:
        """Note a fault; nothing is known from what caused it."""
        self.refuse_on(self.line(path), cause, path, value, wanted, **params)
        return UNKNOWN

    def refuse_on(
        self,
        line: int | None,
        cause: Cause,
        path: Path,
        value: object,
        wanted: Wanted,
        **params: object,
    ) -> None:
        """Note a fault on a line that its path does not tell."""
        told = {name: shown(param) for name, param in params.items()}
        self.faults.append(Fault(cause, spelled(path), shown(value), wanted, told, line))

    def nearest(self, typed: object, offered: Iterable[str]) -> str:
        """Return what the author may have meant; nothing when unlike, or after many guesses."""
        self._suggestions += 1
        if not isinstance(typed, str) or self._suggestions > _MOST_SUGGESTIONS:
            return ""
        found = get_close_matches(typed[:_LONGEST_GUESS], list(offered), n=1)
        return found[0] if found else ""
