"""Django, set up once in a process, for one database."""

import os
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from sortie.store import keys
from sortie.store.address import database_of, shown
from sortie.store.complaints import reading

VARIABLE = "SORTIE_DATABASE"
IN_THIS_FOLDER = "sqlite:///sortie.db"


def connect(url: str | None = None) -> None:
    """Open the store at this address, else at ``SORTIE_DATABASE``, else in ``sortie.db``.

    Nothing is opened before the first question. Settings that someone made before, the pages
    for one, are kept when no address is given; another address moves the whole process, and the
    connections of other threads must be closed by them first. Its keys are in ``keys_folder()``.

    Raises:   BadAddress, DriverMissing
    """
    if settings.configured and url is None:
        return
    database = database_of(url or address())
    if not settings.configured:
        settings.configure(**settings_for(database))
        django.setup()
        return
    disconnect()
    connections.settings = connections.configure_settings({"default": database})
    if connections.all(initialized_only=True):
        del connections["default"]


def disconnect() -> None:
    """Close what this thread has open, its keys too; the next question opens them again."""
    connections.close_all()
    keys.forget()


@reading()
def migrate() -> None:
    """Bring the tables to this version of the program, from nothing if need be.

    Raises:   BrokenStore, NotRead
    """
    call_command("migrate", verbosity=0, interactive=False)


def address() -> str:
    """Return the address of this process when none is given."""
    return os.environ.get(VARIABLE) or IN_THIS_FOLDER


def shown_address(url: str | None = None) -> str:
    """Return the address in use, to be shown; a password is left out."""
    return shown(url or address())


def settings_at(url: str | None = None) -> dict[str, Any]:
    """Return Django's settings for the store at this address; a door adds its own to them.

    Raises:   BadAddress, DriverMissing
    """
    return settings_for(database_of(url or address()))


def settings_for(database: dict[str, Any]) -> dict[str, Any]:
    """Return the whole of Django's settings: tables, and nothing that shows or writes a page."""
    return {
        "DATABASES": {"default": database},
        "INSTALLED_APPS": ["sortie.store"],
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": False,
    }
