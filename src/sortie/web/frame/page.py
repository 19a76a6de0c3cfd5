"""A page as it is declared: once, with its address, its action and its template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.http.response import HttpResponseBase

# Whoever asks for a page of this action is answered, signed in or not.
ANYONE = "front.see"


class Opens(StrEnum):
    """What a page opens before it is called: the name of the part of its address that says which.

    The view is given ``opened``, an ``authority.OpenedCase`` or ``OpenedPerson``, in its place.
    """

    NOTHING = ""
    CASE = "case_id"
    PERSON = "person_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What fills the template of a page, and the status it goes out with."""

    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


Answer = Mapping[str, Any] | Shown | HttpResponseBase
View = Callable[..., Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address of the site.

    ``action`` is a row of ``authority/actions.csv``: it is asked before the page is called.
    ``menu`` is its place in the menu, if it is there; its name there is the sentence ``page.NAME``.

    What is sent to a page that ``proves_itself`` carries its own proof, and needs no token. One
    that ``notes_itself`` writes the consultation down, with a reason that came with it.

    The trap: ``show`` answers GET and ``post`` answers POST; a method without a view is refused.
    """

    name: str
    route: str
    action: str
    template: str = ""
    show: View | None = None
    post: View | None = None
    opens: Opens = Opens.NOTHING
    menu: int | None = None
    proves_itself: bool = False
    notes_itself: bool = False
