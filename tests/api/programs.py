"""Programs that ask, each with the token of an account in one post, and the places they are of."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.test import Client

from sortie.web.accounts import managing
from sortie.web.accounts.models import Account, Post
from sortie.web.accounts.signing import wall
from sortie.web.tokens import WORK
from sortie.web.tokens.keeping import make
from tests.office import one_leave as leave
from tests.web.accounts import people

PREFIX = "/api/v1"
ELSEWHERE, OTHER_COURT, APPEALS = "prison of the south", "court of the south", "court of appeal"
OTHER_APPEALS = "another court of appeal"
PLACES = {
    "court_clerk": leave.COURT, "enforcement_judge": leave.COURT, "prosecutor": leave.COURT,
    "appeal_president": APPEALS, "head_of_prison": leave.PRISON, "prison_clerk": leave.PRISON,
    "gate": leave.PRISON, "surveillance_staff": leave.PRISON, "probation_officer": leave.PRISON,
    "probation_director": leave.PRISON, "lawyer": "", "auditor": "", "administrator": "",
}  # fmt: skip
OTHERS = {leave.COURT: OTHER_COURT, leave.PRISON: ELSEWHERE, APPEALS: OTHER_APPEALS}


class Program(Client):
    """What asks in someone's name: it sends JSON, and shows its token."""

    def __init__(self, token: str, language: str = "fr") -> None:
        shown = {"Authorization": f"Bearer {token}"} if token else {}
        super().__init__(enforce_csrf_checks=True, headers={"Accept-Language": language, **shown})

    def ask(self, path: str, **headers: str) -> Any:
        """Read an address of the interface."""
        return self.get(PREFIX + path, headers=named(headers))

    def send(self, path: str, body: Any, **headers: str) -> Any:
        """Send JSON to an address; the keywords are headers, ``if_match`` for ``If-Match``."""
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.post(
            PREFIX + path, text, content_type="application/json", headers=named(headers)
        )

    def act(self, case: str, verb: str, body: Any, key: str, version: str = "*") -> Any:
        """Do an act on a case."""
        path = f"/cases/{case}/acts/{verb}"
        return self.send(path, body, idempotency_key=key, if_match=version)


def named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@dataclass(slots=True)
class World:
    """Who works where, and their programs, by role."""

    at: datetime
    posts: dict[str, Post] = field(default_factory=dict)

    @classmethod
    def made(cls, at: datetime) -> "World":
        for prison in (leave.PRISON, ELSEWHERE):
            managing.record_place(prison, "prison", prison.title(), at)
        managing.record_place(leave.COURT, "court", "Court", at, reaches=[leave.PRISON])
        managing.record_place(OTHER_COURT, "court", "Other", at, reaches=[ELSEWHERE])
        managing.record_place(APPEALS, "appeal_court", "Appeals", at, reaches=[leave.COURT])
        managing.record_place(OTHER_APPEALS, "appeal_court", "A", at, reaches=[OTHER_COURT])
        return cls(at)

    def post(self, role: str, *, elsewhere: bool = False) -> Post:
        """Return the post of a role, at the prison and court of the leave or at the other ones."""
        name = f"{role} elsewhere" if elsewhere else role
        if name not in self.posts:
            place = PLACES[role]
            if elsewhere and place:
                place = OTHERS[place]
            account = self.account(name.replace(" ", "."))
            self.posts[name] = people.post(account, role, place, self.at)
        return self.posts[name]

    def account(self, name: str) -> Account:
        """Open an account without a password: nobody signs in here but programs."""
        opened, _ = managing.open_account(name.title(), f"{name}@example.org", self.at)
        return opened

    def token(self, role: str, scope: str = WORK, *, elsewhere: bool = False) -> str:
        """Make a token of a post."""
        post = self.post(role, elsewhere=elsewhere)
        _, shown = make(post, f"program of {role}", scope, 30, wall())
        return shown

    def program(
        self, role: str, scope: str = WORK, *, elsewhere: bool = False, language: str = "fr"
    ) -> Program:
        """Return a program that works for a role."""
        return Program(self.token(role, scope, elsewhere=elsewhere), language)
