"""Who tells something of the office: in a language, by a clock, on the law of an instant."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sortie.words.clock import Clock
from sortie.words.tongue import Tongue


@dataclass(slots=True)
class Speaker:
    """A door about to speak: ``clock`` is that of the place, ``key`` that of the command."""

    tongue: Tongue
    clock: Clock
    key: str = ""
    looked_at: datetime | None = None

    def label(self, family: str, code: str) -> str:
        """Return what a code of a family is called: ``role``, ``state``, ``event``, ``word``…"""
        return self.tongue.sentences.get(f"{family}.{code}", code)

    def law_day(self) -> datetime:
        """Return the instant whose law is told: the one looked at, else now."""
        return self.looked_at or datetime.now(UTC)
