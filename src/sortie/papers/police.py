"""The notice to the police or the gendarmerie of the place where the person stays."""

from collections.abc import Iterator

from sortie.casework import LeavePermit, Order, Terms
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.permit import decided_in_words, standing
from sortie.papers.printing import (
    Blank,
    Block,
    Fact,
    Heading,
    Paper,
    Para,
    Signature,
    Signatures,
)
from sortie.papers.voice import Voice

_TOLD, _NOT_RETURNED = "fr.procedure.police", "fr.procedure.not_returned"


def police_notice(about: About, *, receipt: str | None = None, lang: str = "fr") -> Paper:
    """Return what the police are told of a leave: who, where, when, under which bans.

    The trap: neither the offence nor the file is on it; the host is written by hand, since no
    event holds one.

    Raises:   NoPermit, ReceiptTooLong
    """
    order, issued, terms = standing(about)
    says = parts.speaks(about.case, lang)
    title = says.say(f"police.title.{'escorted' if terms.escorted else 'leave'}")
    frame = parts.Frame(
        name=f"{about.case_id}-{issued.permit}-police",
        title=title,
        dated=says.on(issued.issued_at),
        issuer=(about.case.prison,),
        reference=(says.say("case", case=about.case_id),
                   says.say("ref.permit", permit=issued.permit)),
        foot=parts.foot(about, about.case, title, says),
    )  # fmt: skip
    body = _body(about, order, issued, terms, says)
    return parts.paper(frame, body, says, specimen=about.specimen, receipt=receipt)


def _body(
    about: About, order: Order, issued: LeavePermit, terms: Terms, says: Voice
) -> Iterator[Block]:
    on = says.on(terms.departs_at)
    yield Blank(says.say("police.to"), lines=2)
    if not terms.escorted:
        yield parts.law_or_blank(_TOLD, on, says)
    yield parts.hours(terms, says)
    yield Heading(says.say("person"))
    yield parts.person(
        about,
        about.case,
        says,
        Fact(says.say("fact.order"), decided_in_words(order, says)),
        parts.places(terms, says),
        *parts.escort(terms, says),
    )
    if not terms.escorted:
        yield Para(says.say("police.not_escorted"))
    yield Blank(says.say("police.stay"), lines=2)
    yield from parts.conditions(order, says)
    yield from parts.bans(order, on, says)
    yield Heading(says.say("police.if"))
    yield parts.law_or_blank(_NOT_RETURNED, on, says)
    yield Blank(says.say("police.contact"))
    yield Signatures(
        says.say("made", day=says.day(issued.issued_at)),
        (Signature(says.say("permit.head")), Signature(says.say("police.received"))),
    )
