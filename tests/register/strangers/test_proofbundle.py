"""Another program takes our proof files with a quorum of two witnesses, and what we refuse."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sortie.errors import SortieError
from sortie.register import Checkpoint, Kind, SignedCheckpoint, VKey, check_receipt, read_checkpoint
from tests.register.proofs.receipts import INDEX, SIZE, Made, kept, sealed
from tests.register.proofs.test_checking import BOTH
from tests.register.signers import (
    AT,
    LOG,
    ORIGIN,
    WITNESS,
    WITNESS_PQ,
    Signer,
    a_checkpoint,
    signed,
)
from tests.register.strangers.outsiders import Asked, asking
from tests.register.trees import flipped

VERIFIES = """
import json, sys
from proofbundle.tlogproof import verify_tlog_proof
for line in sys.stdin:
    asked = json.loads(line)
    found = verify_tlog_proof(
        asked["proof"], asked["entry"].encode(), asked["log"], asked["witnesses"],
        threshold=asked["threshold"], expected_origin=asked["origin"],
    )
    parts = ("ok", "log_ok", "witnesses_ok", "inclusion_ok")
    print(json.dumps({part: found[part] for part in parts}), flush=True)
"""
COSIGNS = """
import json, sys
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey
from proofbundle import checkpoint
for line in sys.stdin:
    asked = json.loads(line)
    note, at = asked["note"], asked["at"]
    heavy, light = MLDSA44PrivateKey.generate(), Ed25519PrivateKey.generate()
    note = checkpoint.cosign_checkpoint_mldsa(note, heavy, "their.example/heavy", at)
    note = checkpoint.cosign_checkpoint(note, light, "their.example/light", at)
    keys = [
        checkpoint.cosign_vkey_mldsa("their.example/heavy", heavy.public_key().public_bytes_raw()),
        checkpoint.cosign_vkey("their.example/light", light.public_key().public_bytes_raw()),
    ]
    print(json.dumps({"note": note, "keys": keys}), flush=True)
"""
TAKEN = {"ok": True, "log_ok": True, "witnesses_ok": True, "inclusion_ok": True}
WITNESSED = Made(witnesses=(WITNESS, WITNESS_PQ))


@pytest.fixture(scope="module")
def proofbundle() -> Iterator[Asked]:
    with asking("proofbundle", VERIFIES) as asked:
        yield asked


def said(
    asked: Asked,
    proof: str,
    *,
    entry: str = "",
    witnesses: Sequence[Signer] = (WITNESS, WITNESS_PQ),
) -> dict[str, bool]:
    return asked(
        proof=proof, entry=entry or sealed().decode(), log=LOG.vkey.text(), origin=ORIGIN,
        witnesses=[each.vkey.text() for each in witnesses], threshold=2,
    )  # fmt: skip


def test_our_proof_is_taken_with_two_witnesses_one_of_them_ml_dsa_44(proofbundle: Asked) -> None:
    assert said(proofbundle, WITNESSED.written()) == TAKEN


def test_a_changed_entry_is_refused(proofbundle: Asked) -> None:
    changed = sealed().decode().replace("2027-03-01", "2027-03-02")
    found = said(proofbundle, WITNESSED.written(), entry=changed)
    assert found == TAKEN | {"ok": False, "inclusion_ok": False}


@pytest.mark.parametrize("size", [SIZE - 1, SIZE + 1])
def test_a_changed_size_is_refused(proofbundle: Asked, size: int) -> None:
    changed = WITNESSED.written().replace(f"\n{SIZE}\n", f"\n{size}\n")
    assert said(proofbundle, changed)["ok"] is False


def test_one_witness_is_not_two(proofbundle: Asked) -> None:
    found = said(proofbundle, Made(witnesses=(WITNESS,)).written())
    assert found == TAKEN | {"ok": False, "witnesses_ok": False}


@pytest.mark.parametrize("witness", [WITNESS, WITNESS_PQ])
def test_one_false_cosignature_is_refused(proofbundle: Asked, witness: Signer) -> None:
    proof = WITNESSED.receipt().proof
    true = witness.line(proof.checkpoint.checkpoint, AT)
    false = replace(true, body=flipped(true.body, 8 * 20))
    spoilt = proof.checkpoint.with_signatures([false]).written()
    assert said(proofbundle, replace(proof, checkpoint_text=spoilt).written())["ok"] is False


def test_another_index_is_refused(proofbundle: Asked) -> None:
    moved = replace(WITNESSED.receipt().proof, index=INDEX - 1)
    assert said(proofbundle, moved.written())["inclusion_ok"] is False


def test_a_checkpoint_under_another_name_is_refused(proofbundle: Asked) -> None:
    checkpoint = Checkpoint("register.example/other", SIZE, kept().root())
    lines = (LOG.line(checkpoint), WITNESS.line(checkpoint, AT), WITNESS_PQ.line(checkpoint, AT))
    whole = SignedCheckpoint(checkpoint, lines).written()
    moved = replace(WITNESSED.receipt().proof, checkpoint_text=whole)
    assert said(proofbundle, moved.written())["ok"] is False


WRITTEN = WITNESSED.written()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(WRITTEN) - 1), st.integers(0, 2),
    st.text(st.sampled_from("\n 0159+/=AZaz"), max_size=2),
)  # fmt: skip
def test_what_we_take_they_take(proofbundle: Asked, start: int, gone: int, put: str) -> None:
    text = WRITTEN[:start] + put + WRITTEN[start + gone :]
    try:
        found = check_receipt(text, vkeys=[LOG.vkey], policy=BOTH)
    except SortieError:
        return
    assert said(proofbundle, text, entry=found.receipt.entry.decode()) == TAKEN


def test_their_cosignatures_of_both_kinds_are_taken_by_us() -> None:
    with asking("proofbundle", COSIGNS) as cosigns:
        made = cosigns(note=signed(a_checkpoint()).written(), at=AT)
    theirs = [VKey.read(text) for text in made["keys"]]

    found = read_checkpoint(made["note"]).verified_by(theirs)

    assert [(each.vkey.kind, each.at) for each in found] == [
        (Kind.ML_DSA_44, AT), (Kind.COSIGNATURE, AT)
    ]  # fmt: skip
