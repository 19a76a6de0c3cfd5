"""The order on an application: granted, in part, refused, adjourned, inadmissible."""

from collections.abc import Iterator

from sortie.casework import Decided, DecisionOutcome, Role, Terms
from sortie.law import Occasion
from sortie.papers import parts
from sortie.papers.acts import seen, told
from sortie.papers.acts.acting import Act
from sortie.papers.printing import Blank, Block, Facts, Heading, Paper, Para, Table
from sortie.rules import Outcome

GRANTS = (DecisionOutcome.GRANTED, DecisionOutcome.GRANTED_IN_PART)
_COMPARED = (2, 4, 4)


def decided(act: Act, event: Decided, *, receipt: str | None) -> Paper:
    """Return the order as it was made: what happened to it later is not on it."""
    title = act.says.say(f"act.title.{event.outcome}.{kind_of(act)}", act=act.named)
    return act.paper(title, _body(act, event), receipt=receipt)


def kind_of(act: Act) -> str:
    """Return which words serve: those of a leave, or of one under escort."""
    terms = asked_or_granted(act)
    return "escorted" if terms is not None and terms.escorted else "leave"


def asked_or_granted(act: Act) -> Terms | None:
    """Return the leave of an act: what was granted, else what was asked."""
    if act.order.terms is not None:
        return act.order.terms
    return act.case.filing.asked if act.case.filing is not None else None


def _body(act: Act, event: Decided) -> Iterator[Block]:
    case, order, says = act.case, act.order, act.says
    yield from act.seen(
        seen.texts(seen.rules_of(case, order), act.on, says),
        seen.application(case, says),
        seen.opinions(case, order, says),
    )
    yield from _asked(act)
    yield Heading(says.say("act.grounds"))
    yield from _law(event, act)
    yield from act.grounds(event.grounds)
    yield from parts.authored(event.reasons)
    yield from act.pieces(event.grounds)
    yield Heading(says.say("act.decides"))
    yield from _decides(act, event)
    if event.outcome in GRANTS:
        yield from _granted(act, event)
    yield act.signed()
    yield from told.told(occasion_of(act), act.on, says)
    yield from told.remedies(order, act.on, says)


def _asked(act: Act) -> Iterator[Block]:
    filing, says = act.case.filing, act.says
    if filing is None:
        return
    asked = filing.asked
    yield Heading(says.say("act.asked"))
    key = "asked.escorted" if asked.escorted else "asked.leave"
    yield Para(says.say(key, leave=says.leave(asked), purpose=says.purpose(asked)))
    yield parts.terms_of(asked, says)


def _law(event: Decided, act: Act) -> Iterator[Block]:
    if event.law_says is None:
        return
    if event.law_says.outcome is Outcome.OPEN:
        yield Para(act.says.say("grounds.open"))
    elif event.law_says.outcome is Outcome.UNDETERMINED and event.despite:
        yield Para(act.says.say("grounds.undetermined"))
        yield from parts.authored(event.despite)


def _decides(act: Act, event: Decided) -> Iterator[Block]:
    says, name = act.says, act.about.name
    match event.outcome:
        case DecisionOutcome.ADJOURNED if event.adjourned_until is not None:
            at = says.clock.say(event.adjourned_until)
            yield Para(says.say("decides.adjourned", name=name, at=at), strong=True)
        case DecisionOutcome.ADJOURNED:
            yield Para(says.say("decides.adjourned.undated", name=name), strong=True)
            yield Blank(says.say("decides.adjourned.blank"))
        case DecisionOutcome.REFUSED | DecisionOutcome.INADMISSIBLE:
            yield Para(says.say(f"decides.{event.outcome}", name=name), strong=True)
        case DecisionOutcome.GRANTED | DecisionOutcome.GRANTED_IN_PART:
            yield from _grants(act, event)
    yield from act.bar(event.bar_until, "fr.procedure.bar")


def _grants(act: Act, event: Decided) -> Iterator[Block]:
    says, terms = act.says, asked_or_granted(act)
    if terms is None:
        return
    key = f"decides.{event.outcome}.{kind_of(act)}"
    leave, purpose = says.leave(terms), says.purpose(terms)
    yield Para(says.say(key, name=act.about.name, leave=leave, purpose=purpose), strong=True)
    if act.order.dates_left_to is None:
        yield parts.terms_of(terms, says)
    else:
        yield Facts((parts.places(terms, says), *parts.escort(terms, says)))
    yield from act.dates_left()
    if event.outcome is DecisionOutcome.GRANTED_IN_PART:
        yield from _compared(act, terms)


def _compared(act: Act, granted: Terms) -> Iterator[Block]:
    """Yield what was asked beside what is granted, where it differs."""
    says, filing = act.says, act.case.filing
    if filing is None:
        return
    pairs = zip(parts.terms_of(filing.asked, says).rows, parts.terms_of(granted, says).rows,
                strict=False)  # fmt: skip
    rows = tuple(
        (asked.label, asked.value or "", given.value or "")
        for asked, given in pairs
        if asked.value != given.value
    )
    if rows:
        header = tuple(says.say(f"compare.{each}") for each in ("what", "asked", "granted"))
        yield Table(header=header, widths=_COMPARED, rows=rows)


def _granted(act: Act, event: Decided) -> Iterator[Block]:
    order, says = act.order, act.says
    yield from parts.conditions(order, says)
    on = says.on(order.terms.departs_at) if order.terms is not None else act.on
    yield from parts.bans(order, on, says)
    if event.head_excluded:
        articles = says.cited(("fr.authority.head_of_prison",), act.on)
        yield Para(says.say("decides.head_excluded", articles=articles))


def occasion_of(act: Act) -> Occasion:
    """Return whom the law wants told of an act."""
    if act.entry.by.role is not Role.HEAD_OF_PRISON:
        return Occasion.DECIDED
    return Occasion.HEAD_DECIDED if act.order.granted else Occasion.HEAD_REFUSED
