"""Only trusted keys are heard, and one false line in their name refuses the whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie.register import (
    Checkpoint,
    Kind,
    NotSigned,
    Signature,
    SignatureRefused,
    Signed,
    SignedCheckpoint,
    VKey,
    WrongOrigin,
)
from sortie.register.notes import NO_TIME
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
    a_checkpoint,
    signed,
)
from tests.register.trees import flipped

WHOLE = signed(a_checkpoint(), WITNESS, WITNESS_PQ)
SIGNERS = (LOG, LOG_PQ, WITNESS, WITNESS_PQ)


def test_each_kind_of_key_is_verified_with_the_time_it_says() -> None:
    assert WHOLE.verified_by(each.vkey for each in SIGNERS) == (
        Signed(LOG.vkey, NO_TIME),
        Signed(LOG_PQ.vkey, NO_TIME),
        Signed(WITNESS.vkey, AT),
        Signed(WITNESS_PQ.vkey, AT),
    )


def test_a_line_of_an_unknown_key_is_not_read() -> None:
    junk = Signature("junk.example", b"junk", b"\xff" * 64)
    assert len(WHOLE.with_signatures([junk]).verified_by(VKEYS)) == 2


@pytest.mark.parametrize("signer", SIGNERS)
def test_refused_when_any_bit_that_was_signed_changes(signer: Signer) -> None:
    for other in (
        replace(WHOLE.checkpoint, origin=f"{ORIGIN}s"),
        replace(WHOLE.checkpoint, size=6),
        replace(WHOLE.checkpoint, root=flipped(WHOLE.checkpoint.root, 0)),
    ):
        with pytest.raises(SignatureRefused) as refusal:
            SignedCheckpoint(other, WHOLE.signatures).verified_by([signer.vkey])
        assert refusal.value.key_id == signer.vkey.key_id.hex()


@settings(max_examples=60)
@given(st.sampled_from(SIGNERS), st.integers(0))
def test_refused_when_one_bit_of_a_signature_flips(signer: Signer, bit: int) -> None:
    line = signer.line(a_checkpoint(), AT)
    spoilt = replace(line, body=flipped(line.body, bit % (8 * len(line.body))))
    with pytest.raises(SignatureRefused):
        WHOLE.with_signatures([spoilt]).verified_by([signer.vkey])


@pytest.mark.parametrize("signer", SIGNERS)
@pytest.mark.parametrize("body", [b"", b"\0", bytes(8), bytes(71), bytes(4000)])
def test_refused_when_the_signature_has_another_length(signer: Signer, body: bytes) -> None:
    line = Signature(signer.vkey.name, signer.vkey.key_id, body)
    with pytest.raises(SignatureRefused):
        SignedCheckpoint(a_checkpoint(), (line,)).verified_by([signer.vkey])


def test_one_good_line_does_not_save_a_false_one() -> None:
    false = Signature(LOG.vkey.name, LOG.vkey.key_id, bytes(64))
    with pytest.raises(SignatureRefused):
        WHOLE.with_signatures([false]).verified_by(VKEYS)


def test_refused_when_no_trusted_key_signed() -> None:
    with pytest.raises(NotSigned):
        WHOLE.verified_by([OTHER_LOG.vkey])
    with pytest.raises(NotSigned):
        WHOLE.verified_by([])


def test_a_key_of_the_same_name_and_another_id_is_another_key() -> None:
    other = VKey(ORIGIN, Kind.ED25519, OTHER_LOG.vkey.key)
    with pytest.raises(NotSigned):
        WHOLE.verified_by([other])


def test_a_time_past_what_the_specification_allows_is_refused() -> None:
    line = WITNESS.line(a_checkpoint(), 2**63)
    with pytest.raises(SignatureRefused):
        SignedCheckpoint(a_checkpoint(), (line,)).verified_by([WITNESS.vkey])


def test_a_witness_heard_twice_is_heard_anew_and_not_written_twice() -> None:
    later = WHOLE.with_signatures([WITNESS.line(a_checkpoint(), AT + 60)])

    assert len(later.signatures) == len(WHOLE.signatures)
    assert later.verified_by([WITNESS.vkey]) == (Signed(WITNESS.vkey, AT + 60),)


def test_a_cosignature_of_ed25519_is_the_one_of_the_specification() -> None:
    # The message of the example of tlog-cosignature, byte for byte.
    checkpoint = Checkpoint(
        "example.com/behind-the-sofa", 20852163,
        bytes.fromhex("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"),
    )  # fmt: skip
    line = WITNESS.line(checkpoint, 1679315147)
    message = (
        b"cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n"
        b"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    )
    assert WITNESS.vkey.made(message, line.body[8:])


def test_a_cosignature_of_ml_dsa_44_names_its_signer_its_time_the_register_and_the_tree() -> None:
    line = WITNESS_PQ.line(a_checkpoint(), AT)
    message = (
        b"subtree/v1\n\0"
         b"\x12witness.example/w2" + AT.to_bytes(8)
        + b"\x17register.example/prison" + bytes(8) + (5).to_bytes(8) + b"\x07" * 32
    )  # fmt: skip
    assert WITNESS_PQ.vkey.made(message, line.body[8:])
    assert len(line.body) == 8 + 2420


def test_a_checkpoint_of_another_register_is_refused_by_name() -> None:
    assert WHOLE.of_origin(ORIGIN) is WHOLE
    with pytest.raises(WrongOrigin) as refusal:
        WHOLE.of_origin("register.example/other")
    assert refusal.value.found == ORIGIN
