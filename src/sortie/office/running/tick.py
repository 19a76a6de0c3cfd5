"""Make due what is due at an instant, any number of times, to the same effect."""

from dataclasses import dataclass, field
from datetime import datetime

from sortie import casework, store
from sortie.casework import OFFICE
from sortie.office.commands import Command
from sortie.office.desk import CLOCK, TOGETHER, on_desk
from sortie.office.running.together import look_together

VERB = "tick"
_PAGE = 200


@dataclass(slots=True)
class Ticked:
    """What one run made due: the events recorded, by case, and the cases looked at together."""

    at: datetime
    events: dict[str, tuple[str, ...]] = field(default_factory=dict)
    together: tuple[str, ...] = ()


def tick(at: datetime) -> Ticked:
    """Record what the clock makes due in every case, and return what this run recorded.

    Each case is a command of its own, under a key made of the case and of its last event: a run
    that is cut, or that meets another one, leaves nothing undone and does nothing twice.
    """
    found = Ticked(at)
    after: store.Clock | None = None
    while page := store.clocks_due(at, after=after, limit=_PAGE):
        for clock in page:
            if clock.rule == CLOCK:
                _ring(clock.case_id, at, found)
            elif clock.rule == TOGETHER and look_together(clock.case_id, at):
                found.together += (clock.case_id,)
        after = page[-1]
    return found


def _ring(case_id: str, at: datetime, found: Ticked) -> None:
    row = store.case(case_id)
    version = row.version if row is not None else 0
    command = Command(key=f"{VERB}/{case_id}/{version}/{at.isoformat()}", by=OFFICE, at=at)
    with on_desk(command, VERB, {}, case_id) as (desk, answer):
        if desk is not None:
            while waiting := casework.due(desk.case, desk.law, at):
                for event in waiting:
                    desk.note(event)
            desk.rest = True
    if answer.get("events"):
        found.events[case_id] = tuple(answer["events"])
