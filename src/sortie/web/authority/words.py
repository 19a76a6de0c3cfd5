"""The closed lists of the table: who asks, and how the case is theirs."""

from enum import StrEnum

from sortie.casework import Role

ANYONE = "anyone"
SIGNED_IN = "signed_in"
AUDITOR = "auditor"
ADMINISTRATOR = "administrator"

# Those who act on a case, as casework knows them; the two others never do.
OF_CASEWORK = (
    Role.COURT_CLERK, Role.ENFORCEMENT_JUDGE, Role.PROSECUTOR, Role.APPEAL_PRESIDENT,
    Role.HEAD_OF_PRISON, Role.PRISON_CLERK, Role.GATE, Role.SURVEILLANCE_STAFF,
    Role.PROBATION_OFFICER, Role.PROBATION_DIRECTOR, Role.LAWYER,
)  # fmt: skip
POSTS = (*(role.value for role in OF_CASEWORK), AUDITOR, ADMINISTRATOR)
ROLES = (ANYONE, SIGNED_IN, *POSTS)

# The action itself, as opposed to one of the things it shows.
ITSELF = "-"


class Relation(StrEnum):
    """How a case, a person, a message or a place is somebody's.

    A closed case is one that is over and rested since; it is no longer worked upon.
    """

    NONE = "none"
    OWN_PRISON = "own_prison"
    OWN_PRISON_CLOSED = "own_prison_closed"
    FORMER_PRISON = "former_prison"
    OWN_COURT = "own_court"
    OWN_COURT_CLOSED = "own_court_closed"
    FORMER_COURT = "former_court"
    BEFORE_APPEAL = "before_appeal"
    BEFORE_APPEAL_CLOSED = "before_appeal_closed"
    OWN_CLIENT = "own_client"
    OWN_CLIENT_CLOSED = "own_client_closed"
    FOLLOWED = "followed"
    FOLLOWED_CLOSED = "followed_closed"
    ADDRESSEE = "addressee"
    OTHER = "other"

    def once_closed(self) -> "Relation":
        """Return what this relation becomes once the case is closed."""
        closed = f"{self}_closed"
        return Relation(closed) if closed in set(Relation) else self


class On(StrEnum):
    """What an action is done on."""

    CASE = "case"
    PERSON = "person"
    MESSAGE = "message"
    PLACE = "place"
    NOTHING = "nothing"
