"""From a declared page to what Django calls: the method, the gate, the page, its refusals."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from sortie import office, store
from sortie.errors import SortieError
from sortie.web.authority import ReasonWanted
from sortie.web.frame.asked import Asked, asked_of
from sortie.web.frame.instants import now
from sortie.web.frame.languages import language_of
from sortie.web.frame.opening import SignInFirst, opened, reaches
from sortie.web.frame.page import Page, Shown
from sortie.web.frame.publishing import shown_figures
from sortie.web.frame.receipts import SeeOther, receipt
from sortie.web.frame.refusals import refusals
from sortie.web.frame.typography import page_tongue
from sortie.words.office import is_a_fault_of_the_machine

_NOT_THERE = (office.NoSuchCase, office.NoSuchPerson, store.NoSuchStream)
_UNSIGNED, _UNREASONED, _REFUSED, _OUT_OF_ORDER = 401, 403, 422, 503


def pages() -> tuple[Page, ...]:
    """Return every declared page."""
    found: tuple[Page, ...] = import_string(settings.SORTIE_PAGES)
    return found


def view_of(page: Page) -> Callable[..., HttpResponseBase]:
    """Return the view of a page, for a list of addresses."""

    def view(request: HttpRequest, **captures: str) -> HttpResponseBase:
        views = {"GET": page.show, "HEAD": page.show, "POST": page.post}
        called = views.get(request.method or "")
        if called is None:
            return HttpResponseNotAllowed([name for name, each in views.items() if each])
        asked = _asked(request)
        try:
            given = opened(asked, page, captures)
            if not page.notes_itself:
                _consulted(asked, page, given.get("opened"))
            answer = called(asked, **given)
        except SignInFirst:
            # What was typed is kept before anyone is sent elsewhere.
            rescued(request, asked.at)
            return _sign_in(request)
        except ReasonWanted:
            return draw(asked, "reason.html", {"page": page}, _UNREASONED)
        except _NOT_THERE as missing:
            raise Http404 from missing
        except SortieError as error:
            return _refused(asked, error)
        return answer if isinstance(answer, HttpResponseBase) else _drawn(asked, page, answer)

    view.page = page  # type: ignore[attr-defined]
    view.csrf_exempt = page.proves_itself  # type: ignore[attr-defined]
    return view


def plain_page(request: HttpRequest, name: str, *, status: int) -> HttpResponse:
    """Return a page that says one thing, under the keys ``plain.NAME.title`` and ``.text``."""
    return draw(_asked(request), "plain.html", {"name": f"plain.{name}"}, status)


def rescued(request: HttpRequest, at: datetime) -> bool:
    """Keep what a form that cannot be acted upon holds, and say whether it was one of ours."""
    rescue: Callable[[HttpRequest, datetime], object | None] = import_string(settings.SORTIE_RESCUE)
    return rescue(request, at) is not None


def _consulted(asked: Asked, page: Page, what: Any) -> None:
    """Say what is about to be shown to whoever keeps the log, before it is."""
    note: Callable[[Asked, Page, Any], None] = import_string(settings.SORTIE_CONSULTED)
    note(asked, page, what)


def noted(asked: Asked, action: str, what: Any) -> None:
    """Say that an action is about to show a case or a person, beside what the page itself is for.

    A page that opens several cases, or that prints one paper of a case, says so here.
    """
    _consulted(asked, Page(name=action, route="", action=action), what)


def _asked(request: HttpRequest) -> Asked:
    # What fails before the middlewares have run still deserves an answer.
    speech = getattr(request, "tongue", None) or page_tongue(language_of(request))
    return asked_of(request, speech, getattr(request, "at", None) or now())


def _sign_in(request: HttpRequest) -> HttpResponse:
    try:
        address = reverse(settings.SORTIE_FRONT)
    except NoReverseMatch:
        return plain_page(request, "sign_in_first", status=_UNSIGNED)
    wanted = request.get_full_path() if request.method == "GET" else request.path
    return SeeOther(f"{address}?{urlencode({'next': wanted})}")


def _refused(asked: Asked, error: SortieError) -> HttpResponse:
    machine = is_a_fault_of_the_machine(error)
    name = "plain.out_of_order" if machine else "plain.refused"
    values = {"name": name, "refusals": list(refusals(error, asked))}
    return draw(asked, "plain.html", values, _OUT_OF_ORDER if machine else _REFUSED)


def _drawn(asked: Asked, page: Page, answer: Mapping[str, Any] | Shown) -> HttpResponse:
    shown = answer if isinstance(answer, Shown) else Shown(values=answer)
    values = {"page": page, "receipt": receipt(asked), **shown.values}
    return draw(asked, page.template, values, shown.status)


def draw(asked: Asked, template: str, values: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Return a template filled: with what every page needs, and these values over it."""
    menu = sorted(
        (each for each in pages() if each.menu is not None and reaches(asked, each.action)),
        key=lambda each: each.menu or 0,
    )
    every = {"asked": asked, "tongue": asked.tongue, "menu": menu, "page": None, "receipt": None,
             "has_figures": bool(shown_figures())}  # fmt: skip
    return render(asked.request, template, {**every, **values}, status=status)
