"""Why: the rules that decided an answer, each with its days, facts and readings.

Kept are all the parts of a true *and*, the true limbs of a true *or*, the failing parts of a
false *and*; of an open answer, the parts that are open and matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sortie.days import EVER, NEVER, Over
from sortie.rules.assessment import Assessment, Outcome
from sortie.rules.atoms import Atom, Variable
from sortie.rules.book import Op
from sortie.rules.diagram import support
from sortie.rules.fields import Choice, held
from sortie.rules.rule import Rule, Version


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that a finding looked at, on the day asked, under a choice of readings."""

    field: str
    value: Any
    choice: Choice = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that decided: its answer, since when and until when, and what it rests on."""

    rule: Rule[Any]
    version: Version[Any] | None
    outcome: Outcome
    since: date | None
    before: date | None
    facts: tuple[Fact, ...]
    missing: tuple[str, ...]
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """An answer with its findings, the missing facts and unsettled readings that matter."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    unsettled: tuple[str, ...]


def explain(assessment: Assessment, rule_id: str, on: date) -> Because:
    """Return why a rule answers as it does on a day."""
    step = assessment.book.step(rule_id)
    stretch = assessment.stretch_of(on)
    walk = _Walk(assessment, stretch)
    walk.rule(step)
    matter = support(assessment.decision(step, stretch))
    return Because(
        assessment.outcome_of(step, stretch),
        tuple(walk.findings()),
        _paths(matter),
        tuple(sorted({v.reading for v in matter if v.reading})),
    )


def _paths(variables: frozenset[Variable]) -> tuple[str, ...]:
    return tuple(sorted({p for v in variables if not v.reading for p in (v.paths or (v.field,))}))


class _Walk:
    """Walks the steps that decided a stretch and gathers the atoms under their rules."""

    def __init__(self, assessment: Assessment, stretch: int) -> None:
        self.of = assessment
        self.stretch = stretch
        self.atoms: dict[int, dict[Atom, None]] = {}
        self.seen: set[int] = set()

    def rule(self, step: int) -> None:
        """Enter a rule: its own atoms are kept under its step."""
        if step in self.seen:
            return
        self.seen.add(step)
        day = self.of.cuts[self.stretch]
        atoms = self.atoms.setdefault(step, {})
        for window, part in self.of.book.program[step][1][1]:
            if window.since <= day < window.before:
                self.part(part, atoms)
                return

    def part(self, step: int, atoms: dict[Atom, None]) -> None:
        """Walk one step on behalf of the rule whose atoms are gathered."""
        op, payload = self.of.book.program[step]
        if op is Op.RULE:
            self.rule(step)
        elif op is Op.ATOM:
            atoms[payload] = None
        elif op is Op.NOT:
            self.part(payload, atoms)
        elif op is Op.CHOOSE:
            for part in self._taken(*payload):
                self.part(part, atoms)
        elif op in (Op.AND, Op.OR):
            for part in self._deciding(op, step, payload):
                self.part(part, atoms)

    def _answer(self, step: int) -> Outcome:
        return self.of.outcome_of(step, self.stretch)

    def _deciding(self, op: Op, step: int, parts: tuple[int, ...]) -> Iterator[int]:
        answer = self._answer(step)
        whole = Outcome.OPEN if op is Op.AND else Outcome.CLOSED
        answers = [self._answer(part) for part in parts]
        if answer is not whole and answer not in answers:
            answer = Outcome.UNDETERMINED  # «this or not this»: it stands, though no part does
        for part, own in zip(parts, answers, strict=True):
            if answer is whole or own is answer:
                yield part

    def _taken(self, test: int, yes: int, no: int) -> Iterator[int]:
        answer = self._answer(test)
        if answer is not Outcome.UNDETERMINED or self._answer(yes) is not self._answer(no):
            yield test
        if answer is not Outcome.CLOSED:
            yield yes
        if answer is not Outcome.OPEN:
            yield no

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for every rule that decided by a fact of its own."""
        for step, atoms in self.atoms.items():
            rule_id, _ = self.of.book.program[step][1]
            in_force = self.of.book.rules[rule_id].version_on(self.of.cuts[self.stretch])
            if atoms or in_force is None:
                yield self._finding(step, rule_id, in_force, tuple(atoms))

    def _finding(
        self, step: int, rule_id: str, version: Version[Any] | None, atoms: tuple[Atom, ...]
    ) -> Finding:
        run = self.of.around(step, self.stretch)
        matter = support(self.of.decision(step, self.stretch))
        readings = {f.reading for a in atoms for f, _ in a.looks_at() if f.reading}
        return Finding(
            self.of.book.rules[rule_id],
            version,
            run.outcome,
            None if run.since == EVER else run.since,
            None if run.before == NEVER else run.before,
            tuple(dict.fromkeys(self._facts(atoms))),
            _paths(matter),
            tuple(sorted(readings)),
        )

    def _facts(self, atoms: tuple[Atom, ...]) -> Iterator[Fact]:
        day = self.of.cuts[self.stretch]
        for atom in atoms:
            for field, choice in atom.looks_at():
                if not field.reading:
                    value = held(self.of.record, field, choice)
                    now = value[day] if isinstance(value, Over) else value
                    yield Fact(field.name, now, choice)
