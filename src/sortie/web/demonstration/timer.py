"""The timer of the demonstration: a real office has one of its own, beside its server."""

import logging
import threading
import time
from datetime import UTC, datetime

from sortie import demonstration, office, store
from sortie.errors import SortieError

_SECONDS = 60
_LOG = logging.getLogger(__name__)


def run_beside() -> None:
    """Make due what is due, and let the post go, every minute as long as this process lives."""
    threading.Thread(target=_run, daemon=True).start()


def _run() -> None:
    while True:
        time.sleep(_SECONDS)
        ring(demonstration.office_clock(datetime.now(UTC)))


def ring(at: datetime) -> None:
    """Make due what is due at an instant; what cannot be is tried again a minute later."""
    try:
        office.tick(at)
        office.send(at)
    except SortieError:
        _LOG.warning("the timer of the demonstration rings again in a minute", exc_info=True)
    finally:
        store.disconnect()
