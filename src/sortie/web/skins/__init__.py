"""The skins: the same components drawn twice, and which of the two a site wears."""

from sortie.web.skins.choosing import SKINS, Skin, chosen
from sortie.web.skins.errors import LogoElsewhere, SkinError, SkinMissing, SkinUnknown
from sortie.web.skins.naming import named

__all__ = [
    "SKINS",
    "LogoElsewhere",
    "Skin",
    "SkinError",
    "SkinMissing",
    "SkinUnknown",
    "chosen",
    "named",
]
