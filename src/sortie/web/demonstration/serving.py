"""Building the demonstration when it must be, and serving it."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

from sortie import demonstration, store
from sortie.demonstration import Progress
from sortie.web.demonstration.keeping import Folder, address_in, held
from sortie.web.demonstration.timer import run_beside
from sortie.web.frame.publishing import ALL_YEARS
from sortie.web.site import Ready, configure, serve

# A demonstration has keys and a secret of its own, whatever those of this machine's real office.
_NOT_OURS = ("SORTIE_KEYS", "SORTIE_SECRET", "SORTIE_HTTPS")
_SETTINGS: dict[str, Any] = {
    "ROOT_URLCONF": "sortie.web.demonstration.urls",
    "SORTIE_PAGES": "sortie.web.demonstration.pages.PAGES",
    "SORTIE_FRONT": "demonstration",
    "SORTIE_DEMONSTRATION": True,
    "SORTIE_CLOCK": demonstration.office_clock,
    # Nobody is anybody there, and its cases are few.
    "SORTIE_FIGURES": ALL_YEARS,
    "SORTIE_FIGURES_THRESHOLD": 3,
    "SORTIE_COMPARISONS": demonstration.COMPARISONS,
}


def demonstrate(
    path: Path,
    host: str,
    port: int,
    *,
    ready: Ready,
    progress: Progress,
    beside: Callable[[], None] | None = None,
) -> None:
    """Serve the demonstration kept in a folder until stopped, built first if it must be.

    It must be on another day, and for another version of the program. ``beside`` is called in the
    process that answers, once it does.

    Raises:   DemonstrationServed, SecretNotKept, and what the store refuses
    """
    for name in _NOT_OURS:
        os.environ.pop(name, None)
    at = datetime.now(UTC)
    with held(path) as folder:
        if folder.has(at):
            configure(folder.address, **_SETTINGS)
        else:
            _build(folder, at, progress)
            store.connect(folder.address)
        serve(host, port, ready=ready, url=folder.address, beside=_both(beside))


def _build(folder: Folder, at: datetime, progress: Progress) -> None:
    with folder.making(at) as draft:
        # The secret of the site is made there too, and goes with the rest.
        configure(address_in(draft), **_SETTINGS)
        store.migrate()
        store.create_keys()
        with _uncollected():
            demonstration.build(at, progress=progress)
        # Accounts cannot be named before Django is set up.
        opened: Callable[[datetime], None] = import_string(
            "sortie.web.demonstration.opening.open_sign_ins"
        )
        opened(demonstration.settled(at))
        store.disconnect()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave garbage where it is: in a run this short, to look for it is a sixth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _both(beside: Callable[[], None] | None) -> Callable[[], None]:
    def begin() -> None:
        run_beside()
        if beside is not None:
            beside()

    return begin
