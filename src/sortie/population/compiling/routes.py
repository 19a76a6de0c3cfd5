"""The routes asked, each with the rules that may decide it.

Two bits a rule say how a rule that decided answered: open, closed, or undetermined. A span is a run
of days on which the outcome and all these bits stay the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sortie.population.compiling.arrays import flat, table
from sortie.population.compiling.errors import NotCompiled
from sortie.population.compiling.supposing import Program
from sortie.rules import Op

MOST_RULES = 64


@dataclass(frozen=True, slots=True)
class Below:
    """One route: its step, and the rules below it in the order in which they are told.

    ``names`` are their ids: what the bits of a reason stand for.
    """

    rule_id: str
    step: int
    rules: tuple[int, ...]
    names: tuple[str, ...]

    def bit_of(self, program: Program, step: int) -> int:
        """Return the bit of a rule: the same whatever versions the program leaves out."""
        return self.names.index(program.steps[step][1][0])


def below(program: Program, rule_id: str, whole: "Below | None" = None) -> Below:
    """Return the rules that may decide a route, itself first, in the order of ``explain``.

    ``whole`` is the same route of a program that leaves nothing out: bits are those of its names.

    Raises:   NotCompiled: more than 64 of them
    """
    found: dict[int, None] = {}

    def gather(step: int) -> None:
        if step not in found:
            found[step] = None
            for _, part in program.steps[step][1][1]:
                for called in _called(program, part):
                    gather(called)

    root = program.roots[rule_id]
    gather(root)
    if len(found) > MOST_RULES:
        raise NotCompiled(rule_id, f"rests on more than {MOST_RULES} rules")
    names = whole.names if whole else tuple(program.steps[step][1][0] for step in found)
    return Below(rule_id, root, tuple(found), names)


def _called(program: Program, step: int) -> Iterator[int]:
    op, payload = program.steps[step]
    if op is Op.RULE:
        yield step
    elif op not in (Op.ATOM, Op.CONST):
        for part in (payload,) if op is Op.NOT else payload:
            yield from _called(program, part)


def tables(
    program: Program, found: Sequence[Below], edges: Mapping[tuple[int, int], int]
) -> dict[str, Any]:
    """Return the routes as the kernel reads them.

    ``routes``: the step, the rows of ``told`` (the step of each rule below and its bit, itself
    first), those of ``links`` (the row of a rule, that of one it names, the edge between them),
    callers first.
    ``in_force`` and ``route_windows``: the windows of the versions of each.
    """
    rows: list[tuple[int, ...]] = []
    told: list[tuple[int, int]] = []
    links: list[tuple[int, int, int]] = []
    windows: list[int] = []
    in_force = [0]
    for route in found:
        start, link = len(told), len(links)
        told += ((step, route.bit_of(program, step)) for step in route.rules)
        row = {step: start + rank for rank, step in enumerate(route.rules)}
        links += [
            (row[caller], row[called], edge)
            for (caller, called), edge in sorted(edges.items(), reverse=True)
            if caller in row
        ]
        rows.append((route.step, start, len(told), link, len(links)))
        versions = program.steps[route.step][1][1]
        windows += [program.windows.index(window) for window, _ in versions]
        in_force.append(len(windows))
    return {
        "routes": table(rows, 5),
        "told": table(told, 2),
        "links": table(links, 3),
        "in_force": flat(in_force),
        "route_windows": flat(windows),
    }
