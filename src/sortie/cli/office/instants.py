"""Instants typed by the clock of a place."""

import re
from datetime import UTC, datetime

from sortie import days
from sortie.cli.refusals import Refused

_SHAPE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")


def now() -> datetime:
    """Return this instant; the only place where the office looks at the clock."""
    return datetime.now(UTC)


def instant_of(typed: str, zone: str, option: str) -> datetime:
    """Return the instant typed, with its offset or by the clock of a zone.

    Raises:   Refused: it is no instant; days.DoubledHour, days.MissingHour, days.UnknownZone
    """
    found = None
    if _SHAPE.fullmatch(typed):
        try:
            found = datetime.fromisoformat(typed)
        except ValueError:
            found = None
    if found is None:
        raise Refused("cli.office.bad_instant", {"option": option, "read": typed}, option)
    if found.utcoffset() is not None:
        return found
    return days.civil(found.date(), found.time(), zone)
