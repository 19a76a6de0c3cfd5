"""Where each capacity is exercised."""

from collections.abc import Mapping

from sortie.casework import Role
from sortie.web.accounts.models.posts import APPEAL_COURT, COURT, PRISON, SERVICE
from sortie.web.authority import ADMINISTRATOR, AUDITOR

# An empty list: nowhere in particular.
KINDS_OF_PLACE: Mapping[str, tuple[str, ...]] = {
    Role.HEAD_OF_PRISON: (PRISON,),
    Role.PRISON_CLERK: (PRISON,),
    Role.GATE: (PRISON,),
    Role.SURVEILLANCE_STAFF: (PRISON,),
    Role.PROBATION_OFFICER: (PRISON, SERVICE),
    Role.PROBATION_DIRECTOR: (PRISON, SERVICE),
    Role.COURT_CLERK: (COURT,),
    Role.ENFORCEMENT_JUDGE: (COURT,),
    Role.PROSECUTOR: (COURT,),
    Role.APPEAL_PRESIDENT: (APPEAL_COURT,),
    Role.LAWYER: (),
    AUDITOR: (),
    ADMINISTRATOR: (),
}
# What a place of each kind reaches.
REACHES: Mapping[str, str] = {COURT: PRISON, SERVICE: PRISON, APPEAL_COURT: COURT}
