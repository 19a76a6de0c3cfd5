"""What one case adds to the figures of a year: by the clock of its place, as its events fold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sortie import casework
from sortie.casework import Absence, Case, DecisionOutcome, Order
from sortie.office.jurisdictions import HERE

# All that bears on a figure. What else happened in a case is neither read nor opened.
READ = tuple(
    casework.name_of(each)
    for each in (
        casework.ApplicationFiled, casework.FoundNotInForm, casework.ApplicationDiscontinued,
        casework.PersonMoved, casework.Decided, casework.OrderCorrected, casework.AppealLodged,
        casework.AppealDiscontinued, casework.AppealLapsed, casework.PresidentSeized,
        casework.AppealDecided, casework.DateFixed, casework.Departed, casework.DepartureReported,
        casework.ReturnRecorded, casework.NotReturned, casework.EscapeDeclared,
        casework.Recaptured,
    )
)  # fmt: skip
# Whoever did none of these in a year is in no figure of that year.
COUNTED = tuple(
    casework.name_of(each)
    for each in (
        casework.ApplicationFiled, casework.Decided, casework.AppealDecided, casework.Departed,
        casework.DepartureReported,
    )
)  # fmt: skip
_OF_OUTCOME = {
    DecisionOutcome.GRANTED: "granted",
    DecisionOutcome.GRANTED_IN_PART: "granted",
    DecisionOutcome.REFUSED: "refused",
    DecisionOutcome.INADMISSIBLE: "inadmissible",
    DecisionOutcome.ADJOURNED: "adjourned",
}


@dataclass(slots=True)
class Tally:
    """The figures of a year: how many of each by kind of leave; the days to each answer."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    days: list[int] = field(default_factory=list)

    def add(self, case: Case, year: int) -> None:
        """Count what happened in a case in a civil year of its place.

        The trap: an outcome counts in the year of what it is the outcome of, whenever it came.
        """
        filing = case.filing
        if filing is None:
            return
        if _year(filing.where, filing.filed_at) == year:
            self._count(filing.asked.leave, "filed", _fate(case))
        for order in case.orders.values():
            if _year(order.where, order.decided_at) == year:
                self._count(_leave_of(case, order), "decided", *_said(case, order))
                self.days.append(_days(case, order))
        for absence in case.absences:
            if _year(case.where, absence.departed_at) == year:
                leave = _leave_of(case, case.orders.get(absence.order))
                self._count(leave, "departed", *_ended(absence))

    def _count(self, leave: str, *figures: str) -> None:
        self.counts.setdefault(leave, Counter()).update(figures)


def _year(where: str, at: datetime) -> int:
    return HERE.day_at(where, at).year


def _fate(case: Case) -> str:
    assert case.filing is not None  # noqa: S101 (asked of a filed case only)
    if case.orders:
        return "answered"
    if case.filing.discontinued_at is not None:
        return "given_up"
    return "waiting" if case.filing.in_form else "not_in_form"


def _said(case: Case, order: Order) -> Iterator[str]:
    """Yield what an order said when it was made, whatever an appeal made of it."""
    if order.decided is not None:
        said = _OF_OUTCOME[order.decided.outcome]
    else:
        said = "granted" if order.granted else "refused"
    yield said
    if said == "granted" and any(each.order == order.order for each in case.absences):
        yield "executed"
    if order.appeals:
        yield "appealed"


def _ended(absence: Absence) -> Iterator[str]:
    if absence.returned_at is not None:
        yield "late" if absence.returned_late else "on_time"
    elif absence.not_returned_at or absence.escape_declared_at or absence.recaptured_at:
        yield "not_returned"
    else:
        yield "outside"
    if absence.escape_declared_at is not None:
        yield "escape_declared"


def _leave_of(case: Case, order: Order | None) -> str:
    terms = order.decided.terms if order is not None and order.decided is not None else None
    if terms is None and order is not None:
        terms = order.terms
    if terms is None and case.filing is not None:
        terms = case.filing.asked
    return terms.leave if terms is not None else ""


def _days(case: Case, order: Order) -> int:
    assert case.filing is not None  # noqa: S101 (an order follows a filing)
    filed_on = HERE.day_at(case.filing.where, case.filing.filed_at)
    return (HERE.day_at(order.where, order.decided_at) - filed_on).days
