"""The fields of a form: what each asks, in which shape, with which words."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """How a field is asked; each is drawn by the template ``ui/fields/KIND.html``."""

    TEXT = "text"
    LONG = "long"
    FLAG = "flag"
    YES_NO = "yes_no"
    CHOICE = "choice"
    SEVERAL = "several"
    DAY = "day"
    INSTANT = "instant"
    LINES = "lines"
    DIGEST = "digest"
    PART = "part"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a closed list, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing a form asks. ``path`` is where it stands: ``terms.departs_at``.

    ``inside`` are the fields of a part; ``first`` is what stands in it before anyone types. Where
    nothing is typed, nothing is said, or None is, for what ``says_none``.
    """

    name: str
    path: str
    kind: Kind
    label: str
    help: str = ""
    required: bool = False
    says_none: bool = False
    options: tuple[Option, ...] = ()
    inside: tuple["Field", ...] = ()
    first: tuple[str, ...] = ()

    def at(self, path: str) -> "Field":
        """Return the same field standing elsewhere: in one item of a list."""
        moved = tuple(each.at(f"{path}.{each.name}") for each in self.inside)
        return replace(self, path=path, inside=moved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: what it is called, what it asks, and the clock that its hours are typed by."""

    name: str
    fields: tuple[Field, ...]
    zone: str
