"""Those who ask, in their posts, around the one leave that the tests of the office share."""

from dataclasses import replace
from typing import Any

from sortie.casework import Actor
from sortie.web.authority import Acting
from tests.office.one_leave import COURT, PRISON

ELSEWHERE, OTHER_COURT, APPEALS = "prison of the south", "court of the south", "court of appeal"


def acting(role: str, **reach: Any) -> Acting:
    """Return someone in a post that reaches this."""
    known = {name: value if isinstance(value, str) else frozenset(value)
             for name, value in reach.items()}  # fmt: skip
    return Acting(account=f"{role}-account", post=f"{role}-post", role=role, **known)  # type: ignore[arg-type]


def at_the_prison(role: str, prison: str = PRISON) -> Acting:
    return acting(role, of=prison, prisons={prison})


def at_the_court(role: str, court: str = COURT, prisons: tuple[str, ...] = (PRISON,)) -> Acting:
    return acting(role, of=court, courts={court}, prisons_heard=prisons)


def president(*courts: str) -> Acting:
    return acting("appeal_president", of=APPEALS, appeals_from=courts or (COURT,))


def lawyer(*clients: str) -> Acting:
    return acting("lawyer", clients=clients)


def probation_officer(*followed: str, prison: str = PRISON) -> Acting:
    return acting("probation_officer", of=prison, prisons={prison}, followed=followed)


def as_actor(one: Acting) -> Actor:
    """Return someone as casework knows them."""
    assert one.actor is not None
    return one.actor


def renamed(one: Acting, account: str) -> Acting:
    return replace(one, account=account)
