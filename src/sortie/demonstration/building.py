"""Build the demonstration in the store that this process is connected to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sortie.demonstration.playing import Progress, played
from sortie.demonstration.setting import setting_of
from sortie.demonstration.working_days import WorkingDays, settled

PEOPLE, CLOSED = 600, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was built: the instant it is set for, how many are held, the case of each story.

    ``at`` is that of the caller if an office is open then, else the last one at which it was.
    ``played`` is how many acts this run had left to play.
    """

    at: datetime
    people: int
    cases: Mapping[str, str]
    closed: Mapping[str, str]
    played: int


def build(
    at: datetime,
    seed: int = 1,
    progress: Progress = lambda _done, _all: None,
    *,
    people: int = PEOPLE,
    closed: int = CLOSED,
) -> Built:
    """Fill a store with a court, three prisons and their cases, each played through the office.

    The same instant and seed give the same events; built again, or cut and built again, nothing is
    done twice. ``people`` is how many are held in all, never fewer than the docket has.

    Raises:   HeldAlready: the store is not empty, and is not this demonstration
    """
    days = WorkingDays(settled(at))
    setting = setting_of(days, seed, people, closed)
    name = f"demonstration/{seed}/{days.at.isoformat(timespec='minutes')}"
    left = played(setting.moves, days.at, name, progress)
    return Built(
        at=days.at, people=setting.people, cases=setting.live, closed=setting.closed, played=left
    )
