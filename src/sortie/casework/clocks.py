"""The time limits that run on a case, each asked of the law with the place it began in.

A limit is None while nothing has opened it, or where the law sets none.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sortie.casework.case import Case
from sortie.casework.orders import Appeal, Notice, Order
from sortie.casework.roles import Role
from sortie.law import ClosingUnder, Lateness, NotModelled, Party, Procedure, Stay, TimeLimit
from sortie.rules import Outcome

Limit = TimeLimit | NotModelled | None


def answer_limit(case: Case, law: Procedure) -> Limit:
    """Return the time to answer the application, of whoever it was sent to."""
    filing = case.filing
    if filing is None or not filing.in_form:
        return None
    decider = Role.ENFORCEMENT_JUDGE
    if filing.route is Role.HEAD_OF_PRISON:
        decider = Role.HEAD_OF_PRISON
    place = law.place_of(filing.where)
    return law.answer_due(decider=decider, filed_at=filing.answer_from, place=place)


def opinion_limit(case: Case, law: Procedure) -> Limit:
    """Return the time of the board's opinion; a second sitting does not start it again."""
    board = case.board
    if board is None:
        return None
    return law.opinion_due(seized_at=board.seized_at, place=law.place_of(board.where))


def notice_of(order: Order, party: Party) -> Notice | None:
    """Return the notice from which a party's window runs; the lawyer's copy opens none."""
    role = Role.PROSECUTOR if party is Party.PROSECUTOR else Role.DETAINED_PERSON
    return order.notice_to(role)


def window(order: Order, party: Party, law: Procedure) -> Limit:
    """Return a party's time to appeal; None before its own notice, and where no appeal lies."""
    notice = notice_of(order, party)
    if notice is None or not appealable(order):
        return None
    return law.appeal_window(
        party=party,
        notified_at=notice.counts_at,
        means=notice.means,
        place=law.place_of(notice.where),
    )


def appealable(order: Order) -> bool:
    """Whether anyone may appeal: not from the head of prison, nor from the president."""
    return order.decided_by.role is not Role.HEAD_OF_PRISON and order.on_appeal is None


def cross_window(order: Order, party: Party, law: Procedure) -> Limit:
    """Return the more time a party has because the other one appealed."""
    others = [each for each in order.appeals if each.party is not party and not each.cross]
    if not others or not appealable(order):
        return None
    last = others[-1]
    own = window(order, party, law)
    return law.cross_appeal_window(
        party=party,
        lodged_at=last.lodged_at,
        own=own if isinstance(own, TimeLimit) else None,
        place=law.place_of(last.where),
    )


def in_time(order: Order, appeal: Appeal, law: Procedure) -> bool | None:
    """Return whether an appeal was lodged in its author's window; None when it is not certain."""
    if appeal.cross:
        return None
    limit = window(order, appeal.party, law)
    if not isinstance(limit, TimeLimit):
        return True if limit is None else None
    outcome = limit.outcome(appeal.lodged_at)
    return None if outcome is Outcome.UNDETERMINED else outcome is Outcome.OPEN


def lapse_limit(appeal: Appeal, law: Procedure) -> Limit:
    """Return the time in which an appeal must be examined."""
    place = law.place_of(appeal.where)
    return law.appeal_lapses(by=appeal.party, lodged_at=appeal.lodged_at, place=place)


def observations_limit(case: Case, order: Order | None, law: Procedure) -> Limit:
    """Return the time the person has to write to the president."""
    found = president_since(case, order)
    if found is None:
        return None
    lodged_at, where = found
    return law.observations_due(lodged_at=lodged_at, place=law.place_of(where))


def president_since(case: Case, order: Order | None) -> tuple[datetime, str] | None:
    """Return when and where the president was seized: the first pending appeal, or a silence."""
    if order is not None and order.pending_appeals:
        first = order.pending_appeals[0]
        return first.lodged_at, first.where
    filing = case.filing
    if filing is None or filing.president_seized_at is None:
        return None
    return filing.president_seized_at, filing.where


def stay_of(order: Order, law: Procedure) -> Stay | NotModelled:
    """Return until when a grant waits for the prosecutor."""
    notice = notice_of(order, Party.PROSECUTOR)
    where = order.where if notice is None else notice.where
    place = law.place_of(where)
    return law.stay(
        notified_at=None if notice is None else notice.counts_at,
        visa_at=order.visa_at,
        on=day_at(law, order.where, order.decided_at),
        place=place,
    )


def lateness(case: Case, law: Procedure, at: datetime) -> Lateness | NotModelled | None:
    """Return how late the person came back, or is at an instant while still out.

    The hour is that of the permit, even where a withdrawal made the return due before it.
    """
    absence = case.absence
    if absence is None:
        return None
    until = absence.returned_at or absence.recaptured_at or at
    place = law.place_of(case.where)
    return law.lateness(due_back_at=absence.returns_at, at=until, place=place)


def day_at(law: Procedure, where: str, at: datetime) -> date:
    """Return the day that the clocks of a place show at an instant."""
    return at.astimezone(ZoneInfo(law.place_of(where).zone)).date()


def readings_in(under: tuple[ClosingUnder, ...]) -> str:
    """Return the names of the readings on which the end of a limit hangs."""
    names = (reading for each in under for reading, _ in each.choice)
    return ", ".join(dict.fromkeys(names))
