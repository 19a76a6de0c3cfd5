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
    Concurrence,
    CustodyFacts,
    Decided,
    Placement,
    SecurityPeriod,
    Sentence,
    StatusChange,
)
from sortie.facts.structures import Check, Items
from sortie.facts.typed import spelled
from sortie.facts.unknown import UNKNOWN, Life, Unknown

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
    """What was decided of a sentence leaves something to serve, and adds nothing to it."""
    _judgment(record, path, desk)
    length = _counted_length(record, path, desk)
    to_serve = _suspension(record, length, path, desk)
    _merger(record, length, to_serve, path, desk)


def _counted_length(record: Sentence, path: Path, desk: Desk) -> days.Length | Life | Unknown:
    """Return the length pronounced, or the one a pardon put in its place: never a longer one."""
    pronounced, pardon = record.length, known(record.commuted)
    if pardon is None:
        return pronounced
    at = desk.at(path, "commuted")
    _after_judgment(record, pardon, path, at, desk)
    lengths = pronounced, pardon.length
    if isinstance(lengths[0], days.Length) and isinstance(lengths[1], days.Length):
        _no_longer(lengths[1], lengths[0], at, desk.at(path, "length"), desk)
    return pardon.length


def _after_judgment(record: Sentence, decided: Decided, path: Path, at: Path, desk: Desk) -> None:
    pronounced, day = known(record.pronounced_on), known(decided.decided_on)
    if pronounced is not None and day is not None and day < pronounced:
        _too_early(day, pronounced, at, desk.at(path, "pronounced_on"), desk)


def _no_longer(length: days.Length, most: days.Length, at: Path, other: Path, desk: Desk) -> None:
    if length > most:
        desk.refuse(
            Cause.EXCEEDS, at, str(length), Wanted.NO_LONGER, most=str(most), other=spelled(other)
        )


def _suspension(
    record: Sentence, length: days.Length | Life | Unknown, path: Path, desk: Desk
) -> days.Length | None:
    """Return what is left to serve once the suspension is known; nothing where it is not."""
    suspended, revoked = record.suspended, _revoked(record, path, desk)
    if not isinstance(length, days.Length):
        return None
    if not isinstance(suspended, days.Length):
        return length
    if suspended > length or (
        suspended.key == length.key and record.suspension_revoked in ((), UNKNOWN)
    ):
        at = desk.at(path, "suspended")
        desk.refuse(Cause.NOTHING_TO_SERVE, at, str(suspended), Wanted.SHORTER, length=str(length))
        return None
    return None if revoked is None or revoked > suspended else length - (suspended - revoked)


def _revoked(record: Sentence, path: Path, desk: Desk) -> days.Length | None:
    """Return how much of the suspension was revoked: no more than there was."""
    revoked, suspended = record.suspension_revoked, record.suspended
    if revoked is UNKNOWN or not revoked:
        return days.Length()
    at, other = desk.at(path, "suspension_revoked"), desk.at(path, "suspended")
    for each in revoked:
        _after_judgment(record, each, path, at, desk)
    known_lengths = [one.length for one in revoked if isinstance(one.length, days.Length)]
    total = sum(known_lengths, days.Length())
    if suspended is UNKNOWN:
        _key_missing("suspended", other, desk)
    elif suspended is None:
        desk.refuse(Cause.KEYS_EXCLUDE, at, str(total), Wanted.ONE_OF_BOTH, other=spelled(other))
    else:
        _no_longer(total, suspended, at, other, desk)
    return total if len(known_lengths) == len(revoked) else None


def _merger(
    record: Sentence,
    length: days.Length | Life | Unknown,
    to_serve: days.Length | None,
    path: Path,
    desk: Desk,
) -> None:
    """A part is merged into another sentence, and is less than the whole: else nothing is typed."""
    part = record.merged_part
    if part is UNKNOWN:
        return
    at = desk.at(path, "merged_part")
    if known(record.merged_into) is None:
        _key_missing("merged_into", desk.at(path, "merged_into"), desk)
    elif isinstance(length, Life):
        other = spelled(desk.at(path, "length"))
        desk.refuse(Cause.KEYS_EXCLUDE, at, str(part), Wanted.ONE_OF_BOTH, other=other)
    elif to_serve is not None and part >= to_serve:
        desk.refuse(Cause.NOTHING_TO_SERVE, at, str(part), Wanted.SHORTER, length=to_serve)


def _key_missing(key: str, at: Path, desk: Desk) -> None:
    also = desk.dictionary.keys_typed.get(key, key)
    desk.refuse(Cause.KEY_MISSING, at, None, Wanted.THE_KEY, key=key, also=also)


def security_period(record: SecurityPeriod, path: Path, desk: Desk) -> None:
    """Days, or a length, or a share of a sentence: two of them would have to agree."""
    _security_days(record, path, desk)
    told = {"share": record.share, "length": record.length, "from": record.since,
            "until": record.until}  # fmt: skip
    for key, others in (("share", ("length", "from", "until")), ("length", ("from", "until"))):
        for other in others:
            if told[key] is UNKNOWN or told[other] is UNKNOWN:
                continue
            at, beside = desk.at(path, key), spelled(desk.at(path, other))
            desk.refuse(Cause.KEYS_EXCLUDE, at, str(told[key]), Wanted.ONE_OF_BOTH, other=beside)


_security_days = in_turn(
    ("from", "since", "until", "until"), ("from", "since", "lifted_on", "lifted_on")
)


def one_security_period_each(items: Items, path: Path, desk: Desk) -> Sequence[SecurityPeriod]:
    """A sentence has one security period."""
    seen: set[int] = set()
    for rank, one in items:
        sentence = known(one.sentence)
        if sentence is not None and sentence in seen:
            at = desk.at(path, rank, "sentence")
            desk.refuse(Cause.TWICE, at, sentence, Wanted.ITEM_ONCE)
        elif sentence is not None:
            seen.add(sentence)
    return [one for _, one in items]


def _security_period_of_a_sentence(record: CustodyFacts, path: Path, desk: Desk) -> None:
    """The sentence that a security period names is one of the file."""
    periods, sentences = known(record.security_periods), known(record.sentences)
    for rank, one in enumerate(periods or ()):
        named = known(one.sentence)
        if sentences is None or named is None or named < len(sentences):
            continue
        at = desk.at(path, "security_period")
        alone = desk.at(at, "sentence") if desk.holds(at) else desk.at(at, rank, "sentence")
        desk.refuse(Cause.NO_SUCH_SENTENCE, alone, named, Wanted.RANK, count=len(sentences))


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
    """The end comes after the committal, and so do the interruptions."""
    _security_period_of_a_sentence(record, path, desk)
    start, end = known(record.committed_on), known(record.end_of_sentence)
    if start is not None and end is not None and end < start:
        at, other = desk.at(path, "end_of_sentence"), desk.at(path, "committed_on")
        _too_early(end, start, at, other, desk)
    if record.concurrence is not UNKNOWN and record.sentences is not UNKNOWN:
        _concurrences(record.concurrence, record.sentences, path, desk)
    for rank, interruption in enumerate(known(record.interruptions) or ()):
        if start is not None and interruption.since < start:
            at, other = desk.at(path, "interruptions", rank, "from"), desk.at(path, "committed_on")
            _too_early(interruption.since, start, at, other, desk)


def _concurrences(
    groups: tuple[Concurrence, ...], sentences: tuple[Sentence, ...], path: Path, desk: Desk
) -> None:
    """Each group has two sentences, that are there, in no other group, and within its maximum."""
    seen: set[int] = set()
    for at, group in enumerate(groups):
        ranks = () if group.sentences is UNKNOWN else group.sentences
        where = desk.at(path, "concurrence", at, "sentences")
        if group.sentences is not UNKNOWN and len(ranks) < 2:
            read = ", ".join(str(rank) for rank in ranks)
            desk.refuse(Cause.TOO_FEW, where, read, Wanted.TWO_SENTENCES)
        for place, rank in enumerate(ranks):
            if rank >= len(sentences):
                desk.refuse(
                    Cause.NO_SUCH_SENTENCE, (*where, place), rank, Wanted.RANK, count=len(sentences)
                )
            elif rank in seen:
                desk.refuse(Cause.TWICE, (*where, place), rank, Wanted.ITEM_ONCE)
            else:
                _within(sentences[rank].length, group, (path, at, rank), desk)
        seen.update(ranks)


def _within(
    length: days.Length | Life | Unknown,
    group: Concurrence,
    where: tuple[Path, int, int],
    desk: Desk,
) -> None:
    """No court pronounces more than the highest maximum of the offences in concurrence."""
    path, at, rank = where
    most = group.at_most
    if not isinstance(most, days.Length) or length is UNKNOWN:
        return
    if isinstance(length, Life) or length > most:
        desk.refuse(
            Cause.EXCEEDS,
            desk.at(path, "sentences", rank, "length"),
            "life" if isinstance(length, Life) else str(length),
            Wanted.NO_LONGER,
            most=most,
            other=spelled(desk.at(path, "concurrence", at, "at_most")),
        )


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
