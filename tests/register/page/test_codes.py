"""A code carries a whole receipt but its post-quantum signatures, or is refused."""

import zlib
from base64 import b32encode

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from sortie import register
from tests.register.page.receipts import HEAVY_WITNESS, WITNESSES, Made
from tests.register.signers import LOG

LIGHT = Made(signers=(LOG, *WITNESSES))


@given(payload=st.text(st.characters(codec="utf-8")), closed=st.booleans())
def test_a_receipt_comes_out_of_its_code_as_it_went_in(payload: str, *, closed: bool) -> None:
    receipt = register.read_receipt(Made(payload=payload, closed=closed, signers=(LOG,)).text)

    assert register.unfolded(register.folded(receipt)) == receipt


def test_only_the_post_quantum_signatures_stay_outside() -> None:
    heavy = Made(signers=(*LIGHT.signers, HEAVY_WITNESS))
    code = register.folded(register.read_receipt(heavy.text))

    assert register.unfolded(code) == register.read_receipt(LIGHT.text)
    assert register.check_receipt(register.unfolded(code).written(), vkeys=[LOG.vkey]).signed


@given(st.data())
def test_a_code_with_one_sign_changed_or_dropped_proves_nothing_else(data: st.DataObject) -> None:
    receipt = register.read_receipt(LIGHT.text)
    code = register.folded(receipt)
    at = data.draw(st.integers(0, len(code) - 1))
    sign = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567a01 é") | st.just(""))
    try:
        told = register.unfolded(code[:at] + sign + code[at + 1 :]).written()
        found = register.check_receipt(told, vkeys=[LOG.vkey])
    except register.RegisterError:
        return
    assert (found.receipt.entry, found.receipt.opening) == (receipt.entry, receipt.opening)


@pytest.mark.parametrize("code", ["", "A", "HELLO", "é", "0189"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(register.BrokenCode):
        register.unfolded(code)


def test_a_code_that_unfolds_without_end_is_refused() -> None:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(b"0" * 50_000_000) + packer.flush()

    with pytest.raises(register.BrokenCode):
        register.unfolded(b32encode(packed).decode().rstrip("="))


def test_a_code_fits_the_letters_that_a_qr_code_packs_best() -> None:
    code = register.folded(register.read_receipt(LIGHT.text))

    assert segno.make(code, micro=False).mode == "alphanumeric"
