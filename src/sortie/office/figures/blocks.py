"""Which figures there are: three tables a year, each a whole, its parts, and counts inside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """A count of some of what ``of`` counts.

    Whatever it counts lies in ``among``: where one of these is hidden, it would say too much.
    """

    of: str
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A whole, the parts that add up to it, and the counts inside it."""

    name: str
    whole: str
    parts: tuple[str, ...]
    inside: Mapping[str, Inside] = field(default_factory=dict)

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure of the table, in its order."""
        return (self.whole, *self.parts, *self.inside)

    def of(self, name: str) -> str | None:
        """Return what a figure is a share of; None for the whole."""
        if name == self.whole:
            return None
        return self.inside[name].of if name in self.inside else self.whole


APPLICATIONS = Block(
    name="applications",
    whole="filed",
    parts=("answered", "given_up", "not_in_form", "waiting"),
)
ORDERS = Block(
    name="orders",
    whole="decided",
    parts=("granted", "refused", "inadmissible", "adjourned"),
    inside={
        "executed": Inside(of="granted", among=("granted",)),
        "appealed": Inside(of="decided", among=("decided",)),
    },
)
DEPARTURES = Block(
    name="departures",
    whole="departed",
    parts=("on_time", "late", "not_returned", "outside"),
    inside={"escape_declared": Inside(of="departed", among=("late", "not_returned"))},
)
BLOCKS = (APPLICATIONS, ORDERS, DEPARTURES)
