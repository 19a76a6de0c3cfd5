"""Hiding small counts, and as much beside them as it takes for no total to give them away."""

from collections.abc import Mapping
from dataclasses import dataclass

from sortie.office.figures.blocks import Block, Inside

THRESHOLD = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """A count as it may be told: between two bounds, the same where it is told exactly.

    Without bounds nothing at all is told of it.
    """

    low: int | None = None
    high: int | None = None

    @property
    def exact(self) -> int | None:
        """The count, where it is told."""
        return self.low if self.low == self.high else None


NOTHING = Cell()


def is_small(count: int, threshold: int) -> bool:
    """Whether a count is one to hide: none is told, and so is what is above the threshold."""
    return 0 < count <= threshold


def told(block: Block, counts: Mapping[str, int], threshold: int) -> dict[str, Cell]:
    """Return what may be told of each figure of a table.

    A small part is told as lying between 1 and the threshold; the first large part beside it is
    told within bounds. Where these would still be near each other, no part is told at all.

    The trap: whoever reads the figures reads this text too. What is hidden must never be chosen by
    how large a hidden count is, else the choice itself tells it.
    """
    found = _parts(block, counts, threshold)
    for name, inside in block.inside.items():
        found[name] = _inside(counts, name, inside, found, threshold)
    return found


def _parts(block: Block, counts: Mapping[str, int], threshold: int) -> dict[str, Cell]:
    whole = counts[block.whole]
    if is_small(whole, threshold):
        return {block.whole: Cell(1, threshold), **dict.fromkeys(block.parts, NOTHING)}
    found = {name: Cell(counts[name], counts[name]) for name in (block.whole, *block.parts)}
    small = [name for name in block.parts if is_small(counts[name], threshold)]
    if not small:
        return found
    large = next((name for name in block.parts if counts[name] > threshold), small[0])
    together = sum(counts[name] for name in {*small, large})
    lowest = together - threshold * len(small)
    if lowest <= threshold:
        return {**found, **dict.fromkeys(block.parts, NOTHING)}
    found.update(dict.fromkeys(small, Cell(1, threshold)))
    found[large] = Cell(lowest, together - len(small))
    return found


def _inside(
    counts: Mapping[str, int], name: str, inside: Inside, told: Mapping[str, Cell], threshold: int
) -> Cell:
    count, around = counts[name], [told[each] for each in (inside.of, *inside.among)]
    if around[0].exact is None and (around[0].low or 0) <= threshold:
        return NOTHING
    if is_small(count, threshold):
        return Cell(1, threshold)
    if all(each.exact is not None for each in around):
        whole = counts[inside.of]
        if is_small(whole - count, threshold):
            return Cell(whole - threshold, whole - 1)
        return Cell(count, count)
    # It may say no more of what is hidden around it than the bounds that are told already.
    floor = sum(each.low or 0 for each in around[1:])
    return Cell(count, count) if count <= floor else NOTHING
