"""Reading a printed paper again: its text, its structure, its metadata, the ink in its margins."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from sortie.papers import Paper

SPACES = re.compile(r"[\s\u200b]+")
_HEX = re.compile(r"<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(r"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)


def opened(paper: Paper) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(paper.pdf))


def text_of(paper: Paper) -> str:
    """Return what a paper says, every kind of space being one space."""
    with opened(paper) as pdf:
        said = "\n".join("".join(_said(page)) for page in pdf.pages)
    return SPACES.sub(" ", said)


def _said(page: Any) -> Iterator[str]:
    maps = {
        name: _unicode_map(font.ToUnicode.read_bytes().decode("ascii"))
        for name, font in page.Resources.get("/Font", {}).items()
    }
    current: dict[int, str] = {}
    stream: Any = pikepdf.parse_content_stream(page)
    for operands, operator in stream:
        match str(operator):
            case "Tf":
                current = maps[str(operands[0])]
            case "Tj":
                yield _decoded(bytes(operands[0]), current)
            case "TJ":
                for each in operands[0]:
                    if isinstance(each, pikepdf.String):
                        yield _decoded(bytes(each), current)
            case "ET":
                yield "\n"


def _decoded(codes: bytes, current: dict[int, str]) -> str:
    return "".join(current[code] for (code,) in struct.iter_unpack(">H", codes))


def _unicode_map(cmap: str) -> dict[int, str]:
    """Return the text of each code; a range that lists its texts one by one is not met here."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        codes = _HEX.findall(block)
        if kind == "bfchar":
            found.update((int(code, 16), _utf16(text)) for code, text in batched(codes, 2))
            continue
        for first, last, text in batched(codes, 3):
            start = _utf16(text)
            for rank in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + rank] = start[:-1] + chr(ord(start[-1]) + rank)
    return found


def batched(values: list[str], size: int) -> Iterator[list[str]]:
    for at in range(0, len(values), size):
        yield values[at : at + size]


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def tags_of(paper: Paper) -> list[str]:
    """Return the tags of the structure of a paper, in their order."""
    with opened(paper) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot))


def _tags(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _tags(node.K)


def headings_of(paper: Paper) -> list[str]:
    """Return the titles of the outline, which are those of the headings."""
    with opened(paper) as pdf, pdf.open_outline() as outline:
        return [SPACES.sub(" ", str(each.title)) for each in _all(outline.root)]


def _all(items: Any) -> Iterator[Any]:
    for each in items:
        yield each
        yield from _all(each.children)


def xmp_of(paper: Paper) -> str:
    with opened(paper) as pdf:
        found: bytes = pdf.Root.Metadata.read_bytes()
        return found.decode()


def saved(paper: Paper, folder: Path) -> Path:
    path = folder / paper.name
    path.write_bytes(paper.pdf)
    return path


def ink_outside(picture: bytes, *, margin: float) -> bool:
    """Whether anything is drawn in the outer part of a picture, at the left or at the right."""
    width, rows = _rows_of(picture)
    edge = int(width * margin)
    return any(set(row[: edge * 4] + row[(width - edge) * 4 :]) - {255} for row in rows)


def _rows_of(picture: bytes) -> tuple[int, list[bytes]]:
    """Return the width and the rows of a PNG of eight bits with transparency."""
    width, height, depth, colour = struct.unpack(">IIBB", picture[16:26])
    assert (depth, colour) == (8, 6), "not a picture this can read"
    data, at = b"", 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + length]
        at += length + 12
    raw, stride = zlib.decompress(data), width * 4
    rows: list[bytes] = []
    previous = bytearray(stride)
    for rank in range(height):
        start = rank * (stride + 1)
        row = bytearray(raw[start + 1 : start + 1 + stride])
        _unfiltered(row, previous, raw[start])
        rows.append(bytes(row))
        previous = row
    return width, rows


def _unfiltered(row: bytearray, above: bytearray, kind: int) -> None:
    for i in range(len(row)):
        left = row[i - 4] if i >= 4 else 0
        corner = above[i - 4] if i >= 4 else 0
        row[i] = (row[i] + (0, left, above[i], (left + above[i]) // 2,
                            _paeth(left, above[i], corner))[kind]) & 255  # fmt: skip


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))
