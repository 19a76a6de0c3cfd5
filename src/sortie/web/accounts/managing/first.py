"""The first administrator, made by whoever runs the site; and the last one, when all is lost."""

from datetime import datetime

from django.db import transaction

from sortie.web.accounts.managing.accounts import issue_set_up, open_account, reopen_account
from sortie.web.accounts.managing.posts import give_post
from sortie.web.accounts.models import Account
from sortie.web.accounts.models.accounts import address_of
from sortie.web.authority import ADMINISTRATOR, NOBODY


def open_administrator(email: str, at: datetime) -> str:
    """Return the code with which an administrator chooses a password.

    The trap: of an account that is there already, whatever opened it before opens it no more. The
    log of the account says that nobody who was signed in did it.

    Raises:   AddressUnreadable
    """
    with transaction.atomic():
        account = Account.objects.filter(email=address_of(email)).first()
        if account is None:
            account, code = open_account(email.partition("@")[0], email, at)
        else:
            reopen_account(account, at, by=NOBODY)
            code = issue_set_up(account, at)
        give_post(account, ADMINISTRATOR, at)
    return code
