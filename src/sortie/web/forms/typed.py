"""What was typed in a form, exactly as it was; nothing of it is ever thrown away."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest

from sortie.web.forms.fields import Field, Kind

# What a form holds beside what it asks.
BESIDE = frozenset(["csrfmiddlewaretoken", "key", "seen", "keeper", "tab", "kept", "do"])
DAY, TIME, FOLD, FILE = ":day", ":time", ":fold", ":file"
_MARK = "sha256-"


@dataclass(frozen=True, slots=True)
class Typed:
    """Every input of a form by its name, each with what it holds, as many times as it is there."""

    held: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """Return what one input holds, and nothing where it is not there; the last one counts."""
        found = self.held.get(name, ())
        return found[-1] if found else ""

    def all(self, name: str) -> tuple[str, ...]:
        """Return what every input of a name holds."""
        return self.held.get(name, ())

    def ranks(self, path: str) -> tuple[int, ...]:
        """Return the ranks of the items of a list that are on the page."""
        before = f"{path}."
        rests = (name.removeprefix(before) for name in self.held if name.startswith(before))
        ranks = {rest.partition(".")[0].partition(":")[0] for rest in rests}
        return tuple(sorted(int(rank) for rank in ranks if rank.isdecimal()))

    def blank(self, path: str) -> bool:
        """Whether nothing at all is typed at a path nor inside it."""
        inner = (f"{path}.", f"{path}:")
        return not any(
            value.strip()
            for name, values in self.held.items()
            if name == path or name.startswith(inner)
            for value in values
        )

    def filled(self) -> dict[str, tuple[str, ...]]:
        """Return the inputs that hold something."""
        return {name: held for name, held in self.held.items() if any(map(str.strip, held))}

    def but(self, **changed: tuple[str, ...]) -> "Typed":
        """Return the same with some inputs changed."""
        return Typed({**self.held, **changed})

    def without(self, path: str) -> "Typed":
        """Return the same without one item of a list."""
        return Typed(
            {
                name: values
                for name, values in self.held.items()
                if name != path and not name.startswith((f"{path}.", f"{path}:"))
            }
        )

    def written(self) -> dict[str, list[str]]:
        """Return it as JSON values."""
        return {name: list(values) for name, values in self.held.items()}


def typed_in(request: HttpRequest) -> Typed:
    """Return what a request holds; a file sent for its fingerprint becomes that fingerprint.

    The trap: the file itself is not kept anywhere.
    """
    held = {
        name: tuple(map(str, values)) for name, values in request.POST.lists() if name not in BESIDE
    }
    for name, file in request.FILES.items():
        if name.endswith(FILE) and file:
            found = hashlib.sha256()
            for chunk in file.chunks():  # type: ignore[union-attr]
                found.update(chunk)
            held[name.removesuffix(FILE)] = (_MARK + found.hexdigest(),)
    return Typed(held)


def first_of(fields: Iterable[Field]) -> Typed:
    """Return what stands in a form before anyone has typed in it."""
    held: dict[str, tuple[str, ...]] = {}
    for each in fields:
        if each.kind is Kind.PART:
            held.update(first_of(each.inside).held)
        elif each.kind is Kind.LINES:
            held.update((f"{each.path}.{n}", (line,)) for n, line in enumerate(each.first))
        elif each.first:
            held[each.path] = each.first
    return Typed(held)
