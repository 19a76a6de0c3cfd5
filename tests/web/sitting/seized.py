"""Files before the board of the 20 February 2027, played through the office."""

from typing import Any

from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.office.one_leave import Said

SURVEILLANCE = Actor("surveillance-1", Role.SURVEILLANCE_STAFF, leave.PRISON)
ADDRESS = "/sitting/?prison=prison+of+the+north&day=2027-02-20&sitting=12"
HELD = ADDRESS.replace("/sitting/", "/sitting/held/")
MINUTES = ADDRESS.replace("/sitting/", "/sitting/minutes/")
# Someone who escaped once, years ago: whoever gives an opinion must have seen it.
ONCE_ESCAPED = {**leave.FILE, "history": {**leave.FILE.get("history", {}), "incidents": [
    {"kind": "escape", "on": "2014-02-07", "until": "2014-02-20"}]}}  # fmt: skip


def seized(n: int = 1, file: Any = ONCE_ESCAPED, *, pieces: bool = True) -> None:
    """File, send and list one case; with the report of the probation service, or without."""
    case, person = f"D-{n}", f"P-{n}"
    said = [leave.recorded(person, file=file), leave.filed(case, person), leave.routed(case)]
    if pieces:
        body = {"piece": "rapport", "kind": "rapport", "dated_on": "2027-02-02", "digest": "d"}
        said.append(Said("add_piece", case, leave.OFFICER, leave.paris("2027-02-03T09:00"), body))
    sits = {"sitting": "12", "sits_at": "2027-02-20T14:00+01:00"}
    said.append(Said("seize_board", case, leave.COURT_CLERK, leave.paris("2027-02-04T09:00"), sits))
    for each in said:
        each.say()


def opined(n: int, actor: Actor, sense: str = "favourable", reasons: str = "un projet") -> None:
    """Let one member see the facts, then give their opinion."""
    at = leave.paris("2027-02-20T14:05")
    case = f"D-{n}"
    fact = {"fact": "escape.2014-02-07"}
    Said("see_fact", case, actor, at, fact, again=f"/{actor.id}").say()
    body = {"member": actor.role.value, "sense": sense, "reasons": reasons}
    Said("give_opinion", case, actor, at, body, again=f"/{actor.id}").say()


def all_opined(n: int = 1) -> None:
    """Give every opinion but the chair's."""
    opined(n, leave.HEAD, "unfavourable", "l'évasion de 2014")
    opined(n, leave.PROSECUTOR, "unfavourable", "un risque")
    opined(n, leave.OFFICER)
    opined(n, SURVEILLANCE, "reserved", "rien à signaler")


def held(n: int = 1) -> None:
    """Let the board sit, whole."""
    here = ["enforcement_judge", "prosecutor", "head_of_prison", "probation_officer",
            "surveillance_staff"]  # fmt: skip
    body = {"present": here, "minutes": "PV-12"}
    at = leave.paris("2027-02-20T15:00")
    Said("hold_sitting", f"D-{n}", leave.COURT_CLERK, at, body).say()
