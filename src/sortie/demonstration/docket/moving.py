"""What changes around a case that waits: a transfer, a judgment, a file, another's leave."""

from typing import Any

from sortie import office
from sortie.casework import Case, Role
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import Story, story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import (
    ARREST,
    DETENTION,
    OVERSEAS,
    Prison,
    prisons,
    said,
)
from sortie.demonstration.moves import RECORD_PERSON, Json
from sortie.demonstration.people.traits import Traits

_DAY, _FAMILY, _SHORT = "fr.leave.day", "fr.leave.detention_centre", "fr.leave.short"


def _moves(t: Thread, at_day: int, clock: str, to: Prison, number: str = "") -> None:
    """Move the person; whoever acts from then on is of the new prison."""
    day = t.days.back(at_day)
    t.prison = to
    body = {"since": day.isoformat(), "prison": to.name, "court": to.court, "kind": to.kind,
            "territory": to.territory, "committal_number": number}  # fmt: skip
    t.does(t.on(day, clock), Role.PRISON_CLERK, "move_person", body, on=t.person)


@story(ARREST, held_in=DETENTION, months=46, served=52)
def moved_to_the_detention_centre(t: Thread) -> None:
    """The clock does not start again; who decides must be looked at once more."""
    ways.asked_for(t, _DAY, "training", t.days.ahead(16))
    ways.instructed(t, t.days.back(16), paper="summons")
    _moves(t, 3, "14:20", prisons()[DETENTION])


@story(OVERSEAS, held_in=DETENTION, months=66)
def arrived_from_overseas(t: Thread) -> None:
    """Filed by the clocks of the Indian Ocean, whose midnight still ends the time to answer."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(20), nights=3)
    acts.files(t, t.on(t.days.back(20), "08:10"))
    acts.routes(t, t.on(t.days.back(19), "08:40"))
    _moves(t, 6, "11:20", prisons()[DETENTION], number="31999")
    acts.routes(t, t.on(t.days.back(4), "10:20"))


@story(DETENTION, months=58)
def sentenced_again(t: Thread) -> None:
    """A suspended sentence was revoked while the case waited for the judge's order."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(11), nights=2)
    ways.instructed(t, t.days.back(20))
    ways.heard(t, ways.sitting(t, 1))
    day = t.days.back(2)
    sentence = {
        "length": "P4M", "suspended": "none", "pronounced_on": t.days.back(16).isoformat(),
        "final_on": t.days.back(4).isoformat(), "offences": ["other"], "recidivist": False,
        "socio_judicial_supervision": "none", "merged_into": None, "court": "ordinary",
    }  # fmt: skip
    added = {"judgment": "J-2025-0418", "sentence": sentence, "what": said("said", "judgment")}
    t.does(t.on(day, "16:40"), Role.PRISON_CLERK, "add_judgment", added, on=t.person)


@story(DETENTION, months=72, unknown=("custody.admissible_to", "history.incidents"))
def file_completed(t: Thread) -> None:
    """The clerk typed what was wanting while the case waited: whoever decides must see it."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(15), nights=2)
    ways.instructed(t, t.days.back(12))

    def completed(_: Case) -> Json:
        held = office.person_of(t.person).written()
        file: Any = held["file"]
        custody = {**file["custody"], "admissible_to": ["parole"]}
        history = {**file.get("history", {}), "incidents": []}
        return {**held, "file": {**file, "custody": custody, "history": history}}

    t.does(t.on(t.days.back(1), "11:10"), Role.PRISON_CLERK, RECORD_PERSON, completed, on=t.person)


def _together(t: Thread) -> None:
    """Ask for the same two days, and the same town, as those convicted with this person."""
    leave = _FAMILY if t.prison.code == DETENTION else _SHORT
    places = (said("bans", "place"),)
    ways.asked_for(t, leave, "family_ties", t.days.ahead(13), nights=1, places=places)
    ways.instructed(t, t.days.back(t.chance.number("filed", 9, 13)))


def _convicted_together() -> tuple[Story, ...]:
    """Return three cases of people convicted by one judgment, in two prisons."""
    kept = {"first": DETENTION, "second": DETENTION, "third": ARREST}
    return tuple(
        Story(
            name=f"together_{name}",
            prison=code,
            traits=Traits(months=36 + 6 * rank, served=66, together="J-2024-0207"),
            tell=_together,
        )
        for rank, (name, code) in enumerate(kept.items())
    )


STORIES = (
    moved_to_the_detention_centre,
    arrived_from_overseas,
    sentenced_again,
    file_completed,
    *_convicted_together(),
)
