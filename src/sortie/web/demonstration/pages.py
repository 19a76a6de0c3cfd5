"""The first page of the demonstration: every sign-in, and what is weaker here than in a real one.

A site that is no demonstration has no such address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import Http404

from sortie import demonstration, store
from sortie.demonstration import SignIn
from sortie.web import authority
from sortie.web.accounts import managing
from sortie.web.accounts.errors import NoSuchAccount
from sortie.web.accounts.pages.answering import next_of
from sortie.web.accounts.pages.signing_in import whole
from sortie.web.demonstration.opening import PASSWORD, name_of
from sortie.web.frame import ANYONE, Answer, Asked, Page
from sortie.web.pages import PAGES as EVERY

_MENU = 990


@dataclass(frozen=True, slots=True)
class Row:
    """One account, as it signs in: ``code`` is what its telephone shows now."""

    account: str
    name: str
    role: str
    email: str
    code: str


def front(asked: Asked) -> Mapping[str, Any]:
    """Return the sign-ins, by the place where the post is exercised."""
    return {
        "places": [
            (place, [_row(each) for each in here])
            for place, here in groupby(demonstration.SIGN_INS, key=lambda each: each.of)
        ],
        "people": sum(each.people for each in demonstration.prisons().values()),
        "case": _acceptance(asked),
        "password": PASSWORD,
        "next": next_of(asked),
    }


def _row(each: SignIn) -> Row:
    code = managing.code_now(managing.account_of(each.account))
    return Row(each.account, name_of(each), each.role, each.email, code or "")


def _acceptance(asked: Asked) -> str:
    """Return the acceptance case, for those who are not signed in, or may see it."""
    query = store.CaseQuery(person_id=demonstration.ACCEPTANCE, limit=1)
    acting = asked.acting
    found = authority.cases(acting, "cases.list", query) if acting.account else store.cases(query)
    return next((row.case_id for row in found), "")


def enter(asked: Asked) -> Answer:
    """Sign in whole, without a password and without a telephone, whoever asks.

    Raises:   Http404: an account that is none of the demonstration
    """
    wanted = asked.request.POST.get("account", "")
    if wanted not in {each.account for each in demonstration.SIGN_INS}:
        raise Http404
    try:
        account = managing.account_of(wanted)
    except NoSuchAccount as absent:
        raise Http404 from absent
    return whole(asked, account, through="demonstration", wanted=next_of(asked))


OWN = (
    Page(name="demonstration", route="demonstration/", action=ANYONE, menu=_MENU,
         template="demonstration/front.html", show=front),
    Page(name="demonstration_enter", route="demonstration/enter/", action="signing_in",
         post=enter),
)  # fmt: skip
PAGES = (*EVERY, *OWN)
