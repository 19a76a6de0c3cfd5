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
    """One fact: who has acknowledged it, which seats have not, whether I have yet to."""

    what: str
    source: str
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


def facts_told(opened: OpenedCase, asked: Asked) -> tuple[FactTold, ...]:
    """Return the facts to have seen, as far as they may be shown."""
    case, actor = opened.shown.case, asked.acting.actor
    authors = opened.sight.sees("authors", "history.see")
    return tuple(
        FactTold(
            what=fact_in_words(each, asked),
            source=_source(each, asked) if opened.sight.sees("informant") else "",
            seen_by=tuple(who(by, asked, authors=authors) for by in _in_order(each)),
            unseen_by=tuple(
                asked.label("role", seat) for seat in looking.unseen_by(each, case, asked.at)
            ),
            mine=actor is not None and each.unseen_by(actor),
        )
        for each in facts_shown(opened.sight, case)
    )


def _source(fact: FactToSee, asked: Asked) -> str:
    """Return where a fact comes from: a part of the file by its name, or what was written."""
    named = asked.tongue.names.PATHS
    return asked.tongue.spaced(named.get(plain_path(fact.source), fact.source))


def _in_order(fact: FactToSee) -> list[Actor]:
    return sorted(fact.seen_by, key=lambda each: (each.role, each.id))


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
