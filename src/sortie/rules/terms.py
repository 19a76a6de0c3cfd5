"""What the names inside a rule mean: facts of the record, figures, values of enums."""

import ast
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any, NoReturn

from sortie.days import Length, Months
from sortie.rules.atoms import Among, Contains, DayReaches, Exceeds, Flag, Side
from sortie.rules.fields import Choice, Field, fields_of
from sortie.rules.figures import Figure
from sortie.rules.tree import Not, Test

Refuse = Callable[[ast.AST, str, str], Exception]
_ABSENT = object()


@dataclass(frozen=True)
class Scope:
    """The names a rule's function can use, and how each is read.

    ``figures`` are those that stand in place of the figures of the same id.
    """

    record: type
    person: str
    day: str
    known: Mapping[str, Any]
    figures: Mapping[str, Figure[Any]]
    refuse: Refuse

    # -- names ----------------------------------------------------------------------------------

    def is_field(self, node: ast.expr) -> bool:
        """Whether the node is a fact of the record, with or without ``[day]``."""
        inner = node.value if isinstance(node, ast.Subscript) else node
        return (
            isinstance(inner, ast.Attribute)
            and isinstance(inner.value, ast.Name)
            and inner.value.id == self.person
        )

    def field(self, node: ast.expr) -> Field:
        """Return the fact a node names.

        Raises:   AuthorMistake: no such fact, or ``[day]`` missing or too many
        """
        inner = node.value if isinstance(node, ast.Subscript) else node
        if not self.is_field(node) or not isinstance(inner, ast.Attribute):
            raise self.refuse(
                node, f"{ast.unparse(node)} is not a fact of the person", f"{self.person}.fact"
            )
        offered = fields_of(self.record)
        if inner.attr not in offered:
            raise self.refuse(
                node, f"{self.record.__name__} has no fact {inner.attr}", _near(inner.attr, offered)
            )
        field = offered[inner.attr]
        name = f"{self.person}.{field.name}"
        if field.over and not self._on_the_day(node):
            raise self.refuse(node, f"{name} changes over time", f"{name}[{self.day}]")
        if isinstance(node, ast.Subscript) and not field.over:
            raise self.refuse(node, f"{name} does not change over time", name)
        return field

    def _on_the_day(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Subscript) and self._is_day(node.slice)

    def find(self, node: ast.expr) -> Any:
        """Return what a name of the module holds, or a mark of its own when nothing does."""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name) if name not in (self.person, self.day):
                return self.known.get(name, _ABSENT)
            case ast.Attribute(value=holder, attr=name):
                return getattr(self.find(holder), name, _ABSENT)
            case _:
                return _ABSENT

    def value(self, node: ast.expr) -> Any:
        """Return what a name of the module holds.

        Raises:   AuthorMistake: the name is not known where the rule stands
        """
        found = self.find(node)
        if found is _ABSENT:
            raise self.refuse(
                node, f"{ast.unparse(node)} is not known here",
                "import it, or write it above the rule as a constant of the module"
                + self._nearest(node),
            )  # fmt: skip
        return self.figures.get(found.id, found) if isinstance(found, Figure) else found

    def _nearest(self, node: ast.expr) -> str:
        near: list[str] = []
        if isinstance(node, ast.Name):
            near = get_close_matches(node.id, list(self.known), n=1)
        elif isinstance(node, ast.Attribute):
            near = get_close_matches(node.attr, dir(self.find(node.value)), n=1)
        return f"; near: {near[0]}" if near else ""

    def has_day(self, node: ast.expr) -> bool:
        """Whether the node is the day, perhaps with a term added."""
        first = self._first(node)
        return isinstance(first, ast.Name) and first.id == self.day

    def field_in(self, node: ast.expr) -> Field | None:
        """Return the fact in a side of a comparison, None when it is a figure or a constant."""
        first = self._first(node)
        return self.field(first) if self.is_field(first) else None

    def _first(self, node: ast.expr) -> ast.expr:
        """Return what a term is added to.

        Raises:   AuthorMistake: the term comes first
        """
        while isinstance(node, ast.BinOp):
            if self.is_field(node.right) or self._is_day(node.right):
                self._refuse_sum(node)
            node = node.left
        return node

    def _is_day(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == self.day

    def _refuse_sum(self, node: ast.BinOp) -> NoReturn:
        if not isinstance(node.op, ast.Add):
            raise self.refuse(
                node, "dates are never subtracted", f"{self.day} + LENGTH[{self.day}] > p.date"
            )
        if self.is_field(node.left) or self._is_day(node.left):
            raise self.refuse(node, "two facts are added", "a fact of its own that holds their sum")
        raise self.refuse(
            node, "the term stands before the date",
            f"{ast.unparse(node.right)} + {ast.unparse(node.left)}",
        )  # fmt: skip

    # -- atoms ----------------------------------------------------------------------------------

    def flag(self, node: ast.expr, field: Field, choice: Choice) -> Flag:
        """Return the atom of a fact that stands alone."""
        if field.kind is not bool:
            raise self.refuse(
                node, f"{field.name} is neither true nor false by itself",
                f"compare it: {ast.unparse(node)} == ..., or in a set",
            )  # fmt: skip
        return Flag(field, choice)

    def chosen(self, reading: Field, member: Enum) -> Among:
        """Return the atom «this reading is chosen»."""
        return Among(reading, (), frozenset((member,)))

    def equals(self, node: ast.Compare, field: Field, right: ast.expr, choice: Choice) -> Among:
        """Return ``p.kind[day] == Kind.X``."""
        self._holds_one_of_a_list(node, field)
        return Among(field, choice, self._members(node, field, (self.value(right),)))

    def among(self, node: ast.Compare, field: Field, right: ast.expr, choice: Choice) -> Among:
        """Return ``p.kind[day] in KINDS``."""
        self._holds_one_of_a_list(node, field)
        values = (
            tuple(self.value(e) for e in right.elts)
            if isinstance(right, ast.Set | ast.Tuple | ast.List)
            else self.value(right)
        )
        if not isinstance(values, Collection):
            raise self.refuse(
                node, f"{ast.unparse(right)} is not several values",
                f"{ast.unparse(node.left)} == {ast.unparse(right)}",
            )  # fmt: skip
        return Among(field, choice, self._members(node, field, values))

    def contains(self, node: ast.Compare, field: Field, left: ast.expr, choice: Choice) -> Contains:
        """Return ``Offence.X in p.offences``."""
        if not field.plural:
            fact = ast.unparse(node.comparators[0])
            raise self.refuse(node, f"{field.name} holds one value", f"{fact} == ...")
        (member,) = self._members(node, field, (self.value(left),))
        return Contains(field, choice, member)

    def _holds_one_of_a_list(self, node: ast.Compare, field: Field) -> None:
        fact, name = ast.unparse(node.left), field.name
        if field.plural:
            member = field.members[0]
            raise self.refuse(node, f"{name} holds several values", f"{member} in {fact}")
        if field.kind is bool:
            raise self.refuse(node, f"{name} is true or false by itself", f"{fact}, or not {fact}")
        if not field.members:
            raise self.refuse(
                node, f"{name} is put in order, not compared for equality", f"{fact} with >= and <="
            )

    def _members(self, node: ast.expr, field: Field, values: Collection[Any]) -> frozenset[Enum]:
        if not values or not all(value in field.members for value in values):
            raise self.refuse(
                node, f"{field.name} is compared with a value it cannot take",
                f"one of {', '.join(map(str, field.members))}",
            )  # fmt: skip
        return frozenset(values)

    def day_reaches(
        self, node: ast.expr, left: ast.expr, right: ast.expr, choice: Choice, *, strict: bool
    ) -> DayReaches:
        """Return ``day + term >= p.date``."""
        side = self._side(right, choice)
        term = self._term(left)
        if isinstance(term, Figure) and isinstance(side.plus, Figure):
            raise self.refuse(node, "figures stand on both sides", "keep one of them")
        if side.field.kind is not date:
            raise self.refuse(node, f"{side.field.name} is not a date", "day >= p.some_date")
        return DayReaches(term, side, strict)

    def exceeds(
        self,
        node: ast.expr,
        sides: tuple[ast.expr, ast.expr],
        chosen: tuple[Choice, ...],
        *,
        strict: bool,
    ) -> Test | Not:
        """Return ``left >= right`` for values that no day moves."""
        left, right = sides
        if self.field_in(left) is None:
            # A figure is at least a fact unless the fact exceeds it.
            atom = Exceeds(self._side(right, chosen[0]), self._fixed(left), not strict)
            self._same_kind(node, atom)
            return Not(Test(atom))
        other = self._side(right, chosen[1]) if self.field_in(right) else self._fixed(right)
        atom = Exceeds(self._side(left, chosen[0]), other, strict)
        self._same_kind(node, atom)
        return Test(atom)

    def _same_kind(self, node: ast.expr, atom: Exceeds) -> None:
        right, field = atom.right, atom.left.field
        if field.plural or field.kind not in (int, Length, date):
            raise self.refuse(node, f"{field.name} has no order", "compare it with ==, or in a set")
        if any(isinstance(s, Side) and isinstance(s.plus, Figure) for s in (atom.left, right)):
            raise self.refuse(
                node, "a figure that changes with the day is added where no day stands",
                f"compare with {self.day}, or add a fixed months(...)",
            )  # fmt: skip
        if isinstance(right, Figure):
            right = right.versions[0].value
        kind = right.field.kind if isinstance(right, Side) else type(right)
        if kind is not field.kind:
            raise self.refuse(
                node, f"{field.name} is compared with a {kind.__name__}",
                f"a {field.kind.__name__}: a length with a length, a date with a date",
            )  # fmt: skip

    def _side(self, node: ast.expr, choice: Choice) -> Side:
        plus = self._term(node)
        field = self.field(self._first(node))
        if plus is not None and field.kind is not date:
            raise self.refuse(node, f"{field.name} is not a date", "a term is added only to a date")
        return Side(field, choice, plus)

    def _fixed(self, node: ast.expr) -> Any:
        """Return a constant, or a figure on the day."""
        on_the_day = isinstance(node, ast.Subscript) and self._on_the_day(node)
        inner = node.value if isinstance(node, ast.Subscript) and on_the_day else node
        found, name = self.value(inner), ast.unparse(inner)
        if isinstance(found, Figure) and not on_the_day:
            raise self.refuse(node, f"{name} changes over time", f"{name}[{self.day}]")
        if on_the_day and not isinstance(found, Figure):
            raise self.refuse(node, f"{name} does not change over time", name)
        return found

    def _term(self, node: ast.expr) -> Any:
        """Return what is added to a date: months with a rounding, or a figure of months."""
        if not isinstance(node, ast.BinOp):
            return None
        if not isinstance(node.op, ast.Add):
            self._refuse_sum(node)
        if isinstance(node.left, ast.BinOp):
            raise self.refuse(node, "two terms are added", "one constant that holds their sum")
        term = self._fixed(node.right)
        sample = term.versions[0].value if isinstance(term, Figure) else term
        if not isinstance(sample, Months):
            raise self.refuse(
                node, f"{ast.unparse(node.right)} is added without a rounding",
                "a constant months(36, MonthEnd.LAST_DAY), or a figure in months",
            )  # fmt: skip
        return term


def _near(name: str, offered: Iterable[str]) -> str:
    near = get_close_matches(name, list(offered), n=3, cutoff=0.4)
    return f"one of: {', '.join(near or sorted(offered))}"
