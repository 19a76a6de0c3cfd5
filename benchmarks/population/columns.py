"""Columns made of columns, each written once, on the layer above all that it reads."""

import re
from collections.abc import Iterator

# A column, or what needs none; None is unknown.
Sign = str | bool | None
NAMED = re.compile(r"\b[a-z]+\d+\b")


class Columns:
    """Columns of columns: each written once, on the layer above all that it reads."""

    def __init__(self) -> None:
        self.layer: dict[str, int] = {}
        self.written: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def given(self, name: str) -> str:
        """Note a column that is there from the start."""
        self.layer.setdefault(name, 0)
        return name

    def add(self, written: str) -> str:
        """Return the column of an expression."""
        if written not in self._names:
            name = f"x{len(self._names)}"
            self._names[written] = name
            self.written[name] = written
            self.layer[name] = 1 + max(self.layer[each] for each in self.reads(name))
        return self._names[written]

    def reads(self, name: str) -> list[str]:
        """Return the columns that a column reads."""
        return [each for each in NAMED.findall(self.written[name]) if each in self.layer]

    def layers(self, wanted: list[str]) -> Iterator[tuple[list[str], list[str]]]:
        """Yield, layer by layer, the columns kept from below and the new ones."""
        needed: dict[str, int] = {}
        stack = [(name, 1 << 30) for name in wanted]
        while stack:
            name, until = stack.pop()
            if needed.get(name, -1) < until:
                needed[name] = until
                if name in self.written:
                    stack += [(each, self.layer[name]) for each in self.reads(name)]
        for layer in range(1, 1 + max(self.layer[name] for name in needed)):
            kept = [n for n, until in needed.items() if self.layer[n] < layer <= until]
            yield kept, [n for n in needed if self.layer[n] == layer]

    # -- logic, in three values where a column may be NULL

    def not_(self, one: Sign) -> Sign:
        if isinstance(one, str):
            return self.add(f"NOT {one}")
        return None if one is None else not one

    def and_(self, *parts: Sign) -> Sign:
        kept = list(dict.fromkeys(part for part in parts if part is not True))
        if False in kept:
            return False
        return self._joined(kept, " AND ", empty=True)

    def or_(self, *parts: Sign) -> Sign:
        kept = list(dict.fromkeys(part for part in parts if part is not False))
        if True in kept:
            return True
        return self._joined(kept, " OR ", empty=False)

    def _joined(self, kept: list[Sign], word: str, *, empty: bool) -> Sign:
        if len(kept) < 2:
            return kept[0] if kept else empty
        return self.add(word.join("NULL::BOOLEAN" if part is None else str(part) for part in kept))

    def sure(self, one: Sign) -> Sign:
        return self.add(f"{one} IS TRUE") if isinstance(one, str) else one is True

    def may(self, one: Sign) -> Sign:
        return self.add(f"{one} IS NOT FALSE") if isinstance(one, str) else one is not False
