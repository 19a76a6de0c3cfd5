"""Opening what a page is about, or refusing: nobody is sent to sign in, others find nothing."""

from typing import Any

from django.http import Http404

from sortie.web import authority
from sortie.web.authority import ACTIONS, On
from sortie.web.frame.asked import Asked
from sortie.web.frame.page import Opens, Page


class SignInFirst(Exception):
    """Nobody is signed in, and the page is not for anyone."""


def opened(asked: Asked, page: Page, captures: dict[str, str]) -> dict[str, Any]:
    """Return what the view of a page is called with.

    Raises:   SignInFirst, Http404, office.NoSuchCase, office.NoSuchPerson, ReasonWanted
    """
    if not asked.signed_in and not asked.may(page.action):
        raise SignInFirst
    rest = {name: each for name, each in captures.items() if name != page.opens}
    match page.opens:
        case Opens.CASE:
            case = authority.open_case(
                asked.acting, captures["case_id"], asked.at, page.action, reason=asked.reason
            )
            asked.settle(case.shown.case.where)
            return {"opened": case, **rest}
        case Opens.PERSON:
            person = authority.open_person(
                asked.acting, captures["person_id"], page.action, reason=asked.reason
            )
            asked.settle(person.record.territory or person.record.prison)
            return {"opened": person, **rest}
        case Opens.NOTHING:
            if not reaches(asked, page.action):
                raise Http404
            return rest


def reaches(asked: Asked, action: str) -> bool:
    """Whether an action on nothing in particular, or on places, is open to who asks."""
    known = ACTIONS.get(action)
    if known is not None and known.on is On.PLACE:
        return bool(authority.visible_to(asked.acting, action))
    return asked.may(action)
