"""A password opens its account; nothing said when it does not tells whether the account exists."""

import pytest

from sortie.web.accounts import managing
from sortie.web.accounts.errors import (
    FactorRefused,
    PasswordWeak,
    SetUpRefused,
    SignInRefused,
    TooManyTries,
)
from sortie.web.accounts.factors import Site, recovery, totp
from sortie.web.accounts.journal import HappeningQuery, Kind, happenings
from sortie.web.accounts.models import Account, Happening
from sortie.web.accounts.signing import Shown, Typed, passwords, set_up, show_factor
from sortie.web.accounts.signing.limits import (
    TRIES_FROM_ADDRESS,
    TRIES_HERE,
    TRIES_OF_FACTOR,
    TRIES_OF_NAME,
    WINDOW,
)
from sortie.web.authority import Acting
from tests.web.accounts.people import (
    DAY,
    HERE,
    MINUTE,
    NOON,
    PASSWORD,
    SECRET,
    account,
    with_telephone,
)

SITE = Site("localhost", "http://localhost")
BY = Acting(account="admin", post="1", role="administrator")


def typed(name: str = "someone", address: str = HERE) -> Typed:
    return Typed(f"{name}@example.org", address)


def test_the_right_password_opens_however_the_address_is_written(sqlite_store: str) -> None:
    assert sqlite_store
    someone = account()
    said = Typed("  SomeOne@Example.org", HERE)
    assert passwords.account_of(said, PASSWORD, NOON).pk == someone.pk


def test_nobody_a_wrong_password_and_a_closed_account_are_told_the_same(sqlite_store: str) -> None:
    assert sqlite_store
    closed = account("closed")
    account()
    managing.close_account(closed, NOON, by=BY)
    managing.open_account("New", "new@example.org", NOON)
    told = set()
    for name, password in (
        ("nobody", PASSWORD), ("someone", "wrong"), ("closed", PASSWORD), ("new", ""), ("new", "!"),
    ):  # fmt: skip
        with pytest.raises(SignInRefused) as refused:
            passwords.account_of(typed(name), password, NOON)
        told.add((str(refused.value), tuple(vars(refused.value))))
    assert len(told) == 1


def test_one_who_tries_too_often_waits_even_with_the_right_password(sqlite_store: str) -> None:
    assert sqlite_store
    account()
    for _ in range(TRIES_HERE):
        with pytest.raises(SignInRefused):
            passwords.account_of(typed(), "wrong", NOON)

    with pytest.raises(TooManyTries) as refused:
        passwords.account_of(typed(), PASSWORD, NOON + MINUTE)
    assert refused.value.minutes == 15
    assert passwords.account_of(typed(), PASSWORD, NOON + WINDOW + MINUTE).pk


def test_being_held_back_does_not_make_one_wait_longer(sqlite_store: str) -> None:
    assert sqlite_store
    account()
    for _ in range(TRIES_HERE):
        with pytest.raises(SignInRefused):
            passwords.account_of(typed(), "wrong", NOON)
    for minute in range(1, 15):
        with pytest.raises(TooManyTries):
            passwords.account_of(typed(), "wrong", NOON + minute * MINUTE)

    assert passwords.account_of(typed(), PASSWORD, NOON + WINDOW + MINUTE).pk


def test_one_who_never_existed_is_held_back_just_the_same(sqlite_store: str) -> None:
    assert sqlite_store
    for _ in range(TRIES_HERE):
        with pytest.raises(SignInRefused):
            passwords.account_of(typed("nobody"), "wrong", NOON)
    with pytest.raises(TooManyTries):
        passwords.account_of(typed("nobody"), "wrong", NOON)


def test_the_owner_elsewhere_is_not_held_back_by_who_tries_from_one_address(
    sqlite_store: str,
) -> None:
    assert sqlite_store
    account()
    for _ in range(TRIES_HERE + 1):
        with pytest.raises((SignInRefused, TooManyTries)):
            passwords.account_of(typed(address="198.51.100.9"), "wrong", NOON)

    assert passwords.account_of(typed(), PASSWORD, NOON).pk


def test_one_name_tried_from_everywhere_is_held_back(sqlite_store: str) -> None:
    assert sqlite_store
    for number in range(TRIES_OF_NAME):
        with pytest.raises(SignInRefused):
            passwords.account_of(typed("nobody", f"198.51.100.{number}"), "wrong", NOON)
    with pytest.raises(TooManyTries):
        passwords.account_of(typed("nobody", "203.0.113.1"), "wrong", NOON)


def test_one_address_that_tries_every_name_is_held_back(sqlite_store: str) -> None:
    assert sqlite_store
    Happening.objects.bulk_create(
        Happening(at=NOON, kind=Kind.PASSWORD_TRIED, name=f"n-{number}", address=HERE, facts="{}")
        for number in range(TRIES_FROM_ADDRESS)
    )
    with pytest.raises(TooManyTries):
        passwords.account_of(typed("another"), "wrong", NOON)
    with pytest.raises(SignInRefused):
        passwords.account_of(typed("another", "203.0.113.1"), "wrong", NOON)


def test_a_password_that_passed_forgets_the_mistakes_before_it(sqlite_store: str) -> None:
    assert sqlite_store
    account()
    for turn in range(3):
        at = NOON + turn * MINUTE
        for _ in range(TRIES_HERE - 1):
            with pytest.raises(SignInRefused):
                passwords.account_of(typed(), "wrong", at)
        assert passwords.account_of(typed(), PASSWORD, at).pk


def test_nothing_typed_is_kept_in_the_log(sqlite_store: str) -> None:
    """A password typed in the field of the address, for one."""
    assert sqlite_store
    with pytest.raises(SignInRefused):
        passwords.account_of(Typed(PASSWORD, HERE), "another secret", NOON)

    kept = str(list(Happening.objects.values()))
    assert HERE in kept
    assert PASSWORD not in kept
    assert "another secret" not in kept


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short", "password_too_short"),
        ("qwerty123456", "password_too_common"),
        ("someone@example.org", "password_too_similar"),
    ],
)
def test_a_weak_password_is_refused_with_what_is_weak(
    sqlite_store: str, password: str, fault: str
) -> None:
    assert sqlite_store
    with pytest.raises(PasswordWeak) as weak:
        passwords.choose(account(), password, NOON)
    assert fault in weak.value.faults


def test_a_set_up_code_opens_once_and_for_its_own_account(sqlite_store: str) -> None:
    assert sqlite_store
    _, code = managing.open_account("New", "new@example.org", NOON)
    managing.open_account("Other", "other@example.org", NOON)

    with pytest.raises(SetUpRefused):
        set_up.open_with(typed("other"), code, PASSWORD, NOON)
    assert set_up.open_with(typed("new"), code.upper(), PASSWORD, NOON).pk
    with pytest.raises(SetUpRefused):
        set_up.open_with(typed("new"), code, PASSWORD, NOON)


def test_a_set_up_code_is_good_for_a_week_and_not_spent_by_a_weak_password(
    sqlite_store: str,
) -> None:
    assert sqlite_store
    _, code = managing.open_account("New", "new@example.org", NOON)

    with pytest.raises(PasswordWeak):
        set_up.open_with(typed("new"), code, "short", NOON)
    with pytest.raises(SetUpRefused):
        set_up.open_with(typed("new"), code, PASSWORD, NOON + 7 * DAY)
    assert set_up.open_with(typed("new"), code, PASSWORD, NOON + 6 * DAY).pk


def test_set_up_codes_cannot_be_guessed_at_leisure(sqlite_store: str) -> None:
    assert sqlite_store
    _, code = managing.open_account("New", "new@example.org", NOON)
    for _ in range(TRIES_HERE):
        with pytest.raises(SetUpRefused):
            set_up.open_with(typed("new"), "aaaaa-aaaaa-aaaaa-aaaaa", PASSWORD, NOON)
    with pytest.raises(TooManyTries):
        set_up.open_with(typed("new"), code, PASSWORD, NOON)


def test_a_new_set_up_code_ends_all_that_opened_the_account(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    codes = recovery.make(someone)
    managing.issue_set_up(someone, NOON, by=BY)

    with pytest.raises(SignInRefused):
        passwords.account_of(typed(), PASSWORD, NOON)
    assert not totp.passes(someone, totp.code_at(SECRET, NOON), NOON)
    assert not recovery.passes(someone, codes[0], NOON)


def show(someone: Account, code: str, minutes: int = 0) -> str:
    return show_factor(someone, Shown(code=code), typed(), NOON + minutes * MINUTE, site=SITE)


def test_second_factors_are_counted_too(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    for _ in range(TRIES_OF_FACTOR):
        with pytest.raises(FactorRefused):
            show(someone, "000000")
    with pytest.raises(TooManyTries):
        show(someone, totp.code_at(SECRET, NOON))


def test_a_telephone_or_a_paper_is_told_by_what_it_shows(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    codes = recovery.make(someone)

    assert show(someone, totp.code_at(SECRET, NOON)) == "totp"
    assert show(someone, codes[3]) == "recovery"
    with pytest.raises(FactorRefused):
        show(someone, "")


def test_all_of_it_is_in_the_log_of_the_account(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    passwords.account_of(typed(), PASSWORD, NOON)
    show(someone, totp.code_at(SECRET, NOON))

    kinds = [each.kind for each in happenings(HappeningQuery(account=someone.id))]
    assert kinds == [
        Kind.FACTOR_PASSED, Kind.FACTOR_TRIED, Kind.PASSWORD_PASSED, Kind.FACTOR_ADDED,
        Kind.PASSWORD_CHANGED, Kind.SET_UP_ISSUED, Kind.ACCOUNT_OPENED,
    ]  # fmt: skip
