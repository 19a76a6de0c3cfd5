"""A form as a template draws it: each field with what it holds and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sortie.web.forms.fields import Field, Form, Kind
from sortie.web.forms.reading import Fault, instants_doubled
from sortie.web.forms.typed import DAY, FOLD, TIME, Typed


@dataclass(frozen=True, slots=True)
class Drawn:
    """One field, or one item of a list, ready to be drawn. ``id`` is where a fault leads to."""

    field: Field
    path: str
    value: str = ""
    values: tuple[str, ...] = ()
    day: str = ""
    time: str = ""
    fold: str = ""
    doubled: bool = False
    open: bool = False
    fault: str = ""
    inside: tuple["Drawn", ...] = ()

    @property
    def id(self) -> str:
        """The id of its element."""
        return id_of(self.path)

    @property
    def template(self) -> str:
        """The component that draws it."""
        return f"ui/fields/{self.field.kind.value}.html"

    @property
    def next(self) -> int:
        """The rank that a new item would have."""
        ranks = [int(each.path.rpartition(".")[2]) for each in self.inside]
        return max(ranks, default=-1) + 1


def id_of(path: str) -> str:
    """Return the id of the element at a path."""
    return "f-" + path.replace(".", "-").replace(":", "-")


def drawn(form: Form, typed: Typed, faults: Iterable[Fault]) -> tuple[Drawn, ...]:
    """Return the fields of a form to be drawn, with all that was typed in them."""
    doubled = frozenset(instants_doubled(form, typed))
    wrong: dict[str, str] = {}
    for each in faults:
        wrong.setdefault(each.path, each.message)
    return tuple(_Drawing(typed, wrong, doubled).one(each) for each in form.fields)


@dataclass(frozen=True, slots=True)
class _Drawing:
    typed: Typed
    wrong: Mapping[str, str]
    doubled: frozenset[str]

    def one(self, each: Field) -> Drawn:
        path, typed = each.path, self.typed
        plain: dict[str, Any] = {"fault": self.wrong.get(path, "")}
        match each.kind:
            case Kind.INSTANT:
                wrong = (self.wrong.get(path + part, "") for part in (DAY, TIME, FOLD, ""))
                plain["fault"] = next((fault for fault in wrong if fault), "")
                parts = {"day": DAY, "time": TIME, "fold": FOLD}
                plain |= {name: typed.one(path + part) for name, part in parts.items()}
                plain["doubled"] = path in self.doubled
            case Kind.PART:
                plain["inside"] = tuple(self.one(inner) for inner in each.inside)
                plain["open"] = each.required or not typed.blank(path)
            case Kind.PARTS:
                plain["inside"] = tuple(self._item(each, rank) for rank in self._ranks(each))
            case Kind.LINES:
                plain["inside"] = tuple(
                    Drawn(each, f"{path}.{rank}", value=typed.one(f"{path}.{rank}"))
                    for rank in self._ranks(each)
                )
            case _:
                plain |= {"value": typed.one(path), "values": typed.all(path)}
        return Drawn(each, path, **plain)

    def _ranks(self, each: Field) -> tuple[int, ...]:
        return self.typed.ranks(each.path) or (0,)

    def _item(self, each: Field, rank: int) -> Drawn:
        moved = each.at(f"{each.path}.{rank}")
        inside = tuple(self.one(inner) for inner in moved.inside)
        return Drawn(moved, moved.path, inside=inside)
