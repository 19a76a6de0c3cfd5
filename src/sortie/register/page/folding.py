"""A receipt in the few signs that a QR code holds: deflated, then written in base32.

The extra line stands in clear before it is deflated, because base64 does not deflate. Only what a
browser verifies is kept: the signatures of ML-DSA-44 alone are longer than the largest QR code.
"""

import zlib
from base64 import b32decode, b32encode, b64decode
from dataclasses import replace

from sortie.register.notes import SignedCheckpoint, base64_of
from sortie.register.page.errors import BrokenCode
from sortie.register.proofs import Receipt, read_receipt

SHORTEST_ML_DSA = 2420
_LONGEST = 1_000_000
_RAW = -15
_EXTRA = "extra "


def folded(receipt: Receipt) -> str:
    """Return the receipt in capital letters and digits, without its post-quantum signatures.

    The trap: whoever reads the code reads what the entry says. It is personal data.
    """
    light = _light(receipt.proof.checkpoint).written()
    head, sealed, rest = _parts(replace(receipt.proof, checkpoint_text=light).written())
    clear = f"{head}{_EXTRA}{b64decode(sealed).decode()}{rest}"
    packer = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW)
    packed = packer.compress(clear.encode()) + packer.flush()
    return b32encode(packed).decode().rstrip("=")


def unfolded(code: str) -> Receipt:
    """Return the receipt that a code carries. Nothing of it was verified.

    Raises:   BrokenCode: it is cut, damaged, or no such code; and what ``read_receipt`` raises
    """
    head, clear, rest = _parts(_inflated(code))
    return read_receipt(f"{head}{_EXTRA}{base64_of(clear.encode())}{rest}")


def _parts(text: str) -> tuple[str, str, str]:
    """Return the first line, the extra data, and what follows them.

    Raises:   BrokenCode: there are no extra data where they must be
    """
    head, newline, rest = text.partition("\n")
    extra, end, rest = rest.partition("\n")
    if not extra.startswith(_EXTRA):
        raise BrokenCode
    return head + newline, extra.removeprefix(_EXTRA), end + rest


def _light(checkpoint: SignedCheckpoint) -> SignedCheckpoint:
    kept = [each for each in checkpoint.signatures if len(each.body) < SHORTEST_ML_DSA]
    return SignedCheckpoint(checkpoint.checkpoint, tuple(kept))


def _inflated(code: str) -> str:
    opener = zlib.decompressobj(_RAW)
    try:
        packed = b32decode(code + "=" * (-len(code) % 8))
        raw = opener.decompress(packed, _LONGEST)
        if not opener.eof or opener.unused_data:
            raise BrokenCode
        return raw.decode()
    except (ValueError, zlib.error) as damaged:
        raise BrokenCode from damaged
