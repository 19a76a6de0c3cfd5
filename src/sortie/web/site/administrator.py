"""The first account of a site, made by whoever runs it."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils.module_loading import import_string

from sortie import store
from sortie.web.site.configuring import configure


def administrator(email: str, *, url: str | None = None) -> str:
    """Return the code to hand over to an administrator, on a store brought to this version first.

    Raises:   store.BadAddress, store.DriverMissing, store.BrokenStore, SecretNotKept,
              AccountsError: the address cannot be read
    """
    configure(url)
    store.migrate()
    # Accounts cannot be named before Django is set up.
    opened: Callable[[str, datetime], str] = import_string(
        "sortie.web.accounts.managing.open_administrator"
    )
    try:
        return opened(email, datetime.now(UTC))
    finally:
        store.disconnect()
