"""Asking a witness: here is the register as it was, and as it is; please sign that it only grew."""

from http.client import HTTPException, HTTPResponse
from typing import Any, NoReturn
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
)

from sortie.register import tree
from sortie.register.notes import (
    LONGEST,
    NO_TIME,
    BrokenNote,
    SignatureRefused,
    SignedCheckpoint,
    base64_of,
    decoded,
    number_of,
    read_signatures,
)
from sortie.register.witnessing.errors import (
    BrokenAnswer,
    HistoryRefused,
    KeysUnknown,
    NoAddress,
    NoCosignature,
    NotUnderstood,
    OriginUnknown,
    OtherAnswer,
    OtherSize,
    WitnessAhead,
    WitnessUnreachable,
)
from sortie.register.witnessing.policy import Witness

PATIENCE = 15.0
"""How long one answer may take, in seconds."""


def cosigned(
    witness: Witness, signed: SignedCheckpoint, nodes: tree.Nodes,
    *, seen: int = 0, patience: float = PATIENCE,
) -> SignedCheckpoint:  # fmt: skip
    """Return the checkpoint with the cosignature of this witness.

    ``seen`` is the size it is thought to have cosigned last. When it says another one, it is
    asked once more, from there; when that one is larger than the register, the register was
    restored from an older copy and must not go on.

    Source:   C2SP tlog-witness v1.0.0, add-checkpoint
    Raises:   one class a cause: OtherSize, WitnessAhead, HistoryRefused, OriginUnknown,
              KeysUnknown, NotUnderstood, OtherAnswer, WitnessUnreachable, NoAddress,
              BrokenAnswer, NoCosignature
              SignatureRefused: the line bears the key of the witness, and is false
    """
    try:
        answer = ask(witness, signed, nodes, seen=seen, patience=patience)
    except OtherSize as other:
        if other.seen is None or other.seen == seen:
            raise
        answer = ask(witness, signed, nodes, seen=other.seen, patience=patience)
    return _with_cosignature(witness, signed, answer)


def ask(
    witness: Witness, signed: SignedCheckpoint, nodes: tree.Nodes, *, seen: int, patience: float
) -> bytes:
    """Return the body of the answer to one request; nothing of it was verified.

    Raises:   as ``cosigned``, but BrokenAnswer, NoCosignature and SignatureRefused
    """
    if seen > signed.checkpoint.size:
        raise WitnessAhead(witness.name, seen, signed.checkpoint.size)
    if urlsplit(witness.url).scheme not in {"http", "https"}:
        raise NoAddress(witness.name)
    address = f"{witness.url.rstrip('/')}/add-checkpoint"
    said = body_for(signed, nodes, seen=seen)
    try:
        with _opener().open(address, said, timeout=patience) as answer:
            if answer.status != 200:
                raise OtherAnswer(witness.name, answer.status)
            return bytes(answer.read(LONGEST))
    except HTTPError as error:
        with error:
            _refused(witness, signed, error, seen)
    except (OSError, HTTPException) as error:
        raise WitnessUnreachable(witness.name, type(error).__name__) from error


def body_for(signed: SignedCheckpoint, nodes: tree.Nodes, *, seen: int) -> bytes:
    """Return what a witness is sent: the old size, the consistency proof, the checkpoint.

    Source:   C2SP tlog-witness v1.0.0, add-checkpoint
    Raises:   TreeError: there is no proof from this size
    """
    proof = tree.consistency_proof(seen, signed.checkpoint.size, nodes) if seen else ()
    lines = "".join(f"{base64_of(each)}\n" for each in proof)
    return f"old {seen}\n{lines}\n{signed.written()}".encode()


def _refused(witness: Witness, signed: SignedCheckpoint, error: HTTPError, seen: int) -> NoReturn:
    origin = signed.checkpoint.origin
    match error.code:
        case 400:
            raise NotUnderstood(witness.name) from error
        case 403:
            raise KeysUnknown(witness.name, origin) from error
        case 404:
            raise OriginUnknown(witness.name, origin) from error
        case 409:
            raise _conflict(witness, signed, seen, _size_in(error.read(32))) from error
        case 422:
            raise HistoryRefused(witness.name, seen) from error
        case status:
            raise OtherAnswer(witness.name, status) from error


def _conflict(
    witness: Witness, signed: SignedCheckpoint, told: int, seen: int | None
) -> WitnessAhead | OtherSize:
    size = signed.checkpoint.size
    if seen is not None and seen > size:
        return WitnessAhead(witness.name, seen, size)
    return OtherSize(witness.name, told, seen)


def _size_in(body: bytes) -> int | None:
    written = body.decode("ascii", "replace")
    return number_of(written.removesuffix("\n")) if written.endswith("\n") else None


def _with_cosignature(
    witness: Witness, signed: SignedCheckpoint, answer: bytes
) -> SignedCheckpoint:
    try:
        lines = read_signatures(decoded(answer))
    except BrokenNote as error:
        raise BrokenAnswer(witness.name) from error
    key = (witness.vkey.name, witness.vkey.key_id)
    ours = [line for line in lines if (line.name, line.key_id) == key]
    if not ours:
        raise NoCosignature(witness.name)
    whole = signed.with_signatures(ours)
    (made,) = whole.verified_by([witness.vkey])
    if made.at == NO_TIME:
        raise SignatureRefused(witness.vkey.name, witness.vkey.key_id.hex())
    return whole


def _opener() -> OpenerDirector:
    """Return what opens an address and follows no redirection: the policy says where to ask."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler, _Plain, _SecurePlain, HTTPErrorProcessor, HTTPDefaultErrorHandler
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


class _Plain(HTTPHandler):
    """Says that what it sends is text; the library takes it for a form."""

    def do_open(self, http_class: Any, req: Any, **settings: Any) -> HTTPResponse:
        req.add_unredirected_header("Content-type", "text/plain; charset=utf-8")
        return super().do_open(http_class, req, **settings)


class _SecurePlain(_Plain, HTTPSHandler):
    """The same, over TLS; certificates are checked as the system says."""
