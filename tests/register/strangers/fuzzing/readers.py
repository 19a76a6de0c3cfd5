"""Run by atheris in its own environment: every reader of the register, fed what reaches new code.

The first byte chooses the reader. A reader refuses with an error of the register, or returns
what writes back to the very bytes it was given; anything else is a crash that atheris reports.
"""

import sys
from collections.abc import Callable

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["sortie.register"]):
    from sortie import register
    from sortie.register import notes, witnessing


def checkpoint(raw: bytes) -> bytes:
    return register.read_checkpoint(register.decoded(raw)).written().encode()


def note(raw: bytes) -> bytes:
    return notes.read_note(notes.decoded(raw)).written().encode()


def proof(raw: bytes) -> bytes:
    return register.read_proof(raw).written().encode()


def receipt(raw: bytes) -> bytes:
    return register.read_receipt(raw).written().encode()


def vkey(raw: bytes) -> bytes:
    return register.VKey.read(register.decoded(raw)).text().encode()


def entry(raw: bytes) -> bytes:
    return register.read_entry(raw).written()


def policy(raw: bytes) -> bytes:
    read = witnessing.read_policy(raw)
    assert read.met_by([each.name for each in read.witnesses])
    # A policy may be laid out in several ways: it has a meaning, and no one text.
    return raw


READERS: tuple[Callable[[bytes], bytes], ...] = (
    checkpoint, note, proof, receipt, vkey, entry, policy
)  # fmt: skip


def one_input(data: bytes) -> None:
    if not data:
        return
    raw = data[1:]
    try:
        written = READERS[data[0] % len(READERS)](raw)
    except register.RegisterError:
        return
    assert written == raw, (raw, written)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
