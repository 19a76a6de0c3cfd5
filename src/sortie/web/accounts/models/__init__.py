"""The tables of the accounts. The two logs only grow; a post ends and is never removed."""

from sortie.web.accounts.models.accounts import Account, Accounts, Arrival, SetUp
from sortie.web.accounts.models.factors import RecoveryCode, SecurityKey, Totp
from sortie.web.accounts.models.logs import Consultation, Happening
from sortie.web.accounts.models.posts import Assignment, Place, PlaceReached, Post

__all__ = [
    "Account",
    "Accounts",
    "Arrival",
    "Assignment",
    "Consultation",
    "Happening",
    "Place",
    "PlaceReached",
    "Post",
    "RecoveryCode",
    "SecurityKey",
    "SetUp",
    "Totp",
]
