"""What keeps a skin from being worn.

SkinError
├── SkinUnknown         no skin is of that name
├── SkinMissing         the package that holds its files is not installed
└── LogoElsewhere       the logo would be asked of another site, which no page ever does
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class SkinError(SortieError):
    """Base of the refusals of a skin; ``holes`` are those of its sentence."""

    code: ClassVar[str] = "web.skin"

    @property
    def holes(self) -> dict[str, str]:
        """Return what fills the sentence under ``code``."""
        return {name: str(value) for name, value in vars(self).items()}


@dataclass(eq=False)
class SkinUnknown(SkinError):
    """Another skin is not worn in its place: who chose one answers for how the site looks."""

    skin: str
    known: str
    code: ClassVar[str] = "web.skin_unknown"


@dataclass(eq=False)
class SkinMissing(SkinError):
    """The files of a skin that is not ours are never copied here: its package brings them."""

    skin: str
    extra: str
    code: ClassVar[str] = "web.skin_missing"


@dataclass(eq=False)
class LogoElsewhere(SkinError):
    """A logo is on the site itself: its address begins with one slash."""

    address: str
    code: ClassVar[str] = "web.logo_elsewhere"
