"""The rules of a book as one list of gates: what the kernel runs, a row of words a gate.

A gate works on the stretches of days of many people at once. ``S`` holds on which stretches a step
surely holds, ``M`` on which it may, ``A`` all of them, ``W`` those on which a window of the law is
in force, ``R`` what is worked out on the way, ``O`` and ``E`` what decided.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from sortie.population.compiling.supposing import Program
from sortie.population.compiling.variables import Tried
from sortie.rules import Op, Window


class Gate(IntEnum):
    """What one line of the kernel does."""

    NOT = 0
    AND = 1
    OR = 2
    CHOOSE = 3
    NEVER = 4
    ALWAYS = 5
    IN_FORCE = 6
    OR_IN_FORCE = 7
    # what decided
    UNLESS = 8
    WINDOW = 9
    OPEN_PARTS = 10
    BUT_OPEN = 11
    BUT_CLOSED = 12
    OF_AND = 13
    OF_OR = 14
    TEST = 15
    TEST_OF_RULE = 16
    WHERE_YES = 17
    WHERE_NO = 18
    OWN = 19
    EDGE = 20
    SOME_OPEN = 21
    SOME_CLOSED = 22
    NOTHING = 23


SPELLED = {
    Gate.NOT: "S[{0}] = A & ~M[{1}]; M[{0}] = A & ~S[{1}]",
    Gate.AND: "S[{0}] = S[{1}] & S[{2}]; M[{0}] = M[{1}] & M[{2}]",
    Gate.OR: "S[{0}] = S[{1}] | S[{2}]; M[{0}] = M[{1}] | M[{2}]",
    Gate.CHOOSE: "S[{0}] = S[{1}] & S[{2}] | ~M[{1}] & S[{3}] | S[{2}] & S[{3}]; "
    "M[{0}] = M[{1}] & M[{2}] | ~S[{1}] & M[{3}]",
    Gate.NEVER: "S[{0}] = M[{0}] = 0",
    Gate.ALWAYS: "S[{0}] = M[{0}] = A",
    Gate.IN_FORCE: "S[{0}] = W[{2}] & S[{1}]; M[{0}] = W[{2}] & M[{1}]",
    Gate.OR_IN_FORCE: "S[{0}] |= W[{2}] & S[{1}]; M[{0}] |= W[{2}] & M[{1}]",
    Gate.UNLESS: "O[{0}] &= ~W[{1}]",
    Gate.WINDOW: "R[{0}] = W[{1}]",
    Gate.NOTHING: "R[{0}] = 0",
    Gate.OPEN_PARTS: "R[{0}] = M[{1}] & ~S[{1}]",
    Gate.SOME_OPEN: "R[{0}] |= S[{1}]",
    Gate.SOME_CLOSED: "R[{0}] |= ~M[{1}]",
    Gate.BUT_OPEN: "R[{0}] = M[{1}] & ~S[{1}] | S[{1}] & ~R[{0}]",
    Gate.BUT_CLOSED: "R[{0}] = M[{1}] & ~S[{1}] | ~M[{1}] & ~R[{0}]",
    Gate.OF_AND: "R[{0}] = R[{1}] & (S[{2}] | ~M[{2}] & ~M[{3}] | R[{4}] & M[{3}] & ~S[{3}])",
    Gate.OF_OR: "R[{0}] = R[{1}] & (~M[{2}] | S[{2}] & S[{3}] | R[{4}] & M[{3}] & ~S[{3}])",
    Gate.TEST: "R[{0}] = R[{1}] & ~(M[{2}] & ~S[{2}] & alike[{3}, {4}])",
    Gate.TEST_OF_RULE: "R[{0}] = R[{1}] & M[{2}] & ~(~S[{2}] & alike[{3}, {4}])",
    Gate.WHERE_YES: "R[{0}] = R[{1}] & M[{2}]",
    Gate.WHERE_NO: "R[{0}] = R[{1}] & ~S[{2}]",
    Gate.OWN: "O[{0}] |= R[{1}]",
    Gate.EDGE: "E[{0}] |= R[{1}]",
}


class Line(NamedTuple):
    """One gate and its operands; ``rule`` is the step of the rule it was written for."""

    gate: Gate
    operands: tuple[int, ...]
    rule: int

    def __str__(self) -> str:
        return SPELLED[self.gate].format(*self.operands)


def answering(program: Program) -> Iterator[Line]:
    """Yield the gates that answer every step, its atoms being answered already."""
    waiting: list[Line] = []
    for step, (op, _) in enumerate(program.steps):
        waiting += (Line(gate, operands, 0) for gate, operands in _answer(program, step))
        if op is Op.RULE:
            yield from (line._replace(rule=step) for line in waiting)
            waiting = []
    yield from waiting


def _answer(program: Program, step: int) -> Iterator[tuple[Gate, tuple[int, ...]]]:
    op, payload = program.steps[step]
    if op is Op.NOT:
        yield Gate.NOT, (step, payload)
    elif op in (Op.AND, Op.OR):
        gate = Gate.AND if op is Op.AND else Gate.OR
        first = payload[0]
        for part in payload[1:] or payload:
            yield gate, (step, first, part)
            first = step
    elif op is Op.CHOOSE:
        yield Gate.CHOOSE, (step, *payload)
    elif op is Op.CONST:
        yield Gate.ALWAYS if payload else Gate.NEVER, (step,)
    elif op is Op.RULE:
        yield from _rule(program, step, payload[1])


def _rule(
    program: Program, step: int, versions: Sequence[tuple[Window, int]]
) -> Iterator[tuple[Gate, tuple[int, ...]]]:
    if not versions:
        yield Gate.NEVER, (step,)
    for rank, (window, part) in enumerate(versions):
        gate = Gate.OR_IN_FORCE if rank else Gate.IN_FORCE
        yield gate, (step, part, program.windows.index(window))


class Deciding:
    """Writes which rules decided a rule, as ``explain`` tells it of one person.

    An edge stands for a rule that another names: ``edges`` numbers them once the lines are drawn.
    """

    def __init__(self, program: Program, tried: Tried) -> None:
        self.program, self.tried = program, tried
        self.edges: dict[tuple[int, int], int] = {}
        self.rows = 0

    def lines(self) -> Iterator[Line]:
        """Yield the gates, rule after rule."""
        for step, (op, payload) in enumerate(self.program.steps):
            if op is Op.RULE:
                for gate, operands in self._rule(step, payload[1]):
                    yield Line(gate, operands, step)

    def _rule(
        self, step: int, versions: Sequence[tuple[Window, int]]
    ) -> Iterator[tuple[Gate, tuple[int, ...]]]:
        row = 0
        for window, part in versions:
            place = self.program.windows.index(window)
            yield Gate.UNLESS, (step, place)
            yield Gate.WINDOW, (row, place)
            yield from self._decided(step, part, row)

    def _decided(self, rule: int, step: int, where: int) -> Iterator[tuple[Gate, tuple[int, ...]]]:
        self.rows = max(self.rows, where + 3)
        op, payload = self.program.steps[step]
        if op is Op.ATOM:
            yield Gate.OWN, (rule, where)
        elif op is Op.RULE:
            edge = self.edges.setdefault((rule, step), len(self.edges))
            yield Gate.EDGE, (edge, where)
        elif op is Op.NOT:
            yield from self._decided(rule, payload, where)
        elif op is Op.CHOOSE:
            yield from self._chosen(rule, payload, where)
        elif op is not Op.CONST:
            yield from self._joined(rule, step, where)

    def _joined(self, rule: int, step: int, where: int) -> Iterator[tuple[Gate, tuple[int, ...]]]:
        op, parts = self.program.steps[step]
        open_parts, row = where + 1, where + 2
        yield from self._open_parts(step, open_parts)
        for part in parts:
            gate = Gate.OF_AND if op is Op.AND else Gate.OF_OR
            yield gate, (row, where, step, part, open_parts)
            yield from self._decided(rule, part, row)

    def _open_parts(self, step: int, row: int) -> Iterator[tuple[Gate, tuple[int, ...]]]:
        """Write where the open parts of a step are told: where it is open itself, and where it
        stands though no part does, «this or not this»."""
        op, parts = self.program.steps[step]
        if not self.tried.inexact[step]:
            yield Gate.OPEN_PARTS, (row, step)
            return
        yield Gate.NOTHING, (row,)
        for part in parts:
            yield (Gate.SOME_CLOSED if op is Op.AND else Gate.SOME_OPEN), (row, part)
        yield (Gate.BUT_CLOSED if op is Op.AND else Gate.BUT_OPEN), (row, step)

    def _chosen(
        self, rule: int, parts: Sequence[int], where: int
    ) -> Iterator[tuple[Gate, tuple[int, ...]]]:
        test, yes, no = parts
        row = where + 1
        by_rule = self.program.steps[test][0] is Op.RULE
        gate = Gate.TEST_OF_RULE if by_rule else Gate.TEST
        yield gate, (row, where, test, yes, no)
        yield from self._decided(rule, test, row)
        yield Gate.WHERE_YES, (row, where, test)
        yield from self._decided(rule, yes, row)
        yield Gate.WHERE_NO, (row, where, test)
        yield from self._decided(rule, no, row)
