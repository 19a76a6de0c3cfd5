"""What a receipt proves, and what it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sortie.register import leaves, tree
from sortie.register.notes import Checkpoint, Kind, Signed, SignedCheckpoint, VKey
from sortie.register.proofs.receipt import Receipt, read_receipt
from sortie.register.witnessing import Cosigned, Policy


class Proved(StrEnum):
    """What anyone may now hold for true without believing who keeps the register."""

    OPENED = "opened"  # the text is the very one that was sealed in the entry
    INCLUDED = "included"  # the entry stands at this index of a register of this size
    SIGNED_ED25519 = "signed.ed25519"  # whoever holds the keys of the register vouched for it
    SIGNED_ML_DSA_44 = "signed.ml_dsa_44"  # and so that a quantum computer does not help a forger
    WITNESSED = "witnessed"  # the witnesses asked for saw it, at their own times, growing only


class NotProved(StrEnum):
    """What the receipt says nothing of, to be told with the rest."""

    CONTENT = "content"  # what the entry says: its opening is not in the receipt
    SIGNED_ML_DSA_44 = "signed.ml_dsa_44"  # that no quantum computer forged the signature
    SPLIT_VIEW = "split_view"  # no witness asked for: others may be shown another register
    TIME = "time"  # when: no clock but that of the office
    TRUTH = "truth"  # that what was written is true
    LAST_WORD = "last_word"  # that no later entry changes it


_SIGNED = {Kind.ED25519: Proved.SIGNED_ED25519, Kind.ML_DSA_44: Proved.SIGNED_ML_DSA_44}


@dataclass(frozen=True, slots=True)
class CheckedReceipt:
    """A receipt in which nothing is false, with what follows from it and what does not."""

    receipt: Receipt
    entry: leaves.Entry
    checkpoint: Checkpoint
    signed: tuple[Signed, ...]
    cosigned: tuple[Cosigned, ...]
    proved: tuple[Proved, ...]
    not_proved: tuple[NotProved, ...]


def check_receipt(
    receipt_text: bytes | str, *, vkeys: Iterable[VKey], policy: Policy | None = None
) -> CheckedReceipt:
    """Return what this receipt proves to who trusts these keys; anything false in it is an error.

    Trusted are the keys given and those of the policy. Without a policy that asks for witnesses
    the register may show everyone another history, and ``not_proved`` says so.

    Raises:   BrokenReceipt, BrokenProof, BrokenNote, BrokenCheckpoint, LeafError: it does not read
              OpeningWrong: the text is not the one that was sealed
              NotIncluded, IndexOutsideTree, ProofLengthWrong: the entry is not in that register
              WrongOrigin, NotSigned, SignatureRefused: not a checkpoint of a trusted register
              QuorumMissed: too few witnesses signed it
    """
    policy = policy or Policy()
    receipt = read_receipt(receipt_text)
    entry = leaves.read_entry(receipt.entry)
    if receipt.opening is not None:
        opening = receipt.opening
        leaves.check_opening(entry, opening.salt, opening.payload.encode())
    checkpoint = receipt.proof.checkpoint
    signed = _signed(checkpoint, [*vkeys, *(log.vkey for log in policy.logs)])
    cosigned = policy.check(checkpoint)
    tree.check_inclusion(
        index=receipt.proof.index, size=checkpoint.checkpoint.size,
        leaf=tree.leaf_hash(receipt.entry), proof=receipt.proof.hashes,
        root=checkpoint.checkpoint.root,
    )  # fmt: skip
    proved = _proved(receipt, signed, policy)
    return CheckedReceipt(
        receipt, entry, checkpoint.checkpoint, signed, cosigned, proved, _not_proved(proved)
    )


def _signed(checkpoint: SignedCheckpoint, trusted: list[VKey]) -> tuple[Signed, ...]:
    # A register signs under its own name: the key of another one vouches for nothing here.
    origin = checkpoint.checkpoint.origin
    named = [vkey for vkey in trusted if vkey.name == origin and vkey.kind in _SIGNED]
    if trusted and not named:
        checkpoint.of_origin(trusted[0].name)
    return checkpoint.verified_by(named)


def _proved(receipt: Receipt, signed: tuple[Signed, ...], policy: Policy) -> tuple[Proved, ...]:
    kinds = {each.vkey.kind for each in signed}
    found = [Proved.OPENED] if receipt.opening is not None else []
    found.append(Proved.INCLUDED)
    found += [proof for kind, proof in _SIGNED.items() if kind in kinds]
    if policy.asks_for_witnesses:
        found.append(Proved.WITNESSED)
    return tuple(found)


def _not_proved(proved: tuple[Proved, ...]) -> tuple[NotProved, ...]:
    unless = (
        (NotProved.CONTENT, Proved.OPENED),
        (NotProved.SIGNED_ML_DSA_44, Proved.SIGNED_ML_DSA_44),
        (NotProved.SPLIT_VIEW, Proved.WITNESSED),
        (NotProved.TIME, Proved.WITNESSED),
    )
    missing = tuple(lack for lack, proof in unless if proof not in proved)
    return (*missing, NotProved.TRUTH, NotProved.LAST_WORD)
