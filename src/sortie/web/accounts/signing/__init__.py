"""Signing in: a password, a second factor, and the session that remembers it."""

from sortie.web.accounts.signing import passwords, sessions, set_up
from sortie.web.accounts.signing.clock import wall
from sortie.web.accounts.signing.limits import Typed, try_factor
from sortie.web.accounts.signing.showing import Shown, show_factor

__all__ = [
    "Shown",
    "Typed",
    "passwords",
    "sessions",
    "set_up",
    "show_factor",
    "try_factor",
    "wall",
]
