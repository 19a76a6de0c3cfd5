"""What stands in the headers of a call: its key, the version it rests on, why it is made."""

import re
from contextlib import suppress
from dataclasses import dataclass

from django.http import HttpRequest

from sortie.api.problems import Amiss, Kind, Stopped

KEY, MATCH, REASON = "Idempotency-Key", "If-Match", "Consultation-Reason"
KEY_SHAPE, MATCH_SHAPE = r"^[!-~]{8,100}$", r'^(\*|"[0-9]{1,9}")$'
REASON_SHAPE, LONGEST_REASON = r"^[^\x00-\x1f\x7f]*$", 500
_KEY, _MATCH, _REASON = map(re.compile, (KEY_SHAPE, MATCH_SHAPE, REASON_SHAPE))


@dataclass(frozen=True, slots=True)
class Expected:
    """The version of a case that a call rests on; without one, whatever stands is acted upon."""

    version: int | None


def key_in(request: HttpRequest) -> str:
    """Return the key that makes a call sent twice be done once.

    Raises:   Stopped: none came, or it cannot be one
    """
    said = request.headers.get(KEY, "")
    if not said:
        raise Stopped(Kind.KEY_WANTED)
    if not _KEY.fullmatch(said):
        raise _unfit(KEY)
    return said


def version_in(request: HttpRequest) -> Expected:
    """Return the version that a call rests on.

    Raises:   Stopped: none is said, or it cannot be one
    """
    said = request.headers.get(MATCH, "")
    if not said:
        raise Stopped(Kind.VERSION_WANTED)
    if not _MATCH.fullmatch(said):
        raise _unfit(MATCH)
    return Expected(None if said == "*" else int(said.strip('"')))


def reason_in(request: HttpRequest) -> str:
    """Return why a call is made, in UTF-8 or in Latin-1, as programs write headers.

    Raises:   Stopped: longer than anyone reads, or of several lines
    """
    said = request.headers.get(REASON, "")
    with suppress(UnicodeEncodeError, UnicodeDecodeError):
        said = said.encode("latin-1").decode("utf-8")
    if len(said) > LONGEST_REASON or not _REASON.fullmatch(said):
        raise _unfit(REASON)
    return said.strip()


def _unfit(name: str) -> Stopped:
    fault = Amiss(part="header", path=name, key="pattern", holes=(("path", name),))
    return Stopped(Kind.UNREADABLE, (fault,))
