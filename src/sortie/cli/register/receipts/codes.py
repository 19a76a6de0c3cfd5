"""A receipt as a QR code: an SVG for the paper, blocks for a terminal.

It opens the page that verifies, when its address is given; what follows the ``#`` of an address
is never sent to its server.
"""

import io
from dataclasses import dataclass
from typing import Any

import segno
from segno import consts

from sortie import register

QUIET = 4
_BLOCKS = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}


@dataclass(frozen=True, slots=True)
class Code:
    """``svg`` is empty when the receipt, of so many ``signs``, fits in no QR code."""

    svg: str
    blocks: tuple[str, ...]
    signs: int

    @property
    def width(self) -> int:
        """How many columns of a terminal it takes."""
        return len(self.blocks[0]) if self.blocks else 0


def code_of(receipt: register.Receipt, page: str, title: str) -> Code:
    """Return the code of a receipt; ``page`` is the address of the page, and may be empty."""
    folded = register.folded(receipt)
    # Its stubs leave out that the content may come in parts, each packed in its own way.
    parts: Any = [(f"{page}#", consts.MODE_BYTE), (folded, consts.MODE_ALPHANUMERIC)]
    try:
        made = segno.make(parts, error="l", micro=False)
    except segno.DataOverflowError:
        return Code("", (), len(folded))
    return Code(_svg(made, title), _blocks(made), len(folded))


def _svg(made: segno.QRCode, title: str) -> str:
    out = io.BytesIO()
    made.save(
        out, kind="svg", border=QUIET, light="#fff", title=title, omitsize=True, xmldecl=False
    )
    return out.getvalue().decode()


def _blocks(made: segno.QRCode) -> tuple[str, ...]:
    """Return the code in half blocks, light on dark: two rows of it in each line."""
    rows = [list(row) for row in made.matrix_iter(border=QUIET)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple(
        "".join(_BLOCKS[bool(upper), bool(lower)] for upper, lower in zip(*pair, strict=True))
        for pair in pairs
    )
