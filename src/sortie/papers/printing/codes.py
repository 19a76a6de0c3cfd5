"""The code of a receipt, as a picture that a telephone reads."""

import io

import segno

from sortie.papers.errors import ReceiptTooLong

# Version 25 at the lowest correction: at five centimetres its squares are still 0.4 mm wide.
MOST = 1273


def code_of(receipt: str) -> str:
    """Return the picture of a receipt, as SVG.

    Raises:   ReceiptTooLong
    """
    length = len(receipt.encode())
    if length > MOST:
        raise ReceiptTooLong(length, MOST)
    made = segno.make(
        receipt, error="l", micro=False, boost_error=False, encoding="utf-8", eci=False
    )
    picture = io.BytesIO()
    made.save(picture, kind="svg", xmldecl=False, svgns=True, border=4, light="white")
    return picture.getvalue().decode()
