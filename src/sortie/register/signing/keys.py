"""The keys of a register: created once, opened to sign, changed with an overlap."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sortie.register.notes import Checkpoint, SignedCheckpoint, VKey, WrongOrigin
from sortie.register.signing import pairs, private_files
from sortie.register.signing.errors import (
    BrokenKeys,
    KeysExist,
    KeysFault,
    KeysMissing,
    NothingToRetire,
    OverlapUnderWay,
)
from sortie.register.signing.last_signed import LastSigned

MOST_PAIRS = 2


@dataclass(frozen=True, slots=True)
class Keys:
    """The pairs that sign, the oldest first, and every public key there ever was."""

    folder: Path
    origin: str
    signing: tuple[pairs.Pair, ...]
    vkeys: tuple[VKey, ...]

    def sign(self, checkpoint: Checkpoint) -> str:
        """Return the checkpoint as a note, signed with Ed25519 and ML-DSA-44 by each pair.

        ``LastSigned.check_and_set`` comes first, and is checked: a signature cannot be taken
        back, and another process may have signed a longer register meanwhile.

        Source:   C2SP tlog-checkpoint v1.0.0, Signatures; tlog-tiles v0.1.0, Checkpoints
        Raises:   NotRemembered, WrongOrigin, LastSignedMissing, BrokenLastSigned, KeysExposed
        """
        if checkpoint.origin != self.origin:
            raise WrongOrigin(self.origin, checkpoint.origin)
        LastSigned(self.folder).check_set(checkpoint)
        lines = [secret.signed(checkpoint) for pair in self.signing for secret in pair.secrets]
        return SignedCheckpoint(checkpoint, tuple(lines)).written()

    def rotate(self, at: datetime) -> "Keys":
        """Return the keys with a new pair, which signs beside the old one until ``retire``.

        Publish the new public keys before the old pair is retired: whoever verifies with the old
        ones alone would refuse everything from then on.

        Raises:   OverlapUnderWay, NotKept
        """
        with private_files.locked(self.folder):
            if len(pairs.signing_numbers(self.folder)) >= MOST_PAIRS:
                raise OverlapUnderWay(str(self.folder))
            number = pairs.numbers(self.folder)[-1] + 1
            pairs.Pair.new(number, self.origin).keep(self.folder, [f"since {at.isoformat()}"])
        return open_keys(self.folder)

    def retire(self, at: datetime) -> "Keys":
        """Return the keys without the old pair, whose private keys are gone from then on.

        Raises:   NothingToRetire, NotKept
        """
        with private_files.locked(self.folder):
            old = pairs.signing_numbers(self.folder)[:-1]
            if not old:
                raise NothingToRetire(str(self.folder))
            pairs.retire(self.folder, old[0], at)
        return open_keys(self.folder)


def check_origin(origin: str) -> None:
    """Refuse a name that no register may bear; nothing is made.

    Raises:   BrokenVKey
    """
    pairs.Pair.new(1, origin)


def create_keys(folder: Path, origin: str) -> Keys:
    """Create the folder, the first pair of keys, and the memory of what was signed last.

    The origin is the name of the register for ever: an address without its scheme, such as
    ``example.org/register``, with no space and no plus.

    Raises:   KeysExist, KeysExposed, NotKept
              BrokenVKey: no register may bear this name
              WrongOrigin: the folder remembers another register
    """
    private_files.make_folder(folder)
    with private_files.locked(folder):
        known = pairs.numbers(folder)
        if pairs.signing_numbers(folder):
            raise KeysExist(str(folder))
        pair = pairs.Pair.new(known[-1] + 1 if known else 1, origin)
        LastSigned(folder).begin(origin)
        pair.keep(folder)
    return open_keys(folder)


def open_keys(folder: Path) -> Keys:
    """Return the keys of a folder.

    Raises:   KeysMissing: nothing was created there
              KeysExposed: others may read a key; what they signed may not be ours
              BrokenKeys
    """
    numbers = pairs.signing_numbers(folder) if folder.is_dir() else []
    if not numbers:
        raise KeysMissing(str(folder))
    private_files.check_folder(folder)
    signing = tuple(pairs.read_pair(folder, number) for number in numbers)
    known = [vkey for n in pairs.numbers(folder) for vkey in pairs.read_vkeys(folder, n)]
    origin = signing[0].vkeys[0].name
    if any(vkey.name != origin for vkey in known):
        raise BrokenKeys(str(folder), KeysFault.NAME)
    return Keys(folder, origin, signing, tuple(known))
