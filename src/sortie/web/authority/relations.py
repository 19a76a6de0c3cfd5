"""Whose a case, a person or a message is, from who asks and what they ask about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sortie.casework import OVER, ApplicationFiled, Case, PersonMoved, Recorded, state_of
from sortie.office import PersonRecord
from sortie.store import StoredMessage
from sortie.web.authority.acting import Acting
from sortie.web.authority.words import POSTS, Relation

# Longer than any limit that runs once a case is over: the prosecutor's appeal has two months.
RESTS = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is asked about, as far as whose it is goes: a case, a person, or a place alone.

    ``competent`` are the codes of the courts that the law lets act beside the court of the case;
    ``appealed_from`` the courts whose order, or silence, is or was before the president.
    """

    person: str = ""
    prison: str = ""
    court: str = ""
    former_prisons: frozenset[str] = frozenset()
    former_courts: frozenset[str] = frozenset()
    competent: frozenset[str] = frozenset()
    appealed_from: frozenset[str] = frozenset()
    closed: bool = False
    heard_by_prison: bool = False


def relations(acting: Acting, matter: Matter) -> frozenset[Relation]:
    """Return every relation of this matter to who asks; ``OTHER`` alone when there is none."""
    found = frozenset(_relations(acting, matter))
    if matter.closed:
        found = frozenset(each.once_closed() for each in found)
    return found or frozenset({Relation.OTHER})


def _relations(acting: Acting, matter: Matter) -> Iterator[Relation]:
    if matter.prison in acting.prisons:
        yield Relation.OWN_PRISON
    elif matter.former_prisons & acting.prisons:
        yield Relation.FORMER_PRISON
    if _heard(acting, matter):
        yield Relation.OWN_COURT
    elif matter.former_courts & acting.courts:
        yield Relation.FORMER_COURT
    if matter.appealed_from & acting.appeals_from:
        yield Relation.BEFORE_APPEAL
    if matter.person in acting.clients:
        yield Relation.OWN_CLIENT
    if matter.person in acting.followed:
        yield Relation.FOLLOWED


def _heard(acting: Acting, matter: Matter) -> bool:
    if matter.court in acting.courts or matter.competent & acting.courts:
        return True
    return matter.heard_by_prison and matter.prison in acting.prisons_heard


def of_message(acting: Acting, message: StoredMessage, case: Matter) -> frozenset[Relation]:
    """Return the relations of a message: whom it is for, or whose the case is.

    The trap: a message for someone who has a post is received by them alone. The relations of the
    case serve for those who have none: the person, the victim, the police.
    """
    if message.to_role not in POSTS:
        return relations(acting, case)
    ours = acting.prisons | acting.courts
    reaches = message.to_of in ours if ours else Relation.OTHER not in relations(acting, case)
    mine = message.to_role == acting.role and reaches
    return frozenset({Relation.ADDRESSEE if mine else Relation.OTHER})


def matter_of_place(*, prison: str = "", court: str = "") -> Matter:
    """Return a prison or a court alone, for what is listed there."""
    return Matter(prison=prison, court=court)


def matter_of_person(record: PersonRecord) -> Matter:
    """Return a person, recorded or about to be."""
    return Matter(
        person=record.person, prison=record.prison, court=record.court, heard_by_prison=True
    )


def matter_of_case(
    case: Case,
    history: tuple[Recorded, ...],
    at: datetime,
    *,
    competent: frozenset[str] = frozenset(),
) -> Matter:
    """Return a case, as it stands at an instant."""
    held = [
        each.event for each in history if isinstance(each.event, ApplicationFiled | PersonMoved)
    ]
    return Matter(
        person=case.person,
        prison=case.prison,
        court=case.court,
        former_prisons=frozenset(each.prison for each in held) - {case.prison, ""},
        former_courts=frozenset(each.court for each in held) - {case.court, ""},
        competent=competent,
        appealed_from=frozenset(_appealed_from(case)),
        closed=closed(case, at),
    )


def _appealed_from(case: Case) -> Iterator[str]:
    """Yield the court that decided or kept silent; that of the case now, wherever it moved."""
    seized = case.filing is not None and case.filing.president_seized_at is not None
    for order in case.orders.values():
        if order.appeals or order.on_appeal is not None:
            seized = True
            yield order.decided_by.of
    if seized:
        yield case.court


def closed(case: Case, at: datetime) -> bool:
    """Whether a case is over, nobody is out, and nothing has happened to it for three months."""
    rested = case.last_at is not None and case.last_at + RESTS <= at
    return rested and not case.out and state_of(case) in OVER
