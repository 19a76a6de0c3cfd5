"""What whoever decides must have before them: facts to have seen, opinions side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sortie import casework
from sortie.casework import Actor, FactToSee
from sortie.office import looking
from sortie.web.authority import OpenedCase, facts_shown
from sortie.web.frame import Asked
from sortie.web.pages.answers import plain_path
from sortie.words import raised

_ONE_DAY = frozenset(["escape", "not_returned", "late_return", "disciplinary"])


@dataclass(frozen=True, slots=True)
class FactTold:
    """One fact, where it comes from, and whether who looks has yet to acknowledge it."""

    what: str
    source: str
    mine: bool


@dataclass(frozen=True, slots=True)
class FactsTold:
    """Facts that the same people acknowledged, and that the same seats did not."""

    facts: tuple[FactTold, ...]
    seen_by: tuple[str, ...]
    unseen_by: tuple[str, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class OpinionTold:
    """What one seat said, when; nothing where its opinion is awaited."""

    seat: str
    sense: str
    word: str
    reasons: str
    pieces: tuple[str, ...]
    at: datetime | None


def facts_told(opened: OpenedCase, asked: Asked) -> tuple[FactsTold, ...]:
    """Return the facts to have seen, as far as they may be shown; first those that wait for me."""
    case, actor = opened.shown.case, asked.acting.actor
    authors = opened.sight.sees("authors", "history.see")
    found: dict[tuple[tuple[Actor, ...], tuple[str, ...]], list[FactTold]] = {}
    for each in facts_shown(opened.sight, case):
        seen = tuple(sorted(each.seen_by, key=lambda by: (by.role, by.id)))
        told = FactTold(
            what=fact_in_words(each, asked),
            source=_source(each, asked) if opened.sight.sees("informant") else "",
            mine=actor is not None and each.unseen_by(actor),
        )
        found.setdefault((seen, looking.unseen_by(each, case, asked.at)), []).append(told)
    groups = [
        FactsTold(
            facts=tuple(facts),
            seen_by=tuple(who(by, asked, authors=authors) for by in seen),
            unseen_by=tuple(asked.label("role", seat) for seat in unseen),
            mine=any(each.mine for each in facts),
        )
        for (seen, unseen), facts in found.items()
    ]
    return tuple(sorted(groups, key=lambda each: not each.mine))


def _source(fact: FactToSee, asked: Asked) -> str:
    """Return where a fact comes from: a part of the file by its name, or what was written."""
    named = asked.tongue.names.PATHS
    return asked.tongue.spaced(named.get(plain_path(fact.source), fact.source))


def who(actor: Actor, asked: Asked, *, authors: bool) -> str:
    """Return the capacity of someone, with their id where authors may be seen."""
    role = asked.label("role", actor.role)
    return asked.say("case.who", role=role, id=actor.id) if authors else role


def fact_in_words(fact: casework.FactToSee, asked: Asked) -> str:
    """Return a fact with its days."""
    what = raised(asked.tongue.spaced(asked.tongue.names.SEEN.get(fact.kind, fact.kind)))
    day = asked.tongue.day
    if fact.since is None:
        return asked.say("seen.undated", what=what)
    if fact.until is not None and fact.until != fact.since:
        return asked.say("seen.span", what=what, since=day(fact.since), until=day(fact.until))
    key = "seen.on" if fact.kind in _ONE_DAY else "seen.since"
    return asked.say(key, what=what, since=day(fact.since))


def opinions_told(opened: OpenedCase, asked: Asked) -> tuple[OpinionTold, ...]:
    """Return every seat with its opinion or without, as far as they may be shown."""
    if not opened.sight.fields("opinions.see"):
        return ()
    return tuple(_opinions(opened, asked))


def _opinions(opened: OpenedCase, asked: Asked) -> Iterator[OpinionTold]:
    case, reasons = opened.shown.case, opened.sight.sees("reasons", "opinions.see")
    for each in case.present_opinions:
        yield OpinionTold(
            seat=raised(asked.label("role", each.member)),
            sense=each.sense,
            word=asked.label("word", each.sense),
            reasons=each.reasons if reasons else "",
            pieces=each.pieces if reasons else (),
            at=each.at,
        )
    for seat in looking.missing_opinions(case, asked.at):
        yield OpinionTold(raised(asked.label("role", seat)), "", "", "", (), None)
