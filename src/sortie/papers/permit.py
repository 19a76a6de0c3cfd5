"""The permit handed to the person at the gate, with the slip that the gate keeps."""

from collections.abc import Iterator
from datetime import date

from sortie.casework import Case, LeavePermit, Order, Role, Terms
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.errors import NoPermit
from sortie.papers.printing import (
    Blank,
    Block,
    Fact,
    Facts,
    Framed,
    Heading,
    Paper,
    Para,
    Signature,
    Signatures,
    Slip,
)
from sortie.papers.voice import Voice

CARRIED, MISSED = "fr.cpen.d424-5", "fr.cpen.d424-7"


def permit(about: About, *, receipt: str | None = None, lang: str = "fr") -> Paper:
    """Return the permit of the order in force: hours, places, conditions, every ban.

    The trap: a permit of an order that changed, or of a leave taken back, prints no more.

    Raises:   NoPermit, ReceiptTooLong
    """
    order, issued, terms = standing(about)
    case, says = about.case, parts.speaks(about.case, lang)
    kind = "escorted" if terms.escorted else "leave"
    reference = says.say("ref.permit", permit=issued.permit)
    frame = parts.Frame(
        name=f"{about.case_id}-{issued.permit}",
        title=says.say(f"permit.title.{kind}"),
        dated=says.on(issued.issued_at),
        issuer=(case.prison,),
        reference=(reference, says.say("case", case=about.case_id)),
        foot=parts.foot(about, case, reference, says),
    )
    body = _body(about, order, issued, terms, says)
    return parts.paper(frame, body, says, specimen=about.specimen, receipt=receipt)


def standing(about: About) -> tuple[Order, LeavePermit, Terms]:
    """Return the order in force with its permit and its hours.

    Raises:   NoPermit
    """
    order = about.case.order
    if order is None or order.permit is None or order.terms is None or not stands(about.case):
        raise NoPermit(about.case_id)
    return order, order.permit, order.terms


def stands(case: Case) -> bool:
    """Whether the last order has a permit for its present version and this committal number."""
    order = case.order
    if order is None or order.permit is None or order.withdrawal is not None or not order.granted:
        return False
    issued = order.permit
    return (issued.version, issued.committal_number) == (order.version, case.committal_number)


def decided_in_words(order: Order, says: Voice) -> str:
    """Return the decision that a paper carries out: which, by whom, on which day."""
    head = order.decided_by.role is Role.HEAD_OF_PRISON
    reference = says.say("ref.decision" if head else "ref.order", order=order.order)
    role, day = says.role(order.decided_by.role), says.day(order.decided_at)
    return says.say("order.of", order=reference, role=role, day=day)


def _body(
    about: About, order: Order, issued: LeavePermit, terms: Terms, says: Voice
) -> Iterator[Block]:
    on = says.on(terms.departs_at)
    yield parts.hours(terms, says)
    yield parts.person(
        about,
        about.case,
        says,
        Fact(says.say("fact.order"), decided_in_words(order, says)),
        Fact(says.say("fact.purpose"), says.purpose(terms)),
        parts.places(terms, says),
        *parts.escort(terms, says),
        Fact(says.say("permit.money"), None),
    )
    yield from parts.conditions(order, says)
    yield from parts.bans(order, on, says)
    yield Framed(tuple(_late(on, says)))
    yield Signatures(
        says.say("made", day=says.day(issued.issued_at)),
        (Signature(says.say("permit.head")), Signature(says.say("permit.holder"))),
    )
    yield Slip(says.say("permit.slip"), tuple(_slip(about, issued, terms, says)))


def _late(on: date, says: Voice) -> Iterator[Block]:
    """Yield what the person must know of the way back."""
    carried = says.articles((CARRIED,), on)
    carry = says.say("permit.carry" if carried else "permit.carry.plain", articles=carried)
    yield Para(f"{carry} {says.say('permit.back_inside')}")
    yield Heading(says.say("permit.late"))
    yield Blank(says.say("permit.late.call"))
    yield missed(on, says)


def missed(on: date, says: Voice) -> Block:
    """Return what the law says of a return that is missed; a line where none is written."""
    line = says.provision(MISSED, on)
    if line is None:
        return Blank(says.say("law.blank"))
    return Para(says.say("law", sentence=line.sentence.rstrip("."), articles=line.articles))


def _slip(about: About, issued: LeavePermit, terms: Terms, says: Voice) -> Iterator[Block]:
    yield Para(
        says.say("permit.slip.due", name=about.name, number=about.case.committal_number,
                 permit=issued.permit, at=says.clock.say(terms.returns_at))
    )  # fmt: skip
    blanks = ("back", "by", "remarks")
    yield Facts(tuple(Fact(says.say(f"permit.slip.{each}"), None) for each in blanks))
