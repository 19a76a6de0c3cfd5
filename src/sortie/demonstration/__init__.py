"""The demonstration: an invented court, its prisons, and a docket alive on the day one chooses."""

from pathlib import Path

from sortie.demonstration.building import CLOSED, PEOPLE, Built, build
from sortie.demonstration.errors import DemonstrationError, HeldAlready
from sortie.demonstration.houses import Court, Prison, court, prisons
from sortie.demonstration.playing import Progress
from sortie.demonstration.setting import acceptance, defended, followed
from sortie.demonstration.sign_ins import SignIn, sign_ins
from sortie.demonstration.working_days import morning, office_clock, settled

# The person of the acceptance case of the house.
ACCEPTANCE: str = acceptance()
SIGN_INS: tuple[SignIn, ...] = sign_ins(defended(), followed())
# Laws compared over people who never were: counted by the command, and kept here as it kept it.
COMPARISONS = Path(__file__).parent / "comparisons"

__all__ = [
    "ACCEPTANCE",
    "CLOSED",
    "COMPARISONS",
    "PEOPLE",
    "SIGN_INS",
    "Built",
    "Court",
    "DemonstrationError",
    "HeldAlready",
    "Prison",
    "Progress",
    "SignIn",
    "build",
    "court",
    "morning",
    "office_clock",
    "prisons",
    "settled",
]
