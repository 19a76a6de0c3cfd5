"""The only clock of the pages."""

from datetime import UTC, datetime

from django.conf import settings


def now() -> datetime:
    """Return this instant, as the clock of the site shows it (``SORTIE_CLOCK``).

    The trap: settings may hold it still (``SORTIE_AT``), for tests.
    """
    fixed: datetime | None = settings.SORTIE_AT
    shown: datetime = settings.SORTIE_CLOCK(datetime.now(UTC))
    return fixed or shown


def of_everyone(instant: datetime) -> datetime:
    """Return the instant itself: the clock of a site that is no demonstration."""
    return instant
