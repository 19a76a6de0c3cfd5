"""The rules of one law, read and put in the order in which they are worked out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property
from typing import Any

from sortie.days import EVER, NEVER
from sortie.rules.atoms import Atom, DayReaches, Exceeds
from sortie.rules.errors import UnknownRule
from sortie.rules.fields import Choice, fields_of
from sortie.rules.figures import Figure
from sortie.rules.reader import read
from sortie.rules.rule import Rule, Version, Window, mistake
from sortie.rules.tree import And, Call, Choose, Const, Not, Or, Test, Tree, parts_of


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
_OP_OF = {And: Op.AND, Or: Op.OR, Choose: Op.CHOOSE}


class Book:
    """All the rules about one kind of record.

    ``program`` lists the steps, parts before wholes, equal parts once; ``step_of`` tells where
    each rule's answer stands. Reading happens here, once: a mistake of an author stops it.
    """

    def __init__(self, record: type, rules: Iterable[Rule[Any]]) -> None:
        self.record = record
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
        for rule in rules:
            self._rule(rule)

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
        """The order in which the rules first speak of each field, under each choice."""
        found: dict[tuple[str, Choice], int] = {}
        for atom in self.atoms:
            for field, choice in atom.looks_at():
                found.setdefault((field.name, choice), len(found))
        return found

    def _rule(self, rule: Rule[Any]) -> int:
        if rule.id in self.step_of:
            if self.rules[rule.id] is not rule:
                body = rule.versions[0].body
                raise mistake(body, None, f"two rules are named {rule.id}", "choose another id")
            return self.step_of[rule.id]
        if rule.id in self._open:
            body = rule.versions[0].body
            raise mistake(body, None, f"{rule.id} rests on itself", "break the circle")
        self._open.append(rule.id)
        steps = tuple((v.window, self._version(rule, v)) for v in rule.versions)
        self._open.pop()
        self.rules[rule.id] = rule
        for window, _ in steps:
            if window not in self.windows:
                self.windows.append(window)
        self.step_of[rule.id] = self._step(Op.RULE, (rule.id, steps))
        return self.step_of[rule.id]

    def _version(self, rule: Rule[Any], version: Version[Any]) -> int:
        tree = read(self.record, version)
        self.trees[id(version)] = tree
        step = self._tree(tree)
        self.version_steps[id(version)] = step
        for figure in _figures(tree):
            first = figure.versions[0].since
            if version.window.since < first:
                raise mistake(
                    version.body, None,
                    f"{rule.id} is in force from {version.window.since}, "
                    f"but {figure.id} has no value before {first}",
                    "begin the rule when its figure begins, or date the older value",
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


def _figures(tree: Tree) -> list[Figure[Any]]:
    found: list[Figure[Any]] = []

    def visit(part: Tree) -> None:
        if isinstance(part, Test):
            value = _figure_of(part.atom)
            found.extend([value] if value is not None else [])

    walk(tree, visit)
    return found


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
