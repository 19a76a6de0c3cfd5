"""Whose lawyer someone is, and who follows whom: said by those whom the table lets."""

from typing import Any

from sortie.casework import Role
from sortie.web.accounts import managing
from sortie.web.accounts.errors import AccountsError, PostOver
from sortie.web.accounts.models import Post
from sortie.web.accounts.models.posts import COUNSEL, FOLLOW_UP
from sortie.web.accounts.pages.answering import refused
from sortie.web.accounts.posts import running
from sortie.web.authority import OpenedPerson
from sortie.web.frame import Answer, Asked, Opens, Page, SeeOther

_ROLE = {COUNSEL: Role.LAWYER, FOLLOW_UP: Role.PROBATION_OFFICER}


def _values(asked: Asked, opened: OpenedPerson, kind: str) -> dict[str, Any]:
    given = managing.assigned_to(opened.record.person, asked.at)
    return {
        "next": "",
        "kind": kind,
        "record": opened.record,
        "given": [each for each in given if each.kind == kind],
        "posts": list(_offered(asked, kind)),
    }


def _offered(asked: Asked, kind: str) -> Any:
    """Return the posts one may choose from: any lawyer; the officers of one's own prisons."""
    posts = Post.objects.filter(running(asked.at), role=_ROLE[kind], account__is_active=True)
    if kind == FOLLOW_UP:
        ours = asked.acting.prisons | {asked.acting.of}
        posts = posts.filter(place__code__in=ours)
    return posts.select_related("account", "place").order_by("account__name", "pk")


def _page(kind: str) -> tuple[Any, Any]:
    def show(asked: Asked, opened: OpenedPerson) -> Answer:
        return _values(asked, opened, kind)

    def change(asked: Asked, opened: OpenedPerson) -> Answer:
        said, person = asked.request.POST, opened.record.person
        try:
            post = _post(asked, kind, said.get("post", ""))
            act = managing.unassign if said.get("do") == "end" else managing.assign
            act(post, person, asked.at, by=asked.acting)
        except AccountsError as error:
            return refused(asked, error, _values(asked, opened, kind))
        return SeeOther(asked.request.path)

    return show, change


def _post(asked: Asked, kind: str, said: str) -> Post:
    post = _offered(asked, kind).filter(pk=int(said)).first() if said.isdecimal() else None
    if post is None:
        raise PostOver
    found: Post = post
    return found


_COUNSEL, _FOLLOW_UP = _page(COUNSEL), _page(FOLLOW_UP)
PAGES = (
    Page(name="counsel", route="person/<str:person_id>/counsel/", action="counsel.manage",
         template="accounts/assigned.html", show=_COUNSEL[0], post=_COUNSEL[1],
         opens=Opens.PERSON),
    Page(name="follow_up", route="person/<str:person_id>/follow-up/", action="follow_up.manage",
         template="accounts/assigned.html", show=_FOLLOW_UP[0], post=_FOLLOW_UP[1],
         opens=Opens.PERSON),
)  # fmt: skip
