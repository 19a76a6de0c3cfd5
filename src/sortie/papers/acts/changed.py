"""What changes an order that was made: its correction, its withdrawal."""

from collections.abc import Iterator

from sortie import words
from sortie.casework import OrderCorrected, OrderWithdrawn, Role
from sortie.law import Occasion
from sortie.papers import parts
from sortie.papers.acts import seen, told
from sortie.papers.acts.acting import Act
from sortie.papers.acts.decided import kind_of, occasion_of
from sortie.papers.printing import Block, Heading, Paper, Para

_BY_JUDGE, _BY_HEAD = "fr.procedure.withdrawal", "fr.procedure.withdrawal.head"
_BROUGHT_BACK = "fr.procedure.brought_back"


def withdrawn(act: Act, event: OrderWithdrawn, *, receipt: str | None) -> Paper:
    """Return the order, or the decision, that takes a leave back."""
    title = act.says.say(f"act.title.withdrawn.{kind_of(act)}", act=act.named)
    return act.paper(title, _withdrawal(act, event), receipt=receipt)


def _withdrawal(act: Act, event: OrderWithdrawn) -> Iterator[Block]:
    order, says = act.order, act.says
    rule = _BY_HEAD if act.by_head else _BY_JUDGE
    rules = (rule, _BROUGHT_BACK) if event.urgent and act.by_head else (rule,)
    day, reference = says.day(order.decided_at), act.reference(order)
    by_head = order.decided_by.role is Role.HEAD_OF_PRISON
    before = says.say(
        "seen.decision" if by_head else "seen.order", order=order.order, day=day
    )  # fmt: skip
    yield from act.seen(seen.texts(rules, act.on, says), (Para(before),))
    yield Heading(says.say("act.grounds"))
    ground, articles = says.label("choice", event.ground), says.cited((rule,), act.on)
    key = "decides.ground" if articles else "decides.ground.plain"
    yield Para(says.say(key, ground=ground, articles=articles))
    yield from parts.authored(event.because)
    yield Heading(says.say("act.decides"))
    key = f"decides.withdrawn.{kind_of(act)}"
    name = act.about.name
    order_named = words.lowered(reference)
    yield Para(says.say(key, name=name, day=day, order=order_named), strong=True)
    if event.urgent:
        yield Para(says.say("decides.urgent"))
        yield from _brought_back(act)
    yield act.signed()
    yield from told.told(None if act.by_head else Occasion.DECIDED, act.on, says)
    yield from told.unwritten(says)


def _brought_back(act: Act) -> Iterator[Block]:
    line = act.says.law(_BROUGHT_BACK, act.on) if act.by_head else None
    if line is not None:
        yield Para(line)


def corrected(act: Act, event: OrderCorrected, *, receipt: str | None) -> Paper:
    """Return the correction of an order, with the whole of what it says from now on."""
    title = act.says.say("act.title.corrected", act=act.named)
    return act.paper(title, _correction(act, event), receipt=receipt)


def _correction(act: Act, event: OrderCorrected) -> Iterator[Block]:
    order, says = act.order, act.says
    day = says.day(order.decided_at)
    yield from act.seen(seen.texts(seen.rules_of(act.case, order), act.on, says))
    yield Heading(says.say("act.grounds"))
    yield from parts.authored(event.because)
    yield Heading(says.say("act.decides"))
    reference = words.lowered(act.reference(order))
    yield Para(says.say("decides.corrected", day=day, order=reference), strong=True)
    if order.terms is not None:
        yield parts.terms_of(order.terms, says)
        yield from parts.conditions(order, says)
        on = says.on(order.terms.departs_at)
        yield from parts.bans(order, on, says)
    yield act.signed()
    yield from told.told(occasion_of(act), act.on, says)
    yield from told.remedies(order, act.on, says)
