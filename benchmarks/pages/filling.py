"""A store of a hundred thousand people with two cases each, and the accounts of those who look."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from tests.office.one_leave import (
    APPLICATION,
    PRISON,
    Said,
    back,
    filed,
    let_out,
    paris,
    recorded,
    routed,
    say_all,
    until_permitted,
)

from benchmarks import office_at_work, stores
from sortie import casework as cw
from sortie import store
from sortie.web.accounts import managing
from sortie.web.accounts.factors import totp
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import Typed, sessions, set_up
from sortie.web.authority import NOBODY

# Noon of the day on which some are out, and due back at nine in the evening.
AT = paris("2027-03-15T12:00")
NOW = datetime.now(AT.tzinfo)
PERSON, CASE, BEFORE = "person-0", "case-0", "case-0-before"
# What becomes of the second case of a person, and of how many people.
CROWD = {"given up": 93_000, "waiting": 4_000, "back": 2_000, "permitted": 600, "out": 400}
PASSWORD = "a long walk by the canal"  # noqa: S105 (of nobody)


def _before() -> tuple[Said, ...]:
    """Return a first application of the same person, made and given up."""
    asked = {**APPLICATION, "filed_on": "2027-01-05",
             "departs_at": "2027-01-20T07:00", "returns_at": "2027-01-20T21:00"}  # fmt: skip
    made = replace(filed(BEFORE, PERSON, **asked), at=paris("2027-01-05T09:00"))
    return made, _given_up(BEFORE, paris("2027-01-06T09:00"))


def _given_up(case: str, at: datetime) -> Said:
    asker = cw.Actor(PERSON, cw.Role.DETAINED_PERSON, PRISON)
    return Said("discontinue", case, asker, at, {"because": "another day is asked for"})


def _second(fate: str) -> Iterable[Said]:
    match fate:
        case "given up":
            return filed(CASE, PERSON), _given_up(CASE, paris("2027-02-02T09:00"))
        case "waiting":
            return filed(CASE, PERSON), routed(CASE)
        case "back":
            return (*until_permitted(CASE, PERSON)[1:], let_out(CASE, PERSON), back(CASE))
        case "permitted":
            return until_permitted(CASE, PERSON)[1:]
        case _:
            return (*until_permitted(CASE, PERSON)[1:], let_out(CASE, PERSON))


def pattern(fate: str) -> stores.Pattern:
    """Return the rows of one person with two cases, carried by the office to this point."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pattern.sqlite"
        office_at_work.opened(f"sqlite:///{file}")
        person = replace(recorded(PERSON, family_name="Exemple"), at=paris("2027-01-04T09:00"))
        say_all([person, *_before(), *_second(fate)])
        try:
            return stores.pattern_of(file)
        finally:
            store.disconnect()


def fill(address: str, *, share: int = 1) -> None:
    """Fill a new store with everybody; with a share of them, to try the rest of the measure."""
    crowd = [(pattern(fate), count // share) for fate, count in CROWD.items()]
    office_at_work.opened(address)
    stores.fill(address, *crowd)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody signed in: what they are, where, and the cookie that says so."""

    role: str
    place: str
    cookie: str


# Who looks, at work on one morning: how many of each, twenty in all.
USERS = {
    "prison_clerk": 4, "gate": 3, "probation_officer": 3, "probation_director": 1,
    "head_of_prison": 1, "surveillance_staff": 1, "court_clerk": 2, "enforcement_judge": 2,
    "prosecutor": 1, "appeal_president": 1, "lawyer": 1,
}  # fmt: skip


def users() -> tuple[User, ...]:
    """Open the accounts of those who look, each in another prison or court, and sign them in."""
    found = list(_users())
    assert len(found) == sum(USERS.values()) == 20
    return tuple(found)


def _users() -> Iterator[User]:
    number = 0
    for role, count in USERS.items():
        for _ in range(count):
            number += 1
            prison, court, appeals = (f"{kind} {number}" for kind in ("prison", "court", "appeals"))
            managing.record_place(prison, "prison", prison, NOW)
            managing.record_place(court, "court", court, NOW, reaches=[prison])
            managing.record_place(appeals, "appeal_court", appeals, NOW, reaches=[court])
            place = {
                **dict.fromkeys(("court_clerk", "enforcement_judge", "prosecutor"), court),
                "appeal_president": appeals, "lawyer": "",
            }.get(role, prison)  # fmt: skip
            account = _account(number)
            post = managing.give_post(account, role, NOW, place=place)
            if role in ("lawyer", "probation_officer"):
                people = store.people(store.PersonQuery(prison=prison, limit=60))
                for each in people[: 3 if role == "lawyer" else 60]:
                    managing.assign(post, each.person_id, NOW, by=NOBODY)
            yield User(role, place, _signed_in(account, post.pk))


def _account(number: int) -> Account:
    opened, code = managing.open_account(f"User {number}", f"user-{number}@bench.invalid", NOW)
    account = set_up.open_with(Typed(opened.email, ""), code, PASSWORD, NOW)
    secret = totp.new_secret()
    managing.factors.add_totp(account, secret, totp.code_at(secret, NOW), NOW)
    return account


def _signed_in(account: Account, post: int) -> str:
    session: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    sessions.sign_in(session, account, NOW)
    sessions.act_in(session, post)
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
