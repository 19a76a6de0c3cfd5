"""Ten codes on paper, each of them good once, and none once new ones are made."""

from sortie.web.accounts.factors import recovery
from sortie.web.accounts.models import RecoveryCode
from tests.web.accounts.people import NOON, account


def test_each_code_passes_once_however_it_is_typed(sqlite_store: str) -> None:
    assert sqlite_store
    someone = account()
    codes = recovery.make(someone)

    assert len(set(codes)) == recovery.HOW_MANY == recovery.left(someone)
    assert recovery.passes(someone, codes[0].upper().replace("-", " "), NOON)
    assert not recovery.passes(someone, codes[0], NOON)
    assert recovery.left(someone) == recovery.HOW_MANY - 1


def test_new_codes_end_the_old_ones(sqlite_store: str) -> None:
    assert sqlite_store
    someone = account()
    old = recovery.make(someone)
    new = recovery.make(someone)

    assert not recovery.passes(someone, old[0], NOON)
    assert recovery.passes(someone, new[0], NOON)


def test_the_codes_of_someone_else_do_not_pass(sqlite_store: str) -> None:
    assert sqlite_store
    mine, theirs = account("mine"), account("theirs")
    codes = recovery.make(mine)

    assert not recovery.passes(theirs, codes[0], NOON)
    assert not recovery.passes(mine, "é" * 16, NOON)


def test_no_code_is_kept(sqlite_store: str) -> None:
    assert sqlite_store
    codes = recovery.make(account())
    kept = " ".join(RecoveryCode.objects.values_list("digest", flat=True))
    assert not [code for code in codes if code in kept or code.replace("-", "") in kept]
