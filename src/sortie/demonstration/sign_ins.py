"""Who works in the invented court and prisons: one account a post, nobody real."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sortie.casework import Actor, Role
from sortie.demonstration.houses import Prison, court, prisons

Persons = tuple[str, ...]
AUDITOR, ADMINISTRATOR = "auditor", "administrator"

# The word that an account of this role begins with.
_OF_A_PRISON = {
    Role.PRISON_CLERK: "clerk",
    Role.HEAD_OF_PRISON: "head",
    Role.GATE: "gate",
    Role.SURVEILLANCE_STAFF: "staff",
    Role.PROBATION_OFFICER: "probation",
}
_OF_THE_COURT = {
    Role.ENFORCEMENT_JUDGE: "judge",
    Role.COURT_CLERK: "court-clerk",
    Role.PROSECUTOR: "prosecutor",
}
_NAMES = (
    ("Grévilune", "Maldou"),
    ("Solérac", "Ilsane"),
    ("Barvoine", "Tévine"),
    ("Dorvimard", "Ulrov"),
    ("Caldésol", "Nérane"),
    ("Faluvagne", "Osmir"),
    ("Kerdoubre", "Velgar"),
    ("Lorvénac", "Hadrin"),
    ("Nogrinoche", "Sévane"),
    ("Pergandac", "Elfric"),
    ("Quelombre", "Zanie"),
    ("Ravlobel", "Odmar"),
    ("Tarboste", "Brisane"),
    ("Ulmirac", "Falgar-Jor"),
    ("Valgalou", "Mirove"),
    ("Zélurnet", "Calric"),
    ("Ambronvert", "Joriane"),
    ("Brélidan", "Tolmek"),
    ("Cervalou", "Yorane"),
    ("Eskrelange", "Norvor"),
    ("Haldambre", "Lisane"),
    ("Ilvérac", "Galdric"),
    ("Mervodant", "Solzel-Ula"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One account in its post: who it is, in what capacity, where, and what the post reaches.

    ``prisons`` and ``courts`` are where the post is exercised, ``prisons_heard`` those whose people
    its court hears, ``appeals_from`` the courts appealed from. ``clients`` and ``followed`` are
    persons, by their ids. The trap: ``account`` is the id under which the docket was played;
    signed in under another, nobody has seen what they saw.
    """

    account: str
    role: str
    of: str
    family_name: str
    given_name: str
    prisons: tuple[str, ...] = ()
    courts: tuple[str, ...] = ()
    prisons_heard: tuple[str, ...] = ()
    appeals_from: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """An address that nobody can be written to at."""
        return f"{self.account}@demonstration.invalid"


def actor_at(role: Role, prison: Prison) -> Actor:
    """Return who acts in this capacity for a person of this prison."""
    if role in _OF_A_PRISON:
        return Actor(f"{_OF_A_PRISON[role]}.{prison.town}", role, prison.name)
    if role in _OF_THE_COURT:
        return Actor(f"{_OF_THE_COURT[role]}.{prison.court_town}", role, prison.court)
    if role is Role.APPEAL_PRESIDENT:
        return Actor(f"president.{court().appeal_town}", role, court().appeal)
    if role is Role.PROBATION_DIRECTOR:
        return Actor(f"probation-director.{court().town}", role, court().probation)
    if role is Role.LAWYER:
        return Actor(f"lawyer.{court().town}", role)
    # Who has no account here is heard through the clerk of the prison.
    return actor_at(Role.PRISON_CLERK, prison)


def sign_ins(clients: Persons, followed: Mapping[str, Persons]) -> tuple[SignIn, ...]:
    """Return one sign-in a post; the lawyer defends these persons.

    ``followed`` are the persons that the probation officer of each prison, by its code, follows.
    """
    found = [*_posts(clients, followed), *(_beside(each) for each in (AUDITOR, ADMINISTRATOR))]
    return tuple(
        replace(each, family_name=family, given_name=given)
        for each, (family, given) in zip(found, _NAMES, strict=True)
    )


def _posts(clients: Persons, followed: Mapping[str, Persons]) -> Iterator[SignIn]:
    for code, prison in prisons().items():
        for role in _OF_A_PRISON:
            own = followed.get(code, ()) if role is Role.PROBATION_OFFICER else ()
            yield _post(role, prison, prisons=(prison.name,), followed=own)
    heard = tuple(each.name for each in prisons().values())
    anywhere = next(iter(prisons().values()))
    for role in _OF_THE_COURT:
        yield _post(role, anywhere, courts=(court().name,), prisons_heard=heard)
    yield _post(Role.PROBATION_DIRECTOR, anywhere, prisons=heard)
    yield _post(Role.APPEAL_PRESIDENT, anywhere, appeals_from=(court().name,))
    yield _post(Role.LAWYER, anywhere, clients=clients)


def _post(role: Role, prison: Prison, **reach: Persons) -> SignIn:
    actor = actor_at(role, prison)
    return SignIn(account=actor.id, role=role.value, of=actor.of, family_name="", given_name="",
                  **reach)  # fmt: skip


def _beside(role: str) -> SignIn:
    return SignIn(account=role, role=role, of="", family_name="", given_name="")
