"""A command: who asks, when, under which key, and what they had before them."""

from dataclasses import dataclass, replace
from datetime import datetime

from sortie.casework import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """The same key is done once, whatever comes between.

    ``seen`` is the number of the last event its author had before them: where the case moved on
    since, the command is refused. Without it, whatever stands is acted upon.
    """

    key: str
    by: Actor
    at: datetime
    seen: int | None = None

    def then(self, suffix: str, by: Actor | None = None) -> "Command":
        """Return a command that follows from this one, under a key of its own."""
        return replace(self, key=f"{self.key}/{suffix}", by=by or self.by, seen=None)
