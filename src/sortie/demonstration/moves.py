"""What someone does at an instant, on a case or on a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sortie.casework import Actor, Case

Json = Mapping[str, Any]
ACKNOWLEDGE, RECORD_PERSON = "acknowledge", "record_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One act of the office. A ``body`` that is a function is made of the case as it then stands.

    ``sees``: whoever acts acknowledges first every fact they have not seen. ``unread`` are the
    roles whose messages an ``acknowledge`` leaves.
    """

    at: datetime
    on: str
    by: Actor
    verb: str
    place: int
    body: Json | Callable[[Case], Json]
    sees: bool = False
    unread: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """What its command is known by, beside the demonstration it belongs to."""
        return f"{self.on}/{self.place:02}"
