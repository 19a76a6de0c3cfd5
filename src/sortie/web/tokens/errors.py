"""Why a token is not made.

TokensError
├── TokenUnfit          no name, or a scope or a length that is not offered
└── TooManyTokens       as many as one account may hold are running
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class TokensError(SortieError):
    """Base of the refusals of the tokens."""

    code: ClassVar[str] = "tokens"


@dataclass(eq=False)
class TokenUnfit(TokensError):
    """What was asked for is not offered."""

    code: ClassVar[str] = "tokens.unfit"


@dataclass(eq=False)
class TooManyTokens(TokensError):
    """``most`` run at once; one must end before another is made."""

    most: int
    code: ClassVar[str] = "tokens.too_many"
