"""A page of text for a terminal: paragraphs, items with a hanging indent, articles at the right.

A page is lines of pieces, each a text and a style. Printed plain it needs nothing; painted, it
is handed to ``paint``. The same page says the same in black and white.
"""

import shutil
import textwrap
from typing import Literal

Style = Literal["", "strong", "open", "closed", "undetermined", "faint", "mark"]
Piece = tuple[str, Style]
Line = tuple[Piece, ...]

WIDEST = 100
NARROWEST = 40
# The articles stand at the right of a sentence when at least this much room is left for it.
ROOM_FOR_TEXT = 44
GLYPHS: dict[str, str] = {"open": "✓", "closed": "✗", "undetermined": "?"}


def terminal_width() -> int:
    """Return the width to write in: the terminal's, within what is easy to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


class Page:
    """Lines being written, one after the other."""

    def __init__(self, width: int | None = None) -> None:
        self.width = width or terminal_width()
        self.lines: list[Line] = []

    def blank(self) -> None:
        """Leave one empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def raw(self, *pieces: Piece) -> None:
        """Write a line as it is."""
        self.lines.append(pieces)

    def title(self, text: str, style: Style = "strong") -> None:
        """Write a heading after an empty line."""
        self.blank()
        self.text(text, style=style)

    def text(self, text: str, *, indent: int = 0, hang: int = 0, style: Style = "") -> None:
        """Write a paragraph, its next lines further in by ``hang``."""
        for number, line in enumerate(self._wrapped(text, indent + hang, indent)):
            self.raw((" " * (indent + hang * (number > 0)) + line, style))

    def item(
        self, mark: str, text: str, *, cite: str = "", style: Style = "", indent: int = 2
    ) -> None:
        """Write a marked sentence, and what it cites at the right of its last line or under it."""
        start = indent + len(mark) + 1
        lines = self._wrapped(text, start, start)
        for number, line in enumerate(lines):
            head = " " * indent + mark + " " if number == 0 else " " * start
            pieces: list[Piece] = [(head, style), (line, "")]
            if cite and number == len(lines) - 1:
                self._cited(pieces, cite, len(head) + len(line), start)
            else:
                self.raw(*pieces)

    def _cited(self, pieces: list[Piece], cite: str, used: int, start: int) -> None:
        room = self.width - used - len(cite)
        if room >= 2:
            self.raw(*pieces, (" " * room + cite, "faint"))
            return
        self.raw(*pieces)
        for line in self._wrapped(cite, start, start):
            self.raw((line.rjust(self.width), "faint"))

    def _wrapped(self, text: str, indent: int, first: int) -> list[str]:
        longest = self.width - indent
        opening = longest - (first - indent)
        return textwrap.wrap(
            text, longest, initial_indent=" " * (longest - opening) if first > indent else "",
            break_long_words=False, break_on_hyphens=False,
        ) or [""]  # fmt: skip

    def plain(self) -> str:
        """Return the page without any style."""
        lines = ("".join(text for text, _ in line).rstrip() for line in self.lines)
        return "\n".join(lines) + "\n"
