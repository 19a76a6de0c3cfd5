"""The law that was announced and is written in the book, switched off."""

from datetime import date
from functools import lru_cache

from sortie.days import NEVER
from sortie.law.france.book import BOOK
from sortie.law.reformed import ANNOUNCED as STATUS
from sortie.law.reformed import ReformedLaw
from sortie.rules import InPlace, Window, switched

# A bill to close leave to people held in the organised-crime units; whether it was adopted is not
# known (Q1).
ANNOUNCED = "fr.reform.organised_crime_units"
ANNOUNCED_ON = date(2025, 12, 17)


@lru_cache(maxsize=16)  # a day is whatever someone types
def announced(since: date) -> ReformedLaw:
    """Return the law as the announced closure would make it from a day on."""
    rule = BOOK[ANNOUNCED]
    on = switched(rule, Window(since, NEVER), on=True)
    title = {"fr": rule.versions[0].sentence, "en": rule.versions[0].gloss}
    return ReformedLaw(ANNOUNCED, title, STATUS, since, BOOK.changed(InPlace({ANNOUNCED: on})))
