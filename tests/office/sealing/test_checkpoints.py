"""What is kept is signed, once, by every key; an older copy put back is not signed."""

import shutil
from pathlib import Path

import pytest

from sortie import office, register, store
from tests.office.sealing.kept import EVENING, MORNING, ORIGIN, played, signed


@pytest.mark.usefixtures("database")
def test_a_checkpoint_says_the_store_as_it_stands() -> None:
    keys = signed("A")

    note = register.read_checkpoint(office.sealing.last_checkpoint().text)
    assert note.checkpoint.size == store.register.head().size > 20
    assert note.checkpoint.root == store.register.head().root
    assert [each.vkey for each in note.verified_by(keys.vkeys)] == list(keys.vkeys)


@pytest.mark.usefixtures("database")
def test_nothing_is_signed_twice_and_what_comes_after_is_signed() -> None:
    signed("A")
    first = office.sealing.last_checkpoint()

    assert office.sealing.checkpoint(EVENING) == office.sealing.Signing(first, is_new=False)
    played("B")
    second = office.sealing.checkpoint(EVENING)

    assert second.is_new
    assert second.checkpoint.size > first.size


@pytest.mark.usefixtures("sqlite_store")
def test_keys_are_changed_with_an_overlap_and_old_receipts_stay_good() -> None:
    old = signed("A")
    receipt = office.sealing.receipt_of(5)

    both = office.sealing.rotate(MORNING)
    overlap = office.sealing.checkpoint(EVENING).checkpoint
    new = office.sealing.retire(EVENING)
    played("B")
    alone = office.sealing.checkpoint(EVENING).checkpoint

    names = [vkey for vkey in both.vkeys if vkey not in old.vkeys]
    assert len(register.read_checkpoint(overlap.text).verified_by(both.vkeys)) == 4
    assert [each.vkey for each in register.read_checkpoint(alone.text).verified_by(names)] == names
    assert new.vkeys == both.vkeys
    assert register.check_receipt(receipt.written(), vkeys=new.vkeys).signed
    assert "log " + old.vkeys[0].text() in office.sealing.own_policy()


@pytest.mark.usefixtures("sqlite_store")
def test_rotation_is_refused_by_the_same_cause_before_and_when_done() -> None:
    signed("A")
    with pytest.raises(register.NothingToRetire):
        office.sealing.to_retire()
    with pytest.raises(register.NothingToRetire):
        office.sealing.retire(MORNING)

    office.sealing.check_rotation()
    office.sealing.rotate(MORNING)

    assert office.sealing.to_retire() == 1
    with pytest.raises(register.OverlapUnderWay):
        office.sealing.check_rotation()
    with pytest.raises(register.OverlapUnderWay):
        office.sealing.rotate(MORNING)


@pytest.mark.usefixtures("database")
def test_keys_are_made_once_under_a_name_that_a_register_may_bear() -> None:
    with pytest.raises(register.BrokenVKey):
        office.sealing.check_beginning("a name")
    with pytest.raises(register.BrokenVKey):
        office.sealing.begin("a name")
    office.sealing.check_beginning(ORIGIN)
    with pytest.raises(register.KeysMissing):
        office.sealing.keys()

    office.sealing.begin(ORIGIN)

    with pytest.raises(register.KeysExist):
        office.sealing.check_beginning(ORIGIN)
    with pytest.raises(register.KeysExist):
        office.sealing.begin(ORIGIN)


def test_a_store_put_back_from_before_a_checkpoint_is_not_signed(
    sqlite_store: str, tmp_path: Path
) -> None:
    signed("A")
    path = Path(sqlite_store.removeprefix("sqlite:///"))
    store.disconnect()
    shutil.copy(path, tmp_path / "yesterday")
    played("B")
    office.sealing.checkpoint(MORNING)
    store.disconnect()
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()
    shutil.copy(tmp_path / "yesterday", path)

    with pytest.raises(register.RegisterRewound):
        office.sealing.checkpoint(EVENING)
    played("B")
    played("C")
    with pytest.raises(register.RegisterForked):
        office.sealing.checkpoint(EVENING)
