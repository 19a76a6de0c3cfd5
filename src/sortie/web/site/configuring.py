"""Django, set up once in a process for the pages."""

from typing import Any

import django
from django.conf import settings

from sortie import store
from sortie.web.site.whole import settings_at


def configure(url: str | None = None, **changed: Any) -> None:
    """Set the pages up on the store at this address; ``changed`` are settings that differ.

    The trap: the first one who sets Django up in a process decides what is installed; afterwards
    only the address can change.

    Raises:   store.BadAddress, store.DriverMissing
    """
    if settings.configured:
        store.connect(url)
        return
    settings.configure(**{**settings_at(url), **changed})
    django.setup()
