"""A receipt proves what it proves, says what it does not, and is refused when anything is false."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import register
from sortie.errors import SortieError
from sortie.register import (
    CheckedReceipt,
    Checkpoint,
    Kind,
    NotProved,
    Policy,
    ProofFile,
    Proved,
    Receipt,
    SignedCheckpoint,
    Witness,
    check_receipt,
)
from sortie.register.witnessing import Group, Log
from tests.register.proofs.receipts import INDEX, PAYLOAD, SIZE, Made, kept
from tests.register.signers import (
    AT,
    LOG,
    LOG_PQ,
    ORIGIN,
    OTHER_LOG,
    VKEYS,
    WITNESS,
    WITNESS_PQ,
    Signer,
)

BOTH = Policy(
    quorum="both",
    witnesses=(Witness("one", WITNESS.vkey), Witness("two", WITNESS_PQ.vkey)),
    groups=(Group("both", 2, ("one", "two")),),
)


def judged(made: Made, policy: Policy | None = None) -> CheckedReceipt:
    return check_receipt(made.written(), vkeys=VKEYS, policy=policy)


def test_without_a_witness_a_split_view_is_not_excluded_and_no_time_is_proved() -> None:
    found = judged(Made())

    assert found.proved == (
        Proved.OPENED, Proved.INCLUDED, Proved.SIGNED_ED25519, Proved.SIGNED_ML_DSA_44
    )  # fmt: skip
    assert found.not_proved == (
        NotProved.SPLIT_VIEW, NotProved.TIME, NotProved.TRUTH, NotProved.LAST_WORD
    )  # fmt: skip
    assert found.cosigned == ()


def test_with_the_witnesses_asked_for_nothing_is_left_but_what_no_receipt_proves() -> None:
    found = judged(Made(witnesses=(WITNESS, WITNESS_PQ)), BOTH)

    assert Proved.WITNESSED in found.proved
    assert found.not_proved == (NotProved.TRUTH, NotProved.LAST_WORD)
    assert [(each.witness.name, each.at) for each in found.cosigned] == [("one", AT), ("two", AT)]


def test_witnesses_that_nobody_asks_for_are_named_and_exclude_nothing() -> None:
    found = judged(Made(witnesses=(WITNESS,)), replace(BOTH, quorum="none"))

    assert [each.witness.name for each in found.cosigned] == ["one"]
    assert NotProved.SPLIT_VIEW in found.not_proved


def test_the_check_shows_what_it_is_about() -> None:
    found = judged(Made())
    assert found.receipt.proof.index == INDEX
    assert (found.checkpoint.origin, found.checkpoint.size) == (ORIGIN, SIZE)
    assert found.receipt.opening
    assert found.receipt.opening.payload == PAYLOAD
    assert found.entry.kind == "event"


def test_after_an_erasure_the_content_is_not_proved_and_the_rest_is() -> None:
    found = judged(Made(opened=False))
    assert Proved.OPENED not in found.proved
    assert Proved.INCLUDED in found.proved
    assert NotProved.CONTENT in found.not_proved


def test_with_the_light_key_alone_a_quantum_computer_is_not_excluded() -> None:
    found = check_receipt(Made().written(), vkeys=[LOG.vkey])
    assert Proved.SIGNED_ML_DSA_44 not in found.proved
    assert NotProved.SIGNED_ML_DSA_44 in found.not_proved


def test_the_keys_of_the_policy_are_trusted_too() -> None:
    policy = Policy(logs=(Log(LOG_PQ.vkey),))
    found = check_receipt(Made().written(), vkeys=[], policy=policy)
    assert [each.vkey.kind for each in found.signed] == [Kind.ML_DSA_44]


@pytest.mark.parametrize(
    ("made", "refusal"),
    [
        (Made(payload=f"{PAYLOAD} "), register.OpeningWrong),
        (Made(salt=bytes(32)), register.OpeningWrong),
        (Made(salt=bytes(31)), register.SaltWrong),
        (Made(index=4), register.NotIncluded),
        (Made(index=SIZE), register.IndexOutsideTree),
        (Made(entry=b"{}"), register.EntryKeyMissing),
    ],
)
def test_refused_when_a_part_is_false(made: Made, refusal: type[SortieError]) -> None:
    with pytest.raises(refusal):
        judged(made)


def test_refused_when_the_entry_is_another_one_that_opens_well() -> None:
    other = register.Entry("event", register.read_entry(Made().entry).day.replace(day=2),
                           register.read_entry(Made().entry).commitment)  # fmt: skip
    with pytest.raises(register.NotIncluded):
        judged(Made(entry=other.written()))


def test_refused_when_too_few_witnesses_signed() -> None:
    with pytest.raises(register.QuorumMissed) as refusal:
        judged(Made(witnesses=(WITNESS,)), BOTH)
    assert (refusal.value.quorum, refusal.value.cosigned) == ("both", ("one",))


def test_refused_when_a_line_in_the_name_of_a_witness_is_false() -> None:
    made = Made(witnesses=(WITNESS, WITNESS_PQ)).receipt()
    elsewhere = WITNESS.line(Checkpoint(ORIGIN, 3, bytes(32)), AT)
    with pytest.raises(register.SignatureRefused):
        check_receipt(with_signatures(made, elsewhere), vkeys=VKEYS, policy=BOTH)


def with_signatures(receipt: Receipt, *lines: register.Signature) -> str:
    checkpoint = receipt.proof.checkpoint.with_signatures(lines)
    return replace(receipt.proof, checkpoint_text=checkpoint.written()).written()


def test_a_cosignature_without_a_time_is_not_counted() -> None:
    made = Made(witnesses=(WITNESS,)).receipt()
    timeless = WITNESS_PQ.line(made.proof.checkpoint.checkpoint, 0)
    with pytest.raises(register.QuorumMissed):
        check_receipt(with_signatures(made, timeless), vkeys=VKEYS, policy=BOTH)


@pytest.mark.parametrize(
    ("trusted", "refusal"),
    [
        ([], register.NotSigned),
        ([OTHER_LOG], register.WrongOrigin),
        ([WITNESS], register.WrongOrigin),
        ([Signer(ORIGIN, Kind.ED25519, 99)], register.NotSigned),
        # A witness may bear the name of the register: it is no key of the register.
        ([Signer(ORIGIN, Kind.COSIGNATURE, 1)], register.NotSigned),
    ],
)
def test_refused_when_no_trusted_key_of_this_register_signed(
    trusted: list[Signer], refusal: type[SortieError]
) -> None:
    with pytest.raises(refusal):
        check_receipt(Made().written(), vkeys=[each.vkey for each in trusted])


def test_a_proof_of_another_register_with_the_same_entry_is_refused() -> None:
    # The tree is the same; the name under which it is signed is not.
    checkpoint = Checkpoint("register.example/other", SIZE, kept().root())
    whole = SignedCheckpoint(checkpoint, (OTHER_LOG.line(checkpoint),))
    moved = replace(Made().receipt().proof, checkpoint_text=whole.written())
    with pytest.raises(register.WrongOrigin):
        check_receipt(moved.written(), vkeys=VKEYS)


WITNESSED = Made(witnesses=(WITNESS, WITNESS_PQ)).written().encode()


@settings(max_examples=400)
@given(st.integers(0, 8 * len(WITNESSED) - 1))
def test_no_bit_of_a_receipt_can_be_flipped(bit: int) -> None:
    spoilt = bytearray(WITNESSED)
    spoilt[bit // 8] ^= 1 << bit % 8
    try:
        found = check_receipt(bytes(spoilt), vkeys=VKEYS, policy=BOTH)
    except SortieError:
        return
    # The one thing left free: to name a trusted key's line so that it is nobody's, and that
    # takes a proof away. With this quorum only a key of the register can be lost so.
    assert len(found.signed) == 1
    assert {Proved.OPENED, Proved.INCLUDED, Proved.WITNESSED} <= set(found.proved)
    assert found.receipt.opening == Made().receipt().opening


def test_a_proof_file_that_is_no_receipt_proves_nothing_here() -> None:
    bare = ProofFile(INDEX, (), Made().checkpoint().written())
    with pytest.raises(register.BrokenReceipt):
        check_receipt(bare.written(), vkeys=VKEYS)
