"""The order of the president, on an appeal or on an application that nobody answered."""

from collections.abc import Iterator

from sortie.casework import AppealDecided, Redating
from sortie.law import Occasion
from sortie.papers import parts
from sortie.papers.acts import seen, told
from sortie.papers.acts.acting import Act
from sortie.papers.printing import Block, Heading, Paper, Para


def appealed(act: Act, event: AppealDecided, *, receipt: str | None) -> Paper:
    """Return the president's order as it was made."""
    silence = act.order.decided is None
    key = "act.title.silence" if silence else f"act.title.{event.outcome}"
    return act.paper(act.says.say(key), _body(act, event, silence=silence), receipt=receipt)


def _body(act: Act, event: AppealDecided, *, silence: bool) -> Iterator[Block]:
    says = act.says
    yield from act.seen(_seen(act, event, silence=silence))
    yield Heading(says.say("act.grounds"))
    yield from parts.authored(event.reasons)
    if event.despite:
        yield Para(says.say("grounds.undetermined"))
        yield from parts.authored(event.despite)
    yield Heading(says.say("act.decides"))
    if not silence:
        yield Para(says.say(f"decides.{event.outcome}", order=act.order.order), strong=True)
    yield from _stands(act)
    yield from act.bar(event.bar_until, "fr.procedure.bar.appeal")
    yield act.signed()
    yield from told.told(Occasion.DECIDED, act.on, says)
    yield from told.unwritten(says)


def _seen(act: Act, event: AppealDecided, *, silence: bool) -> Iterator[Block]:
    says = act.says
    yield from seen.texts(_rules(act, event, silence=silence), act.on, says)
    yield from _seized(act) if silence else _appeals(act)
    yield from _observations(act)
    if event.urgent:
        yield Para(says.say("seen.urgent"))
        yield from parts.authored(event.urgent)


def _rules(act: Act, event: AppealDecided, *, silence: bool) -> Iterator[str]:
    yield from ("fr.procedure.president", "fr.procedure.observations")
    if not silence:
        yield "fr.procedure.appeal"
    if event.redating is not Redating.KEPT:
        yield "fr.procedure.redating"
    if event.law_says is not None:
        yield from seen.told_openly(event.law_says.because)
    if act.order.terms is not None:
        yield act.order.terms.leave


def _seized(act: Act) -> Iterator[Block]:
    filing = act.case.filing
    if filing is not None and filing.president_seized_at is not None:
        yield Para(act.says.say("seen.silence", day=act.says.day(filing.president_seized_at)))


def _appeals(act: Act) -> Iterator[Block]:
    """Yield the order appealed, and the appeals that this order decides."""
    order, says = act.order, act.says
    yield Para(says.say("seen.order", order=order.order, day=says.day(order.decided_at)))
    for each in order.appeals:
        if each.decided_at == act.entry.at:
            at, role = says.clock.say(each.lodged_at), says.role(each.by.role)
            yield Para(says.say("seen.appeal", at=at, role=role))


def _observations(act: Act) -> Iterator[Block]:
    for name in act.case.observations:
        piece = act.case.pieces.get(name)
        if piece is not None and piece.dated_on is not None:
            day = act.says.day(piece.dated_on)
            yield Para(act.says.say("seen.observations", kind=piece.kind, day=day))


def _stands(act: Act) -> Iterator[Block]:
    """Yield what stands once the president has ruled: a leave, or none."""
    order, says = act.order, act.says
    if not order.granted:
        yield Para(says.say("decides.stands_not"), strong=True)
        return
    if order.terms is None:
        yield from act.dates_left()
        return
    leave, purpose = says.leave(order.terms), says.purpose(order.terms)
    yield Para(says.say("decides.stands", leave=leave, purpose=purpose), strong=True)
    if order.dates_left_to is None:
        yield parts.terms_of(order.terms, says)
    yield from act.dates_left()
    yield from parts.conditions(order, says)
    on = says.on(order.terms.departs_at)
    yield from parts.bans(order, on, says)
