"""Facts that contradict each other: an end before its start, two things on one day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, TypeVar

from sortie import days
from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Path, Wanted
from sortie.facts.records import (
    Application,
    CaseFile,
    CustodyFacts,
    Placement,
    SecurityPeriod,
    Sentence,
    StatusChange,
)
from sortie.facts.structures import Check, Items
from sortie.facts.typed import spelled
from sortie.facts.unknown import UNKNOWN, Unknown

T = TypeVar("T")
_DAY = timedelta(days=1)


def known(fact: T | Unknown | None) -> T | None:
    """Return a fact to compare; nothing for what is unknown and for what is known not to be."""
    return None if fact is UNKNOWN else fact


def in_turn(*pairs: tuple[str, str, str, str]) -> Check:
    """Return a check: each pair is (key, attribute) of a start, then of what may not precede it."""

    def check(record: Any, path: Path, desk: Desk) -> None:
        for start_key, start_name, end_key, end_name in pairs:
            start, end = known(getattr(record, start_name)), known(getattr(record, end_name))
            if start is not None and end is not None and end < start:
                _too_early(end, start, desk.at(path, end_key), desk.at(path, start_key), desk)

    return check


def _too_early(end: date, start: date, at: Path, other: Path, desk: Desk) -> None:
    desk.refuse(Cause.END_BEFORE_START, at, end, Wanted.LATER, start=start, other=spelled(other))


period = in_turn(("from", "since", "until", "until"))
ban = in_turn(("since", "since", "until", "until"))
incident = in_turn(("on", "on", "until", "until"))
reduction = in_turn(("granted_on", "granted_on", "withdrawn_on", "withdrawn_on"))
past_application = in_turn(
    ("filed_on", "filed_on", "decided_on", "decided_on"),
    ("decided_on", "decided_on", "bar_until", "bar_until"),
)
_judgment = in_turn(("pronounced_on", "pronounced_on", "final_on", "final_on"))


def sentence(record: Sentence, path: Path, desk: Desk) -> None:
    """The judgment is final after it is pronounced, and leaves something to serve."""
    _judgment(record, path, desk)
    length, suspended = record.length, record.suspended
    if not isinstance(length, days.Length) or not isinstance(suspended, days.Length):
        return
    if suspended >= length:
        desk.refuse(
            Cause.NOTHING_TO_SERVE,
            desk.at(path, "suspended"),
            str(suspended),
            Wanted.SHORTER,
            length=length,
        )


def security_period(record: SecurityPeriod, path: Path, desk: Desk) -> None:
    """Days, or a length: the two would have to agree."""
    period(record, path, desk)
    for key, fact in (("from", record.since), ("until", record.until)):
        if record.length is not UNKNOWN and fact is not UNKNOWN:
            at = desk.at(path, "length")
            other = spelled(desk.at(path, key))
            desk.refuse(Cause.KEYS_EXCLUDE, at, str(record.length), Wanted.ONE_OF_BOTH, other=other)


def once_each(items: Items, path: Path, desk: Desk) -> Sequence[Any]:
    """The same word or day typed twice is a slip."""
    seen: set[Any] = set()
    for rank, fact in items:
        if fact in seen:
            desk.refuse(Cause.TWICE, (*path, rank), str(fact), Wanted.ITEM_ONCE)
        seen.add(fact)
    return [fact for _, fact in items]


def statuses_in_order(items: Items, path: Path, desk: Desk) -> Sequence[StatusChange]:
    """Each status lasts until the next, so each begins on a later day."""
    return _in_order(items, path, desk)


def placements_in_order(items: Items, path: Path, desk: Desk) -> Sequence[Placement]:
    """One place a day. A placement without last day lasts until the eve of the next."""
    placements: list[Placement] = list(_in_order(items, path, desk))
    for index, (rank, following) in enumerate(items[1:]):
        placement: Placement = items[index][1]
        if following.since <= placement.since:
            continue
        if placement.until is UNKNOWN:
            placements[index] = replace(placement, until=following.since - _DAY)
        elif placement.until is None or placement.until >= following.since:
            desk.refuse(
                Cause.OVERLAP,
                desk.at(path, rank, "from"),
                following.since,
                Wanted.LATER,
                day=following.since,
                other=spelled(desk.at(path, items[index][0])),
            )
    return placements


def _in_order(items: Items, path: Path, desk: Desk) -> Sequence[Any]:
    for (before, earlier), (rank, later) in pairwise(items):
        if later.since <= earlier.since:
            same_day = later.since == earlier.since
            desk.refuse(
                Cause.OVERLAP if same_day else Cause.OUT_OF_ORDER,
                desk.at(path, rank, "from"),
                later.since,
                Wanted.LATER,
                day=earlier.since,
                other=spelled(desk.at(path, before, "from")),
            )
    return [fact for _, fact in items]


def custody(record: CustodyFacts, path: Path, desk: Desk) -> None:
    """The end comes after the committal."""
    start, end = known(record.committed_on), known(record.end_of_sentence)
    if start is not None and end is not None and end < start:
        at, other = desk.at(path, "end_of_sentence"), desk.at(path, "committed_on")
        _too_early(end, start, at, other, desk)


def sentences_that_stand(items: Items, path: Path, desk: Desk) -> Sequence[Sentence]:
    """A merged sentence names another, which is not merged itself."""
    merged = {rank: known(one.merged_into) for rank, one in items}
    for rank, into in merged.items():
        if into is not None and (into == rank or merged.get(into, rank) is not None):
            at = desk.at(path, rank, "merged_into")
            desk.refuse(Cause.NO_SUCH_SENTENCE, at, into, Wanted.RANK, count=len(items))
    return [one for _, one in items]


def application(record: Application, path: Path, desk: Desk) -> None:
    """The return comes after the departure, on the same sort of clock."""
    departs, returns = known(record.departs_at), known(record.returns_at)
    if departs is None or returns is None:
        return
    at, other = desk.at(path, "returns_at"), spelled(desk.at(path, "departs_at"))
    if _has_offset(departs) != _has_offset(returns):
        desk.refuse(Cause.INSTANTS_MIXED, at, returns, Wanted.SAME_CLOCK, other=other)
    elif returns <= departs:
        desk.refuse(Cause.END_BEFORE_START, at, returns, Wanted.LATER, start=departs, other=other)


def _has_offset(instant: datetime) -> bool:
    return instant.utcoffset() is not None


def case(record: CaseFile, path: Path, desk: Desk) -> None:
    """Nobody is committed before they are born."""
    born, committed = known(record.person.born_on), known(record.custody.committed_on)
    if born is not None and committed is not None and committed <= born:
        at = desk.at(path, "custody", "committed_on")
        _too_early(committed, born, at, desk.at(path, "person", "born_on"), desk)
