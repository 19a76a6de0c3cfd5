"""The people of a day at an employer: invented, each in the window of their own post."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from sortie import facts, office
from sortie.casework import Actor, Role
from sortie.web.authority import Acting
from tests.house.tree import ROOT
from tests.web.opening import Window
from tests.web.scenarios.typing import words

PRISON, COURT = "Maison centrale", "tribunal judiciaire"
PARIS = ZoneInfo("Europe/Paris")
_HERE, _THERE = frozenset({PRISON}), frozenset({COURT})
FILE = ROOT / "cases/france/acceptance/case.yaml"
Open = Callable[..., Window]
Hold = Callable[[datetime], None]


def of_the_prison(role: Role) -> Acting:
    """Return someone of the prison."""
    return Acting(account=f"{role}-1", post=role, role=role, of=PRISON, prisons=_HERE)


def of_the_court(role: Role) -> Acting:
    """Return someone of the court, which hears the people of the prison."""
    return Acting(account=f"{role}-1", post=role, role=role, of=COURT, courts=_THERE,
                  prisons_heard=_HERE)  # fmt: skip


CAST = {
    "prison clerk": of_the_prison(Role.PRISON_CLERK),
    "head": of_the_prison(Role.HEAD_OF_PRISON),
    "surveillance": of_the_prison(Role.SURVEILLANCE_STAFF),
    "gate": of_the_prison(Role.GATE),
    "officer": Acting(account="officer-1", post="officer", role=Role.PROBATION_OFFICER, of=PRISON,
                      prisons=_HERE, followed=frozenset({"P-1"})),
    "court clerk": of_the_court(Role.COURT_CLERK),
    "judge": of_the_court(Role.ENFORCEMENT_JUDGE),
    "prosecutor": of_the_court(Role.PROSECUTOR),
    "lawyer": Acting(account="lawyer-1", post="lawyer", role=Role.LAWYER,
                     clients=frozenset({"P-1"})),
    "president": Acting(account="president-1", post="president", role=Role.APPEAL_PRESIDENT,
                        of="cour d'appel", appeals_from=_THERE),
}  # fmt: skip


@dataclass(slots=True)
class Stage:
    """Everyone's windows, opened as they are needed, and the clock that they all read."""

    open: Open
    hold: Hold
    windows: dict[str, Window] = field(default_factory=dict)

    def at(self, instant: str) -> None:
        """Let the clocks of Paris show this."""
        self.hold(datetime.fromisoformat(instant).replace(tzinfo=PARIS))

    def by(self, who: str, path: str) -> Page:
        """Return the window of someone, on a page of the site."""
        if who not in self.windows:
            self.windows[who] = self.open(CAST[who], "fr")
        return self.windows[who].open(path)

    def faults(self) -> list[str]:
        """Return what went wrong in any window since it was opened."""
        return [f"{who}: {each}" for who, window in self.windows.items()
                for each in window.complaints]  # fmt: skip

    def says(self, who: str, path: str) -> str:
        """Return what a page says to someone."""
        return words(self.by(who, path))


def recorded() -> None:
    """Record the person as the prison holds them, before anything is asked."""
    read: Any = facts.document_of(FILE.read_bytes()).value
    file = {name: each for name, each in read.items() if name != "application"}
    clerk = Actor("prison_clerk-1", Role.PRISON_CLERK, PRISON)
    at = datetime(2025, 9, 1, 9, tzinfo=PARIS)
    office.do(
        "record_person",
        office.Command(key="recorded", by=clerk, at=at),
        "P-1",
        {
            "committal_number": "0001", "prison": PRISON, "court": COURT, "unit":
            "organised_crime_unit", "family_name": "Nom-A", "given_name": "Prénom-A",
            "judgments": ["J-2012"], "file": file,
            "victims": [{"victim": "V-1", "must_be_told": False, "wish": "told"}],
        },
    )  # fmt: skip
