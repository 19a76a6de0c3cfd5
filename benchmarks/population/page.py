"""The report: on the terminal, and as a page of the reference with its drawing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.population import on_one_date as dated
from benchmarks.population import whole_custodies as whole
from benchmarks.population.measuring import Rate, Target
from benchmarks.population.streaming import Streamed

_REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGE, DRAWING = _REFERENCE / "speed-of-population.md", _REFERENCE / "speed-of-population.svg"
MILLION, GIGABYTE = 1_000_000, 10**9

INTRODUCTION = """# Speed of the law over many people

Written by `python -m benchmarks.population --write`. To reproduce: `make bench`, which makes a
virtual environment of its own with the peers. Nobody is real: see
[how people are made](../how-to/make-a-synthetic-population.md). Medians of repeated runs on one
shared machine, all in one process but the streaming; every row of every engine is compared before
anything is measured.

![People a second of each engine, and time as people grow](speed-of-population.svg)
"""
SCOPE = """
What each of them does:

- **This engine** is measured as it is called: records in Arrow in, spans in Arrow out, two threads.
  A thread keeps the answers of every pattern of days that it has seen
  ([record 0020](../decisions/0020-a-pattern-of-days-is-answered-once.md)): one line is measured
  with new threads, that have seen none.
- **The peers** get the people committed since 17 September 2016 whose facts are all known, with one
  reading of each unsettled question: SQL and a kernel by hand follow one text and one reading. This
  engine answers the same people for the comparison; unknown facts and open readings are its first
  line.
- **The kernel written by hand** (`benchmarks/population/by_hand.py`) knows the routes of today and
  this population: one word of 21 bits a stretch of days, and a table from words to reasons.
- **DuckDB** holds people and spells of facts in tables of its own, two threads. For everybody, with
  all routes, all versions of the law and unknown facts as NULL, the query is written by a program
  from the same steps as the kernel's, with every reading open and with all settled: it alone gives
  the rows that this engine gives. It tries no values: where an unknown weighs both ways it would
  say less, which these people do not show. For the peers' people there are three forms by hand: the
  law written in SQL, reasons looked up in lists worked out outside SQL, and facts joined to
  stretches of days as is common. `python -m benchmarks.population --sql` prints them all.
- **On one date**, everybody is given the same columns: what changes over time is its value on the
  day. OpenFisca is measured working out, its inputs being in memory already: once with dates and
  the age as its country template writes it, once with each threshold worked out beforehand by hand.
- **A person after the other** is the evaluator that tells one case; its spans are the measure of
  what is right.

OpenFisca-Core is under the AGPL, in the virtual environment of the benchmarks only: the package
does not depend on it and takes nothing from it.
"""


@dataclass(frozen=True)
class Report:
    """Everything one run found."""

    day: str
    machine: Mapping[str, str]
    load: str
    custodies: whole.Beside
    on_date: tuple[tuple[str, ...], Mapping[str, Rate]]
    sizes: Sequence[Streamed]

    def lines(self) -> Iterator[str]:
        """Yield the tables, as Markdown that a terminal shows as well."""
        yield f"Measured on {self.day}. {self.load}"
        yield ""
        yield from _table(("on", ""), self.machine.items())
        yield ""
        yield "## What was to be shown"
        yield ""
        rows = [(t.what, t.wanted, t.found, t.verdict) for t in targets(self)]
        yield from _table(("what", "wanted", "found", ""), rows)
        yield ""
        yield "## Every span of every route over whole custodies, with reasons"
        yield ""
        yield from (f"- {line}." for line in self.custodies.checked)
        yield ""
        yield from _rates(self.custodies.rates, whole.KNOWN)
        yield ""
        yield "## The one-day leave on one date"
        yield ""
        yield from (f"- {line}." for line in self.on_date[0])
        yield ""
        yield from _rates(self.on_date[1], dated.OURS)
        yield ""
        yield "## From a file to a file, as people grow"
        yield ""
        rows = [(f"{s.people:,}", f"{s.seconds:,.2f}", f"{s.a_second:,.0f}",
                 f"{s.peak / GIGABYTE:.2f}") for s in self.sizes]  # fmt: skip
        yield from _table(("people", "seconds", "people a second", "most memory (GB)"), rows)

    def written(self) -> str:
        """Return the page."""
        return "\n".join([INTRODUCTION, *self.lines(), SCOPE])


def targets(report: Report) -> Iterator[Target]:
    """Yield what must be shown, kept or not."""
    rates, dates = report.custodies.rates, report.on_date[1]
    ours = rates[whole.EVERYBODY].a_second
    yield Target("spans of everybody with reasons, two cores", "1,000,000 people a second",
                 f"{ours:,.0f}", ours >= MILLION)  # fmt: skip
    anew = rates[whole.ANEW].a_second
    yield Target("the same by threads that know no pattern yet", "1,000,000 people a second",
                 f"{anew:,.0f}", anew >= MILLION)  # fmt: skip
    yield _times(f"spans beside {whole.WHOLE_OPEN}", ours, rates[whole.WHOLE_OPEN], 50)
    settled = rates[whole.SETTLED].a_second
    yield _times(f"spans beside {whole.WHOLE}", settled, rates[whole.WHOLE], 50)
    known = rates[whole.KNOWN].a_second
    for name in whole.DUCKDB.values():
        yield _times(f"spans beside {name}", known, rates.get(name), 50)
    slower = rates[whole.BY_HAND].a_second / known
    yield Target("spans beside the kernel written by hand", "2.5 times slower at most",
                 f"{slower:.1f}", slower <= 2.5)  # fmt: skip
    now = dates[dated.OURS].a_second
    yield _times(f"one date beside {dated.OPENFISCA}", now, dates.get(dated.OPENFISCA), 20)
    yield _times(f"one date beside {dated.HOISTED}", now, dates.get(dated.HOISTED), 20)
    yield _times(f"one date beside {dated.DUCKDB}", now, dates.get(dated.DUCKDB), 5)
    if report.sizes:
        most = report.sizes[-1]
        yield Target(f"{most.people:,} people streamed", "within 2 GB",
                     f"{most.peak / GIGABYTE:.2f} GB", most.peak <= 2 * GIGABYTE)  # fmt: skip
        yield _in_proportion(report.sizes)


def _times(what: str, ours: float, other: Rate | None, wanted: int) -> Target:
    if other is None:
        return Target(what, f"{wanted} times faster", "", None)
    found = ours / other.a_second
    return Target(what, f"{wanted} times faster", f"{found:.1f}", found >= wanted)


def _in_proportion(sizes: Sequence[Streamed]) -> Target:
    """Return whether time grows no faster than people, from the middle size to the greatest."""
    middle, most = sizes[-2], sizes[-1]
    times, people = most.seconds / middle.seconds, most.people / middle.people
    wanted = f"{people:g} times the people, {people:g} times the time at most (within 10 %)"
    what = f"from {middle.people:,} to {most.people:,} people, streamed"
    return Target(what, wanted, f"{times:.1f} times the time", times <= people * 1.1)


def _rates(rates: Mapping[str, Rate], ours: str) -> Iterator[str]:
    beside = rates[ours].a_second
    rows = [(rate.what, f"{rate.people:,}", f"{rate.median * 1000:,.2f}", str(len(rate.seconds)),
             f"{rate.a_second:,.0f}", f"{beside / rate.a_second:,.2f}")
            for rate in rates.values()]  # fmt: skip
    head = ("what", "people", "median (ms)", "runs", "people a second", f"«{ours}» beside it")
    yield from _table(head, rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = [head, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    rule = tuple("-" * max(width, 3) for width in widths)
    for line in (head, rule, *lines[1:]):
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
