"""What keeps a demonstration from being built."""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


@dataclass(eq=False)
class DemonstrationServed(SortieError):
    """Another server shows the one that is kept here, and it must be built anew."""

    path: str
    code: ClassVar[str] = "web.demonstration_served"
