"""A report of a comparison of nobody at all: its numbers are made up, and only its form is real."""

from collections.abc import Iterator
from datetime import date

from sortie import law, reform
from sortie.reform import expecting
from sortie.reform.results import (
    Cause,
    Cell,
    Comparison,
    Moved,
    Period,
    Report,
    Route,
    Spread,
    Standing,
    Touched,
)

REFORM = "fr.reform.recidivists_two_thirds"
RULE = "fr.recidivist.two_thirds_wanting"
DAY, SHORT = "fr.leave.day", "fr.leave.short"
NOBODY = Spread(0, None, None, None)


def report(months: int = 6, threshold: int = 11) -> Report:
    """Return a report in which one leave loses days, and one does not change."""
    changed = reform.packaged_reform(REFORM)
    cells = tuple(_losing(40 - month) for month in range(months))
    comparison = Comparison(
        period=Period(date(2027, 1, 1), months),
        threshold=threshold,
        touched=Touched(900, 80_000, 0, 40, 40),
        groups={
            "kind": {"maison_arret": Touched(600, 50_000, 0, 28, 28),
                     "centre_detention": Touched(300, 30_000, 0, None, None)},
            "age": {"18": Touched(900, 80_000, 0, 40, 40)},
        },
        classes={"kind": ("maison_arret", "centre_detention", "unknown"),
                 "age": ("under", "18", "unknown")},
        best=Route("best", _losing(40), cells, _moved(), (), {}),
        routes=(
            Route(DAY, _losing(40), cells, _moved(), (Cause(RULE, 0, 900, 0, 40),), {}),
            _same(months),
        ),
        records="ab" * 32,
        laws=("cd" * 32, "ef" * 32),
        supposed={DAY: {"purpose": "family"}, SHORT: {"purpose": "family", "nights": {"low": 3}}},
        readings={},
        version="0.1.0",
    )  # fmt: skip
    reading = next(iter(law.france.readings().values()))
    return Report(
        comparison=comparison,
        reforms=(None, reform.told(changed)),
        rules={RULE: {"fr": "Les deux tiers manquent", "en": "Two thirds are wanting"}},
        expected=None,
        rates=expecting.rates_of(law.france.outcome_rates(), {}),
        command=f"sortie reform compare {REFORM} --population people --from 2027-01-01",
        synthetic=True,
        readings={reading.id: {"fr": reading.question_fr, "en": reading.question_en}},
    )


def _losing(people: int) -> Cell:
    a, b = (
        Standing(people * 2, people, 0, people * 60),
        Standing(people, people * 2, 0, people * 30),
    )
    return Cell(a, b, 0, people * 30, 0, people)


def _moved() -> Moved:
    return Moved(NOBODY, Spread(40, 30, 90, 200), 500, 0, None, 300)


def _same(months: int) -> Route:
    standing = Standing(100, 50, 0, 3000)
    cell = Cell(standing, standing, 0, 0, 0, 0)
    return Route(SHORT, cell, (cell,) * months, Moved(NOBODY, NOBODY, 100, 0, 0, 800), (), {})


def drawings() -> dict[str, dict[str, str]]:
    """Return drawings of nothing, for the figures of that report, in both languages."""
    return {code: dict(_drawn(code)) for code in ("fr", "en")}


def _drawn(code: str) -> Iterator[tuple[str, str]]:
    for name in ("people", "days", "moved", "kind", "age"):
        yield (
            name,
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="430" height="60" role="img">'
                f"<title>{name} {code}</title><rect width='300' height='40' y='10'/></svg>"
            ),
        )
