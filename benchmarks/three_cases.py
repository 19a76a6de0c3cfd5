"""One case in process: every route on a day, and every span of every route."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.measuring import Measure, measure
from sortie import facts, law

HERE = Path(__file__).parent
ACCEPTANCE = HERE.parent / "cases" / "france" / "acceptance" / "case.yaml"
CASES = {
    "acceptance case": (ACCEPTANCE, date(2025, 11, 24)),
    "nothing known": (HERE / "cases" / "unknown.yaml", date(2025, 11, 24)),
    "readings unsettled": (HERE / "cases" / "unsettled.yaml", date(2028, 9, 4)),
}
ANSWER_TARGET = 2.0
CALENDAR_TARGET = 5.0
RUNS = 100


def read(path: Path) -> facts.CaseFile:
    """Return the case file of the French law at a path."""
    return facts.read_case(
        path.read_text("utf-8"),
        vocabulary=law.france.FRENCH,
        dictionary=facts.house_dictionary(),
    )


def _routes(case: facts.CaseFile, day: date) -> tuple[law.RouteAnswer, ...]:
    return law.france.Asked(case).routes(day)


def _answer(case: facts.CaseFile, day: date) -> law.Answer:
    return law.france.Asked(case).on(day)


def _calendar(case: facts.CaseFile) -> law.Calendar:
    return law.france.Asked(case).calendar()


def measures() -> Iterator[Measure]:
    """Yield the lines of each case, from the case file in memory to the whole answer."""
    for name, (path, day) in CASES.items():
        case = read(path)
        yield measure(
            f"{name}: every route on one day, explained",
            partial(_routes, case, day),
            runs=RUNS,
            target=ANSWER_TARGET,
        )
        yield measure(
            f"{name}: the whole answer, the end reckoned and what is to be seen",
            partial(_answer, case, day),
            runs=RUNS,
        )
        yield measure(
            f"{name}: every span of every route, explained",
            partial(_calendar, case),
            runs=RUNS,
            target=CALENDAR_TARGET,
        )
