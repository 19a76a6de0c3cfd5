"""Accounts, posts and places, as an administrator sees and changes them."""

from typing import Any

from django.http import Http404

from sortie.web.accounts import managing
from sortie.web.accounts.errors import AccountsError, NoSuchAccount, NoSuchArrival, PostOver
from sortie.web.accounts.journal import HappeningQuery, happenings
from sortie.web.accounts.models import Account, Arrival, Place, Post
from sortie.web.accounts.models.posts import KINDS
from sortie.web.accounts.pages.answering import refused
from sortie.web.accounts.posts import KINDS_OF_PLACE, running
from sortie.web.accounts.signing import wall
from sortie.web.frame import Answer, Asked, Page, SeeOther, Shown, back_to

_MOST = 100


def show_accounts(asked: Asked) -> Answer:
    """Show the accounts, those whom a provider signed in and nobody knows, and a form."""
    return _accounts(asked)


def _accounts(asked: Asked) -> dict[str, Any]:
    after = asked.request.GET.get("after", "")
    rows = list(Account.objects.filter(email__gt=after).order_by("email")[: _MOST + 1])
    more = rows[_MOST - 1].email if len(rows) > _MOST else ""
    return {
        "next": "", "name": "", "email": "", "accounts": rows[:_MOST], "after": more,
        "arrivals": managing.unlinked(),
    }  # fmt: skip


def open_account(asked: Asked) -> Answer:
    """Open an account, and show once the code to hand over."""
    said = asked.request.POST
    typed = {"name": said.get("name", ""), "email": said.get("email", "")}
    try:
        account, code = managing.open_account(
            typed["name"], typed["email"], wall(), by=asked.acting
        )
    except AccountsError as error:
        return refused(asked, error, {**_accounts(asked), **typed})
    return Shown(values={**_accounts(asked), "opened": account, "code": code})


def show_account(asked: Asked, account_id: str) -> Answer:
    """Show one account: its posts, and what happened to it."""
    return _account(asked, _one(account_id))


def _one(account_id: str) -> Account:
    try:
        return managing.account_of(account_id)
    except NoSuchAccount as missing:
        raise Http404 from missing


def _account(asked: Asked, account: Account) -> dict[str, Any]:
    held = Post.objects.filter(account=account).select_related("place").order_by("since", "pk")
    return {
        "next": "",
        "account": account,
        "held": list(held.filter(running(asked.at))),
        "ended": list(held.exclude(running(asked.at))),
        "roles": list(KINDS_OF_PLACE),
        "places": list(Place.objects.order_by("kind", "name")),
        "arrivals": list(account.arrivals.order_by("pk")),
        "unlinked": managing.unlinked(),
        "happened": happenings(HappeningQuery(account=account.id)),
    }


def change_account(asked: Asked, account_id: str) -> Answer:
    """Change an account, or refuse with the same page."""
    account = _one(account_id)
    act = _CHANGES.get(asked.request.POST.get("do", ""))
    try:
        code = act(asked, account) if act is not None else None
    except AccountsError as error:
        return refused(asked, error, _account(asked, account))
    if code is not None:
        return Shown(values={**_account(asked, account), "code": code})
    return SeeOther(asked.request.path)


def _give(asked: Asked, account: Account) -> None:
    said = asked.request.POST
    managing.give_post(
        account, said.get("role", ""), asked.at, place=said.get("place", ""), by=asked.acting
    )


def _end(asked: Asked, account: Account) -> None:
    said = asked.request.POST.get("post", "")
    post = Post.objects.filter(pk=int(said), account=account).first() if said.isdecimal() else None
    if post is None:
        raise PostOver
    managing.end_post(post, asked.at, by=asked.acting)


def _set_up(asked: Asked, account: Account) -> str:
    return managing.issue_set_up(account, wall(), by=asked.acting)


def _close(asked: Asked, account: Account) -> None:
    managing.close_account(account, wall(), by=asked.acting)


def _reopen(asked: Asked, account: Account) -> None:
    managing.reopen_account(account, wall(), by=asked.acting)


def _link(asked: Asked, account: Account) -> None:
    said = asked.request.POST.get("arrival", "")
    came = Arrival.objects.filter(pk=int(said)).first() if said.isdecimal() else None
    if came is None:
        raise NoSuchArrival
    managing.link(int(came.pk), account, wall(), by=asked.acting)


_CHANGES: dict[str, Any] = {
    "give": _give,
    "end": _end,
    "set_up": _set_up,
    "close": _close,
    "reopen": _reopen,
    "link": _link,
}


def show_places(asked: Asked) -> Answer:
    """Show the places, and a form."""
    return _places(asked)


def _places(_: Asked) -> dict[str, Any]:
    places = Place.objects.prefetch_related("reached__reaches").order_by("kind", "name")
    return {"next": "", "places": list(places), "kinds": KINDS,
            "code": "", "kind": "", "name": "", "reaches": []}  # fmt: skip


def record_place(asked: Asked) -> Answer:
    """Record a place, or what it is called and reaches now."""
    said = asked.request.POST
    typed: dict[str, Any] = {each: said.get(each, "").strip() for each in ("code", "kind", "name")}
    typed["reaches"] = said.getlist("reaches")
    try:
        managing.record_place(
            typed["code"], typed["kind"], typed["name"], wall(),
            reaches=typed["reaches"], by=asked.acting,
        )  # fmt: skip
    except AccountsError as error:
        return refused(asked, error, {**_places(asked), **typed})
    return back_to("places")


PAGES = (
    Page(name="accounts", route="accounts/", action="accounts.manage", menu=80,
         template="accounts/accounts.html", show=show_accounts, post=open_account),
    Page(name="one_account", route="accounts/<str:account_id>/", action="posts.manage",
         template="accounts/one_account.html", show=show_account, post=change_account),
    Page(name="places", route="places/", action="places.manage", menu=81,
         template="accounts/places.html", show=show_places, post=record_place),
)  # fmt: skip
