"""An event as it stands in the stream of its case: when, by whom, written when, which number."""

from dataclasses import dataclass
from datetime import datetime

from sortie.casework.events import Event
from sortie.casework.events.event import settle
from sortie.casework.roles import Actor


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """``at`` is when it happened, ``recorded_at`` when it was written down; numbers start at 1."""

    event: Event
    at: datetime
    recorded_at: datetime
    by: Actor
    number: int

    def __post_init__(self) -> None:
        settle(self)
