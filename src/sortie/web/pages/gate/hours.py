"""Hours as a gate reads them: the hour alone on its own day, the day too on another."""

from dataclasses import dataclass
from datetime import datetime

from sortie import casework, law
from sortie.web.frame import Asked
from sortie.words import Clock
from sortie.words.office import Speaker


def speaker_of(case: casework.Case, asked: Asked) -> Speaker:
    """Return who speaks by the clock of the prison of a case."""
    zone = law.france.PROCEDURE.place_of(case.where).zone
    return Speaker(asked.tongue, Clock(asked.tongue, zone), looked_at=asked.at)


@dataclass(frozen=True, slots=True)
class Hour:
    """An instant told at the gate; ``other_day`` is the whole of it when it is not today."""

    at: datetime
    clock: str
    other_day: str

    @property
    def said(self) -> str:
        """The hour, with its day when it is not today."""
        return self.other_day or self.clock


def hour(at: datetime, speaker: Speaker) -> Hour:
    """Return an instant by the clock of the place.

    The trap: an hour that comes twice in the night is told with its offset.
    """
    local = speaker.clock.there(at)
    now = speaker.clock.there(speaker.law_day())
    twice = len({local.replace(fold=fold).utcoffset() for fold in (0, 1)}) > 1
    key = "gate.hour.offset" if twice else "gate.hour"
    offset = f"UTC{local.isoformat()[-6:]}"
    shown = f"{local:%H}" if speaker.tongue.code == "en" else str(local.hour)
    clock = speaker.tongue.say(key, hour=shown, minute=f"{local:%M}", offset=offset)
    return Hour(at, clock, "" if local.date() == now.date() else speaker.clock.say(at))
