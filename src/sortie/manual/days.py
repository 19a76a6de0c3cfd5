"""Runs of days in words, and the days that ISO texts say."""

from datetime import date, timedelta

from sortie.words import Tongue, is_bound

_EVE = timedelta(days=1)


def run_told(since: date, before: date, tongue: Tongue) -> str:
    """Return a run of days in words; its last day is in it."""
    first = tongue.day(since) if is_bound(since) else ""
    last = tongue.day(before - _EVE) if is_bound(before) else ""
    key = {
        (True, True): "sentence.span",
        (True, False): "sentence.span.from",
        (False, True): "sentence.span.until",
        (False, False): "sentence.span.always",
    }[bool(first), bool(last)]
    return tongue.say(key, since=first, until=last)
