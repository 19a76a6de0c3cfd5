"""The only clock of the pages."""

from datetime import UTC, datetime

from django.conf import settings


def now() -> datetime:
    """Return this instant, or the one that the settings hold still (``SORTIE_AT``)."""
    fixed: datetime | None = settings.SORTIE_AT
    return fixed or datetime.now(UTC)
