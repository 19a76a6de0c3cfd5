"""What the demonstration refuses.

DemonstrationError
└── HeldAlready         the store holds people who are not those of this demonstration
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class DemonstrationError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "demonstration"


@dataclass(eq=False)
class HeldAlready(DemonstrationError):
    """Invented people never join others: a demonstration has a store of its own."""

    person: str
    code: ClassVar[str] = "demonstration.held_already"
