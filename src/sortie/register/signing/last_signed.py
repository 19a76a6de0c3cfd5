"""What was signed last, kept apart from the database: a restored copy of it cannot forget this."""

from pathlib import Path

from sortie.register import tree
from sortie.register.notes import Checkpoint, NotesError, WrongOrigin
from sortie.register.notes.checkpoint import checkpoint_of
from sortie.register.signing import private_files
from sortie.register.signing.errors import (
    BrokenKeys,
    BrokenLastSigned,
    LastSignedMissing,
    NotOfTheTree,
    NotRemembered,
    RegisterForked,
    RegisterRewound,
)

_FILE = "last-signed"


class LastSigned:
    """The last checkpoint that was, or was about to be, signed with the keys of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _FILE

    def begin(self, origin: str) -> None:
        """Set down an empty register when its first keys are created.

        What is remembered already is kept: keys that were lost and made anew may not sign
        another history than the lost ones did.

        Raises:   WrongOrigin: another register is remembered here
                  BrokenLastSigned, KeysExposed, NotKept
        """
        if self._path.exists():
            found = self.read().origin
            if found != origin:
                raise WrongOrigin(origin, found)
            return
        private_files.write(self._path, Checkpoint(origin, 0, tree.EMPTY_ROOT).text())

    def read(self) -> Checkpoint:
        """Return what was set down last.

        A missing file is not "nothing yet": without it two histories could be signed.

        Raises:   LastSignedMissing, BrokenLastSigned, KeysExposed
        """
        if not self._path.exists():
            raise LastSignedMissing(str(self._path))
        try:
            return checkpoint_of(private_files.read(self._path))
        except (BrokenKeys, NotesError):
            raise BrokenLastSigned(str(self._path)) from None

    def check_and_set(self, checkpoint: Checkpoint, nodes: tree.Nodes) -> None:
        """Set this checkpoint down as the last one; on return the disk holds it.

        Only then may it be signed. The nodes are those of the entries as they are now; what was
        signed last must be their beginning, and this checkpoint their root.

        Source:   C2SP tlog-checkpoint v1.0.0, Signatures: never two inconsistent checkpoints
        Raises:   RegisterRewound, RegisterForked, NotOfTheTree, WrongOrigin
                  LastSignedMissing, BrokenLastSigned, KeysExposed, NotKept
                  NodesMissing, NotAHash: from the source of the nodes
        """
        with private_files.locked(self._folder):
            last = self.read()
            if checkpoint.origin != last.origin:
                raise WrongOrigin(last.origin, checkpoint.origin)
            _check_growth(last, checkpoint, nodes)
            private_files.write(self._path, checkpoint.text())

    def check_set(self, checkpoint: Checkpoint) -> None:
        """Refuse a checkpoint that is not the one set down last.

        Raises:   NotRemembered, LastSignedMissing, BrokenLastSigned, KeysExposed
        """
        last = self.read()
        if checkpoint != last:
            raise NotRemembered(checkpoint.size, last.size)


def _check_growth(last: Checkpoint, checkpoint: Checkpoint, nodes: tree.Nodes) -> None:
    if checkpoint.size < last.size:
        raise RegisterRewound(last.size, checkpoint.size)
    if tree.root_of(checkpoint.size, nodes) != checkpoint.root:
        raise NotOfTheTree(checkpoint.size)
    # Of an empty register nothing can be checked, and nothing needs to be.
    if last.size == 0:
        return
    proof = tree.consistency_proof(last.size, checkpoint.size, nodes)
    try:
        tree.check_consistency(
            old=last.size, new=checkpoint.size, proof=proof,
            old_root=last.root, new_root=checkpoint.root,
        )  # fmt: skip
    except tree.TreeError as error:
        raise RegisterForked(last.size, checkpoint.size) from error
