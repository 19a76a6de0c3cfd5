"""Who works in the invented court and prisons: one account a post, nobody real."""

from dataclasses import dataclass

from sortie.casework import Actor, Role
from sortie.demonstration.houses import Prison, court, prisons

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

    ``account`` is the id under which the docket was played, so that the history names whoever is
    signed in. ``prisons`` and ``courts`` are where the post is exercised, ``prisons_heard`` those
    whose people its court hears, ``appeals_from`` the courts appealed from. ``clients`` are
    persons, by their ids.
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


def sign_ins(clients: tuple[str, ...]) -> tuple[SignIn, ...]:
    """Return one sign-in a post; the lawyer defends these persons."""
    names = iter(_NAMES)
    found = [_of_prison(role, each, next(names)) for each in prisons().values()
             for role in _OF_A_PRISON]  # fmt: skip
    found += [_of_court(role, next(names)) for role in _OF_THE_COURT]
    return (
        *found,
        _of_probation(next(names)),
        _of_appeal(next(names)),
        _of_the_bar(clients, next(names)),
        _beside(AUDITOR, next(names)),
        _beside(ADMINISTRATOR, next(names)),
    )


def _of_prison(role: Role, prison: Prison, name: tuple[str, str]) -> SignIn:
    actor = actor_at(role, prison)
    return SignIn(account=actor.id, role=role.value, of=actor.of, family_name=name[0],
                  given_name=name[1], prisons=(prison.name,))  # fmt: skip


def _heard() -> tuple[str, ...]:
    return tuple(each.name for each in prisons().values())


def _any_prison() -> Prison:
    return next(iter(prisons().values()))


def _of_court(role: Role, name: tuple[str, str]) -> SignIn:
    actor = actor_at(role, _any_prison())
    return SignIn(account=actor.id, role=role.value, of=actor.of, family_name=name[0],
                  given_name=name[1], courts=(actor.of,), prisons_heard=_heard())  # fmt: skip


def _of_probation(name: tuple[str, str]) -> SignIn:
    actor = actor_at(Role.PROBATION_DIRECTOR, _any_prison())
    return SignIn(account=actor.id, role=actor.role.value, of=actor.of, family_name=name[0],
                  given_name=name[1], prisons=_heard())  # fmt: skip


def _of_appeal(name: tuple[str, str]) -> SignIn:
    actor = actor_at(Role.APPEAL_PRESIDENT, _any_prison())
    return SignIn(account=actor.id, role=actor.role.value, of=actor.of, family_name=name[0],
                  given_name=name[1], appeals_from=(court().name,))  # fmt: skip


def _of_the_bar(clients: tuple[str, ...], name: tuple[str, str]) -> SignIn:
    actor = actor_at(Role.LAWYER, _any_prison())
    return SignIn(account=actor.id, role=actor.role.value, of=actor.of, family_name=name[0],
                  given_name=name[1], clients=clients)  # fmt: skip


def _beside(role: str, name: tuple[str, str]) -> SignIn:
    return SignIn(account=role, role=role, of="", family_name=name[0], given_name=name[1])
