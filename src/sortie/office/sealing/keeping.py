"""The keys of the register, and the checkpoints signed with them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sortie import register, store
from sortie.office.sealing.errors import NoCheckpoint
from sortie.store import writing


@dataclass(frozen=True, slots=True)
class Signing:
    """A checkpoint, and whether it had to be signed: one that says all already is kept."""

    checkpoint: store.register.StoredCheckpoint
    is_new: bool


def signing_folder() -> Path:
    """Return where the keys of the register are: with the others, apart from the database."""
    return store.keys_folder() / store.SIGNING


def begin(origin: str) -> register.Keys:
    """Make the keys of the register, under the name it bears for ever.

    Raises:   register.KeysExist, register.BrokenVKey, register.KeysExposed, register.NotKept
              store.KeysMissing: the store holds something, and its keys are not here
    """
    store.create_keys()
    return register.create_keys(signing_folder(), origin)


def check_beginning(origin: str) -> None:
    """Refuse what ``begin`` would refuse of a name and of the folder, and make nothing.

    Raises:   register.KeysExist, register.BrokenVKey
    """
    register.check_origin(origin)
    try:
        register.open_keys(signing_folder())
    except register.KeysMissing:
        return
    raise register.KeysExist(str(signing_folder()))


def keys() -> register.Keys:
    """Return the keys of the register.

    Raises:   register.KeysMissing, register.KeysExposed, register.BrokenKeys
    """
    return register.open_keys(signing_folder())


def rotate(at: datetime) -> register.Keys:
    """Add a pair of keys, which signs beside the old one until ``retire``.

    Raises:   register.OverlapUnderWay, register.NotKept
    """
    return keys().rotate(at)


def retire(at: datetime) -> register.Keys:
    """Destroy the private half of the old pair; its public half verifies what it signed.

    Raises:   register.NothingToRetire, register.NotKept
    """
    return keys().retire(at)


def check_rotation() -> None:
    """Refuse what ``rotate`` would refuse.

    Raises:   register.OverlapUnderWay
    """
    if len(keys().signing) > 1:
        raise register.OverlapUnderWay(str(signing_folder()))


def to_retire() -> int:
    """Return the number of the pair that ``retire`` would retire.

    Raises:   register.NothingToRetire
    """
    oldest, *others = keys().signing
    if not others:
        raise register.NothingToRetire(str(signing_folder()))
    return oldest.number


def own_policy() -> str:
    """Return a policy file that trusts every key this register ever signed with, and no witness."""
    logs = "".join(f"log {vkey.text()}\n" for vkey in keys().vkeys)
    return f"{logs}quorum none\n"


def checkpoint(at: datetime) -> Signing:
    """Sign the register as it stands, unless the last checkpoint says it already.

    The trap: a copy put back with its own last checkpoint says it too. What was signed last, set
    down with the keys, tells the two apart.

    Raises:   register.RegisterRewound, register.RegisterForked: an older copy was put back
              and what else ``store.writing.checkpoint`` raises
    """
    last, head = store.register.last_checkpoint(), store.register.head()
    if last is not None and last.size == head.size and _says_all(last.text, head.root):
        return Signing(last, is_new=False)
    return Signing(writing.checkpoint(at), is_new=True)


def last_checkpoint() -> store.register.StoredCheckpoint:
    """Return the last checkpoint that was signed.

    Raises:   NoCheckpoint
    """
    found = store.register.last_checkpoint()
    if found is None:
        raise NoCheckpoint
    return found


def _says_all(text: str, root: bytes) -> bool:
    note = register.read_checkpoint(text)
    if note.checkpoint.root != root or note.checkpoint != _signed_last():
        return False
    wanted = [vkey for pair in keys().signing for vkey in pair.vkeys]
    return len(note.signed_by(wanted)) == len(wanted)


def _signed_last() -> register.Checkpoint:
    return register.LastSigned(signing_folder()).read()
