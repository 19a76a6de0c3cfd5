"""What an administrator does to accounts, places and posts, and each to their own factors."""

from sortie.web.accounts.managing import factors
from sortie.web.accounts.managing.accounts import (
    account_of,
    close_account,
    issue_set_up,
    open_account,
    reopen_account,
)
from sortie.web.accounts.managing.arrivals import link, unlinked
from sortie.web.accounts.managing.demonstrating import code_now, open_for_demonstration
from sortie.web.accounts.managing.first import open_administrator
from sortie.web.accounts.managing.places import place_of, record_place
from sortie.web.accounts.managing.posts import assign, assigned_to, end_post, give_post, unassign

__all__ = [
    "account_of",
    "assign",
    "assigned_to",
    "close_account",
    "code_now",
    "end_post",
    "factors",
    "give_post",
    "issue_set_up",
    "link",
    "open_account",
    "open_administrator",
    "open_for_demonstration",
    "place_of",
    "record_place",
    "reopen_account",
    "unassign",
    "unlinked",
]
