"""What the office refuses of its register.

OfficeError
└── SealingError
    ├── NoCheckpoint        nothing was ever signed: there is nothing to prove against
    ├── NotSignedYet        the last checkpoint does not reach this entry
    ├── NothingToProve      nothing of that kind was ever recorded in this case
    ├── CasesOpen           a person whose cases are not over is not erased
    ├── PublishedAhead      the folder holds more entries than were signed here: an older copy
    ├── PublishedOtherwise  the folder holds another register, or another history of this one
    └── NoWitness           the policy names no witness to ask
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.office.errors import OfficeError


class SealingError(OfficeError):
    """Base of the refusals of the register's keeper."""

    code: ClassVar[str] = "office.sealing"


@dataclass(eq=False)
class NoCheckpoint(SealingError):
    """A receipt needs a signed checkpoint."""

    code: ClassVar[str] = "office.sealing.no_checkpoint"


@dataclass(eq=False)
class NotSignedYet(SealingError):
    """The entry of this ``index`` came after the checkpoint of this ``size``."""

    index: int
    size: int
    code: ClassVar[str] = "office.sealing.not_signed_yet"


@dataclass(eq=False)
class NothingToProve(SealingError):
    """No order, no notice and no move at the gate so far; or no event of this number."""

    case: str
    code: ClassVar[str] = "office.sealing.nothing_to_prove"


@dataclass(eq=False)
class CasesOpen(SealingError):
    """What is under way needs what would be erased."""

    person: str
    cases: tuple[str, ...]
    code: ClassVar[str] = "office.sealing.cases_open"


@dataclass(eq=False)
class PublishedAhead(SealingError):
    """``published`` entries are in the folder, and ``size`` were signed for here."""

    folder: str
    published: int
    size: int
    code: ClassVar[str] = "office.sealing.published_ahead"


@dataclass(eq=False)
class PublishedOtherwise(SealingError):
    """The checkpoint in the folder is not one of this register's history."""

    folder: str
    code: ClassVar[str] = "office.sealing.published_otherwise"


@dataclass(eq=False)
class NoWitness(SealingError):
    """A policy without witnesses asks nobody."""

    code: ClassVar[str] = "office.sealing.no_witness"
