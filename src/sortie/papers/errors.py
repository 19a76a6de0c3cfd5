"""Why a paper cannot be made.

PapersError
├── NothingDecided      no act of this case is one to write an order from
├── NoPermit            no permit stands for the order in force
├── NotForAnEmployer    the leave is not to meet an employer or a place of training
├── NoSuchVictim        the case knows no victim by this id
├── VictimNotToBeTold   the victim asked for silence, and no rule breaks it
├── NoSuchSitting       none of these cases was on the list of this sitting
└── ReceiptTooLong      the receipt does not fit in one code
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class PapersError(SortieError):
    """Base of the room's refusals; ``paper.<code>`` is the sentence of each."""

    code: ClassVar[str] = "papers"


@dataclass(eq=False)
class NothingDecided(PapersError):
    """An order is written from what was decided, never before."""

    case: str
    code: ClassVar[str] = "papers.nothing_decided"


@dataclass(eq=False)
class NoPermit(PapersError):
    """None was issued, or it is for an order that changed or was taken back since."""

    case: str
    code: ClassVar[str] = "papers.no_permit"


@dataclass(eq=False)
class NotForAnEmployer(PapersError):
    """``purpose`` is what the leave is for; nobody else's business."""

    case: str
    purpose: str
    code: ClassVar[str] = "papers.not_for_an_employer"


@dataclass(eq=False)
class NoSuchVictim(PapersError):
    """The ids of victims are given by the office."""

    case: str
    victim: str
    code: ClassVar[str] = "papers.no_such_victim"


@dataclass(eq=False)
class VictimNotToBeTold(PapersError):
    """Nobody writes to a victim who did not want it, or of whom nothing must be said."""

    case: str
    victim: str
    code: ClassVar[str] = "papers.victim_not_to_be_told"


@dataclass(eq=False)
class NoSuchSitting(PapersError):
    """Minutes are those of one sitting."""

    sitting: str
    code: ClassVar[str] = "papers.no_such_sitting"


@dataclass(eq=False)
class ReceiptTooLong(PapersError):
    """A code that nobody's telephone reads proves nothing."""

    length: int
    most: int
    code: ClassVar[str] = "papers.receipt_too_long"
