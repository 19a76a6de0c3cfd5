"""What the font of the papers can show; anything else is told by its code, never dropped."""

import re
import unicodedata

# Latin in all its accents, Greek and Cyrillic as they are read, and the signs of a French page.
_SHOWN = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02e4\u02ea-\u036f\u0384-\u03ce\u0400-\u0477\u0490-\u04c4"
    "\u1e00-\u1eff\u2009\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033"
    "\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212\u2260\u2264\u2265]"
)
_UNASSIGNED = "Cn"
_BREAK = re.compile(r"[\n\r\t\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\s\u200b-]+")
# A word of more letters may be cut, every so many: on a line of the page, in a cell of a table.
LINE, CELL = (24, 12), (16, 6)
_MARKS = re.compile(r"(?<=[\u0300-\u036f])[\u0300-\u036f]+")
MAY_BREAK = "\u200b"


def printable(text: str, cut: tuple[int, int] = LINE) -> str:
    """Return a text as one line that the font can show.

    The trap: what it cannot show, and what would turn the line round (a control of direction, a
    heap of accents), is written as ``[U+202E]``: a name that differs must be seen to differ. A
    word longer than a line may be cut anywhere.

    >>> printable("Zoé\\u202e 中")
    'Zoé[U+202E] [U+4E2D]'
    """
    line = _BREAK.sub(" ", unicodedata.normalize("NFC", text))
    line = _MARKS.sub(lambda found: "".join(map(_coded, found[0])), line)
    shown = "".join(each if _shown(each) else _coded(each) for each in line)
    return _WORD.sub(lambda found: _cut(found[0], *cut), shown)


def _cut(word: str, longest: int, every: int) -> str:
    if len(word) <= longest:
        return word
    return MAY_BREAK.join(word[at : at + every] for at in range(0, len(word), every))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the lines that someone typed, without the empty ones."""
    return tuple(line.strip() for line in _BREAK.split(text) if line.strip())


def _shown(each: str) -> bool:
    return bool(_SHOWN.fullmatch(each)) and unicodedata.category(each) != _UNASSIGNED


def _coded(each: str) -> str:
    return f"[U+{ord(each):04X}]"
