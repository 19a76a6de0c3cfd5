"""Who may sit for a seat: the accounts that hold its post where the case is heard."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from sortie.casework import Actor, Case, Role
from sortie.web.accounts.models import PlaceReached, Post
from sortie.web.accounts.posts import running
from sortie.web.forms import Option
from sortie.web.frame import Asked

# Of the court; the others are of the prison, or of a service that works in it.
_OF_THE_COURT = (Role.PROSECUTOR, Role.ENFORCEMENT_JUDGE)
NOBODY_HERE = "seat"


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who sits for a seat, as the office will know them."""

    actor: Actor
    name: str

    @property
    def value(self) -> str:
        """What stands for them in a form."""
        return f"{self.actor.role.value}:{self.actor.id}"


def members(case: Case, roles: tuple[Role, ...], asked: Asked) -> Iterator[Member]:
    """Yield whoever may sit: those with an account first, then one named only in the minutes.

    The trap: the register holds the id for ever, so that it says nothing of who bears it. Someone
    without an account is known by the seat and the sitting, and named in the minutes that are
    signed.
    """
    for role in roles:
        of = _place(case, role)
        reaching = PlaceReached.objects.filter(reaches_id=of).values("place_id")
        here = Q(place_id=of) | Q(place_id__in=reaching)
        posts = Post.objects.filter(running(asked.at), here, role=role.value)
        for post in posts.select_related("account").order_by("account__name"):
            yield Member(Actor(post.account_id, role, of), post.account.name)
    sitting = case.board.sitting if case.board is not None else ""
    for role in roles:
        yield Member(Actor(f"{NOBODY_HERE}-{sitting}-{role.value}", role, _place(case, role)), "")


def option_of(member: Member, asked: Asked) -> Option:
    """Return how a member is chosen."""
    role = asked.label("role", member.actor.role)
    if member.name:
        return Option(member.value, asked.say("room.member", name=member.name, role=role))
    return Option(member.value, asked.say("room.member.named_in_minutes", role=role))


def _place(case: Case, role: Role) -> str:
    return case.court if role in _OF_THE_COURT else case.prison
