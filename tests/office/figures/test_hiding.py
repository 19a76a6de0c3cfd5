"""No count that is hidden can be worked out, even by one who knows how it was hidden."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.office.figures import BLOCKS, OTHERS, Block
from sortie.office.figures.hiding import Cell, is_small, told
from sortie.office.figures.kinds import OfKinds, of_kinds
from sortie.office.figures.shares import share_of
from sortie.office.figures.year import LEAST

SMALL = Block(name="small", whole="all", parts=("some", "rest"))


def tables(block: Block, most: int) -> Iterator[dict[str, int]]:
    """Yield every table whose whole is at most this."""
    for parts in itertools.product(range(most + 1), repeat=len(block.parts)):
        if sum(parts) <= most:
            counts = {block.whole: sum(parts), **dict(zip(block.parts, parts, strict=True))}
            inside = [
                range(min(counts[each.of], sum(counts[name] for name in each.among)) + 1)
                for each in block.inside.values()
            ]
            for some in itertools.product(*inside):
                yield {**counts, **dict(zip(block.inside, some, strict=True))}


@pytest.mark.parametrize("block", BLOCKS, ids=[each.name for each in BLOCKS])
def test_whoever_knows_the_rule_and_reads_a_table_finds_two_values_for_each_hidden_count(
    block: Block,
) -> None:
    seen: dict[Any, list[Mapping[str, int]]] = defaultdict(list)
    for counts in tables(block, 10):
        cells = told(block, counts, LEAST)
        seen[tuple(cells[name] for name in block.figures)].append(counts)
    hidden = [
        (found, name)
        for shown, found in seen.items()
        for name, cell in zip(block.figures, shown, strict=True)
        if cell.exact is None
    ]
    assert len(hidden) > 100
    for found, name in hidden:
        values = {counts[name] for counts in found}
        assert len(values) > 1 or not is_small(min(values), LEAST), (found[0], name)


def test_whoever_knows_the_rule_finds_two_values_for_each_count_of_a_kind_that_is_not_told() -> (
    None
):
    most, columns = 8, list(tables(SMALL, 8))
    seen: dict[Any, list[tuple[dict[str, int], ...]]] = defaultdict(list)
    for kinds in itertools.product(columns, repeat=3):
        together = summed(kinds)
        if together["all"] <= most:
            seen[view(kinds, together)].append(kinds)
    checked = 0
    for (_, shown), found in seen.items():
        names = {kind for kind, _ in shown}
        for place, name in itertools.product(range(3), SMALL.figures):
            if str(place) not in names:
                values = {kinds[place][name] for kinds in found}
                checked += 1
                assert len(values) > 1 or not is_small(min(values), LEAST), (found[0], name)
    assert checked > 100


def summed(kinds: tuple[dict[str, int], ...]) -> Counter[str]:
    together = Counter(dict.fromkeys(SMALL.figures, 0))
    for each in kinds:
        together.update(each)
    return together


def view(kinds: tuple[dict[str, int], ...], together: Mapping[str, int]) -> Any:
    cells = told(SMALL, together, LEAST)
    shown = of_kinds(SMALL, {str(n): each for n, each in enumerate(kinds)}, cells, LEAST)
    return tuple(cells.items()), tuple((k, tuple(c.items())) for k, c in shown.counts)


def test_a_smaller_threshold_would_give_a_count_away() -> None:
    """What the least threshold is for: with two, this reader would know that one was refused."""
    orders = next(each for each in BLOCKS if each.name == "orders")
    seen: dict[Any, set[int]] = defaultdict(set)
    for counts in tables(orders, 9):
        cells = told(orders, counts, LEAST - 1)
        seen[tuple(cells.values())].add(counts["refused"])
    shown = told(orders, a_year(granted=8, refused=1, executed=8, appealed=9), LEAST - 1)
    assert seen[tuple(shown.values())] == {1}


def a_year(**counts: int) -> Counter[str]:
    parts = ("granted", "refused", "inadmissible", "adjourned")
    return Counter({**counts, "decided": sum(counts.get(each, 0) for each in parts)})


def test_a_small_count_is_told_within_the_threshold_and_the_large_one_beside_it_within_bounds() -> (
    None
):
    orders = next(each for each in BLOCKS if each.name == "orders")
    cells = told(orders, a_year(granted=497, refused=60, inadmissible=3, executed=400), 10)

    assert cells["decided"] == Cell(560, 560)
    assert cells["inadmissible"] == Cell(1, 10)
    assert cells["granted"] == Cell(490, 499)
    assert cells["refused"] == Cell(60, 60)
    assert cells["adjourned"] == Cell(0, 0)
    assert cells["executed"] == Cell(400, 400)


NUMBERS = st.one_of(st.integers(0, 40), st.integers(0, 5000))


@st.composite
def years(draw: st.DrawFn) -> tuple[Block, dict[str, Counter[str]], int]:
    block = draw(st.sampled_from(BLOCKS))
    kinds = {}
    for kind in draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)):
        counts = Counter({name: draw(NUMBERS) for name in block.parts})
        counts[block.whole] = counts.total()
        for name, each in block.inside.items():
            most = min(counts[each.of], sum(counts[among] for among in each.among))
            counts[name] = draw(st.integers(0, most))
        kinds[kind] = counts
    return block, kinds, draw(st.integers(LEAST, 20))


def together_of(block: Block, kinds: Mapping[str, Counter[str]]) -> Counter[str]:
    return Counter({name: sum(each[name] for each in kinds.values()) for name in block.figures})


@given(years())
def test_bounds_hold_the_count_and_no_small_count_is_told_exactly(
    year: tuple[Block, dict[str, Counter[str]], int],
) -> None:
    block, kinds, threshold = year
    counts = together_of(block, kinds)
    for name, cell in told(block, counts, threshold).items():
        assert not is_small(cell.exact or 0, threshold)
        if cell.low is not None and cell.high is not None:
            assert cell.low <= counts[name] <= cell.high
            assert cell.low == cell.high or cell.high - cell.low >= threshold - 1


@given(years())
def test_what_the_shown_parts_leave_of_the_whole_is_none_or_more_than_the_threshold(
    year: tuple[Block, dict[str, Counter[str]], int],
) -> None:
    block, kinds, threshold = year
    cells = told(block, together_of(block, kinds), threshold)
    parts = [cells[name].exact for name in block.parts]
    whole = cells[block.whole].exact
    if whole is not None:
        left = whole - sum(each for each in parts if each is not None)
        assert not is_small(left, threshold)
        assert parts.count(None) != 1
        assert (left == 0) is (None not in parts) or None in parts


@given(years())
def test_kinds_add_up_to_the_whole_and_none_of_their_counts_is_small(
    year: tuple[Block, dict[str, Counter[str]], int],
) -> None:
    block, kinds, threshold = year
    counts = together_of(block, kinds)
    cells = told(block, counts, threshold)
    shown: OfKinds = of_kinds(block, kinds, cells, threshold)
    for name in shown.figures:
        told_of = [of[name] for _, of in shown.counts]
        assert not any(is_small(each, threshold) for each in told_of)
        assert not shown.counts or sum(told_of) == counts[name]
    for kind, of in shown.counts:
        if kind != OTHERS:
            assert all(of[name] == kinds[kind][name] for name in shown.figures)


@given(st.integers(1, 5000), st.data())
def test_a_share_lies_within_its_interval_and_the_interval_within_the_whole(
    whole: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, whole))
    found = share_of(count, whole)
    assert found is not None
    assert 0 <= found.low <= found.share + 1e-12
    assert found.share - 1e-12 <= found.high <= 1
    assert found.low < found.high


def test_nothing_has_no_share() -> None:
    assert share_of(0, 0) is None
