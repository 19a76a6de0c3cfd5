"""The notice to a victim: only what the law lets be said, and what the judge adds by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sortie import casework, law
from sortie.casework import Order, Victim, VictimWish
from sortie.law import Occasion
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.errors import NoSuchVictim, VictimNotToBeTold
from sortie.papers.printing import (
    Blank,
    Block,
    Heading,
    Paper,
    Para,
    Signature,
    Signatures,
    Style,
)
from sortie.papers.voice import Voice

CONSIDERED, INVITED, CONTACT = "release_considered", "observations_invited", "contact_ban"
_WRITE = "fr.procedure.victim.observations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that a victim may be told: a letter is written from this alone.

    ``duties`` are those that the law imposes or allows on that day for that wish; ``asked``: the
    victim wanted to know. ``stands``: what became of the leave, in a word of the sentences.
    """

    case_id: str
    victim: str
    name: str
    asked: bool
    duties: tuple[law.Duty, ...]
    stands: str
    contact_ban: bool
    write_until: datetime | None
    dated: date
    specimen: bool


def victim_notice(about: About, victim: str, *, dated: date, lang: str = "fr") -> Paper:
    """Return the notice to one victim, whose name and address are on no paper of the office.

    The trap: hours, places, the prison and the offence are not on it, and no receipt goes with
    it, since a receipt holds the whole event; the judge writes by hand what else is to be said.

    Raises:   NoSuchVictim; VictimNotToBeTold: the victim wanted silence, or nothing is to be said
    """
    told = told_to(about, victim, dated)
    says = parts.speaks(about.case, lang)
    frame = parts.Frame(
        name=f"{about.case_id}-{victim}-{dated.isoformat()}",
        title=says.say("victim.title"),
        dated=dated,
        issuer=(),
        reference=(says.day(dated),),
        foot=says.say("victim.foot", case=told.case_id, victim=told.victim),
        style=Style.PLAIN,
    )
    return parts.paper(frame, _body(told, says), says, specimen=told.specimen)


def told_to(about: About, victim: str, dated: date) -> Told:
    """Return what may be told to a victim at this stage of a case.

    Raises:   NoSuchVictim, VictimNotToBeTold
    """
    held = about.case.victims.get(victim)
    if held is None:
        raise NoSuchVictim(about.case_id, victim)
    duties = tuple(_duties(about.case, held, dated))
    asked = held.wish is VictimWish.TOLD
    imposed = any(not each.optional for each in duties)
    silent = held.wish is VictimWish.NOT_TOLD and not imposed
    if silent or (not asked and not duties):
        raise VictimNotToBeTold(about.case_id, victim)
    order = about.case.order
    attached = order.attached_bans if order is not None else ()
    return Told(
        case_id=about.case_id,
        victim=victim,
        name=about.name,
        asked=asked,
        duties=duties,
        stands=_stands(order),
        contact_ban=any(each.kind == "contact" for each in attached),
        write_until=_write_until(about.case, held),
        dated=dated,
        specimen=about.specimen,
    )


def _duties(case: casework.Case, victim: Victim, on: date) -> Iterator[law.Duty]:
    """Yield what the law has told to this victim: before the decision, or once it is made."""
    decided = case.order is not None and not case.order.adjourned
    occasions = (Occasion.DECIDED, Occasion.BEFORE_DEPARTURE) if decided else (
        Occasion.BEFORE_DECISION,
    )  # fmt: skip
    for occasion in occasions:
        found = law.france.PROCEDURE.must_be_told(
            occasion=occasion,
            couple_violence=victim.must_be_told,
            wish=victim.wish,
            escorted=_escorted(case),
            on=on,
        )
        if not isinstance(found, law.NotModelled):
            yield from (each for each in found if each.to == casework.Role.VICTIM)


def _escorted(case: casework.Case) -> bool | None:
    if case.order is not None and case.order.terms is not None:
        return case.order.terms.escorted
    return case.filing.asked.escorted if case.filing is not None else None


def _stands(order: Order | None) -> str:
    if order is None or order.adjourned:
        return "considered"
    if order.withdrawal is not None:
        return "withdrawn"
    return "granted" if order.granted else "not_granted"


def _write_until(case: casework.Case, victim: Victim) -> datetime | None:
    """Return until when a victim who was told may write; None before it was."""
    if victim.told_at is None:
        return None
    limit = law.france.PROCEDURE.victim_observations_due(
        told_at=victim.told_at, place=law.france.PROCEDURE.place_of(case.where)
    )
    return None if isinstance(limit, law.NotModelled) else limit.surely_open_until


def _body(told: Told, says: Voice) -> Iterator[Block]:
    kinds = {each.what: each for each in told.duties}
    yield Blank(says.say("victim.to"), lines=3)
    yield Blank(says.say("victim.from"), lines=2)
    yield Para(says.say("victim.dear"))
    yield from _why(told, kinds, says)
    yield Para(says.say(f"victim.{told.stands}", name=told.name), strong=True)
    if told.stands != "not_granted":
        yield Blank(says.say("victim.more"), lines=3)
    if told.contact_ban and CONTACT in kinds:
        yield Blank(says.say("victim.ban"), lines=2)
    if INVITED in kinds:
        yield from _write(told, says)
    yield Heading(says.say("victim.choice"))
    yield Para(says.say("victim.choice.change"))
    yield Blank(says.say("victim.help"), lines=2)
    yield Para(says.say("victim.only"))
    made = says.say("made", day=says.day(told.dated))
    yield Signatures(made, (Signature(says.say("victim.signs")),))


def _why(told: Told, kinds: dict[str, law.Duty], says: Voice) -> Iterator[Block]:
    """Yield why this letter is sent: the law wants it, the victim asked, the judge chose to."""
    imposed = kinds.get(CONSIDERED)
    if imposed is not None:
        articles = says.articles(imposed.cites, told.dated)
        yield Para(says.say("victim.law", articles=articles))
    elif told.asked:
        yield Para(says.say("victim.asked"))
    else:
        cites = [cite for each in told.duties for cite in each.cites]
        yield Para(says.say("victim.invited", articles=says.articles(cites, told.dated)))


def _write(told: Told, says: Voice) -> Iterator[Block]:
    yield Heading(says.say("victim.write"))
    yield parts.law_or_blank(_WRITE, told.dated, says)
    if told.write_until is not None:
        yield Para(says.say("victim.write.until", until=says.clock.until(told.write_until)))
    yield Blank(says.say("victim.write.to"), lines=2)
