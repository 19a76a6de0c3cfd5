"""Why: the rules that decided an answer, each with its days, facts and readings.

Kept are all the parts of a true *and*, the true limbs of a true *or*, the failing parts of a
false *and*; of an open answer, the parts that are open and matter.
"""

from collections.abc import Iterable, Iterator
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
    stretch = assessment.stretch_of(on)
    if stretch not in assessment.told:
        assessment.told[stretch] = _Told(assessment, stretch)
    told: _Told = assessment.told[stretch]
    return told.because(assessment.book.step(rule_id))


def _paths(variables: frozenset[Variable]) -> tuple[str, ...]:
    return tuple(sorted({p for v in variables if not v.reading for p in (v.paths or (v.field,))}))


class _Told:
    """What there is to tell about one stretch of days: each rule is worked out once."""

    def __init__(self, assessment: Assessment, stretch: int) -> None:
        self.of = assessment
        self.stretch = stretch
        self._because: dict[int, Because] = {}
        self._findings: dict[int, Finding | None] = {}
        self._own: dict[int, tuple[list[Atom], list[int]]] = {}

    def because(self, step: int) -> Because:
        """Return why a rule answers as it does."""
        if step not in self._because:
            rules: dict[int, None] = {}
            self._gather(step, rules)
            found = [self._finding(each) for each in rules]
            matter = support(self.of.decision(step, self.stretch))
            self._because[step] = Because(
                self._answer(step),
                tuple(finding for finding in found if finding is not None),
                _paths(matter),
                tuple(sorted({v.reading for v in matter if v.reading})),
            )
        return self._because[step]

    def _gather(self, step: int, rules: dict[int, None]) -> None:
        """Gather a rule and the rules that decided it."""
        if step not in rules:
            rules[step] = None
            for called in self._looked_at(step)[1]:
                self._gather(called, rules)

    def _looked_at(self, step: int) -> tuple[list[Atom], list[int]]:
        """Return the atoms and the rules that decided a rule, of those it names itself."""
        if step not in self._own:
            day = self.of.cuts[self.stretch]
            decided = [
                each
                for window, part in self.of.book.program[step][1][1]
                if window.since <= day < window.before
                for each in self._decided(part)
            ]
            program = self.of.book.program
            self._own[step] = (
                [program[each][1] for each in decided if program[each][0] is Op.ATOM],
                [each for each in decided if program[each][0] is Op.RULE],
            )
        return self._own[step]

    def _decided(self, step: int) -> Iterator[int]:
        """Yield the atoms and the rules that decided a step; rules are not entered."""
        op, payload = self.of.book.program[step]
        if op in (Op.RULE, Op.ATOM):
            yield step
        elif op is not Op.CONST:
            parts: Iterable[int] = (payload,)
            if op is Op.CHOOSE:
                parts = self._taken(*payload)
            elif op is not Op.NOT:
                parts = self._deciding(op, step, payload)
            for part in parts:
                yield from self._decided(part)

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
        # That another rule makes an exception is a reason; that it makes none goes without saying.
        answer = self._answer(test)
        ordinary = answer is Outcome.CLOSED and self.of.book.program[test][0] is Op.RULE
        idle = answer is Outcome.UNDETERMINED and self._answer(yes) is self._answer(no)
        if not (ordinary or idle):
            yield test
        if answer is not Outcome.CLOSED:
            yield yes
        if answer is not Outcome.OPEN:
            yield no

    def _finding(self, step: int) -> Finding | None:
        """Return what a rule answers; None where it decided by no fact of its own.

        A rule switched off for ever decides nothing; one that is switched on later does.
        """
        if step not in self._findings:
            day = self.of.cuts[self.stretch]
            rule = self.of.book.rules[self.of.book.program[step][1][0]]
            version = rule.version_on(day)
            atoms = self._looked_at(step)[0]
            worth = bool(atoms) or bool(rule.applies and not rule.in_force_on(day))
            self._findings[step] = self._found(step, rule, version, atoms) if worth else None
        return self._findings[step]

    def _found(
        self, step: int, rule: Rule[Any], version: Version[Any] | None, atoms: list[Atom]
    ) -> Finding:
        run = self.of.around(step, self.stretch)
        matter = support(self.of.decision(step, self.stretch))
        readings = {f.reading for a in atoms for f, _ in a.looks_at() if f.reading}
        return Finding(
            rule,
            version,
            run.outcome,
            None if run.since == EVER else run.since,
            None if run.before == NEVER else run.before,
            tuple(dict.fromkeys(self._facts(atoms))),
            _paths(matter),
            tuple(sorted(readings)),
        )

    def _facts(self, atoms: list[Atom]) -> Iterator[Fact]:
        day = self.of.cuts[self.stretch]
        for atom in atoms:
            for field, choice in atom.looks_at():
                if not field.reading:
                    value = held(self.of.record, field, choice)
                    now = value[day] if isinstance(value, Over) else value
                    yield Fact(field.name, now, choice)
