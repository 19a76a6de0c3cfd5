"""A code is that of RFC 6238, for half a minute or so, once, and for one account."""

from datetime import UTC, datetime, timedelta

import pytest

from sortie.web.accounts.factors import totp
from sortie.web.accounts.models import Totp
from tests.web.accounts.people import NOON, SECRET, account, with_telephone

HALF_A_MINUTE = timedelta(seconds=30)


@pytest.mark.parametrize(
    ("seconds", "code"),
    # RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"),
     (2000000000, "279037"), (20000000000, "353130")],
)  # fmt: skip
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert totp.code_at(b"12345678901234567890", datetime.fromtimestamp(seconds, UTC)) == code


def test_a_code_passes_once(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    code = totp.code_at(SECRET, NOON)

    assert totp.passes(someone, code, NOON)
    assert not totp.passes(someone, code, NOON)
    assert not totp.passes(someone, code, NOON + timedelta(seconds=20))


def test_a_code_older_than_the_last_one_passes_no_more(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    before = totp.code_at(SECRET, NOON - HALF_A_MINUTE)

    assert totp.passes(someone, totp.code_at(SECRET, NOON), NOON)
    assert not totp.passes(someone, before, NOON)


@pytest.mark.parametrize(
    ("steps", "passes"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_telephone_may_be_half_a_minute_early_or_late(
    sqlite_store: str, steps: int, *, passes: bool
) -> None:
    assert sqlite_store
    someone = with_telephone()
    code = totp.code_at(SECRET, NOON + steps * HALF_A_MINUTE)
    assert totp.passes(someone, code, NOON) is passes


@pytest.mark.parametrize(
    "typed", ["", "000000", "12345", "abcdef", "１２３４５６", "²²²²²²", "-12345"]
)
def test_what_is_no_code_of_now_does_not_pass(sqlite_store: str, typed: str) -> None:
    assert sqlite_store
    assert totp.code_at(SECRET, NOON) != typed
    assert not totp.passes(with_telephone(), typed, NOON)


def test_a_code_may_be_typed_with_a_space_in_the_middle(sqlite_store: str) -> None:
    assert sqlite_store
    code = totp.code_at(SECRET, NOON)
    assert totp.passes(with_telephone(), f"{code[:3]} {code[3:]}", NOON)


def test_a_telephone_is_added_only_when_it_shows_the_right_code(sqlite_store: str) -> None:
    assert sqlite_store
    someone = account()

    assert not totp.add(someone, SECRET, "000000", NOON)
    assert not Totp.objects.exists()
    assert totp.add(someone, SECRET, totp.code_at(SECRET, NOON), NOON)
    assert not totp.passes(someone, totp.code_at(SECRET, NOON), NOON)


def test_a_sealed_secret_opens_for_its_own_account_only(sqlite_store: str) -> None:
    assert sqlite_store
    mine, theirs = with_telephone("mine"), with_telephone("theirs")
    row = Totp.objects.get(account=mine)

    assert SECRET not in bytes(row.sealed)
    Totp.objects.filter(account=theirs).update(sealed=bytes(row.sealed))
    assert not totp.passes(theirs, totp.code_at(SECRET, NOON), NOON)
    assert totp.passes(mine, totp.code_at(SECRET, NOON), NOON)


def test_the_next_code_passes_even_just_after_another(sqlite_store: str) -> None:
    """So that a demonstration, which has no telephone, may be signed in to twice."""
    assert sqlite_store
    someone = with_telephone()
    for _ in range(2):
        code = totp.next_code(someone, NOON)
        assert code is not None
        assert totp.passes(someone, code, NOON)


def test_what_is_scanned_names_the_account_and_the_site(sqlite_store: str) -> None:
    assert sqlite_store
    said = totp.address_of(SECRET, account("ada"))
    assert said.startswith("otpauth://totp/Sortie:ada%40example.org?")
    assert "issuer=Sortie" in said
