"""The office on the web: pages for the people who carry a leave, whole without JavaScript."""

from sortie.web.accounts.errors import AccountsError
from sortie.web.demonstration import DemonstrationServed, demonstrate
from sortie.web.site import SecretNotKept, administrator, configure, serve
from sortie.web.skins import SkinError

__all__ = [
    "AccountsError",
    "DemonstrationServed",
    "SecretNotKept",
    "SkinError",
    "administrator",
    "configure",
    "demonstrate",
    "serve",
]
