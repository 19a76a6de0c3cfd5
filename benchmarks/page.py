"""The report: on the terminal and as a page of the reference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Measure

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "speed.md"

INTRODUCTION = """# Speed

Written by `python -m benchmarks --write`. To reproduce: `make bench`, which makes a virtual
environment of its own with the peers and prints these tables again. Medians of repeated runs on
one shared machine, in one process, nothing pinned: a guide to orders of size, never a timed test.
"""
LICENCE = """
The peers are in the virtual environment of the benchmarks only. OpenFisca-Core is under the AGPL:
the package does not depend on it and takes nothing from it. The models measured are written for
this purpose, in `benchmarks/`.
"""
OUR_LINE = "sortie, the rules of this leave, explained"


RATIO_TARGET = 2.0


@dataclass(frozen=True, slots=True)
class AtWork:
    """The office on one database: the clock, and each command in an empty store and a full one."""

    many: int
    ticks: tuple[Measure, ...]
    commands: tuple[tuple[Measure, Measure], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run of the benchmarks found."""

    day: str
    machine: Mapping[str, str]
    cases: tuple[Measure, ...]
    checked: str
    engines: tuple[Measure, ...]
    starts: tuple[Measure, ...]
    office: Mapping[str, AtWork]
    register: Mapping[str, tuple[Measure, ...]]

    def lines(self) -> Iterator[str]:
        """Yield the tables, as Markdown that a terminal shows as well."""
        yield f"Measured on {self.day}."
        yield ""
        yield from _table(("on", ""), self.machine.items())
        yield ""
        yield "## One case, in process"
        yield ""
        yield from _measured(self.cases)
        yield ""
        yield "## The one-day leave on one date, beside other engines"
        yield ""
        yield f"{self.checked}. Time for one person; the trace or the explanation is on."
        yield ""
        yield from _measured(self.engines, beside=OUR_LINE)
        yield ""
        yield "## Starting"
        yield ""
        yield from _measured(self.starts)
        for database, found in self.office.items():
            yield ""
            yield f"## The office on {database}"
            yield ""
            yield from _measured(found.ticks)
            yield ""
            yield f"Each command in an empty store, and in one of {found.many:,} cases."
            yield ""
            yield from _compared(found.commands)
        yield ""
        yield "## The register"
        for where, measures in self.register.items():
            yield ""
            yield f"### {where}"
            yield ""
            yield from _measured(measures)

    def written(self) -> str:
        """Return the page."""
        return "\n".join([INTRODUCTION, *self.lines(), LICENCE])


def _measured(measures: tuple[Measure, ...], *, beside: str = "") -> Iterator[str]:
    ours = next((m.median for m in measures if m.what == beside), None)
    last = "target" if ours is None else "ratio"
    rows = [
        (m.what, f"{m.median:.2f}", f"{m.best:.2f}", str(m.runs),
         m.verdict if ours is None else f"{m.median / ours:.1f}")
        for m in measures
    ]  # fmt: skip
    yield from _table(("what", "median (ms)", "best (ms)", "runs", last), rows)


def _compared(commands: tuple[tuple[Measure, Measure], ...]) -> Iterator[str]:
    rows = []
    for empty, full in commands:
        ratio = full.median / empty.median
        verdict = "kept" if ratio <= RATIO_TARGET else "MISSED"
        rows.append((empty.what, f"{empty.median:.2f}", f"{full.median:.2f}", str(full.runs),
                     f"{ratio:.2f}", f"<= {RATIO_TARGET:g}: {verdict}"))  # fmt: skip
    head = ("command", "empty (ms)", "full (ms)", "runs", "ratio", "target")
    yield from _table(head, rows)


def _table(head: tuple[str, ...], rows: object) -> Iterator[str]:
    lines = [head, *(tuple(row) for row in rows)]  # type: ignore[attr-defined]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    rule = tuple("-" * max(width, 3) for width in widths)
    for line in (head, rule, *lines[1:]):
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
