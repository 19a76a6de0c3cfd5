"""What the clock makes due: facts to append, never a decision, never the name of an escaper."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sortie.casework import clocks
from sortie.casework.case import Case
from sortie.casework.events import (
    AnswerTimePassed,
    AppealLapsed,
    Event,
    NotReturned,
    OpinionDeemed,
    ReceiptOverdue,
)
from sortie.law import Procedure, TimeLimit

_INSTANT = timedelta(microseconds=1)
_Waiting = tuple[datetime, Event]


def due(case: Case, law: Procedure, at: datetime) -> tuple[Event, ...]:
    """Return the events the clock has made due at an instant, to be recorded by the office.

    Once they are folded into the case they are due no more, so that any number of runs comes to
    the same. A limit whose end depends on a reading is over only when it is under every reading.
    """
    return tuple(event for instant, event in _waiting(case, law) if instant <= at)


def next_due_at(case: Case, law: Procedure) -> datetime | None:
    """Return the first instant at which something will be due if nothing else happens."""
    return min((instant for instant, _ in _waiting(case, law)), default=None)


def _waiting(case: Case, law: Procedure) -> Iterator[_Waiting]:
    yield from _opinion(case, law)
    yield from _answer(case, law)
    yield from _appeals(case, law)
    absence = case.absence
    if absence is not None and absence.out and absence.not_returned_at is None:
        due_back_at = absence.due_back_at
        yield due_back_at + _INSTANT, NotReturned(due_back_at=due_back_at)
    for each in case.messages.values():
        if each.receipt_before is not None and each.received_at is None is each.overdue_at:
            overdue = ReceiptOverdue(message=each.message, receipt_before=each.receipt_before)
            yield each.receipt_before, overdue


def _undecided(case: Case) -> bool:
    filing, order = case.filing, case.order
    if filing is None or not filing.in_form or filing.discontinued_at is not None:
        return False
    return order is None or order.adjourned or order.decided_at < filing.answer_from


def _opinion(case: Case, law: Procedure) -> Iterator[_Waiting]:
    if case.board is None or case.board.answered or case.board_skipped or not _undecided(case):
        return
    limit = clocks.opinion_limit(case, law)
    if isinstance(limit, TimeLimit):
        yield limit.closes_at, OpinionDeemed(closed_at=limit.closes_at)


def _answer(case: Case, law: Procedure) -> Iterator[_Waiting]:
    if case.filing is None or case.filing.passed_at is not None or not _undecided(case):
        return
    limit = clocks.answer_limit(case, law)
    if isinstance(limit, TimeLimit):
        yield limit.closes_at, AnswerTimePassed(closed_at=limit.closes_at)


def _appeals(case: Case, law: Procedure) -> Iterator[_Waiting]:
    for order in case.orders.values():
        for appeal in order.pending_appeals:
            limit = clocks.lapse_limit(appeal, law)
            if isinstance(limit, TimeLimit):
                closes_at = limit.closes_at
                yield closes_at, AppealLapsed(order=order.order, closed_at=closes_at)
