"""Signed notes: a text, an empty line, the lines of those who signed it."""

from dataclasses import dataclass

from sortie.register.notes.errors import BrokenNote, NoteFault
from sortie.register.notes.spelling import FOREIGN, base64_of, bytes_of, is_key_name

MOST_SIGNATURES = 32
LONGEST = 300_000
_DASH = "\N{EM DASH} "
_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """One line of a note: who says to have signed, by which key, and the bytes said to do it."""

    name: str
    key_id: bytes
    body: bytes

    def line(self) -> str:
        """Return the line of this signature, with its newline."""
        return f"{_DASH}{self.name} {base64_of(self.key_id + self.body)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text with its final newline, and its signatures. Nothing here was verified."""

    text: str
    signatures: tuple[Signature, ...]

    def written(self) -> str:
        """Return the note as one text; ``read_note`` reads it back, and reads nothing else."""
        return f"{self.text}\n{''.join(each.line() for each in self.signatures)}"


def decoded(raw: bytes) -> str:
    """Return the text of the bytes of a note, newlines as they are.

    A file must be read as bytes and come through here: opened as text, it would have its line
    ends changed, and two files would then have one meaning.

    Raises:   BrokenNote
    """
    if len(raw) > LONGEST:
        raise BrokenNote(NoteFault.TOO_LONG, 0)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise BrokenNote(NoteFault.NOT_UTF8, raw.count(b"\n", 0, broken.start) + 1) from None


def read_note(text: str) -> Note:
    """Return the note of a text that ``Note.written`` would write, refusing every other.

    Stricter than the specification in two ways: one key may sign once, and no more than
    ``MOST_SIGNATURES`` lines are read.

    Source:   C2SP signed-note v1.0.0, Format
    Raises:   BrokenNote

    >>> read_note("a\\n\\n\N{EM DASH} example.org AAAAAAE=\\n").signatures[0].name
    'example.org'
    """
    _check_letters(text)
    if not text.endswith("\n"):
        raise BrokenNote(NoteFault.NO_FINAL_NEWLINE, text.count("\n") + 1)
    body, blank, tail = text.rpartition("\n\n")
    if not blank:
        raise BrokenNote(NoteFault.NO_BLANK_LINE, 0)
    if not body:
        raise BrokenNote(NoteFault.NO_TEXT, 1)
    first = body.count("\n") + 3
    return Note(f"{body}\n", read_signatures(tail, first))


def read_signatures(lines: str, first: int = 1) -> tuple[Signature, ...]:
    """Return the signatures of these lines, the first of which bears this number.

    Raises:   BrokenNote
    """
    if not lines:
        raise BrokenNote(NoteFault.NO_SIGNATURE, first)
    if not lines.endswith("\n"):
        raise BrokenNote(NoteFault.NO_FINAL_NEWLINE, first + lines.count("\n"))
    told = lines[:-1].split("\n")
    if len(told) > MOST_SIGNATURES:
        raise BrokenNote(NoteFault.TOO_MANY_SIGNATURES, first + MOST_SIGNATURES)
    found: dict[tuple[str, bytes], Signature] = {}
    for number, line in enumerate(told, first):
        signature = _signature(line, number)
        key = (signature.name, signature.key_id)
        if key in found:
            raise BrokenNote(NoteFault.SIGNED_TWICE, number)
        found[key] = signature
    return tuple(found.values())


def _check_letters(text: str) -> None:
    if len(text) > LONGEST:
        raise BrokenNote(NoteFault.TOO_LONG, 0)
    found = FOREIGN.search(text)
    if found:
        fault = NoteFault.CONTROL_CHARACTER if found[0] < " " else NoteFault.NOT_UTF8
        raise BrokenNote(fault, text.count("\n", 0, found.start()) + 1)


def _signature(line: str, number: int) -> Signature:
    if not line.startswith(_DASH):
        raise BrokenNote(NoteFault.NO_DASH, number)
    name, space, written = line.removeprefix(_DASH).partition(" ")
    if not space:
        raise BrokenNote(NoteFault.SIGNATURE_PARTS, number)
    if not is_key_name(name):
        raise BrokenNote(NoteFault.KEY_NAME, number)
    raw = bytes_of(written)
    if raw is None:
        raise BrokenNote(NoteFault.NOT_BASE64, number)
    if len(raw) <= _ID_BYTES:
        raise BrokenNote(NoteFault.SHORT_SIGNATURE, number)
    return Signature(name, raw[:_ID_BYTES], raw[_ID_BYTES:])
