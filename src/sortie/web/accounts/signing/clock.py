"""The clock of telephones and of those who try passwords: never held still with the site's."""

from datetime import UTC, datetime


def wall() -> datetime:
    """Return this very instant, even where a demonstration lives on another day."""
    return datetime.now(UTC)
