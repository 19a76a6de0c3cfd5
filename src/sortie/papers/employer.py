"""The letter to an employer or a place of training: an appointment, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie.casework import Terms
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.errors import NotForAnEmployer, NothingDecided
from sortie.papers.printing import (
    Blank,
    Block,
    Fact,
    Facts,
    Paper,
    Para,
    Signature,
    Signatures,
    Slip,
)
from sortie.papers.voice import Voice

PURPOSES = ("employer", "training")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """All that an employer is told: who comes, when, where, and whether it still holds.

    A letter is written from this alone, so that nothing else of the case can be in it.
    """

    name: str
    terms: Terms
    withdrawn: bool
    dated: date
    specimen: bool


def employer_letter(about: About, *, dated: date, lang: str = "fr") -> Paper:
    """Return the letter to an employer or a place of training, or the one that calls it off.

    The trap: no receipt goes with it, since a receipt holds the whole event of the register.

    Raises:   NotForAnEmployer; NothingDecided: nothing is granted, or its dates are not fixed
    """
    says = parts.speaks(about.case, lang)
    appointment = appointment_of(about, dated)
    day = says.day(appointment.terms.departs_at)
    key = "employer.title.withdrawn" if appointment.withdrawn else "employer.title"
    title = says.say(key, day=day)
    frame = parts.Frame(
        name=f"appointment-{says.on(appointment.terms.departs_at).isoformat()}",
        title=title,
        dated=dated,
        issuer=(),
        reference=(says.day(dated),),
        foot=title,
    )
    body = tuple(_body(appointment, says))
    return parts.paper(frame, body, says, specimen=appointment.specimen)


def appointment_of(about: About, dated: date) -> Appointment:
    """Return what may be told of a leave that was granted to meet an employer.

    Raises:   NotForAnEmployer, NothingDecided
    """
    order = about.case.order
    if order is None or order.terms is None or order.dates_left_to is not None:
        raise NothingDecided(about.case_id)
    if order.terms.purpose not in PURPOSES:
        raise NotForAnEmployer(about.case_id, order.terms.purpose)
    withdrawn = order.withdrawal is not None or not order.granted
    return Appointment(name=about.name, terms=order.terms, withdrawn=withdrawn, dated=dated,
                       specimen=about.specimen)  # fmt: skip


def _body(told: Appointment, says: Voice) -> Iterator[Block]:
    terms, day = told.terms, says.day(told.terms.departs_at)
    yield Blank(says.say("employer.to"), lines=3)
    yield Blank(says.say("employer.sender"), lines=2)
    yield Para(says.say("employer.dear"))
    if told.withdrawn:
        yield Para(says.say("employer.withdrawn", name=told.name, day=day))
        yield Para(says.say("employer.another"))
        yield from _ends(told, says)
        return
    yield Para(says.say(f"employer.comes.{terms.purpose}", name=told.name))
    yield Para(_when(terms, says))
    yield Facts(
        (
            Fact(says.say("employer.who"), told.name),
            Fact(says.say("employer.where"), parts.places(terms, says).value, authored=True),
            Fact(says.say("employer.hour"), None),
        )
    )
    yield Para(says.say("employer.if"))
    yield Para(says.say("employer.only"))
    yield from _ends(told, says)
    yield Slip(
        says.say("employer.slip", name=told.name),
        (
            Facts(
                (
                    Fact(says.say("employer.slip.came"), None),
                    Fact(says.say("employer.slip.went"), None),
                    Fact(says.say("employer.slip.by"), None),
                )
            ),
        ),
    )


def _when(terms: Terms, says: Voice) -> str:
    departs, returns = says.clock.there(terms.departs_at), says.clock.there(terms.returns_at)
    if departs.date() != returns.date():
        return says.say("employer.days", departs=says.clock.say(departs),
                        returns=says.clock.say(returns))  # fmt: skip
    return says.say("employer.day", day=says.weekday(departs), departs=says.hour(departs),
                    returns=says.hour(returns))  # fmt: skip


def _ends(told: Appointment, says: Voice) -> Iterator[Block]:
    yield Para(says.say("employer.regards"))
    made = says.say("made", day=says.day(told.dated))
    yield Signatures(made, (Signature(says.say("employer.signs")),))
