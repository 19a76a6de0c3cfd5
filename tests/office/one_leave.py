"""One leave, from the request to the return, as the commands that carry it through the office."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sortie import casework as cw
from sortie import office, store

PARIS = ZoneInfo("Europe/Paris")
MORNING = datetime(2027, 3, 15, 7, 40, tzinfo=PARIS)
PRISON, COURT = "prison of the north", "court of the north"

OFFICER = cw.Actor("officer-1", cw.Role.PROBATION_OFFICER, PRISON)
HEAD = cw.Actor("head-1", cw.Role.HEAD_OF_PRISON, PRISON)
PRISON_CLERK = cw.Actor("prison-clerk-1", cw.Role.PRISON_CLERK, PRISON)
GATE = cw.Actor("gate-1", cw.Role.GATE, PRISON)
COURT_CLERK = cw.Actor("court-clerk-1", cw.Role.COURT_CLERK, COURT)
JUDGE = cw.Actor("judge-1", cw.Role.ENFORCEMENT_JUDGE, COURT)
OTHER_JUDGE = cw.Actor("judge-2", cw.Role.ENFORCEMENT_JUDGE, COURT)
PROSECUTOR = cw.Actor("prosecutor-1", cw.Role.PROSECUTOR, COURT)

# Four years without anything else: the law opens a day at an employer's, and leaves it to a judge.
FILE: Mapping[str, Any] = {
    "format": "sortie/case@1",
    "jurisdiction": "fr",
    "person": {"born_on": "1980-01-01"},
    "custody": {
        "status": [{"is": "convicted", "from": "2025-01-06"}],
        "committed_on": "2025-01-06",
        "sentences": [
            {"length": "P4Y", "pronounced_on": "2024-12-20", "final_on": "2025-01-06",
             "offences": ["other"], "recidivist": False, "socio_judicial_supervision": "none",
             "merged_into": None, "court": "ordinary"}
        ],
        "remand": [],
        "security_period": "none",
        "reductions": [],
        "end_of_sentence": "2029-01-05",
        "placements": [{"from": "2025-01-06", "establishment": PRISON, "kind": "maison_centrale",
                        "unit": "ordinary"}],
        "adjustments": [],
        "watch_list": [],
        "isolation": [],
        "territory_ban": "none",
        "parole_requires_leave": "none",
        "admissible_to": [],
    },
    "history": {"leaves": [], "incidents": [], "applications": []},
    "orders": {"bans": [], "head_of_prison_excluded": "none"},
}  # fmt: skip
APPLICATION: Mapping[str, Any] = {
    "filed_on": "2027-02-01",
    "purpose": "employer",
    "departs_at": "2027-03-15T07:00",
    "returns_at": "2027-03-15T21:00",
    "places": [{"country": "FR", "commune": "69123"}],
    "escorted": False,
    "funds_shown": True,
    "lodging_shown": "not_needed",
    "transport_shown": True,
    "expert_report_on": "none",
    "prosecutor_agrees": False,
}


def paris(text: str, *, fold: int = 0) -> datetime:
    """Return the instant at which the clocks of Paris show this."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS, fold=fold)


@dataclass(frozen=True)
class Said:
    """One command as someone gives it; the same may be given again, under the same key."""

    verb: str
    target: str
    by: cw.Actor
    at: datetime
    body: Mapping[str, Any] = field(default_factory=dict)
    seen: int | None = None
    again: str = ""

    @property
    def key(self) -> str:
        return f"{self.target}/{self.verb}{self.again}"

    def say(self) -> store.Json:
        """Give it to the office."""
        command = office.Command(key=self.key, by=self.by, at=self.at, seen=self.seen)
        return office.do(self.verb, command, self.target, self.body)


def recorded(person: str, **changes: Any) -> Said:
    body: dict[str, Any] = {
        "committal_number": f"number of {person}", "prison": PRISON, "court": COURT,
        "family_name": f"Famille-{person}", "given_name": "Prénom", "file": FILE,
        "judgments": [f"judgment of {person}"],
    }  # fmt: skip
    return Said("record_person", person, PRISON_CLERK, paris("2027-01-04T09:00"), body | changes)


def filed(case: str, person: str, **application: Any) -> Said:
    body = {
        "person": person, "form": "declaration", "signed": True, "author": person,
        "application": {**APPLICATION, **application}, "places": ["a workshop"],
    }  # fmt: skip
    return Said("file_application", case, PRISON_CLERK, paris("2027-02-01T09:00"), body)


def routed(case: str) -> Said:
    return Said("route_application", case, COURT_CLERK, paris("2027-02-01T11:00"))


def skipped(case: str) -> Said:
    body = {"because": "the company closes at the end of the month"}
    return Said("skip_board", case, JUDGE, paris("2027-02-02T10:00"), body)


def decided(case: str, by: cw.Actor = JUDGE, **changes: Any) -> Said:
    body = {"order": f"O-{case}", "outcome": "granted", "reasons": "a firm promise of work"}
    return Said("decide", case, by, paris("2027-02-03T10:00"), body | changes)


def told(case: str, to: cw.Role, by: cw.Actor) -> Said:
    at = paris("2027-02-03T11:00")
    body = {"to": to.value, "order": f"O-{case}", "means": "signature",
            "signed_at": at.isoformat(), "proof": "signed"}  # fmt: skip
    return Said("notify", case, by, at, body, again=f"/{to.value}")


def visa(case: str) -> Said:
    body = {"order": f"O-{case}"}
    return Said("give_visa", case, PROSECUTOR, paris("2027-02-03T15:00"), body)


def permit(case: str) -> Said:
    body = {"permit": f"T-{case}"}
    return Said("issue_permit", case, PRISON_CLERK, paris("2027-03-01T09:00"), body)


def let_out(case: str, person: str, at: datetime = MORNING) -> Said:
    body = {"permit": f"T-{case}", "committal_number": f"number of {person}",
            "second_means": "fingerprint", "permit_handed": True,
            "answered_name": True}  # fmt: skip
    return Said("let_out", case, GATE, at, body)


def too_soon(case: str, person: str) -> Said:
    """The same at the gate on the day before: refused."""
    early = let_out(case, person, paris("2027-03-14T07:40"))
    return Said(early.verb, case, GATE, early.at, early.body, again="/too-soon")


def back(case: str) -> Said:
    return Said("record_return", case, GATE, paris("2027-03-15T20:30"))


def until_granted(case: str, person: str) -> tuple[Said, ...]:
    return (recorded(person), filed(case, person), routed(case), skipped(case), decided(case))


def until_permitted(case: str, person: str) -> tuple[Said, ...]:
    return (
        *until_granted(case, person),
        told(case, cw.Role.PROSECUTOR, COURT_CLERK),
        told(case, cw.Role.DETAINED_PERSON, PRISON_CLERK),
        visa(case),
        permit(case),
    )


def whole(case: str, person: str) -> tuple[Said, ...]:
    """Every command of a leave that goes well, with one that the gate refuses on the way."""
    way_out = (too_soon(case, person), let_out(case, person), back(case))
    return (*until_permitted(case, person), *way_out)


def say_all(commands: Iterable[Said]) -> list[store.Json]:
    return [command.say() for command in commands]
