"""The secret that signs cookies and seals drafts: given, or kept in a file beside the store."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sortie.web.site.errors import SecretNotKept

VARIABLE = "SORTIE_SECRET"
FILE = "sortie.secret"
_BYTES = 48


def secret_beside(database: Mapping[str, Any]) -> str:
    """Return ``SORTIE_SECRET``, else what the file beside the store holds, made on first use.

    The trap: several servers of one site need the same secret, and so must be given it.

    Raises:   SecretNotKept: that folder cannot be written
    """
    given = os.environ.get(VARIABLE)
    if given:
        return given
    local = database["ENGINE"].endswith("sqlite3")
    path = (Path(database["NAME"]).parent if local else Path.cwd()) / FILE
    try:
        return path.read_text(encoding="ascii") if path.exists() else _new(path)
    except OSError as closed:
        raise SecretNotKept(str(path)) from closed


def _new(path: Path) -> str:
    made = secrets.token_urlsafe(_BYTES)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made)
    # A link appears whole or not at all: of two who begin together, both read the first one's.
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        made = path.read_text(encoding="ascii")
    finally:
        draft.unlink()
    return made
