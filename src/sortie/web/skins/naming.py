"""What whoever runs the site puts at its head and at its foot; nothing of it is in the house."""

import os
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sortie.web.skins.errors import LogoElsewhere

HEADER, LOGO, FOOT = "SORTIE_SKIN_HEADER", "SORTIE_SKIN_LOGO", "SORTIE_SKIN_FOOT"


def named() -> dict[str, str]:
    """Return the text of the header, the address of the logo and the text of the foot.

    Each is empty where nothing is given; a skin may show none of them.

    Raises:   LogoElsewhere
    """
    logo = os.environ.get(LOGO, "")
    if logo and (not logo.startswith("/") or logo.startswith(("//", "/\\"))):
        raise LogoElsewhere(logo)
    return {"header": os.environ.get(HEADER, ""), "logo": logo, "foot": os.environ.get(FOOT, "")}


def deployer(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 (asked by Django)
    """Return what the templates of a skin read under ``deployer``."""
    return {"deployer": settings.SORTIE_DEPLOYER}
