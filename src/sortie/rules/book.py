"""The rules of one law, read and put in the order in which they are worked out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property
from typing import Any

from sortie.days import EVER, NEVER
from sortie.rules.amendments import overlap
from sortie.rules.atoms import Among, Atom, DayReaches, Exceeds
from sortie.rules.errors import UnknownRule
from sortie.rules.fields import Choice, Field, fields_of
from sortie.rules.figures import Figure
from sortie.rules.reader import read
from sortie.rules.roundings import other_way
from sortie.rules.rule import Rule, Version, Window
from sortie.rules.tree import And, Call, Choose, Const, Not, Or, Test, Tree, parts_of
from sortie.rules.written import mistake


class Op(IntEnum):
    """What a step of the program does."""

    CONST = 0
    ATOM = 1
    NOT = 2
    AND = 3
    OR = 4
    CHOOSE = 5
    RULE = 6


Step = tuple[Op, Any]
Looks = frozenset[tuple[Field, Choice]] | None
_OP_OF = {And: Op.AND, Or: Op.OR, Choose: Op.CHOOSE}


@dataclass(frozen=True, slots=True)
class InPlace:
    """Rules and figures that a changed book puts in place of those of the same id.

    A rule of an id that no other rule bears is one more; None takes away what was put in.
    """

    rules: Mapping[str, Rule[Any] | None] = field(default_factory=dict)
    figures: Mapping[str, Figure[Any] | None] = field(default_factory=dict)


class Book:
    """All the rules about one kind of record.

    ``program`` lists the steps, parts before wholes, equal parts once; ``step_of`` tells where
    each rule's answer stands. Reading happens here, once: a mistake of an author stops it.
    Rules name each other through their modules; what ``in_place`` holds is read instead.
    """

    def __init__(
        self, record: type, rules: Iterable[Rule[Any]], in_place: InPlace | None = None
    ) -> None:
        self.record = record
        self.roots = tuple(rules)
        self._in_place: dict[str, Rule[Any]] = {}
        self._figures: dict[str, Figure[Any]] = {}
        if in_place is not None:
            self._in_place = {i: each for i, each in in_place.rules.items() if each}
            self._figures = {i: each for i, each in in_place.figures.items() if each}
        self.figures: dict[str, Figure[Any]] = {}
        self.rules: dict[str, Rule[Any]] = {}
        self.trees: dict[int, Tree] = {}
        self.atoms: list[Atom] = []
        self.windows: list[Window] = []
        self.program: list[Step] = []
        self.step_of: dict[str, int] = {}
        self.version_steps: dict[int, int] = {}
        self._known: dict[Any, int] = {}
        self._open: list[str] = []
        fields_of(record)
        for rule in (*self.roots, *self._in_place.values()):
            self._rule(rule)

    def changed(self, change: InPlace) -> "Book":
        """Return the book with other rules and figures put in place, read anew.

        Raises:   AuthorMistake: what is put in place cannot be read
        """
        both = InPlace(self._in_place | dict(change.rules), self._figures | dict(change.figures))
        return Book(self.record, self.roots, both)

    def __getitem__(self, rule_id: str) -> Rule[Any]:
        """Return a rule by its id.

        Raises:   UnknownRule: no such rule; the nearest ids are named
        """
        if rule_id not in self.rules:
            near = get_close_matches(rule_id, list(self.rules), n=3, cutoff=0.3)
            raise UnknownRule(rule_id, tuple(near))
        return self.rules[rule_id]

    def step(self, rule_id: str) -> int:
        """Return the step of a rule's answer.

        Raises:   UnknownRule: no such rule; the nearest ids are named
        """
        return self.step_of[self[rule_id].id]

    @cached_property
    def law_days(self) -> tuple[date, ...]:
        """Every day on which the text of a rule changes."""
        days = {d for w in self.windows for d in (w.since, w.before)}
        return tuple(sorted(days - {EVER, NEVER}))

    @cached_property
    def order(self) -> Mapping[tuple[str, Choice], int]:
        """The order in which diagrams branch on the fields, under each choice.

        As the rules first speak of them, but for the facts that readings move: they come last,
        each after the readings that move it.
        """
        looked = dict.fromkeys(pair for atom in self.atoms for pair in atom.looks_at())
        moved_by = dict.fromkeys(field.under for field, _ in looked if field.under)
        movers = {name for names in moved_by for name in names}
        found = [(f.name, c) for f, c in looked if not f.under and f.name not in movers]
        for names in moved_by:
            found += [(name, ()) for name in names]
            found += [(f.name, c) for f, c in looked if f.under == names]
        return {each: place for place, each in enumerate(dict.fromkeys(found))}

    @cached_property
    def exact(self) -> tuple[bool, ...]:
        """For each step, whether three values say all: no field is looked at twice below it."""
        below: list[Looks] = []
        for op, payload in self.program:
            if op is Op.CONST:
                below.append(frozenset())
            elif op is Op.ATOM:
                below.append(frozenset(payload.looks_at()) if _can_answer_no(payload) else None)
            elif op is Op.RULE:
                below.append(_in_turn(below[step] for _, step in payload[1]))
            else:
                steps = (payload,) if op is Op.NOT else payload
                below.append(_together(below[step] for step in steps))
        return tuple(looked is not None for looked in below)

    def _rule(self, named: Rule[Any]) -> int:
        rule = self._in_place.get(named.id, named)
        if rule.id in self.step_of:
            if self.rules[rule.id] is not rule:
                body = rule.versions[0].body
                raise mistake(body, None, f"two rules are named {rule.id}", "choose another id")
            return self.step_of[rule.id]
        if rule.id in self._open:
            body = rule.versions[0].body
            raise mistake(body, None, f"{rule.id} rests on itself", "break the circle")
        self._open.append(rule.id)
        steps = tuple(each for v in rule.versions for each in self._on_its_days(rule, v))
        self._open.pop()
        self.rules[rule.id] = rule
        self.step_of[rule.id] = self._step(Op.RULE, (rule.id, steps))
        return self.step_of[rule.id]

    def _on_its_days(self, rule: Rule[Any], version: Version[Any]) -> Iterator[tuple[Window, int]]:
        """Yield the windows on which a version holds, with its step; none while switched off."""
        self._window(version.window)
        step = self._version(rule, version)
        for applies in rule.applies:
            shared = overlap(version.window, applies)
            if shared is not None:
                yield self._window(shared), step

    def _window(self, window: Window) -> Window:
        """Return the one window kept for these dates."""
        if window not in self.windows:
            self.windows.append(window)
        return self.windows[self.windows.index(window)]

    def _version(self, rule: Rule[Any], version: Version[Any]) -> int:
        tree = read(self.record, version, self._figures)
        self.trees[id(version)] = tree
        step = self._tree(tree)
        self.version_steps[id(version)] = step
        for figure in _figures(tree):
            self.figures[figure.id] = figure
            first = figure.versions[0].since
            if version.window.since < first:
                raise mistake(
                    version.body, None,
                    f"{rule.id} is in force from {version.window.since}, "
                    f"but {figure.id} has no value before {first}",
                    "begin the rule when its figure begins, or date the older value",
                )  # fmt: skip
        for atom in _atoms(tree):
            if other_way(atom, self.atoms) is not None:
                raise mistake(
                    version.body, None,
                    f"{rule.id} counts to {atom.looks_at()[0][0].name} as another rule does, but "
                    "for the ends of months: the days between would be lost",
                    "one rounding and one comparison for the same months",
                )  # fmt: skip
        return step

    def _step(self, op: Op, payload: Any) -> int:
        key = (op, payload)
        if key not in self._known:
            self._known[key] = len(self.program)
            self.program.append(key)
        return self._known[key]

    def _tree(self, tree: Tree) -> int:
        match tree:
            case Call(rule):
                return self._rule(rule)
            case Test(atom):
                return self._atom(atom)
            case Const(value):
                return self._step(Op.CONST, value)
            case Not(part):
                return self._step(Op.NOT, self._tree(part))
            case And() | Or() | Choose():
                parts = tuple(self._tree(part) for part in parts_of(tree))
                return self._step(_OP_OF[type(tree)], parts)

    def _atom(self, atom: Atom) -> int:
        if (Op.ATOM, atom) not in self._known:
            self.atoms.append(atom)
        return self._step(Op.ATOM, atom)


def _can_answer_no(atom: Atom) -> bool:
    return not (isinstance(atom, Among) and atom.values >= set(atom.field.members))


def _together(parts: Iterable[Looks]) -> Looks:
    """Return all that parts look at, None where two of them look at the same."""
    found: Looks = frozenset()
    for part in parts:
        if found is None or part is None or found & part:
            return None
        found |= part
    return found


def _in_turn(versions: Iterable[Looks]) -> Looks:
    """Return all that versions look at: they are never in force on the same day."""
    found: Looks = frozenset()
    for version in versions:
        if found is None or version is None:
            return None
        found |= version
    return found


def _atoms(tree: Tree) -> list[Atom]:
    found: list[Atom] = []
    walk(tree, lambda part: found.append(part.atom) if isinstance(part, Test) else None)
    return found


def _figures(tree: Tree) -> list[Figure[Any]]:
    found = (_figure_of(atom) for atom in _atoms(tree))
    return [figure for figure in found if figure is not None]


def _figure_of(atom: Atom) -> Figure[Any] | None:
    if isinstance(atom, DayReaches):
        for added in (atom.term, atom.side.plus):
            if isinstance(added, Figure):
                return added
    if isinstance(atom, Exceeds) and isinstance(atom.right, Figure):
        return atom.right
    return None


def walk(tree: Tree, visit: Callable[[Tree], None]) -> None:
    """Visit a tree and all its parts; other rules are visited, not entered."""
    visit(tree)
    for part in parts_of(tree):
        walk(part, visit)
