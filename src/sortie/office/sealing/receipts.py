"""Receipts: what anyone needs to verify one entry, without the office and without a network."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from sortie import casework, register, store
from sortie.office.desk import stream_of
from sortie.office.errors import NoSuchCase
from sortie.office.sealing.errors import NothingToProve, NotSignedYet
from sortie.office.sealing.keeping import last_checkpoint

ORDERS = (
    casework.Decided, casework.OrderCorrected, casework.AppealDecided, casework.DateFixed,
    casework.OrderWithdrawn, casework.PermitIssued,
)  # fmt: skip
NOTICES = (casework.Notified,)
AT_THE_GATE = (casework.Departed, casework.DepartureReported, casework.ReturnRecorded)
CARRY_A_RECEIPT = frozenset(
    casework.name_of(kind) for kind in (*ORDERS, *NOTICES, *AT_THE_GATE)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sealed:
    """An event of a case and its receipt; without one, no checkpoint reaches it yet."""

    event: store.StoredEvent
    receipt: register.Receipt | None


def receipt_of(index: int) -> register.Receipt:
    """Return the receipt of one entry; after an erasure, of the entry alone.

    The trap: it says what happened to a person. Hand it to those entitled to know it.

    Raises:   NoCheckpoint, NotSignedYet, store.NoSuchEvent, store.KeyLost
    """
    signed = last_checkpoint()
    if index >= signed.size:
        if index >= store.register.head().size:
            raise store.NoSuchEvent(index + 1)
        raise NotSignedYet(index, signed.size)
    hashes = register.inclusion_proof(index, signed.size, store.register.nodes)
    (entry,) = store.register.entries(index, index + 1)
    proof = register.ProofFile(index, hashes, signed.text)
    return register.Receipt.of(proof, entry, _opening(index))


def receipts_of(case_id: str, numbers: Collection[int] = ()) -> tuple[Sealed, ...]:
    """Return the orders, notices and gate movements of a case with their receipts, in order.

    With ``numbers``, those events of the case instead, whatever they are.

    Raises:   NoSuchCase, NothingToProve, NoCheckpoint, store.Erased, store.KeyLost
    """
    try:
        events = store.events_of(stream_of(case_id))
    except store.NoSuchStream as unknown:
        raise NoSuchCase(case_id) from unknown
    wanted = [
        event
        for event in events
        if (event.number in numbers if numbers else event.kind in CARRY_A_RECEIPT)
    ]
    if not wanted or len(wanted) < len(numbers):
        raise NothingToProve(case_id)
    signed = last_checkpoint().size
    return tuple(
        Sealed(event, receipt_of(event.seq - 1) if event.seq <= signed else None)
        for event in wanted
    )


def _opening(index: int) -> register.Opening | None:
    with suppress(store.Erased):
        opened = store.register.opening(index + 1)
        return register.Opening(opened.payload.decode(), opened.salt)
    return None
