"""The figures of a year: counted once from the register, told under a threshold."""

from collections import Counter
from dataclasses import dataclass
from statistics import median, quantiles
from threading import Lock

from django.db import connection

from sortie import store
from sortie.office.desk import case_of
from sortie.office.figures.blocks import BLOCKS, ORDERS, Block
from sortie.office.figures.counting import Tally
from sortie.office.figures.errors import ThresholdTooLow
from sortie.office.figures.hiding import THRESHOLD, Cell, is_small, told
from sortie.office.figures.kinds import OfKinds, of_kinds
from sortie.office.figures.shares import Share, share_of
from sortie.office.figures.spans import Span

# Every hidden count keeps two values at least, whoever knows the rule: tried on all small tables.
LEAST = 3
MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Told:
    """One table: what may be told of all kinds of leave together, then of each."""

    block: Block
    cells: dict[str, Cell]
    shares: dict[str, Share]
    kinds: OfKinds


@dataclass(frozen=True, slots=True)
class Days:
    """Days from filing to order, of all the orders of the year: the median, and the quartiles."""

    lower: int
    median: int
    upper: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """What may be told of a year.

    ``erased`` are the cases begun in the year whose person was erased: they are in no figure.
    ``checkpoint`` is the first that seals every event counted, if one was signed since.
    """

    span: Span
    threshold: int
    tables: tuple[Told, ...]
    days: Days | None
    erased: Cell
    checkpoint: store.register.StoredCheckpoint | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    tally: Tally
    erased: int
    last: int


_counting = Lock()
_kept: dict[tuple[object, ...], _Counted] = {}


def figures(span: Span, threshold: int = THRESHOLD) -> YearFigures:
    """Return the figures of a year.

    The trap: they are counted once in a process for an instant up to which they count, and again
    after an erasure. One process counts one year at a time, whoever asks.

    Raises:   ThresholdTooLow, store.KeyLost, store.BrokenStore, casework.UnknownEvent
    """
    if threshold < LEAST:
        raise ThresholdTooLow(threshold, LEAST)
    counted = _counted(span)
    tally = counted.tally
    tables = tuple(_told(block, tally, threshold) for block in BLOCKS)
    orders = next(each for each in tables if each.block is ORDERS)
    small = is_small(counted.erased, threshold)
    return YearFigures(
        span=span,
        threshold=threshold,
        tables=tables,
        days=_days(tally.days) if orders.cells[ORDERS.whole].exact else None,
        erased=Cell(1, threshold) if small else Cell(counted.erased, counted.erased),
        checkpoint=store.yearly.sealing(counted.last) if counted.last else None,
        questions=store.yearly.questions(span.period()),
    )


def _told(block: Block, tally: Tally, threshold: int) -> Told:
    together: Counter[str] = Counter()
    for counts in tally.counts.values():
        together.update(counts)
    cells = told(block, together, threshold)
    shares = {}
    for name in block.figures:
        of = block.of(name)
        count, whole = cells[name].exact, cells[of].exact if of else None
        share = None if count is None or whole is None else share_of(count, whole)
        if share is not None:
            shares[name] = share
    return Told(block, cells, shares, of_kinds(block, tally.counts, cells, threshold))


def _days(days: list[int]) -> Days:
    lower, _, upper = quantiles(days, n=4, method="inclusive")
    return Days(round(lower), round(median(days)), round(upper))


def _counted(span: Span) -> _Counted:
    key = (connection.settings_dict["NAME"], span, store.yearly.erasures())
    with _counting:
        if key not in _kept:
            while len(_kept) >= MOST_KEPT:
                del _kept[next(iter(_kept))]
            _kept[key] = _count(span)
        return _kept[key]


def _count(span: Span) -> _Counted:
    tally, erased, last = Tally(), 0, 0
    for each in store.yearly.events_of_period(span.period()):
        if not each.events:
            erased += 1
            continue
        tally.add(case_of(each.events), span.year)
        last = max(last, each.events[-1].seq)
    return _Counted(tally, erased, last)
