"""A checkpoint with its signatures, and which trusted keys made them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sortie.register.notes.checkpoint import Checkpoint, checkpoint_of
from sortie.register.notes.cosignature import signed_at
from sortie.register.notes.errors import NotSigned, SignatureRefused, WrongOrigin
from sortie.register.notes.note import Note, Signature, read_note
from sortie.register.notes.vkeys import VKey


@dataclass(frozen=True, slots=True)
class Signed:
    """A trusted key that signed, and when it says it did.

    Units:    POSIX seconds; ``NO_TIME`` when it does not say
    """

    vkey: VKey
    at: int


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint as it was read. Nothing of it may be believed before ``verified_by``."""

    checkpoint: Checkpoint
    signatures: tuple[Signature, ...]

    def written(self) -> str:
        """Return the signed note; ``read_checkpoint`` reads it back, and reads nothing else."""
        return Note(self.checkpoint.text(), self.signatures).written()

    def of_origin(self, origin: str) -> "SignedCheckpoint":
        """Return itself, if it is of this register.

        Raises:   WrongOrigin
        """
        if self.checkpoint.origin != origin:
            raise WrongOrigin(origin, self.checkpoint.origin)
        return self

    def with_signatures(self, others: Iterable[Signature]) -> "SignedCheckpoint":
        """Return the checkpoint with these lines too; a key that signed before is heard anew."""
        found = {(each.name, each.key_id): each for each in (*self.signatures, *others)}
        return SignedCheckpoint(self.checkpoint, tuple(found.values()))

    def verified_by(self, vkeys: Iterable[VKey]) -> tuple[Signed, ...]:
        """Return which of these keys signed, in the order of the keys; at least one did.

        Lines of other keys are not read. One false line under the name and the id of a trusted
        key refuses the whole: someone altered it.

        Source:   C2SP signed-note v1.0.0, Signatures
        Raises:   SignatureRefused, NotSigned
        """
        found = self.signed_by(vkeys)
        if not found:
            raise NotSigned(self.checkpoint.origin)
        return found

    def signed_by(self, vkeys: Iterable[VKey]) -> tuple[Signed, ...]:
        """Return which of these keys signed, which may be none.

        Raises:   SignatureRefused
        """
        lines = {(each.name, each.key_id): each for each in self.signatures}
        found = []
        for vkey in dict.fromkeys(vkeys):
            line = lines.get((vkey.name, vkey.key_id))
            if line is None:
                continue
            at = signed_at(vkey, self.checkpoint, line.body)
            if at is None:
                raise SignatureRefused(vkey.name, vkey.key_id.hex())
            found.append(Signed(vkey, at))
        return tuple(found)


def read_checkpoint(text: str) -> SignedCheckpoint:
    """Return the signed checkpoint of a text that ``written`` would write, refusing every other.

    A file must be read as bytes and go through ``decoded`` first.

    Source:   C2SP tlog-checkpoint v1.0.0
    Raises:   BrokenNote, BrokenCheckpoint
    """
    note = read_note(text)
    return SignedCheckpoint(checkpoint_of(note.text), note.signatures)
