"""Who acts on a case, and who is told: roles, never names."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """In what capacity someone acts on a case or is told of it."""

    DETAINED_PERSON = "detained_person"
    LAWYER = "lawyer"
    PROBATION_OFFICER = "probation_officer"
    PROBATION_DIRECTOR = "probation_director"
    HEAD_OF_PRISON = "head_of_prison"
    PRISON_CLERK = "prison_clerk"
    GATE = "gate"
    SURVEILLANCE_STAFF = "surveillance_staff"
    COURT_CLERK = "court_clerk"
    ENFORCEMENT_JUDGE = "enforcement_judge"
    INVESTIGATING_JUDGE = "investigating_judge"
    PROSECUTOR = "prosecutor"
    APPEAL_PRESIDENT = "appeal_president"
    VICTIM = "victim"
    POLICE = "police"
    PREFECT = "prefect"
    REGIONAL_DIRECTOR = "regional_director"
    MINISTRY = "ministry"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts: an id, a capacity, and the prison or court it is exercised in."""

    id: str
    role: Role
    of: str = ""


OFFICE = Actor("office", Role.OFFICE)
CLERKS = (Role.PRISON_CLERK, Role.COURT_CLERK)
PROBATION = (Role.PROBATION_OFFICER, Role.PROBATION_DIRECTOR)
APPLICANTS = (Role.DETAINED_PERSON, Role.LAWYER)
