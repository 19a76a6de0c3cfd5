"""The steps of a book for the routes asked, each route under what is supposed of its application.

A whole population asks for no leave yet. Each route is therefore asked as if a fitting, complete
application had been filed: some facts are the same for everybody under that route, and only there.
The steps that look at none of them are kept once for all routes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sortie.days import EVER
from sortie.population.compiling.errors import NotCompiled
from sortie.rules import Atom, Book, ByReading, Op, Step, Window, fields_of, is_known

Facts = Mapping[str, Any]


@dataclass(eq=False)
class Program:
    """The steps to answer, parts before wholes.

    ``supposed`` tells which supposition an atom stands under; ``roots`` where each route stands.
    """

    book: Book
    suppositions: tuple[Facts, ...] = ()
    steps: list[Step] = field(default_factory=list)
    supposed: dict[int, int] = field(default_factory=dict)
    roots: dict[str, int] = field(default_factory=dict)
    asked: Mapping[str, Facts] = field(default_factory=dict)
    since: date = EVER

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The days in force of all versions that are asked."""
        found = (w for op, payload in self.steps if op is Op.RULE for w, _ in payload[1])
        return tuple(dict.fromkeys(found))

    @cached_property
    def law_days(self) -> tuple[date, ...]:
        """Every day on which the text of a rule that is asked changes."""
        return tuple(sorted({d for w in self.windows for d in (w.since, w.before)}))

    def facts_supposed(self, rule_id: str) -> Facts:
        """Return what is supposed of a route."""
        return self.suppositions[self.suppositions.index(self.asked[rule_id])]

    def facts_of(self, step: int) -> Facts:
        """Return what is supposed of the facts that an atom looks at."""
        return self.suppositions[self.supposed[step]] if step in self.supposed else {}

    def atoms(self) -> Iterator[tuple[int, Atom]]:
        """Yield every atom with its step."""
        return ((step, payload) for step, (op, payload) in enumerate(self.steps) if op is Op.ATOM)

    def rule_of(self, step: int) -> str:
        """Return the id of the first rule that rests on a step."""
        return next((p[0] for op, p in self.steps[step:] if op is Op.RULE), "")


def supposing(book: Book, asked: Mapping[str, Facts], since: date = EVER) -> Program:
    """Return the steps of some routes, each under what is supposed of it.

    Versions that ended before ``since`` are left out: it serves people whose custody began later.

    Raises:   UnknownRule: a route that the book does not have
              NotCompiled: something supposed is not known, or changes over time
    """
    for rule_id, facts in asked.items():
        _check(book, rule_id, facts)
    distinct: list[Facts] = []
    for facts in asked.values():
        if facts not in distinct:
            distinct.append(facts)
    program = Program(book, tuple(distinct), asked=asked, since=since)
    copier = _Copier(book, program)
    for rule_id, facts in asked.items():
        program.roots[rule_id] = copier.copied(book.step(rule_id), distinct.index(facts))
    return program


def _check(book: Book, rule_id: str, facts: Facts) -> None:
    book.step(rule_id)
    offered = fields_of(book.record)
    for name, value in facts.items():
        values = value.values.values() if isinstance(value, ByReading) else (value,)
        if name not in offered or offered[name].over or not all(map(is_known, values)):
            raise NotCompiled(rule_id, f"supposes {name}")


class _Copier:
    """Copies steps parts first: once for each set of values that it looks at below."""

    def __init__(self, book: Book, program: Program) -> None:
        self.book, self.program = book, program
        self._copies: dict[tuple[int, tuple[tuple[str, int], ...]], int] = {}
        self._values: dict[str, list[Any]] = {}
        self._fields: list[frozenset[str]] = []
        for op, payload in book.program:
            below = (self._fields[part] for part in _parts(op, payload))
            own = {f.name for f, _ in payload.looks_at()} if op is Op.ATOM else set()
            self._fields.append(frozenset(own).union(*below))

    def copied(self, step: int, supposition: int) -> int:
        """Return the copy of a step under a supposition, made if need be."""
        key = step, self._seen(step, supposition)
        if key not in self._copies:
            op, payload = self.book.program[step]
            if op is Op.RULE:
                lasting = (v for v in payload[1] if v[0].before > self.program.since)
                payload = payload[0], tuple(lasting)
            new = _mapped(op, payload, lambda part: self.copied(part, supposition))
            self._copies[key] = len(self.program.steps)
            if op is Op.ATOM and key[1]:
                self.program.supposed[len(self.program.steps)] = supposition
            self.program.steps.append((op, new))
        return self._copies[key]

    def _seen(self, step: int, supposition: int) -> tuple[tuple[str, int], ...]:
        """Return what a step sees of a supposition: each fact, and which of its values."""
        facts = self.program.suppositions[supposition]
        found: list[tuple[str, int]] = []
        for name in sorted(self._fields[step] & facts.keys()):
            values = self._values.setdefault(name, [])
            if facts[name] not in values:
                values.append(facts[name])
            found.append((name, values.index(facts[name])))
        return tuple(found)


def _parts(op: Op, payload: Any) -> Iterable[int]:
    if op in (Op.ATOM, Op.CONST):
        return ()
    if op is Op.RULE:
        return tuple(part for _, part in payload[1])
    return (payload,) if op is Op.NOT else payload


def _mapped(op: Op, payload: Any, new: Any) -> Any:
    if op in (Op.ATOM, Op.CONST):
        return payload
    if op is Op.RULE:
        return payload[0], tuple((window, new(part)) for window, part in payload[1])
    return new(payload) if op is Op.NOT else tuple(new(part) for part in payload)
