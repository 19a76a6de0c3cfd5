"""The lines and the days of a security period, on the page of a test."""

from datetime import date, timedelta
from typing import Any

from sortie.law.france.from_case import sentences as owed
from sortie.rules import Missing
from tests.law.sentence.files import a_reckoning, a_sentence, day, read, typed

PATH = "custody.security_period"
NINE, TWELVE = a_sentence("P9Y", "2020-01-01"), a_sentence("P12Y", "2020-01-01")
FIVE_AND_EIGHT = [{"length": "P5Y", "sentence": 0}, {"length": "P8Y", "sentence": 1}]


def on(case: dict[str, Any], day: str) -> bool | tuple[str, ...]:
    """Return whether a security period runs on a day, or what would tell."""
    file = read(case)
    found = owed.security_periods(file.custody, owed.term_of(file))[date.fromisoformat(day)]
    return found.paths if isinstance(found, Missing) else bool(found)


def told(committed: str, *sentences: dict[str, Any], **more: Any) -> list[tuple[str, str, str]]:
    """Return the lines of security: what, how long, which day."""
    prefix = "security_period."
    return [
        (each.what.removeprefix(prefix), str(each.length or ""), str(each.day or ""))
        for each in a_reckoning(committed, *sentences, **more).lines
        if each.what.startswith(prefix)
    ]


def days(case: dict[str, Any], *each: str) -> list[bool | tuple[str, ...]]:
    return [on(case, one) for one in each]


def eve_of(day: str) -> str:
    return str(date.fromisoformat(day) - timedelta(days=1))


def ends(committed: str, *sentences: dict[str, Any], **more: Any) -> str:
    """Return the end that the reckoning writes, once the rules are seen to agree."""
    end = day(a_reckoning(committed, *sentences, **more), "security_period.end")
    case = typed(committed, *sentences, **more)
    assert days(case, eve_of(end), end) == [True, False], end
    return end
