"""Which facts and which events of a case someone is shown, once the case itself is."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from sortie.casework import (
    OF_OTHERS,
    Case,
    FactNoted,
    FactSeen,
    FactToSee,
    Recorded,
    name_of,
)
from sortie.web.authority.acting import Acting
from sortie.web.authority.allowing import fields_of
from sortie.web.authority.words import ITSELF, Relation

_CASE, _FACTS, _OTHERS = "case.see", "facts", "others"


@dataclass(frozen=True, slots=True)
class Sight:
    """What one person sees of one case now: the fields of each action, by its name."""

    acting: Acting
    theirs: frozenset[Relation]
    reason: str = ""

    def fields(self, action: str = _CASE) -> frozenset[str]:
        """Return the fields of an action that are open."""
        return fields_of(self.acting, self.theirs, action, reason=self.reason)

    def sees(self, field: str, action: str = _CASE) -> bool:
        """Whether a field is open; nothing is where the action itself is not."""
        found = self.fields(action)
        return ITSELF in found and field in found


def fact_shown(sight: Sight, fact: FactToSee | FactNoted) -> bool:
    """Whether a fact is shown to someone, even its name.

    The trap: the name of a fact about who else will be out holds that other person's number.
    """
    if not sight.sees(_FACTS) or (fact.kind in OF_OTHERS and not sight.sees(_OTHERS)):
        return False
    return not fact.shown_to or sight.acting.role in fact.shown_to


def facts_shown(sight: Sight, case: Case) -> tuple[FactToSee, ...]:
    """Return the facts of a case that someone is shown; where each comes from is another field."""
    return tuple(each for each in case.facts.values() if fact_shown(sight, each))


def history_shown(sight: Sight, case: Case, history: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
    """Return the events that someone is shown; what each says stands in a field they may see."""
    if not sight.sees(ITSELF, "history.see"):
        return ()
    return tuple(each for each in history if _event_shown(sight, case, each))


def _event_shown(sight: Sight, case: Case, entry: Recorded) -> bool:
    event = entry.event
    if isinstance(event, FactNoted):
        return fact_shown(sight, event)
    if isinstance(event, FactSeen):
        fact = case.facts.get(event.fact)
        return fact is not None and fact_shown(sight, fact)
    action, field = CELL_OF_EVENT[name_of(type(event))]
    return sight.sees(field, action)


def _read_events() -> Iterator[tuple[str, tuple[str, str]]]:
    text = resources.files(__package__).joinpath("events.csv").read_text("utf-8")
    for event, action, field in list(csv.reader(io.StringIO(text), strict=True))[1:]:
        yield event, (action, field)


# What one must be allowed to see to be shown an event of this name.
CELL_OF_EVENT: Mapping[str, tuple[str, str]] = dict(_read_events())
