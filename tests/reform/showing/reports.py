"""A report of a few synthetic people, made once for all who look at it."""

from functools import cache
from pathlib import Path

from sortie import law, reform
from sortie.reform import comparing, expecting, showing
from sortie.words import tongue
from tests.reform.comparing.people import BOOK, PRESENT_ON, ROOM, changed

NAME = "recidivists_two_thirds"


@cache
def report_of(records: Path, threshold: int = 2) -> showing.Report:
    question = comparing.Question(
        BOOK, changed(NAME), law.france.supposed(), law.france.CLASSES, {},
        (law.france.ESCORTED.code,),
    )  # fmt: skip
    found = comparing.compare(
        records, question, comparing.Period(PRESENT_ON, 36), room=ROOM, threshold=threshold
    )
    rates = expecting.rates_of(law.france.outcome_rates(), {})
    totals = comparing.totals_of(found, "term", "none")
    known = law.france.readings()
    return showing.Report(
        found, (None, reform.packaged_reform(f"fr.reform.{NAME}")), (BOOK, changed(NAME)),
        expecting.expected(totals, rates, threshold) if totals else None, rates,
        command="sortie reform compare ...", synthetic=True,
        readings={name: known[name] for name in list(known)[:2]},
    )  # fmt: skip


@cache
def page_of(records: Path, language: str) -> str:
    return showing.page(report_of(records), tongue(language))
