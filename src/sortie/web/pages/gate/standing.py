"""Whether someone may walk out at this minute; in words, what keeps them in and who lifts it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sortie import casework
from sortie.casework import Hindrance, Objection, Step
from sortie.web.frame import plainly
from sortie.words.office import Speaker, objection

_DEPARTED = casework.name_of(casework.Departed)
# The order is in force: what is missing is the hour.
_NOT_YET = frozenset([Hindrance.TOO_SOON])
# What names a victim is said to those who see that step.
_OF_VICTIMS, _VICTIM_STEP = frozenset([Hindrance.VICTIM_NOT_TOLD]), "victim_step"
_LIFTED_BY: Mapping[Hindrance, type[casework.Event]] = {
    Hindrance.DOUBT_OPEN: casework.DoubtSettled,
    Hindrance.NO_PERMIT: casework.PermitIssued,
    Hindrance.OLD_PERMIT: casework.PermitIssued,
    Hindrance.NOT_NOTIFIED: casework.Notified,
    Hindrance.CORRECTED: casework.Notified,
    Hindrance.DATES_TO_FIX: casework.DateFixed,
    Hindrance.STAYED: casework.AppealDecided,
    Hindrance.WINDOW_OPEN: casework.NoAppealVisaGiven,
    Hindrance.READINGS_DIFFER: casework.NoAppealVisaGiven,
    Hindrance.JUDGMENT_UNSEEN: casework.FactSeen,
    Hindrance.VICTIM_NOT_TOLD: casework.VictimTold,
}


class Way(StrEnum):
    """Whether the way out is open; the sentence is ``gate.way.NAME``."""

    OPEN = "open"
    EARLY = "early"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing that keeps someone in; ``lifted_by`` are those whom the law lets lift it."""

    sentence: str
    lifted_by: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The way out of one person at one minute."""

    way: Way
    stops: tuple[Stop, ...] = ()
    opens_at: datetime | None = None

    @property
    def more(self) -> int:
        """How many stops there are beside the first."""
        return max(0, len(self.stops) - 1)


def standing_of(
    case: casework.Case, steps: Iterable[Step], seen: frozenset[str], speaker: Speaker
) -> Standing:
    """Return whether the person may leave now. ``steps`` are those of nobody in particular."""
    by_act = {step.act: step for step in steps}
    found = by_act[_DEPARTED].refused_because
    firm = [each for each in found if each.code not in _NOT_YET]
    order = case.order
    opens_at = order.terms.departs_at if order is not None and order.terms is not None else None
    if firm:
        stops = (_stop(each, by_act, seen, speaker) for each in firm)
        return Standing(Way.STOPPED, tuple(dict.fromkeys(stops)), opens_at)
    return Standing(Way.EARLY if found else Way.OPEN, (), opens_at)


def _stop(
    each: Objection, steps: Mapping[str, Step], seen: frozenset[str], speaker: Speaker
) -> Stop:
    hidden = each.code in _OF_VICTIMS and _VICTIM_STEP not in seen
    said = speaker.tongue.say("gate.stop.hidden")
    if not hidden:
        said = speaker.tongue.spaced(plainly(objection(each, speaker, alone=True))) + "."
    event = _LIFTED_BY.get(each.code)
    step = steps.get(casework.name_of(event)) if event is not None else None
    roles = [speaker.label("role", role) for role in step.roles] if step is not None else []
    return Stop(said, speaker.tongue.spaced(speaker.tongue.listed(roles, "or")))
