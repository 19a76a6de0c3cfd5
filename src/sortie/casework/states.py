"""Where a case stands, in one word, for lists. Nothing is decided from it."""

from enum import StrEnum

from sortie.casework.case import Absence, Case, Filing
from sortie.casework.events import DecisionOutcome
from sortie.casework.orders import Order
from sortie.casework.roles import Role


class State(StrEnum):
    """The steps of a case, from the draft to the return."""

    DRAFT = "draft"
    FILED = "filed"
    NOT_IN_FORM = "not_in_form"
    ROUTED = "routed"
    WITH_HEAD = "with_head"
    HEAD_REFUSED = "head_refused"
    HEAD_SILENT = "head_silent"
    INVESTIGATED = "investigated"
    BOARD_SEIZED = "board_seized"
    BOARD_OPINED = "board_opined"
    OPINION_DEEMED = "opinion_deemed"
    URGENT = "urgent"
    UNANSWERED = "unanswered"
    BEFORE_PRESIDENT = "before_president"
    ADJOURNED = "adjourned"
    DECIDED = "decided"
    NOTIFIED = "notified"
    IN_WINDOW = "in_window"
    APPEALED = "appealed"
    APPEAL_DECIDED = "appeal_decided"
    EXECUTABLE = "executable"
    OUT = "out"
    NOT_RETURNED = "not_returned"
    ESCAPE_DECLARED = "escape_declared"
    RECAPTURED = "recaptured"
    RETURNED = "returned"
    RETURNED_LATE = "returned_late"
    WITHDRAWN = "withdrawn"
    DISCONTINUED = "discontinued"
    REFUSED = "refused"
    INADMISSIBLE = "inadmissible"
    LAPSED = "lapsed"


OVER = (
    State.RECAPTURED, State.RETURNED, State.RETURNED_LATE, State.WITHDRAWN, State.DISCONTINUED,
    State.REFUSED, State.INADMISSIBLE, State.LAPSED,
)  # fmt: skip


def state_of(case: Case) -> State:
    """Return where the case stands by its events alone; what a clock changes is ``state_at``."""
    filing = case.filing
    if case.absence is not None:
        return _outside(case.absence)
    if filing is None:
        return State.DRAFT
    if filing.discontinued_at is not None:
        return State.DISCONTINUED
    order = case.order
    if order is not None and not _passed_on(filing, order):
        return _ordered(order)
    return _waiting(case, filing)


def _passed_on(filing: Filing, order: Order) -> bool:
    """Whether the application went to the judge after the head of prison refused it."""
    by_head = order.decided_by.role is Role.HEAD_OF_PRISON
    return by_head and not order.granted and filing.route is not Role.HEAD_OF_PRISON


def _outside(absence: Absence) -> State:
    if absence.recaptured_at is not None:
        return State.RECAPTURED
    if absence.returned_at is not None:
        return State.RETURNED_LATE if absence.returned_late else State.RETURNED
    if absence.escape_declared_at is not None:
        return State.ESCAPE_DECLARED
    return State.OUT if absence.not_returned_at is None else State.NOT_RETURNED


def _ordered(order: Order) -> State:
    if order.withdrawal is not None:
        return State.WITHDRAWN
    if order.pending_appeals:
        return State.APPEALED
    if order.on_appeal is not None:
        return State.APPEAL_DECIDED if order.granted else State.REFUSED
    if order.adjourned:
        return State.ADJOURNED
    told = bool(order.notices)
    if order.granted or not told:
        return State.NOTIFIED if told else State.DECIDED
    return _closed(order)


def _closed(order: Order) -> State:
    if order.decided_by.role is Role.HEAD_OF_PRISON:
        return State.HEAD_REFUSED
    outcome = order.decided.outcome if order.decided is not None else None
    inadmissible = outcome is DecisionOutcome.INADMISSIBLE
    return State.INADMISSIBLE if inadmissible else State.REFUSED


def _waiting(case: Case, filing: Filing) -> State:
    if not filing.in_form:
        return State.NOT_IN_FORM
    if filing.president_seized_at is not None:
        return State.BEFORE_PRESIDENT
    with_head = filing.route is Role.HEAD_OF_PRISON
    if filing.passed_at is not None:
        return State.HEAD_SILENT if with_head else State.UNANSWERED
    if filing.route is None:
        return State.FILED
    return State.WITH_HEAD if with_head else _before_the_judge(case)


def _before_the_judge(case: Case) -> State:
    if case.board_skipped:
        return State.URGENT
    if case.board is None:
        return State.INVESTIGATED if case.pieces else State.ROUTED
    if case.board.sat_at is not None:
        return State.BOARD_OPINED
    return State.BOARD_SEIZED if case.board.deemed_at is None else State.OPINION_DEEMED
