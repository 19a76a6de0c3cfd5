"""The best route of each person: a day counts once, however many leaves are open on it."""

from collections import Counter
from datetime import date
from pathlib import Path

from sortie import law
from sortie.reform import comparing, results
from sortie.rules import Outcome
from tests.reform.comparing.people import BOOK, PRESENT_ON, ROOM, Asked, changed, days, rows_of

MONTHS = 6
ESCORTED = law.france.ESCORTED.code


def test_a_day_with_several_leaves_open_is_one_day(records: Path) -> None:
    book = changed("recidivists_two_thirds", PRESENT_ON)
    period = results.Period(PRESENT_ON, MONTHS)
    expected: Counter[str] = Counter()
    for record, since, before in rows_of(records):
        under = Asked(BOOK, record), Asked(book, record)
        for day in days(max(since, PRESENT_ON), min(before, period.before)):
            a, b = (any_open(each, day) for each in under)
            expected.update({"a": a, "b": b, "lost": a and not b, "there": 1})

    question = comparing.Question(
        BOOK, book, law.france.supposed(), law.france.CLASSES, {}, (ESCORTED,)
    )
    found = comparing.compare(records, question, period, room=ROOM, threshold=1)

    whole = found.best.whole
    assert (whole.a.days_open, whole.b.days_open) == (expected["a"], expected["b"])
    assert whole.days_lost == expected["lost"] > 0
    assert found.touched.days == expected["there"]


def any_open(asked: Asked, day: date) -> bool:
    routes = (route for route in asked.by_route if route != ESCORTED)
    return any(asked.on(route, day) is Outcome.OPEN for route in routes)
