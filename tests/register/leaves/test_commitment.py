"""A commitment binds its payload, and says nothing of it to who has no salt."""

from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import register
from tests.register.trees import bits

SALTS = st.binary(min_size=32, max_size=32)


def sealed(salt: bytes, payload: bytes) -> register.Entry:
    return register.Entry("event", date(2027, 3, 1), register.commitment(salt, payload))


def test_the_commitment_is_one_hash_of_the_tag_the_salt_and_the_payload() -> None:
    salt = bytes(range(32))
    expected = sha256(b"sortie/register/commitment/v1\n" + salt + b"payload").digest()
    assert register.commitment(salt, b"payload") == expected


@given(SALTS, st.binary())
def test_the_true_opening_is_taken(salt: bytes, payload: bytes) -> None:
    register.check_opening(sealed(salt, payload), salt, payload)


@given(SALTS, st.binary(max_size=20))
def test_refused_with_one_bit_of_the_salt_or_the_payload_flipped(
    salt: bytes, payload: bytes
) -> None:
    entry = sealed(salt, payload)
    for other in bits(salt):
        with pytest.raises(register.OpeningWrong):
            register.check_opening(entry, other, payload)
    for other in bits(payload):
        with pytest.raises(register.OpeningWrong):
            register.check_opening(entry, salt, other)


@given(SALTS, st.binary(min_size=1))
def test_no_byte_can_be_moved_between_the_salt_and_the_payload(salt: bytes, payload: bytes) -> None:
    with pytest.raises(register.SaltWrong):
        register.commitment(salt + payload[:1], payload[1:])
    with pytest.raises(register.SaltWrong):
        register.commitment(salt[:-1], salt[-1:] + payload)


def test_the_opening_of_another_entry_is_refused() -> None:
    salt, other = register.new_salt(), register.new_salt()
    with pytest.raises(register.OpeningWrong):
        register.check_opening(sealed(salt, b"one"), other, b"one")


def test_the_same_payload_sealed_twice_shows_two_commitments() -> None:
    made = {register.commitment(register.new_salt(), b"the same") for _ in range(1000)}
    assert len(made) == 1000


def test_a_salt_has_32_bytes() -> None:
    assert len(register.new_salt()) == 32
    with pytest.raises(register.SaltWrong) as refused:
        register.commitment(b"short", b"payload")
    assert refused.value.length == 5
