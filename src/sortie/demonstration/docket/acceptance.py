"""The acceptance case of the house, moved so that its leave is today: to the gate, and no further.

A day at an employer's, from an organised-crime unit, granted against two opinions, appealed,
upheld on the eve.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sortie.casework import OpinionSense, Role, VictimWish
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import Story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import CENTRALE, Prison, said
from sortie.demonstration.people.traits import Traits

FILE = "acceptance"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENSES = {
    Role.HEAD_OF_PRISON: OpinionSense.UNFAVOURABLE,
    Role.PROSECUTOR: OpinionSense.UNFAVOURABLE,
    Role.SURVEILLANCE_STAFF: OpinionSense.RESERVED,
    Role.PROBATION_OFFICER: OpinionSense.FAVOURABLE,
}


def _tell(t: Thread) -> None:
    day = t.days.today
    span = t.days.on(day, "07:00"), t.days.on(day, "21:00")
    acts.asks(t, "fr.leave.day", "employer", span)
    ways.instructed(t, t.days.back(38), paper="summons")
    reasons = {member: said(FILE, member.value) for member in _SENSES}
    ways.heard(t, t.days.back(8), _SENSES, reasons)
    decided_on = t.days.back(5)
    acts.grants(t, t.on(decided_on, "13:20"), reasons=said(FILE, "granted"))
    ways.told(t, decided_on, visa=False)
    victim = {"victim": f"V-{t.person[2:]}-1", "means": said("said", "victim_means")}
    t.does(t.on(decided_on, "16:30"), Role.COURT_CLERK, "tell_victim", victim)
    acts.appeals(t, t.on(decided_on, "17:00"), Role.PROSECUTOR)
    acts.observes(t, t.on(t.days.back(3), "10:00"))
    eve = t.days.back(1)
    acts.rules(t, t.on(eve, "14:05"), "upheld", said("said", "appeal_upheld"),
               urgent=said("said", "urgent_ruling"))  # fmt: skip
    acts.notifies(t, t.on(eve, "14:40"), Role.PROSECUTOR)
    acts.notifies(t, t.on(eve, "14:50"), Role.LAWYER)
    acts.notifies(t, t.on(eve, "15:30"), Role.DETAINED_PERSON)
    acts.issues_permit(t, t.on(eve, "16:10"))


STORY = Story(
    name=FILE,
    prison=CENTRALE,
    traits=Traits(unit="organised_crime_unit", watched_months=1, victims=(VictimWish.TOLD,)),
    tell=_tell,
    defended=True,
    filed_in=FILE,
)


def moved_to(document: Mapping[str, Any], today: date, prison: Prison) -> dict[str, Any]:
    """Return the file of a case, every day of it later by as much as its leave is moved."""
    leaves_on = date.fromisoformat(document["application"]["departs_at"][:10])
    moved = _moved(document, today - leaves_on)
    for placement in moved["custody"]["placements"]:
        placement["establishment"] = prison.name
    return {key: held for key, held in moved.items() if key not in ("application", "title")}


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, Mapping):
        return {key: _moved(held, by) for key, held in value.items()}
    if isinstance(value, list):
        return [_moved(held, by) for held in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) + by).isoformat()
    return value
