"""What is not known, and a length that has no end."""

from enum import Enum
from typing import Final, NoReturn


class Unknown(Enum):
    """The type of ``UNKNOWN``: the file does not say. It is neither true nor false."""

    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError("an unknown fact is neither true nor false: compare with `is UNKNOWN`")

    def __repr__(self) -> str:
        return "UNKNOWN"


class Life(Enum):
    """The type of ``LIFE``: a sentence that no length measures."""

    LIFE = "life"

    def __repr__(self) -> str:
        return "LIFE"


UNKNOWN: Final = Unknown.UNKNOWN
LIFE: Final = Life.LIFE
