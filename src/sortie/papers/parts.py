"""The parts that several papers share: who, when, where, under which conditions and bans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sortie import casework, law
from sortie.papers.about import About
from sortie.papers.printing import (
    Blank,
    Block,
    Fact,
    Facts,
    Heading,
    Hours,
    Item,
    Items,
    Paper,
    Para,
    Receipt,
    Sheet,
    Style,
    paragraphs,
    printed,
)
from sortie.papers.voice import Voice, sentence, voice

BANS_ATTACH = "fr.cpp.d142"
# The first version of that provision under which bans of other decisions apply by law.
_SEPARATOR, _SHORT = " · ", 44
# The longest receipt whose text stands beside its code.
_COPIED = 400
_ATTACH_SINCE = date(2020, 12, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the body of a paper on one case."""

    name: str
    title: str
    dated: date
    issuer: tuple[str, ...]
    reference: tuple[str, ...]
    foot: str
    style: Style = Style.ACT


def paper(
    frame: Frame, body: Iterable[Block], says: Voice, *, specimen: bool, receipt: str | None = None
) -> Paper:
    """Return a printed paper, marked where it is no original.

    Raises:   ReceiptTooLong
    """
    marks = [says.say("mark.unofficial")] if says.tongue.code != "fr" else []
    marks += [says.say("mark.specimen")] if specimen else []
    return printed(
        Sheet(
            name=frame.name,
            title=frame.title,
            lang=says.tongue.code,
            dated=frame.dated,
            issuer=frame.issuer,
            reference=frame.reference,
            foot=_SEPARATOR.join(map(_shortened, frame.foot.split(_SEPARATOR))),
            page=says.say("page"),
            body=tuple(body),
            style=frame.style,
            mark=" ".join(marks),
            author=frame.issuer[0] if frame.issuer else "",
            receipt=_receipt(receipt, says),
        )
    )


def _receipt(text: str | None, says: Voice) -> Receipt | None:
    """Return the receipt as it is printed: its text too, while someone could copy it."""
    if text is None:
        return None
    if len(text) <= _COPIED:
        return Receipt(text, says.say("receipt"), says.say("receipt.alt"))
    said = says.say("receipt.file")
    return Receipt(text, says.say("receipt"), says.say("receipt.alt.file"), said)


def _shortened(text: str) -> str:
    """Return a text that stands on one line with others; the whole of it is on the first page."""
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def speaks(case: casework.Case, lang: str) -> Voice:
    """Return the voice of a paper on a case, by the clock of the prison it was in then."""
    return voice(lang, law.france.PROCEDURE.place_of(case.where).zone)


def foot(about: About, case: casework.Case, what: str, says: Voice) -> str:
    """Return what stands at the foot of every page of a paper on a person."""
    return says.say("foot", what=what, name=about.name, number=case.committal_number,
                    case=about.case_id)  # fmt: skip


def person(about: About, case: casework.Case, says: Voice, *more: Fact) -> Facts:
    """Return who the person is: the birth to be written where the file does not give it."""
    born = says.day(about.born_on) if about.born_on is not None else None
    return Facts(
        (
            Fact(says.say("fact.name"), about.name),
            Fact(says.say("fact.number"), case.committal_number),
            Fact(says.say("fact.born"), born),
            Fact(says.say("fact.prison"), case.prison),
            *more,
        )
    )


def places(terms: casework.Terms, says: Voice) -> Fact:
    """Return where a leave takes place; a line to fill where nobody said."""
    found = " ; ".join(terms.places)
    return Fact(says.say("fact.places"), says.tongue.spaced(found) or None, authored=True)


def terms_of(terms: casework.Terms, says: Voice) -> Facts:
    """Return when, where and with whom a leave takes place."""
    return Facts(
        (
            Fact(says.say("fact.departs"), says.clock.say(terms.departs_at)),
            Fact(says.say("fact.returns"), says.clock.say(terms.returns_at)),
            places(terms, says),
            *escort(terms, says),
        )
    )


def escort(terms: casework.Terms, says: Voice) -> tuple[Fact, ...]:
    """Return who goes along, where someone must."""
    if not terms.escorted:
        return ()
    return (Fact(says.say("fact.escort"), says.tongue.listed(terms.escort) or None),)


def hours(terms: casework.Terms, says: Voice) -> Hours:
    """Return the way out and the way back, large."""
    departs, returns = terms.departs_at, terms.returns_at
    return Hours(
        says.say("permit.out"), says.weekday(departs), says.hour(departs),
        says.say("permit.back"), says.weekday(returns), says.hour(returns),
    )  # fmt: skip


def conditions(order: casework.Order, says: Voice, to: str = "") -> tuple[Block, ...]:
    """Return the conditions of an order, numbered to be spoken of.

    ``to`` is the family of sentences of a paper that speaks to its reader: ``person.``.
    """
    written = order.decided.conditions if order.decided is not None else ()
    head = Heading(says.say("conditions"))
    if not written:
        return (head, Para(says.say(f"{to}conditions.none")))
    items = tuple(Item(sentence(each)) for each in written)
    return (head, Para(says.say(f"{to}conditions.list")), Items(items, numbered=True))


def bans(order: casework.Order, on: date, says: Voice, to: str = "") -> tuple[Block, ...]:
    """Return the bans that go with a leave, those that the order leaves out told apart.

    Those of the permit, once there is one. The trap: bans attach by law only since the text that
    says so; before, they are only running.
    """
    attached = order.permit.attached_bans if order.permit is not None else order.attached_bans
    head = Heading(says.say("bans"))
    if not attached:
        none = "bans.none" if order.permit is not None else "bans.none.yet"
        return (head, Para(says.say(f"{to}{none}")))
    articles = says.articles((BANS_ATTACH,), on) if on >= _ATTACH_SINCE else ""
    intro = says.say(f"{to}bans.{'list' if articles else 'plain'}", articles=articles)
    left_out = says.say("ban.left_out") if articles else ""
    items = tuple(
        Item(says.ban(each), "" if each in order.attached_bans else left_out) for each in attached
    )
    return (head, Para(intro), Items(items))


def authored(text: str) -> tuple[Block, ...]:
    """Return what someone typed, paragraph by paragraph."""
    return tuple(Para(sentence(each), authored=True) for each in paragraphs(text))


def law_or_blank(rule: str, on: date, says: Voice) -> Block:
    """Return what a rule provides, or a line to fill where none is written for that day."""
    line = says.law(rule, on)
    return Para(line) if line is not None else Blank(says.say("law.blank"))
