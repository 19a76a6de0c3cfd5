"""Read a rule's function, once, into a tree.

What is offered: ``and``, ``or``, ``not``, ``x if y else z``, comparisons, ``in``, other rules
called with the same person and day, and what ``terms`` can find in the record. Everything else
is refused with file, line and column, and what to write instead.
"""

import ast
import builtins
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sortie.rules.fields import Choice, Field, choices, fields_of
from sortie.rules.figures import Figure
from sortie.rules.rule import Rule, Version
from sortie.rules.terms import Scope
from sortie.rules.tree import And, Call, Choose, Const, Not, Or, Test, Tree
from sortie.rules.written import mistake, source_of

NO_FIGURES: Mapping[str, Figure[Any]] = MappingProxyType({})
_OFFERED = "and, or, not, x if y else z, comparisons, in, another rule(p, day)"


def read(
    record: type, version: Version[Any], figures: Mapping[str, Figure[Any]] = NO_FIGURES
) -> Tree:
    """Return the tree of one version of a rule about a record.

    ``figures`` stand in place of the figures of the same id.

    Raises:   AuthorMistake: the function says something that is not offered
    """
    return Reader(record, version.body, figures).body()


class Reader:
    """Reads one function; holds what its names mean."""

    def __init__(
        self, record: type, function: Callable[..., Any], figures: Mapping[str, Figure[Any]]
    ) -> None:
        self.record = record
        self.function = function
        self.node = source_of(function)
        taken = self.node.args
        names = [arg.arg for arg in taken.args]
        others = (taken.posonlyargs, taken.vararg, taken.kwonlyargs, taken.kwarg, taken.defaults)
        if len(names) != 2 or any(others):
            raise self.refuse(self.node, "a rule takes a person and a day", "def name(p, day):")
        known = function.__globals__
        self.scope = Scope(record, names[0], names[1], known, figures, self.refuse)

    def refuse(self, node: ast.AST, found: str, instead: str) -> Exception:
        """Return the refusal that points at a node."""
        return mistake(self.function, node, found, instead)

    def body(self) -> Tree:
        """Return the tree of the single ``return``."""
        statements = self.node.body[1:]
        if len(statements) != 1 or not isinstance(statements[0], ast.Return):
            where = statements[0] if statements else self.node
            raise self.refuse(where, "a rule is a docstring and one return", "return a or b")
        value = statements[0].value
        if value is None:
            raise self.refuse(statements[0], "nothing is returned", "return a statement")
        return self.tree(value)

    def tree(self, node: ast.expr) -> Tree:
        """Return the tree of an expression."""
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return And(tuple(self.tree(v) for v in values))
            case ast.BoolOp(op=ast.Or(), values=values):
                return Or(tuple(self.tree(v) for v in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.tree(operand))
            case ast.IfExp(test=test, body=yes, orelse=no):
                return Choose(self.tree(test), self.tree(yes), self.tree(no))
            case ast.Constant(value=bool() as value):
                return Const(value)
            case _:
                return self.leaf(node)

    def leaf(self, node: ast.expr) -> Tree:
        """Return the tree of a call, a flag or a comparison."""
        match node:
            case ast.Call():
                return self.call(node)
            case ast.Attribute() | ast.Subscript():
                field = self.scope.field(node)
                return self.spread((field,), lambda c: Test(self.scope.flag(node, field, c[0])))
            case ast.Compare(ops=[_]):
                return self.comparison(node)
            case ast.Compare():
                raise self.refuse(node, "a chain of comparisons", "a <= b and b <= c")
            case _:
                raise self.refuse(node, f"{ast.unparse(node)} is not offered", _OFFERED)

    def call(self, node: ast.Call) -> Tree:
        """Return the call of another rule with the same person and day."""
        target = self.scope.find(node.func)
        if isinstance(node.func, ast.Name) and not hasattr(builtins, node.func.id):
            target = self.scope.value(node.func)
        if not isinstance(target, Rule):
            raise self.refuse(node, f"{ast.unparse(node.func)} is not a rule", _OFFERED)
        given = [a.id if isinstance(a, ast.Name) else "" for a in node.args]
        if given != [self.scope.person, self.scope.day] or node.keywords:
            raise self.refuse(
                node, "another rule is asked of another person or day",
                f"{ast.unparse(node.func)}({self.scope.person}, {self.scope.day})",
            )  # fmt: skip
        return Call(target)

    def comparison(self, node: ast.Compare) -> Tree:
        """Return the tree of ``left op right``."""
        (op,), (right,) = node.ops, node.comparators
        if isinstance(op, ast.In | ast.NotIn):
            found = self.membership(node, node.left, right)
            return Not(found) if isinstance(op, ast.NotIn) else found
        if isinstance(op, ast.Eq | ast.NotEq):
            field = self.scope.field(node.left)
            found = self.spread(
                (field,), lambda c: Test(self.scope.equals(node, field, right, c[0]))
            )
            return Not(found) if isinstance(op, ast.NotEq) else found
        return self.order(node, op, right)

    def membership(self, node: ast.Compare, left: ast.expr, right: ast.expr) -> Tree:
        """Return ``p.kind[day] in KINDS`` or ``Offence.X in p.offences``."""
        if self.scope.is_field(left):
            field = self.scope.field(left)
            return self.spread((field,), lambda c: Test(self.scope.among(node, field, right, c[0])))
        field = self.scope.field(right)
        return self.spread((field,), lambda c: Test(self.scope.contains(node, field, left, c[0])))

    def order(self, node: ast.Compare, op: ast.cmpop, right: ast.expr) -> Tree:
        """Return ``left < right`` and the like, turned to ``>=`` and ``>``."""
        left = node.left
        if not isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
            raise self.refuse(node, "this comparison is not offered", "<, <=, >, >=, ==, in")
        if isinstance(op, ast.Lt | ast.LtE):
            left, right = right, left
        strict = isinstance(op, ast.Lt | ast.Gt)
        if self.scope.has_day(right):
            if self.scope.has_day(left):
                raise self.refuse(node, "the day stands on both sides", "day + TERM[day] > p.date")
            # A side is at or after the day unless the day is after it.
            return Not(self.day_reaches(node, right, left, strict=not strict))
        if self.scope.has_day(left):
            return self.day_reaches(node, left, right, strict=strict)
        found = (self.scope.field_in(side) for side in (left, right))
        fields = tuple(field for field in found if field is not None)
        if not fields:
            raise self.refuse(node, "nothing of the person is compared", "p.total <= LIMIT[day]")
        return self.spread(
            fields, lambda c: self.scope.exceeds(node, (left, right), c, strict=strict)
        )

    def day_reaches(
        self, node: ast.Compare, left: ast.expr, right: ast.expr, *, strict: bool
    ) -> Tree:
        """Return ``day + term >= p.date``."""
        field = self.scope.field_in(right)
        if field is None:
            raise self.refuse(
                node, "the day is compared with no date of the person",
                "give the rule its dates with since= and until=",
            )  # fmt: skip
        return self.spread(
            (field,),
            lambda c: Test(self.scope.day_reaches(node, left, right, c[0], strict=strict)),
        )

    def spread(self, fields: tuple[Field, ...], leaf: Callable[[tuple[Choice, ...]], Tree]) -> Tree:
        """Return the leaf for each choice of the readings that the fields depend on."""
        return self._spread(fields, leaf, ())

    def _spread(
        self,
        fields: tuple[Field, ...],
        leaf: Callable[[tuple[Choice, ...]], Tree],
        chosen: tuple[Choice, ...],
    ) -> Tree:
        if len(chosen) == len(fields):
            return leaf(chosen)
        field = fields[len(chosen)]
        by_choice = {
            choice: self._spread(fields, leaf, (*chosen, choice))
            for choice in choices(self.record, field)
        }
        return self._choose(field.under, by_choice, ())

    def _choose(
        self, under: tuple[str, ...], by_choice: dict[Choice, Tree], prefix: Choice
    ) -> Tree:
        if not under:
            return by_choice[prefix]
        reading = fields_of(self.record)[under[0]]
        *others, last = reading.members
        tree = self._choose(under[1:], by_choice, (*prefix, last))
        for member in reversed(others):
            test = Test(self.scope.chosen(reading, member))
            tree = Choose(test, self._choose(under[1:], by_choice, (*prefix, member)), tree)
        return tree
