"""What is about to go wrong in a case: each by its clock, with the rule it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sortie import casework, law
from sortie.casework import Role
from sortie.office import CaseAtWork, looking

# Before these, nothing is about to go wrong yet.
OPINION_SOON = timedelta(days=5)
ANSWER_SOON = timedelta(days=10)


class Danger(StrEnum):
    """What goes wrong if nobody moves; the sentence is ``danger.NAME``."""

    OVERDUE = "overdue"
    OUT = "out"
    TO_NOTIFY = "to_notify"
    OPINION = "opinion"
    ANSWER = "answer"
    UNSEEN = "unseen"


# What one must be allowed to see of a case to be told.
FIELD_OF: Mapping[Danger, str] = {
    Danger.OVERDUE: "gate",
    Danger.OUT: "gate",
    Danger.TO_NOTIFY: "notices",
    Danger.OPINION: "clocks",
    Danger.ANSWER: "clocks",
    Danger.UNSEEN: "facts",
}


@dataclass(frozen=True, slots=True)
class Watched:
    """One danger: in which case, by when, under which rules, and whom it is about."""

    danger: Danger
    at_work: CaseAtWork
    closes_at: datetime | None = None
    rules: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    count: int = 0


def dangers(each: CaseAtWork, by: casework.Actor, at: datetime) -> Iterator[Watched]:
    """Yield what is about to go wrong in a case, seen by someone at an instant."""
    yield from _outside(each, at)
    yield from _unnotified(each)
    yield from _limits(each, at)
    unseen = [fact for fact in each.case.facts.values() if fact.unseen_by(by)]
    may_see = any(step.act == "fact_seen" and step.possible for step in each.steps)
    if unseen and may_see:
        yield Watched(Danger.UNSEEN, each, count=len(unseen))


def _outside(each: CaseAtWork, at: datetime) -> Iterator[Watched]:
    absence = each.case.absence
    if absence is not None and absence.out:
        late = at > absence.due_back_at
        yield Watched(Danger.OVERDUE if late else Danger.OUT, each, absence.due_back_at)


def _unnotified(each: CaseAtWork) -> Iterator[Watched]:
    order = each.case.order
    if order is None or not order.granted or each.case.absences:
        return
    roles = casework.missing_notices(each.case)
    if roles:
        departs_at = order.terms.departs_at if order.terms is not None else None
        yield Watched(Danger.TO_NOTIFY, each, departs_at, roles=roles)


def _limits(each: CaseAtWork, at: datetime) -> Iterator[Watched]:
    soon = {"opinion": (Danger.OPINION, OPINION_SOON), "answer": (Danger.ANSWER, ANSWER_SOON)}
    for found in looking.running(each.case):
        if found.name not in soon or isinstance(found.limit, law.NotModelled):
            continue
        danger, ahead = soon[found.name]
        closes_at = found.limit.closes_at
        if at < closes_at <= at + ahead:
            yield Watched(danger, each, closes_at, (found.limit.rule,))
