"""What the page of the day shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sortie import casework, law, store
from sortie.office import CaseAtWork, looking
from sortie.web.frame import Asked
from sortie.web.pages.my_day.gathering import cases_of, people_of, seen_everywhere
from sortie.web.pages.my_day.watching import FIELD_OF, Danger, Watched, dangers

_GRAVEST_FIRST = tuple(Danger)


@dataclass(frozen=True, slots=True)
class Task:
    """Acts that wait for someone in one case, and the nearest time that runs for them."""

    at_work: CaseAtWork
    person: store.PersonRow | None
    verbs: tuple[str, ...]
    limit: law.TimeLimit | None

    @property
    def closes_at(self) -> datetime | None:
        """The first instant out of time, if a time runs."""
        return self.limit.closes_at if self.limit is not None else None


@dataclass(frozen=True, slots=True)
class Row:
    """One danger, with the person it is about and the parties it names."""

    watched: Watched
    person: store.PersonRow | None
    roles: str


def my_day(asked: Asked) -> Mapping[str, Any]:
    """Return what is about to go wrong and what waits, the nearest first."""
    cases, more = cases_of(asked.acting, asked.at)
    people = people_of(cases, asked.acting)
    seen = seen_everywhere(asked.acting)
    rows = [
        Row(found, people.get(each.case.person), _named(found, asked))
        for each in cases
        for found in dangers(each, asked.actor, asked.at)
        if FIELD_OF[found.danger] in seen
    ]
    rows.sort(key=lambda each: (_GRAVEST_FIRST.index(each.watched.danger),
                                  *_soonest(each.watched.closes_at)))  # fmt: skip
    tasks = [task for each in cases for task in _tasks(each, people.get(each.case.person), asked)]
    tasks.sort(key=lambda each: _soonest(each.closes_at))
    return {"watched": rows, "tasks": tasks, "cut": len(cases) if more else 0}


def _soonest(closes_at: datetime | None) -> tuple[bool, float]:
    return closes_at is None, closes_at.timestamp() if closes_at is not None else 0.0


def _named(found: Watched, asked: Asked) -> str:
    return asked.tongue.listed(asked.label("role", role) for role in found.roles)


def _tasks(each: CaseAtWork, person: store.PersonRow | None, asked: Asked) -> Iterator[Task]:
    """Yield the acts that move the case on; what may be done any day is on the case's page."""
    steps = [step for step in each.steps if _waits(step, asked.actor)]
    if steps:
        running = (
            limit for step in steps for limit in step.time_limits if limit.closes_at > asked.at
        )
        nearest = min(running, key=lambda limit: limit.closes_at, default=None)
        verbs = tuple(looking.verb_of(step.act) for step in steps)
        yield Task(each, person, verbs, nearest)


def _waits(step: casework.Step, actor: casework.Actor) -> bool:
    if not step.possible or step.act in looking.ANYTIME or actor.role not in step.roles:
        return False
    # An order notified to everyone may be notified again, and nobody waits for it.
    return step.act != "notified" or bool(step.missing)
