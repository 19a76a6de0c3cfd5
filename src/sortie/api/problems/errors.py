"""What the door of the programs refuses by itself.

ApiError
└── Stopped             a problem of a kind, with all that is wrong
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.api.problems.kinds import Kind
from sortie.errors import SortieError


class ApiError(SortieError):
    """Base of the refusals of the room."""

    code: ClassVar[str] = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amiss:
    """One thing to repair: in which part of the request, where in it, and which sentence says so.

    ``key`` is that of a sentence, ``problem.fault.KEY``; ``message`` is one already in words.
    """

    part: str
    path: str = ""
    key: str = ""
    code: str = ""
    message: str = ""
    holes: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class Stopped(ApiError):
    """Nothing was done, and ``faults`` says all that is to be mended."""

    kind: Kind
    faults: tuple[Amiss, ...] = ()
    code: ClassVar[str] = "api.stopped"
