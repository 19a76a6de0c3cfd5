"""An order in whole sentences: those that its paper will bear, read on the screen before it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from sortie import casework
from sortie.casework import AttachedBan, Decided, DecisionOutcome, Role, Terms
from sortie.web.frame import Asked
from sortie.words import leave_name, lowered, raised

GRANTS = (DecisionOutcome.GRANTED, DecisionOutcome.GRANTED_IN_PART)


@dataclass(frozen=True, slots=True)
class GroundTold:
    """One ground, with the dated piece that it rests on."""

    sentence: str
    piece: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTold:
    """What an order says. ``operative`` is what it decides; ``terms`` those in force under it."""

    title: str
    operative: tuple[str, ...]
    terms: Terms | None
    reasons: tuple[str, ...]
    despite: str
    grounds: tuple[GroundTold, ...]
    conditions: tuple[str, ...]
    bans: tuple[str, ...]


def order_told(
    decided: Decided,
    case: casework.Case,
    asked: Asked,
    *,
    name: str,
    by: Role,
    bans: tuple[AttachedBan, ...],
) -> OrderTold:
    """Return an order made, or about to be, in words. ``name`` is the person's, or their id."""
    terms = _terms(decided, case)
    grants = decided.outcome in GRANTS
    return OrderTold(
        title=_title(decided, terms, asked, by),
        operative=tuple(_operative(decided, terms, asked, name)),
        terms=terms if grants and decided.dates_left_to is None else None,
        reasons=tuple(each.strip() for each in decided.reasons.splitlines() if each.strip()),
        despite=decided.despite if grants else "",
        grounds=tuple(GroundTold(each.text, piece_told(case, each.piece, asked))
                      for each in decided.grounds),
        conditions=decided.conditions if grants else (),
        bans=tuple(_ban(each, asked) for each in bans) if grants else (),
    )  # fmt: skip


def piece_told(case: casework.Case, piece: str, asked: Asked) -> str:
    """Return a piece in words, by what it is and its date."""
    held = case.pieces.get(piece)
    if held is None:
        return piece or asked.say("order.ground.unsupported")
    if held.dated_on is None:
        return asked.say("paper.piece.undated", kind=held.kind, piece=piece)
    day = asked.tongue.day(held.dated_on)
    return asked.say("paper.piece", kind=held.kind, day=day, piece=piece)


def _terms(decided: Decided, case: casework.Case) -> Terms | None:
    if decided.terms is not None:
        return decided.terms
    return case.filing.asked if case.filing is not None else None


def _kind(terms: Terms | None) -> str:
    return "escorted" if terms is not None and terms.escorted else "leave"


def _title(decided: Decided, terms: Terms | None, asked: Asked, by: Role) -> str:
    act = asked.say("paper.act.head" if by is Role.HEAD_OF_PRISON else "paper.act.judge")
    return asked.say(f"paper.act.title.{decided.outcome}.{_kind(terms)}", act=act)


def _operative(decided: Decided, terms: Terms | None, asked: Asked, name: str) -> Iterator[str]:
    match decided.outcome:
        case DecisionOutcome.ADJOURNED if decided.adjourned_until is not None:
            at = asked.clock.say(decided.adjourned_until)
            yield asked.say("paper.decides.adjourned", name=name, at=at)
        case DecisionOutcome.ADJOURNED:
            yield asked.say("paper.decides.adjourned.undated", name=name)
        case DecisionOutcome.REFUSED | DecisionOutcome.INADMISSIBLE:
            yield asked.say(f"paper.decides.{decided.outcome}", name=name)
        case _ if terms is not None:
            leave = lowered(leave_name(terms.leave, asked.tongue)) if terms.leave else ""
            purposes = asked.tongue.names.PURPOSES
            purpose = asked.tongue.spaced(purposes.get(terms.purpose, terms.purpose))
            key = f"paper.decides.{decided.outcome}.{_kind(terms)}"
            yield asked.say(key, name=name, leave=leave, purpose=purpose)
    if decided.bar_until is not None:
        yield asked.say("order.bar", name=name, day=asked.tongue.day(decided.bar_until))
    if decided.head_excluded:
        yield asked.say("order.head_excluded")
    if decided.dates_left_to is not None:
        yield asked.say("order.dates_left", role=asked.label("role", decided.dates_left_to))


def _ban(ban: AttachedBan, asked: Asked) -> str:
    names = asked.tongue.names.SEEN
    kind = raised(asked.tongue.spaced(names.get(f"{ban.kind}_ban", names["ban"])))
    source = ban.what or ban.source
    return asked.say("paper.ban.source" if source else "paper.ban", kind=kind, source=source)
