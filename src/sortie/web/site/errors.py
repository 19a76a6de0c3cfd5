"""What keeps the site from being served, beside what the store refuses.

WebError
└── SecretNotKept       the secret of the site cannot be kept beside the store
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class WebError(SortieError):
    """Base of the refusals of the site."""

    code: ClassVar[str] = "web"


@dataclass(eq=False)
class SecretNotKept(WebError):
    """Without it, everyone would be signed out at each start, and no draft would open again."""

    path: str
    code: ClassVar[str] = "web.secret"
