"""The base of what the register refuses; each part of the room draws its own tree.

RegisterError
├── tree.TreeError      a tree or a proof that cannot be
├── leaves.LeafError    an entry or an opening that cannot be
├── tiles.TileError     a published file that cannot be, or could not be written
├── notes.NotesError    a note, a checkpoint, a public key or a signature that is none
├── signing.SigningError keys that may not sign, or a checkpoint they may not sign
├── proofs.ProofsError  a proof file or a receipt that cannot be read
├── page.BrokenCode     the code that carries a receipt, cut or damaged
└── witnessing.WitnessingError a policy, a quorum or a witness that refuses
"""

from typing import ClassVar

from sortie.errors import SortieError


class RegisterError(SortieError):
    """A refusal of the register; an unfinished check is one too."""

    code: ClassVar[str] = "register"
