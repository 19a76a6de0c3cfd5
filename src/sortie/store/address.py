"""The address of a database, and how each of the two must be opened to lose nothing."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from sortie.store.errors import BadAddress, DriverMissing

SECONDS_TO_WAIT = 20
# FULL: an acknowledged event survives a power cut; in WAL mode NORMAL would not promise it.
# A row that is deleted, one of an index, is overwritten.
SQLITE = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;PRAGMA recursive_triggers=ON;PRAGMA secure_delete=ON"
)
# A writer that stops half-way holds the sequence: it is cut off, and the others go on.
POSTGRESQL = (
    "-c synchronous_commit=on"
    " -c datestyle=ISO"
    " -c default_transaction_isolation=read\\ committed"
    f" -c lock_timeout={SECONDS_TO_WAIT}s"
    " -c idle_in_transaction_session_timeout=60s"
)


def database_of(address: str) -> dict[str, Any]:
    """Return Django's description of ``sqlite:///file.db`` or ``postgresql://user@host/name``.

    The folder of a PostgreSQL socket goes in ``?host=``. A file is taken from the current folder.

    Raises:   BadAddress: another scheme, no name, a port that is not one
              DriverMissing: PostgreSQL without psycopg
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise BadAddress(shown(address)) from error
    name = unquote(parts.path.removeprefix("/"))
    match parts.scheme:
        case "sqlite" if name and not parts.netloc and name != ":memory:":
            return _sqlite(name)
        case "postgresql" | "postgres" if name:
            return _postgresql(name, parts, port)
        case _:
            raise BadAddress(shown(address))


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(Path(name).absolute()),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_TO_WAIT,
            "init_command": SQLITE,
        },
    }


def _postgresql(name: str, parts: SplitResult, port: int | None) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        raise DriverMissing("psycopg")
    asked = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.pop("host", parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": {"application_name": "sortie", "options": POSTGRESQL, **asked},
    }


def shown(address: str) -> str:
    """Return an address to be read by a person: without who opens it, nor their password."""
    start, at, end = address.rpartition("@")
    return f"{start.partition('://')[0]}://…{at}{end}" if at else address
