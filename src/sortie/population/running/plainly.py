"""The rows of one person by the plain evaluator: the way out of the kernel, and its measure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sortie.population.compiling import Below, Compiled
from sortie.rules import Assessment, Book, Outcome, explain

OUTCOMES = (Outcome.OPEN, Outcome.CLOSED, Outcome.UNDETERMINED)


class Row(NamedTuple):
    """A run of days of one route with one outcome, decided by the same rules."""

    route: int
    since: int
    before: int
    outcome: int
    not_closed: int
    not_open: int


def rows_of(compiled: Compiled, record: Any, since: int, before: int) -> Iterator[Row]:
    """Yield the rows of one record, days counted as in the records."""
    if since >= before:
        return
    program = compiled.program
    assessed: dict[int, Assessment] = {}
    for place, (route, facts) in enumerate(zip(compiled.routes, compiled.supposed, strict=True)):
        if _in_force(program.book, route, since, before):
            if id(facts) not in assessed:
                assessed[id(facts)] = Assessment(program.book, replace(record, **facts))
            assessment = assessed[id(facts)]
            cuts = (cut.toordinal() for cut in assessment.cuts)
            days = [since, *(day for day in cuts if since < day < before)]
            yield from _merged(_stretches(assessment, place, route, days), before)


def _in_force(book: Book, route: Below, since: int, before: int) -> bool:
    return any(
        v.window.since.toordinal() < before and since < v.window.before.toordinal()
        for v in book[route.rule_id].versions
    )


def _stretches(assessment: Assessment, place: int, route: Below, days: list[int]) -> Iterator[Row]:
    bits = {rule_id: 1 << rank for rank, rule_id in enumerate(route.names)}
    for day in days:
        why = explain(assessment, route.rule_id, date.fromordinal(day))
        one = two = 0
        for finding in why.findings:
            bit = bits[finding.rule.id]
            one |= bit * (finding.outcome is not Outcome.CLOSED)
            two |= bit * (finding.outcome is not Outcome.OPEN)
        yield Row(place, day, 0, OUTCOMES.index(why.outcome), one, two)


def _merged(rows: Iterator[Row], before: int) -> Iterator[Row]:
    held: Row | None = None
    for row in rows:
        if held is not None and held[3:] == row[3:]:
            continue
        if held is not None:
            yield held._replace(before=row.since)
        held = row
    if held is not None:
        yield held._replace(before=before)
