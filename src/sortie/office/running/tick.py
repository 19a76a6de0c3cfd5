"""Make due what is due at an instant, any number of times, to the same effect."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sortie import casework, store
from sortie.casework import OFFICE
from sortie.errors import SortieError
from sortie.office.commands import Command
from sortie.office.desk import CLOCK, TOGETHER, on_desks
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
    that is cut, or that meets another one, leaves nothing undone and does nothing twice. Those of
    a page are written in one transaction, and each alone when one of them cannot be read: the
    others are rung all the same, and the first that cannot is raised at the end.

    Raises:   casework.CaseworkError, and what the store cannot do
    """
    found, unread = Ticked(at), list[SortieError]()
    after: store.Clock | None = None
    while page := store.clocks_due(at, after=after, limit=_PAGE):
        unread += _ring_page([clock.case_id for clock in page if clock.rule == CLOCK], found)
        waiting = [clock.case_id for clock in page if clock.rule == TOGETHER]
        found.together += look_together(waiting, at)
        after = page[-1]
    if unread:
        raise unread[0]
    return found


def _ring_page(case_ids: Sequence[str], found: Ticked) -> list[SortieError]:
    """Ring these; return why some could not be."""
    try:
        with _uncollected():
            _ring(case_ids, found)
    except store.StoreError:
        raise
    except SortieError as unread:
        if len(case_ids) == 1:
            return [unread]
        return [why for case_id in case_ids for why in _ring_page([case_id], found)]
    return []


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no cycles meanwhile: a page makes very many objects and no cycle.

    Looking costs a tenth of the time of a full page, which is freed whole at its end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _ring(case_ids: Sequence[str], found: Ticked) -> None:
    # Every event of the page bears this instant: its clock is read once.
    at, versions = casework.fixed(found.at), store.versions(case_ids)
    keys = {each: f"{VERB}/{each}/{versions.get(each, 0)}/{at.isoformat()}" for each in case_ids}
    commands = {each: Command(key=key, by=OFFICE, at=at) for each, key in keys.items()}
    with on_desks(commands, VERB) as desks:
        for desk, _ in desks.values():
            if desk is not None:
                while waiting := casework.due(desk.case, desk.law, at):
                    for event in waiting:
                        desk.note(event)
                desk.rest = True
    for case_id, (_, answer) in desks.items():
        if answer.get("events"):
            found.events[case_id] = tuple(answer["events"])
