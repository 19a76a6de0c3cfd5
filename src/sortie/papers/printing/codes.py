"""The code of a receipt, as a picture that a telephone reads."""

import io
from dataclasses import dataclass
from typing import Any

import segno
from segno import consts

from sortie.papers.errors import ReceiptTooLong

# What the largest code holds at its lowest correction, in bytes; capitals and digits go further.
MOST = 2953
_QUIET = 4
_PACKED = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@dataclass(frozen=True, slots=True)
class Code:
    """A picture as SVG, and how many squares wide it is with its quiet edge."""

    svg: str
    squares: int


def code_of(receipt: str) -> Code:
    """Return the code of a receipt.

    What follows the ``#`` of an address is packed apart where it is all capitals and digits, as
    the register folds a receipt.

    Raises:   ReceiptTooLong
    """
    address, mark, folded = receipt.partition("#")
    parts: Any = [(receipt, consts.MODE_BYTE, "utf-8")]
    if mark and folded and _PACKED.issuperset(folded):
        parts = [(address + mark, consts.MODE_BYTE, "utf-8"), (folded, consts.MODE_ALPHANUMERIC)]
    try:
        made = segno.make(parts, error="l", micro=False, boost_error=False)
    except segno.DataOverflowError as too_long:
        raise ReceiptTooLong(len(receipt.encode()), MOST) from too_long
    picture = io.BytesIO()
    made.save(picture, kind="svg", xmldecl=False, border=_QUIET, light="white")
    return Code(picture.getvalue().decode(), int(made.symbol_size(border=_QUIET)[0]))
