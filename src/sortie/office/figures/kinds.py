"""The figures of each kind of leave: a kind is told whole, or counted together with others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sortie.office.figures.blocks import Block
from sortie.office.figures.hiding import Cell, is_small

OTHERS = ""
# What the whole holds beyond the parts that are told exactly; never printed, and never small.
_REST = "rest"


@dataclass(frozen=True, slots=True)
class OfKinds:
    """The figures that are told of each kind, and their counts; ``OTHERS`` are several at once."""

    figures: tuple[str, ...] = ()
    counts: tuple[tuple[str, Mapping[str, int]], ...] = ()


def of_kinds(
    block: Block,
    kinds: Mapping[str, Mapping[str, int]],
    whole: Mapping[str, Cell],
    threshold: int,
) -> OfKinds:
    """Return what may be told of each kind of leave, once ``whole`` is told of them all.

    Kinds that have a small count are told together, with as many of the rest, one by one, as it
    takes to hide among them. Figures that are not told exactly of all kinds are left out.

    The trap: to add the smallest first would say that what was added is smaller than what was not.
    """
    if whole[block.whole].exact is None:
        return OfKinds()
    parts = [name for name in block.parts if whole[name].exact is not None]
    inside = [
        name
        for name, each in block.inside.items()
        if all(whole[around].exact is not None for around in (name, each.of, *each.among))
    ]
    figures = (block.whole, *parts, *inside)
    columns = {
        kind: {
            **{name: counts[name] for name in figures},
            _REST: counts[block.whole] - sum(counts[name] for name in parts),
        }
        for kind, counts in kinds.items()
        if counts[block.whole]
    }
    grouped = _grouped(block, columns, threshold)
    if grouped is None:
        return OfKinds()
    shown = sorted(grouped.items(), key=lambda each: (each[0] == OTHERS, -each[1][block.whole]))
    return OfKinds(figures, tuple((k, {name: c[name] for name in figures}) for k, c in shown))


def _grouped(
    block: Block, columns: Mapping[str, Mapping[str, int]], threshold: int
) -> Mapping[str, Mapping[str, int]] | None:
    """Return the kinds as they may be told; None where even all of them together say too much."""
    alone = {kind: each for kind, each in columns.items() if _safe(block, each, threshold)}
    small = [each for kind, each in columns.items() if kind not in alone]
    if not small:
        return alone
    others, in_order = list(small), sorted(alone)
    while in_order:
        others.append(alone.pop(in_order.pop(0)))
        if alone and _wide(block, small, _sum(others), threshold):
            return {**alone, OTHERS: _sum(others)}
    return None


def _safe(block: Block, counts: Mapping[str, int], threshold: int) -> bool:
    """Whether no count of a kind is small, nor what one count leaves of another."""
    return not any(is_small(each, threshold) for each in _with_left(block, counts).values())


def _wide(
    block: Block, small: Iterable[Mapping[str, int]], others: Mapping[str, int], threshold: int
) -> bool:
    """Whether every small count among the others could be any other small one."""
    found = Counter(
        name
        for each in small
        for name, count in _with_left(block, each).items()
        if is_small(count, threshold)
    )
    return all(
        not count or count > threshold * (found[name] + 1)
        for name, count in _with_left(block, others).items()
    )


def _with_left(block: Block, counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts, with what each of those inside another leaves of it."""
    left = {
        f"not {name}": counts[each.of] - counts[name]
        for name, each in block.inside.items()
        if name in counts and each.of in counts
    }
    return {**counts, **left}


def _sum(columns: Iterable[Mapping[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in columns:
        found.update(each)
    return found
