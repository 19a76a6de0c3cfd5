"""The scenario of the house, a day at an employer's, played as far as an instant."""

from pathlib import Path
from typing import Any

import yaml

from sortie.casework import Actor, Role
from sortie.office import scripts
from sortie.web.authority import Acting
from tests.house.tree import ROOT
from tests.web.signing import acting_of

SCRIPT = ROOT / "cases/france/scripts/day_at_an_employer.yaml"
CASE, PERSON = "D-1", "P-1"
PRISON, COURT, APPEALS = "Maison centrale", "tribunal judiciaire", "cour d'appel"

JUDGE = Actor("juge-1", Role.ENFORCEMENT_JUDGE, COURT)
COURT_CLERK = Actor("greffe-juge-1", Role.COURT_CLERK, COURT)
PROSECUTOR = Actor("parquet-1", Role.PROSECUTOR, COURT)
HEAD = Actor("directeur-1", Role.HEAD_OF_PRISON, PRISON)
PRISON_CLERK = Actor("greffe-1", Role.PRISON_CLERK, PRISON)
STAFF = Actor("surveillant-1", Role.SURVEILLANCE_STAFF, PRISON)
OFFICER = Actor("probation-1", Role.PROBATION_OFFICER, PRISON)
DIRECTOR = Actor("direction-1", Role.PROBATION_DIRECTOR, PRISON)
GATE = Actor("porte-1", Role.GATE, PRISON)
LAWYER = Acting(account="avocat-1", post="lawyer", role="lawyer", clients=frozenset({PERSON}))
PRESIDENT = Acting(
    account="president-1", post="president", role="appeal_president", of=APPEALS,
    appeals_from=frozenset({COURT}),
)  # fmt: skip
FOLLOWING = Acting(
    account="probation-1", post="officer", role="probation_officer", of=PRISON,
    prisons=frozenset({PRISON}), followed=frozenset({PERSON}),
)  # fmt: skip
AUDITOR = Acting(account="auditeur-1", post="auditor", role="auditor")

WHOEVER: tuple[Acting, ...] = (
    *map(acting_of, (JUDGE, COURT_CLERK, PROSECUTOR, HEAD, PRISON_CLERK, STAFF, OFFICER, DIRECTOR,
                     GATE)),
    LAWYER, PRESIDENT, FOLLOWING,
)  # fmt: skip

FILED, BEFORE_THE_SITTING = "2025-10-01T12:00", "2025-11-12T14:12"
GRANTED, APPEALED, OUT, BACK = (
    "2025-11-17T12:00", "2025-11-18T12:00", "2025-11-24T12:00", "2025-11-25T12:00",
)  # fmt: skip


def played_until(instant: str) -> None:
    """Play the scenario as it stood at an instant, by the clocks of Paris."""
    script: dict[str, Any] = yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))
    script["etapes"] = [step for step in script["etapes"] if str(step["le"]) <= instant]
    played = scripts.play(script, folder=Path(SCRIPT.parent))
    assert played.differences == ()
