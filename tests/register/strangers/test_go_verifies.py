"""Go's own verifiers read what we publish and sign, and refuse it once anything is changed."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sortie import register
from tests.register.conftest import LARGE
from tests.register.strangers.go_program import Answer, Go
from tests.register.trees import Kept, flipped

ORIGIN = "example.org/register"
PROOFS = 200

Damage = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Signed:
    """A register published and signed at each of its sizes."""

    go: Go
    kept: Kept
    folder: Path
    checkpoints: Path
    keys: register.Keys

    @property
    def vkey(self) -> str:
        return next(key.text() for key in self.keys.vkeys if key.kind is register.Kind.ED25519)

    def shown(self, folder: Path, checkpoint: Path, *earlier: int, proofs: int = 20) -> Answer:
        """Return what Go says of a folder under a checkpoint."""
        before = [self.checkpoints / str(size) for size in earlier]
        return self.go.verify(folder, checkpoint, self.vkey, proofs=proofs, earlier=before)

    def damaged(self, place: Path, path: str, how: Damage, *, size: int = 70_000) -> Answer:
        """Return what Go says of a copy in which one file was changed."""
        shutil.copytree(self.folder, place)
        file = place / path
        before = file.read_bytes()
        file.write_bytes(how(before))
        assert file.read_bytes() != before
        return self.shown(place, self.checkpoints / str(size))

    def forged(self, place: Path, size: int, root: bytes) -> Path:
        """Sign with the true keys a checkpoint that the register would not sign."""
        checkpoint = register.Checkpoint(ORIGIN, size, root)
        lines = tuple(secret.signed(checkpoint) for secret in self.keys.signing[0].secrets)
        place.write_text(register.SignedCheckpoint(checkpoint, lines).written(), "utf-8")
        return place


@pytest.fixture(scope="module")
def signed(
    go: Go, large: Kept, large_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Signed:
    """Return the large register, signed at each size in turn as the office would."""
    checkpoints = tmp_path_factory.mktemp("checkpoints")
    keys = register.create_keys(checkpoints / "keys", ORIGIN)
    for size in LARGE:
        checkpoint = register.Checkpoint(ORIGIN, size, large.root(size))
        register.LastSigned(keys.folder).check_and_set(checkpoint, large.nodes)
        (checkpoints / str(size)).write_text(keys.sign(checkpoint), "utf-8")
    return Signed(go, large, large_folder, checkpoints, keys)


@pytest.mark.parametrize("size", LARGE)
def test_go_takes_the_register_at_this_size_and_every_earlier_checkpoint(
    signed: Signed, size: int
) -> None:
    earlier = [other for other in LARGE if other < size]
    answer = signed.shown(signed.folder, signed.checkpoints / str(size), *earlier, proofs=PROOFS)
    assert answer.said == (
        f"{size} entries, {PROOFS} proofs of each kind, {len(earlier)} earlier checkpoints"
    )
    assert answer.taken


def one_bit(raw: bytes) -> bytes:
    return flipped(raw, 8 * (len(raw) // 2))


def hash_dropped(raw: bytes) -> bytes:
    return raw[32:]


def hash_added(raw: bytes) -> bytes:
    return raw + bytes(32)


def hashes_swapped(raw: bytes) -> bytes:
    return raw[32:64] + raw[:32] + raw[64:]


def hash_duplicated(raw: bytes) -> bytes:
    return raw[:32] + raw[:32] + raw[64:]


@pytest.mark.parametrize(
    "how", [one_bit, hash_dropped, hash_added, hashes_swapped, hash_duplicated]
)
@pytest.mark.parametrize(
    "path", ["tile/0/000", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17"]
)
def test_go_refuses_a_tile_in_which_anything_was_changed(
    signed: Signed, tmp_path: Path, path: str, how: Damage
) -> None:
    assert not signed.damaged(tmp_path / "copy", path, how).taken


@pytest.mark.parametrize("how", [one_bit, hash_dropped, hash_added])
def test_go_refuses_the_tile_above_all_the_others_once_changed(
    signed: Signed, tmp_path: Path, how: Damage
) -> None:
    assert not signed.damaged(tmp_path / "copy", "tile/2/000.p/1", how).taken


@pytest.mark.parametrize("path", ["tile/entries/000", "tile/entries/273.p/112"])
@pytest.mark.parametrize("how", [one_bit, lambda raw: raw + b"\0\0", lambda raw: raw[:-1]])
def test_go_refuses_entries_of_which_anything_was_changed(
    signed: Signed, tmp_path: Path, path: str, how: Damage
) -> None:
    assert not signed.damaged(tmp_path / "copy", path, how).taken


def test_go_refuses_a_file_that_is_not_there(signed: Signed, tmp_path: Path) -> None:
    shutil.copytree(signed.folder, tmp_path / "copy")
    (tmp_path / "copy/tile/0/100").unlink()
    assert not signed.shown(tmp_path / "copy", signed.checkpoints / "70000").taken


@pytest.mark.parametrize("line", [0, 1, 2])
def test_go_refuses_a_checkpoint_with_one_character_changed(
    signed: Signed, tmp_path: Path, line: int
) -> None:
    lines = (signed.checkpoints / "257").read_text("utf-8").split("\n")
    lines[line] = ("y" if lines[line][0] == "x" else "x") + lines[line][1:]
    forged = tmp_path / "forged"
    forged.write_text("\n".join(lines), "utf-8")
    assert not signed.shown(signed.folder, forged).taken


@pytest.mark.parametrize("change", [-1, 1])
@pytest.mark.parametrize("size", LARGE)
def test_go_refuses_a_size_changed_by_one_on_paper(
    signed: Signed, tmp_path: Path, size: int, change: int
) -> None:
    text = (signed.checkpoints / str(size)).read_text("utf-8")
    forged = tmp_path / "forged"
    forged.write_text(text.replace(f"\n{size}\n", f"\n{size + change}\n", 1), "utf-8")
    answer = signed.shown(signed.folder, forged)
    assert (answer.taken, "invalid signature" in answer.said) == (False, True)


@pytest.mark.parametrize("change", [-1, 1])
@pytest.mark.parametrize("size", LARGE)
def test_go_refuses_a_size_changed_by_one_even_when_our_own_keys_sign_it(
    signed: Signed, tmp_path: Path, size: int, change: int
) -> None:
    forged = signed.forged(tmp_path / "forged", size + change, signed.kept.root(size))
    answer = signed.shown(signed.folder, forged)
    assert (answer.taken, "invalid signature" in answer.said) == (False, False)


def test_go_refuses_an_earlier_checkpoint_of_another_history(
    signed: Signed, tmp_path: Path
) -> None:
    forged = signed.forged(tmp_path / "forged", 257, signed.kept.root(256))
    answer = signed.go.verify(
        signed.folder, signed.checkpoints / "70000", signed.vkey, proofs=1, earlier=[forged]
    )
    assert (answer.taken, "invalid transparency proof" in answer.said) == (False, True)


def test_go_refuses_the_signature_of_other_keys(signed: Signed, tmp_path: Path) -> None:
    others = register.create_keys(tmp_path / "keys", ORIGIN)
    other = Signed(signed.go, signed.kept, signed.folder, signed.checkpoints, others)
    assert not other.shown(signed.folder, signed.checkpoints / "257").taken
