"""Keys: who may read them, what they sign, how they give way to others."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sortie import register
from sortie.register import Checkpoint, Keys, Kind, LastSigned, create_keys, open_keys
from sortie.register.signing import BrokenKeys
from tests.register.signers import ORIGIN
from tests.register.trees import Kept, grown

AT = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys/signing"


def a_signature(keys: Keys, kept: Kept | None = None) -> register.SignedCheckpoint:
    kept = kept or grown(10)
    checkpoint = Checkpoint(keys.origin, kept.size, kept.root())
    LastSigned(keys.folder).check_and_set(checkpoint, kept.nodes)
    return register.read_checkpoint(keys.sign(checkpoint))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_their_owner_opens_them_whatever_the_mask(folder: Path) -> None:
    before = os.umask(0)
    try:
        create_keys(folder, ORIGIN).rotate(AT).retire(AT)
    finally:
        os.umask(before)
    assert mode(folder) == mode(folder.parent) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}


def test_a_register_signs_with_both_of_its_keys_and_says_no_time(folder: Path) -> None:
    keys = create_keys(folder, ORIGIN)
    made = a_signature(keys).verified_by(keys.vkeys)
    assert [(each.vkey.kind, each.at) for each in made] == [(Kind.ED25519, 0), (Kind.ML_DSA_44, 0)]


def test_the_keys_are_the_same_when_they_are_opened_again(folder: Path) -> None:
    assert create_keys(folder, ORIGIN) == open_keys(folder)


def test_two_registers_never_have_the_same_keys(tmp_path: Path) -> None:
    one, other = (create_keys(tmp_path / name, ORIGIN) for name in "ab")
    assert not set(one.vkeys) & set(other.vkeys)


def test_keys_are_created_once(folder: Path) -> None:
    keys = create_keys(folder, ORIGIN)
    with pytest.raises(register.KeysExist):
        create_keys(folder, ORIGIN)
    assert open_keys(folder) == keys


@pytest.mark.parametrize("origin", ["", "a b", "a+b", "a\nb", "é" * 128])
def test_a_name_no_key_may_bear_creates_nothing(folder: Path, origin: str) -> None:
    with pytest.raises(register.BrokenVKey):
        create_keys(folder, origin)
    with pytest.raises(register.KeysMissing):
        open_keys(folder)


def test_a_folder_without_keys_is_said_to_have_none(folder: Path) -> None:
    with pytest.raises(register.KeysMissing):
        open_keys(folder)


@pytest.mark.parametrize("bits", [0o040, 0o004, 0o020, 0o002, 0o001, 0o010])
@pytest.mark.parametrize("name", [".", "0001.key", "0001.vkeys"])
def test_refused_when_others_may_open_them(folder: Path, name: str, bits: int) -> None:
    create_keys(folder, ORIGIN)
    path = folder / name
    path.chmod(mode(path) | bits)
    with pytest.raises(register.KeysExposed) as refusal:
        open_keys(folder)
    assert refusal.value.mode == f"{mode(path):04o}"


def test_refused_in_a_folder_that_others_may_open(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with pytest.raises(register.KeysExposed):
        create_keys(tmp_path, ORIGIN)
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_key_elsewhere_is_not_followed(folder: Path, tmp_path: Path) -> None:
    create_keys(folder, ORIGIN)
    elsewhere = (folder / "0001.key").rename(tmp_path / "0001.key")
    (folder / "0001.key").symlink_to(elsewhere)
    assert broken(folder) == "cannot_open"


def broken(folder: Path) -> str:
    with pytest.raises(BrokenKeys) as refusal:
        open_keys(folder)
    return refusal.value.fault.value


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("PRIVATE+KEY+", "private+key+", "prefix"),
        ("register", "registre", "wrong_id"),
        ("PRIVATE+KEY+", "PRIVATE+KEY+ ", "name"),
        ("\n", "", "lines"),
        ("\n", "\n\n", "lines"),
        ("\n", "\r\n", "not_base64"),
    ],
)
def test_refused_when_a_key_file_was_changed(
    folder: Path, before: str, after: str, fault: str
) -> None:
    create_keys(folder, ORIGIN)
    path = folder / "0001.key"
    path.write_bytes(path.read_bytes().replace(before.encode(), after.encode()))
    assert broken(folder) == fault


def test_refused_when_the_two_keys_changed_places(folder: Path) -> None:
    create_keys(folder, ORIGIN)
    path = folder / "0001.key"
    one, other = path.read_text().splitlines()
    path.write_text(f"{other}\n{one}\n")
    assert broken(folder) == "order"


def test_refused_when_the_private_and_the_public_part_are_not_of_one_key(folder: Path) -> None:
    keys = create_keys(folder, ORIGIN).rotate(AT)
    other = (folder / "0002.key").read_bytes()
    (folder / "0001.key").write_bytes(other)
    assert broken(keys.folder) == "public_part"


def test_both_pairs_sign_until_the_old_one_is_retired(folder: Path) -> None:
    old = create_keys(folder, ORIGIN)
    both = old.rotate(AT)
    new = both.retire(AT)
    young = [vkey for vkey in new.vkeys if vkey not in old.vkeys]

    assert len(a_signature(old).verified_by(new.vkeys)) == 2
    assert len(a_signature(both).verified_by(new.vkeys)) == 4
    assert a_signature(both).verified_by(old.vkeys)
    assert a_signature(both).verified_by(young)
    with pytest.raises(register.NotSigned):
        a_signature(new).verified_by(old.vkeys)
    assert len(a_signature(new).verified_by(young)) == 2


def test_a_retired_pair_leaves_its_public_keys_and_no_private_one(folder: Path) -> None:
    old = create_keys(folder, ORIGIN)
    secrets = (folder / "0001.key").read_text().splitlines()
    new = old.rotate(AT).retire(AT)

    assert new.vkeys[:2] == old.vkeys
    left = "".join(path.read_text() for path in folder.iterdir())
    assert not any(secret in left for secret in secrets)
    assert "until 2027-03-01T09:00:00+00:00" in (folder / "0001.vkeys").read_text()
    assert "since 2027-03-01T09:00:00+00:00" in (folder / "0002.vkeys").read_text()


def test_a_third_pair_waits_until_the_first_is_retired(folder: Path) -> None:
    both = create_keys(folder, ORIGIN).rotate(AT)
    with pytest.raises(register.OverlapUnderWay):
        both.rotate(AT)
    assert len(both.retire(AT).rotate(AT).vkeys) == 6


def test_the_last_pair_is_never_retired(folder: Path) -> None:
    with pytest.raises(register.NothingToRetire):
        create_keys(folder, ORIGIN).retire(AT)


def test_a_checkpoint_of_another_register_is_not_signed(folder: Path) -> None:
    keys = create_keys(folder, ORIGIN)
    with pytest.raises(register.WrongOrigin):
        keys.sign(Checkpoint("register.example/other", 0, register.EMPTY_ROOT))


def test_no_key_is_shown_when_it_is_printed(folder: Path) -> None:
    keys = create_keys(folder, ORIGIN)
    seeds = [secret._seed for pair in keys.signing for secret in pair.secrets]  # noqa: SLF001
    lines = (folder / "0001.key").read_text().split()

    assert not any(repr(seed) in repr(keys) or seed.hex() in repr(keys) for seed in seeds)
    assert not any(line.split("+", 4)[-1] in repr(keys) for line in lines)


def test_a_disk_that_refuses_leaves_the_keys_as_they_were(folder: Path) -> None:
    keys = create_keys(folder, ORIGIN)
    before = {path: path.read_bytes() for path in folder.iterdir()}

    said = with_a_full_disk("signing.open_keys(folder).rotate(at)", folder)

    assert said == "NotKept EFBIG"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert open_keys(folder) == keys


def with_a_full_disk(statement: str, folder: Path) -> str:
    """Return the refusal of a statement in a process that may write no byte to any file."""
    program = f"""
import datetime, pathlib, resource, signal
from sortie import register
from sortie.register import signing
folder, at = pathlib.Path({str(folder)!r}), datetime.datetime(2027, 3, 1, tzinfo=datetime.UTC)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    {statement}
except register.NotKept as error:
    print(type(error).__name__, error.why)
"""
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], capture_output=True, text=True, check=False
    )
    # Standard output is a pipe: the limit is on files.
    return done.stdout.strip() or done.stderr
