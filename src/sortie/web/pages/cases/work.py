"""What runs, what may be done now and by whom, what may not and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sortie import casework, law
from sortie.casework import Hindrance, Objection, Step
from sortie.office import looking
from sortie.web import authority
from sortie.web.authority import Answer, OpenedCase
from sortie.web.forms import acts_on_a_case
from sortie.web.frame import Asked, plainly
from sortie.words import raised
from sortie.words.office import objection

# What names a victim is said to those who see that step.
_OF_VICTIMS = frozenset([Hindrance.VICTIM_NOT_TOLD])


@dataclass(frozen=True, slots=True)
class ClockTold:
    """One time limit: what it is, when it ends, the rule, and whether a reading moves it."""

    what: str
    closes_at: datetime | None
    rule: str
    by_reading: bool


@dataclass(frozen=True, slots=True)
class ActTold:
    """An act that may be done: ``verb`` where it is mine, else the roles that may."""

    verb: str
    name: str
    roles: str = ""


@dataclass(frozen=True, slots=True)
class Stopped:
    """An act that would come next, and what stands in its way."""

    name: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTold:
    """Acts that move the case on, those that may be done any day, those of others, the stopped."""

    next: tuple[ActTold, ...]
    anytime: tuple[ActTold, ...]
    others: tuple[ActTold, ...]
    stopped: tuple[Stopped, ...]
    stops: tuple[str, ...]
    executable: bool


def clocks_told(opened: OpenedCase, asked: Asked) -> tuple[ClockTold, ...]:
    """Return the time limits that bear on a case, the nearest first, those over at the end."""
    if not opened.sight.sees("clocks"):
        return ()
    found = list(_clocks(opened.shown.case, asked))
    return tuple(sorted(found, key=lambda each: _nearest(each.closes_at, asked.at)))


def _nearest(closes_at: datetime | None, at: datetime) -> tuple[int, float]:
    if closes_at is None:
        return 1, 0.0
    return (0 if closes_at > at else 2), closes_at.timestamp()


def _clocks(case: casework.Case, asked: Asked) -> Iterator[ClockTold]:
    for each in looking.running(case):
        role = {"role": asked.label("role", each.role)} if each.role is not None else {}
        if isinstance(each.limit, law.NotModelled):
            question = asked.say("show.clock.not_modelled", question=each.limit.question)
            yield ClockTold(raised(question), None, "", by_reading=False)
            continue
        limit = each.limit
        yield ClockTold(
            asked.say(f"case.clock.{each.name}", **role),
            limit.closes_at,
            limit.rule,
            by_reading=bool(limit.under) and limit.outcome(asked.at).value == "undetermined",
        )


def steps_of_all(opened: OpenedCase, asked: Asked) -> tuple[Step, ...]:
    """Return every act of the office on a case, whoever may do it."""
    return casework.next_steps(opened.shown.case, looking.PROCEDURE, asked.at)


def work_told(opened: OpenedCase, asked: Asked, every: tuple[Step, ...]) -> WorkTold:
    """Return what may be done on a case, by who looks and by others."""
    mine = [each for each in opened.shown.steps if _mine(each, opened, asked)]
    acts = {each.act for each in mine}
    others = [
        each
        for each in every
        if each.possible and each.act not in acts and each.act not in looking.ANYTIME and each.roles
    ]
    order, absent = opened.shown.case.order, opened.shown.case.absences
    to_take = order is not None and order.granted and not absent and opened.sight.sees("order")
    stops = tuple(_objections(opened.shown.hindrances, opened, asked)) if to_take else ()
    return WorkTold(
        next=tuple(_told(each, asked) for each in mine if each.act not in looking.ANYTIME),
        anytime=tuple(_told(each, asked) for each in mine if each.act in looking.ANYTIME),
        others=tuple(_told(each, asked, roles=each.roles) for each in others)
        if opened.sight.sees("clocks")
        else (),
        stopped=tuple(_stopped(opened, asked)),
        stops=stops,
        executable=to_take and not opened.shown.hindrances,
    )


def _mine(step: Step, opened: OpenedCase, asked: Asked) -> bool:
    return step.possible and _may(step, opened, asked)


def _may(step: Step, opened: OpenedCase, asked: Asked) -> bool:
    """Whether the law and the table let who looks do an act, and a form asks for it."""
    actor, verb = asked.acting.actor, looking.verb_of(step.act)
    if (
        actor is None
        or verb not in acts_on_a_case()
        or (step.roles and actor.role not in step.roles)
    ):
        return False
    return authority.answer_to(asked.acting, opened.sight.theirs, verb) is not Answer.NO


def _told(step: Step, asked: Asked, roles: tuple[casework.Role, ...] = ()) -> ActTold:
    verb = looking.verb_of(step.act)
    listed = asked.tongue.listed([asked.label("role", role) for role in roles], "or")
    return ActTold(verb, asked.say(f"act.{verb}"), raised(listed))


def _stopped(opened: OpenedCase, asked: Asked) -> Iterator[Stopped]:
    for step in opened.shown.steps:
        stopped = not step.possible and not looking.is_far(step.refused_because)
        if stopped and _may(step, opened, asked):
            because = tuple(_objections(step.refused_because, opened, asked))
            yield Stopped(asked.say(f"act.{looking.verb_of(step.act)}"), because)


def _objections(found: tuple[Objection, ...], opened: OpenedCase, asked: Asked) -> Iterator[str]:
    for each in found:
        if each.code in _OF_VICTIMS and not opened.sight.sees("victim_step"):
            yield asked.say("case.stop.hidden")
        else:
            yield asked.tongue.spaced(plainly(objection(each, asked, alone=True))) + "."
