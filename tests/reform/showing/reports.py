"""A report of a few synthetic people, made once for all who look at it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sortie import law, reform
from sortie.reform import comparing, drawing, expecting, results, showing
from sortie.words import tongue
from tests.reform.comparing.people import BOOK, PRESENT_ON, ROOM, changed

NAME = "recidivists_two_thirds"


@cache
def report_of(records: Path, threshold: int = 2) -> results.Report:
    question = comparing.Question(
        BOOK, changed(NAME), law.france.supposed(), law.france.CLASSES, {},
        (law.france.ESCORTED.code,),
    )  # fmt: skip
    found = comparing.compare(
        records, question, results.Period(PRESENT_ON, 36), room=ROOM, threshold=threshold
    )
    rates = expecting.rates_of(law.france.outcome_rates(), {})
    totals = results.totals_of(found, "term", "none")
    known = [law.france.readings()[name] for name in list(law.france.readings())[:2]]
    books = (BOOK, changed(NAME))
    return results.Report(
        comparison=found,
        reforms=(None, reform.told(reform.packaged_reform(f"fr.reform.{NAME}"))),
        rules=results.rules_said(found, books),
        expected=expecting.expected(totals, rates, threshold) if totals else None,
        rates=rates,
        command="sortie reform compare ...",
        synthetic=True,
        readings={each.id: {"fr": each.question_fr, "en": each.question_en} for each in known},
    )


@cache
def drawings_of(records: Path, language: str) -> Mapping[str, str]:
    return drawing.drawings(report_of(records).comparison, tongue(language))


@cache
def page_of(records: Path, language: str) -> str:
    return showing.page(report_of(records), drawings_of(records, language), tongue(language))
