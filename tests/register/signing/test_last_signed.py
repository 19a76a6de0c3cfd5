"""What was signed is remembered apart from the database, and never contradicted."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import register
from sortie.register import Checkpoint, Keys, LastSigned, create_keys
from tests.register.signers import ORIGIN
from tests.register.signing.test_keys import with_a_full_disk
from tests.register.trees import GROWING, Kept, entry, grown


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return create_keys(tmp_path / "signing", ORIGIN)


def of(kept: Kept, size: int | None = None) -> Checkpoint:
    size = kept.size if size is None else size
    return Checkpoint(ORIGIN, size, kept.root(size))


def remember(keys: Keys, kept: Kept, size: int | None = None) -> None:
    LastSigned(keys.folder).check_and_set(of(kept, size), kept.nodes)


def rewritten(size: int, at: int) -> Kept:
    return Kept([b"rewritten" if n == at else entry(n) for n in range(size)])


def test_a_register_that_only_grew_is_remembered_at_its_last_size(keys: Keys) -> None:
    for size in (1, 2, 3, 3, 255, 256, 257):
        remember(keys, grown(300), size)
        assert LastSigned(keys.folder).read() == of(grown(300), size)


@settings(max_examples=60)
@given(GROWING)
def test_any_growth_is_accepted(
    tmp_path_factory: pytest.TempPathFactory, sizes: tuple[int, int]
) -> None:
    old, new = sizes
    folder = tmp_path_factory.mktemp("keys") / "signing"
    folder.mkdir(mode=0o700)
    last = LastSigned(folder)
    last.begin(ORIGIN)
    last.check_and_set(of(grown(), old), grown().nodes)
    last.check_and_set(of(grown(), new), grown().nodes)
    assert last.read().size == new


def test_a_restored_older_database_is_refused(keys: Keys) -> None:
    remember(keys, grown(10))
    with pytest.raises(register.RegisterRewound) as refusal:
        remember(keys, grown(9))
    assert (refusal.value.signed, refusal.value.found) == (10, 9)


def test_a_restored_database_that_went_on_is_refused(keys: Keys) -> None:
    remember(keys, grown(10))
    with pytest.raises(register.RegisterForked):
        remember(keys, rewritten(20, at=9))
    with pytest.raises(register.RegisterForked):
        remember(keys, rewritten(10, at=9))
    assert LastSigned(keys.folder).read() == of(grown(10))


@settings(max_examples=40)
@given(st.data(), GROWING)
def test_any_entry_rewritten_is_a_fork(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, sizes: tuple[int, int]
) -> None:
    old, new = sizes
    folder = tmp_path_factory.mktemp("keys") / "signing"
    folder.mkdir(mode=0o700)
    last = LastSigned(folder)
    last.begin(ORIGIN)
    last.check_and_set(of(grown(), old), grown().nodes)
    other = rewritten(new, at=data.draw(st.integers(0, old - 1)))
    with pytest.raises(register.RegisterForked):
        last.check_and_set(of(other), other.nodes)


def test_a_checkpoint_that_is_not_the_root_of_the_entries_is_refused(keys: Keys) -> None:
    with pytest.raises(register.NotOfTheTree):
        LastSigned(keys.folder).check_and_set(Checkpoint(ORIGIN, 5, bytes(32)), grown(5).nodes)


def test_a_checkpoint_of_another_register_is_refused(keys: Keys) -> None:
    other = Checkpoint("register.example/other", 5, grown(5).root())
    with pytest.raises(register.WrongOrigin):
        LastSigned(keys.folder).check_and_set(other, grown(5).nodes)


def test_nothing_is_signed_that_was_not_remembered_first(keys: Keys) -> None:
    remember(keys, grown(10), 5)
    with pytest.raises(register.NotRemembered) as refusal:
        keys.sign(of(grown(10)))
    assert (refusal.value.size, refusal.value.remembered) == (10, 5)
    with pytest.raises(register.NotRemembered):
        keys.sign(of(rewritten(5, at=0)))


def test_what_another_process_outran_is_not_signed(keys: Keys) -> None:
    remember(keys, grown(10), 5)
    remember(keys, grown(10), 10)
    with pytest.raises(register.NotRemembered):
        keys.sign(of(grown(10), 5))


def test_keys_made_anew_after_a_loss_remember_what_the_lost_ones_signed(keys: Keys) -> None:
    remember(keys, grown(10))
    (keys.folder / "0001.key").unlink()

    with pytest.raises(register.WrongOrigin):
        create_keys(keys.folder, "register.example/other")
    again = create_keys(keys.folder, ORIGIN)

    assert LastSigned(again.folder).read() == of(grown(10))
    with pytest.raises(register.RegisterForked):
        remember(again, rewritten(10, at=3))


def test_without_the_memory_nothing_is_signed(keys: Keys) -> None:
    (keys.folder / "last-signed").unlink()
    with pytest.raises(register.LastSignedMissing):
        remember(keys, grown(5))
    with pytest.raises(register.LastSignedMissing):
        keys.sign(of(grown(5)))


@pytest.mark.parametrize("text", ["", "a\n", "a\n05\nAAAA\n", "\xff"])
def test_a_memory_that_cannot_be_read_is_not_an_empty_one(keys: Keys, text: str) -> None:
    (keys.folder / "last-signed").write_bytes(text.encode("latin-1"))
    with pytest.raises(register.BrokenLastSigned):
        remember(keys, grown(5))


def test_a_full_disk_releases_no_signature(keys: Keys) -> None:
    remember(keys, grown(1))
    statement = (
        "last = register.LastSigned(folder).read();"
        "register.LastSigned(folder).check_and_set(last, lambda asked: [last.root])"
    )
    assert with_a_full_disk(statement, keys.folder) == "NotKept EFBIG"
    assert LastSigned(keys.folder).read() == of(grown(1))


def test_a_file_left_by_a_crash_does_not_stop_the_next_one(keys: Keys) -> None:
    (keys.folder / "last-signed.new").write_text("half a check")
    remember(keys, grown(5))
    assert not (keys.folder / "last-signed.new").exists()


def test_two_processes_never_remember_backwards(keys: Keys) -> None:
    program = f"""
import pathlib, sys
from sortie import register
from tests.register.signers import ORIGIN
from tests.register.trees import grown
last = register.LastSigned(pathlib.Path({str(keys.folder)!r}))
kept = grown(200)
for size in range(int(sys.argv[1]), 201, 2):
    try:
        last.check_and_set(register.Checkpoint(ORIGIN, size, kept.root(size)), kept.nodes)
    except register.RegisterRewound:
        pass
"""
    running = [
        subprocess.Popen([sys.executable, "-B", "-c", program, str(first)]) for first in (1, 2)
    ]
    seen = [LastSigned(keys.folder).read().size]
    while any(each.poll() is None for each in running):
        seen.append(LastSigned(keys.folder).read().size)
    assert [each.returncode for each in running] == [0, 0]
    seen.append(LastSigned(keys.folder).read().size)
    assert seen == sorted(seen)
    assert seen[-1] == 200
