"""A receipt says which entry it is of, and what opens it, in one way only."""

import json

import pytest

from sortie.register import BrokenReceipt, Opening, ProofFile, Receipt, read_receipt
from sortie.register.notes import base64_of
from tests.register.proofs.receipts import PAYLOAD, SALT, Made, sealed
from tests.register.signers import a_checkpoint, signed

CHECKPOINT = signed(a_checkpoint()).written()
ENTRY = sealed().decode()


def with_extra(extra: bytes | None) -> str:
    return ProofFile(0, (), CHECKPOINT, extra).written()


def refused(extra: bytes | None) -> str:
    with pytest.raises(BrokenReceipt) as refusal:
        read_receipt(with_extra(extra))
    return refusal.value.fault.value


def written(**said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def test_a_receipt_is_read_back_whole() -> None:
    receipt = Made().receipt()
    assert read_receipt(receipt.written()) == receipt
    assert receipt.opening == Opening(PAYLOAD, SALT)


def test_a_receipt_without_its_opening_still_says_which_entry_it_is_of() -> None:
    receipt = read_receipt(Made(opened=False).written())
    assert (receipt.entry, receipt.opening) == (sealed(), None)


def test_the_extra_data_are_canonical_json() -> None:
    extra = Made().receipt().proof.extra
    assert extra == written(entry=ENTRY, payload=PAYLOAD, salt=base64_of(SALT))


@pytest.mark.parametrize(
    ("extra", "fault"),
    [
        (None, "no_extra"),
        (b"\xff", "not_utf8"),
        (b"{", "not_json"),
        (b"[" * 50_000, "not_json"),
        (b"NaN", "keys"),
        (b"[]", "keys"),
        (written(), "keys"),
        (written(entry=ENTRY, payload=PAYLOAD), "keys"),
        (written(entry=ENTRY, salt="AAAA"), "keys"),
        (written(payload=PAYLOAD, salt="AAAA"), "keys"),
        (written(entry=ENTRY, payload=PAYLOAD, salt="AAAA", more=""), "keys"),
        (written(entry=ENTRY, payload=1, salt="AAAA"), "not_text"),
        (written(entry=None), "not_text"),
        (b'{"entry":"\\ud800"}', "not_text"),
        (written(entry=ENTRY, payload=PAYLOAD, salt="AAA"), "salt_not_base64"),
        (written(entry=ENTRY, payload=PAYLOAD, salt="AAAB=="), "salt_not_base64"),
        (b'{"entry": "a"}', "not_canonical"),
        (b'{"entry":"a"}\n', "not_canonical"),
        (b'{"entry":"a","entry":"a"}', "not_canonical"),
        (b'{"entry":"\\u0061"}', "not_canonical"),
        (b'{"payload":"","entry":"a","salt":"AAAA"}', "not_canonical"),
    ],
)
def test_refused_with_its_cause(extra: bytes | None, fault: str) -> None:
    assert refused(extra) == fault


def test_an_entry_that_is_no_text_has_no_receipt() -> None:
    with pytest.raises(BrokenReceipt):
        Receipt.of(ProofFile(0, (), CHECKPOINT), b"\xff", None)
