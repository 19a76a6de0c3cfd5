"""One person under all the rules of a book, over all days, in three values.

A person's days are cut wherever an answer may change. Over these stretches a condition is two
integers, a bit a stretch: *surely* true, *possibly* true. Where the two differ, the diagram
decides what the open facts and readings really leave open.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from sortie.days import EVER, NEVER
from sortie.rules.atoms import NO, OPEN, YES, Atom, Changes, DayReaches, Exceeds, Side
from sortie.rules.book import Book, Op
from sortie.rules.diagram import Branch, Decision, Diagrams, possible
from sortie.rules.fields import Missing, held
from sortie.rules.rule import Window

Mask = int

# Bound once: to look a member up in its enum costs more than the step itself.
_ATOM, _NOT, _AND, _OR, _CHOOSE, _RULE = Op.ATOM, Op.NOT, Op.AND, Op.OR, Op.CHOOSE, Op.RULE


class Outcome(Enum):
    """The three answers of the law."""

    OPEN = "open"
    CLOSED = "closed"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that have one answer, from ``since`` to the day before ``before``."""

    since: date
    before: date
    outcome: Outcome


class Assessment:
    """What every rule answers about one record. Built once, asked often.

    The trap: days run from the beginning to the end of time; whoever shows them cuts them to
    the custody.
    """

    def __init__(self, book: Book, record: Any) -> None:
        self.book = book
        self.record = record
        changes = [atom.changes(record) for atom in book.atoms]
        days = {EVER, *book.law_days}
        for rows in changes:
            for day, _ in rows:
                days.add(day)
        days.update(_crossings(record, book.atoms, changes))
        days.discard(NEVER)
        self.cuts = sorted(days)
        self._first_day = EVER + (self._end(0) - EVER) // 2
        self._all: Mask = (1 << len(self.cuts)) - 1
        self._place = {day: i for i, day in enumerate(self.cuts)}
        self._place[NEVER] = len(self.cuts)
        self.sure: list[Mask] = []
        self.maybe: list[Mask] = []
        self._decisions: dict[tuple[int, int], Decision] = {}
        self._exact: dict[int, tuple[Mask, Mask]] = {}
        self._diagrams = Diagrams(book.order)
        self.told: dict[int, Any] = {}  # what ``explain`` has worked out, by stretch
        self._run(changes)

    # -- masks ------------------------------------------------------------------------------------

    def _between(self, since: date, before: date) -> Mask:
        return (1 << self._place[before]) - (1 << self._place[since])

    def _atom_masks(self, changes: Changes) -> tuple[Mask, Mask]:
        if len(changes) == 1:
            answer = changes[0][1]
            return self._all * (answer == YES), self._all * (answer != NO)
        sure = maybe = 0
        for (since, answer), before in zip(
            changes, [*(d for d, _ in changes[1:]), NEVER], strict=True
        ):
            if answer and since < before:
                mask = self._between(since, before)
                maybe |= mask
                if answer == YES:
                    sure |= mask
        return sure, maybe

    def _run(self, changes: list[Changes]) -> None:
        # By identity: the book keeps one window for equal dates, and hashing two dates costs more.
        windows = {id(w): self._between(w.since, w.before) for w in self.book.windows}
        rows = iter(changes)
        full = self._all
        for op, payload in self.book.program:
            if op is _ATOM:
                s, m = self._atom_masks(next(rows))
            elif op is _AND:
                s, m = self._every(payload)
            elif op is _OR:
                s, m = self._some(payload)
            elif op is _RULE:
                s, m = self._in_force(payload[1], windows)
            elif op is _NOT:
                s, m = full & ~self.maybe[payload], full & ~self.sure[payload]
            elif op is _CHOOSE:
                s, m = self._choose(*payload)
            else:
                s = m = full * payload
            self.sure.append(s)
            self.maybe.append(m)

    def _every(self, parts: tuple[int, ...]) -> tuple[Mask, Mask]:
        sure, maybe = self.sure, self.maybe
        s = m = self._all
        for part in parts:
            s &= sure[part]
            m &= maybe[part]
        return s, m

    def _some(self, parts: tuple[int, ...]) -> tuple[Mask, Mask]:
        sure, maybe = self.sure, self.maybe
        s = m = 0
        for part in parts:
            s |= sure[part]
            m |= maybe[part]
        return s, m

    def _in_force(
        self, versions: Iterable[tuple[Window, int]], windows: Mapping[int, Mask]
    ) -> tuple[Mask, Mask]:
        s = m = 0
        for window, part in versions:
            mask = windows[id(window)]
            s |= self.sure[part] & mask
            m |= self.maybe[part] & mask
        return s, m

    def _choose(self, test: int, yes: int, no: int) -> tuple[Mask, Mask]:
        sure, maybe, full = self.sure, self.maybe, self._all
        never, always = full & ~maybe[test], sure[test]
        s = (always & sure[yes]) | (never & sure[no]) | (sure[yes] & sure[no])
        m = (maybe[test] & maybe[yes]) | (full & ~always & maybe[no])
        return s, m

    # -- answers ----------------------------------------------------------------------------------

    def stretch_of(self, day: date) -> int:
        """Return the number of the stretch a day lies in."""
        return bisect_right(self.cuts, day) - 1

    def day_of(self, stretch: int) -> date:
        """Return a day that stands for a stretch.

        The trap: the beginning of time does not, no month can be taken from it.
        """
        return self.cuts[stretch] if stretch else self._first_day

    def outcome(self, rule_id: str, on: date) -> Outcome:
        """Return the answer of a rule on a day."""
        return self.outcome_of(self.book.step(rule_id), self.stretch_of(on))

    def outcome_of(self, step: int, stretch: int) -> Outcome:
        """Return the exact answer of a step on a stretch."""
        bit = 1 << stretch
        if self.sure[step] & bit:
            return Outcome.OPEN
        if not self.maybe[step] & bit:
            return Outcome.CLOSED
        if self.book.exact[step]:
            return Outcome.UNDETERMINED
        decision = self.decision(step, stretch)
        if isinstance(decision, Branch):
            return Outcome.UNDETERMINED
        return Outcome.OPEN if decision else Outcome.CLOSED

    def decision(self, step: int, stretch: int) -> Decision:
        """Return the exact answer: yes, no, or the branches that differ."""
        bit = 1 << stretch
        if self.sure[step] & bit:
            return True
        if not self.maybe[step] & bit:
            return False
        key = (step, stretch)
        if key not in self._decisions:
            self._decisions[key] = self._drawn(step, stretch)
        return self._decisions[key]

    def _drawn(self, step: int, stretch: int) -> Decision:
        """Return the diagram of a step that three-valued logic leaves open."""
        op, payload = self.book.program[step]
        if op is _ATOM:
            atom: Atom = payload
            return self._diagrams.of(atom.unknown(self.record, self.day_of(stretch)))
        if op is _RULE:
            return self.decision(self.version_in_force(payload[1], stretch), stretch)
        if op is _NOT:
            return self._diagrams.contrary(self.decision(payload, stretch))
        parts = [self.decision(part, stretch) for part in payload]
        if op is _CHOOSE:
            return self._diagrams.choose(*parts)
        parts.reverse()
        return self._diagrams.all_of(parts) if op is _AND else self._diagrams.any_of(parts)

    def version_in_force(self, versions: Iterable[tuple[Any, int]], stretch: int) -> int:
        """Return the step of the version whose dates hold the stretch."""
        day = self.cuts[stretch]
        return next(step for window, step in versions if window.since <= day < window.before)

    def stretches(self, rule_id: str) -> tuple[Stretch, ...]:
        """Return a rule's answer over all days, neighbours with one answer merged."""
        return self.stretches_of(self.book.step(rule_id))

    def stretches_of(self, step: int) -> tuple[Stretch, ...]:
        """Return a step's answer over all days, neighbours with one answer merged."""
        found = [self.around(step, 0)]
        while found[-1].before < NEVER:
            found.append(self.around(step, self._place[found[-1].before]))
        return tuple(found)

    def outcome_under(self, rule_id: str, on: date, **settled: Enum) -> Outcome:
        """Return the answer of a rule on a day if readings were settled so."""
        answers = self._possible(self.book.step(rule_id), self.stretch_of(on), settled)
        if len(answers) > 1:
            return Outcome.UNDETERMINED
        return Outcome.OPEN if True in answers else Outcome.CLOSED

    def opens_under(self, rule_id: str, day: date, **settled: Enum) -> date | None:
        """Return since when a rule is open on a day, or else the next day it opens."""
        step, asked = self.book.step(rule_id), self.stretch_of(day)
        for stretch in range(asked, len(self.cuts)):
            if False not in self._possible(step, stretch, settled):
                while stretch and False not in self._possible(step, stretch - 1, settled):
                    stretch -= 1
                return self.cuts[stretch]
        return None

    def _possible(self, step: int, stretch: int, settled: Mapping[str, Enum]) -> frozenset[bool]:
        return possible(self.decision(step, stretch), settled)

    def around(self, step: int, stretch: int) -> Stretch:
        """Return the run of days around a stretch on which a step's answer stays the same."""
        sure, never = self._exactly(step)
        bit = 1 << stretch
        if sure & bit:
            outcome, alike = Outcome.OPEN, sure
        elif never & bit:
            outcome, alike = Outcome.CLOSED, never
        else:
            outcome, alike = Outcome.UNDETERMINED, self._all & ~sure & ~never
        first = (~alike & (bit - 1)).bit_length()
        beyond = ~alike >> stretch
        last = stretch + (beyond & -beyond).bit_length() - 2
        return Stretch(self.cuts[first], self._end(last), outcome)

    def _exactly(self, step: int) -> tuple[Mask, Mask]:
        """Return the stretches on which a step surely holds, and those on which it never does."""
        if step not in self._exact:
            sure, never = self.sure[step], self._all & ~self.maybe[step]
            doubtful = 0 if self.book.exact[step] else self._all & ~sure & ~never
            for stretch in _ones(doubtful):
                decision = self.decision(step, stretch)
                sure |= (decision is True) << stretch
                never |= (decision is False) << stretch
            self._exact[step] = sure, never
        return self._exact[step]

    def _end(self, stretch: int) -> date:
        return self.cuts[stretch + 1] if stretch + 1 < len(self.cuts) else NEVER

    @cached_property
    def readings(self) -> frozenset[str]:
        """The ids of the readings nobody has settled."""
        fields = {f for atom in self.book.atoms for f, _ in atom.looks_at() if f.reading}
        return frozenset(f.reading for f in fields if isinstance(held(self.record, f, ()), Missing))


def _ones(mask: Mask) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _crossings(record: Any, atoms: Iterable[Atom], changes: Iterable[Changes]) -> set[date]:
    """Return the days on which a moving bound on an unknown date passes a fixed one.

    Between two cuts the order of all bounds on an unknown date must stay the same, or the
    diagram of the first day would not be that of the others.
    """
    moving: list[DayReaches] = []
    fixed: list[tuple[Side, date]] = []
    for atom, rows in zip(atoms, changes, strict=True):
        if all(answer != OPEN for _, answer in rows):
            continue
        if isinstance(atom, DayReaches):
            moving.append(atom)
        elif isinstance(atom, Exceeds) and atom.left.field.kind is date:
            turning = atom.turns(record, EVER)
            fixed.extend([(turning[0], turning[1].bound)] if turning else [])
    return {
        day
        for atom in moving
        for side, bound in fixed
        if side.raw == atom.side.raw
        for day in atom.crossings(bound)
    }
