"""The office on the web: pages for the people who carry a leave, whole without JavaScript."""

from sortie.web.accounts.errors import AccountsError
from sortie.web.demonstration import DemonstrationServed, demonstrate
from sortie.web.site import SecretNotKept, administrator, configure, serve

__all__ = [
    "AccountsError",
    "DemonstrationServed",
    "SecretNotKept",
    "administrator",
    "configure",
    "demonstrate",
    "serve",
]
