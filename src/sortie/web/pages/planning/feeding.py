"""What a calendar reads at a private address: no name, no offence, nothing that is not planned."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, reverse
from icalendar import Calendar, Event

from sortie import law
from sortie.casework import State
from sortie.web import authority
from sortie.web.accounts.journal import Seen, note_seen
from sortie.web.accounts.models import Post
from sortie.web.accounts.posts import acting_of, posts_of
from sortie.web.authority import Acting
from sortie.web.feeds import keeping
from sortie.web.feeds.models import Feed
from sortie.web.frame import Asked, page_tongue
from sortie.web.pages.lists import CaseLine, Seeing, case_lines
from sortie.web.pages.planning.calendar import FEED
from sortie.web.pages.planning.moves import Move, Window, moves
from sortie.web.pages.planning.subscribing import KIND
from sortie.words import Tongue, raised

_PAST, _AHEAD = timedelta(days=31), timedelta(days=366)
_HOURLY = timedelta(hours=1)
_MAKER = "-//sortie//planning//EN"
_NOTIFIED = frozenset([State.DECIDED, State.APPEALED])


def feed(asked: Asked, feed_id: str, proof: str) -> HttpResponse:
    """Return the calendar at a private address; once it is ended there is nothing there.

    Raises:   Http404: no such address, or the post it was made for is over
    """
    found = keeping.found(feed_id, proof)
    acting = _acting(found, asked.at) if found is not None else None
    if found is None or acting is None or not authority.visible_to(acting, FEED):
        raise Http404
    note_seen(acting, Seen(action=FEED, kind=KIND, about=str(found.id)), asked.at)
    calendar = _calendar(asked, acting, page_tongue(found.language))
    return HttpResponse(
        calendar.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="sortie.ics"'},
    )


def _acting(found: Feed, at: datetime) -> Acting | None:
    """Return who reads: the account in that post, if both still stand."""
    post = (
        Post.objects.select_related("account")
        .filter(pk=found.post, account_id=found.account, account__is_active=True)
        .first()
        if found.post.isdecimal()
        else None
    )
    if post is None:
        return None
    standing = posts_of(post.account, at).filter(pk=post.pk).first()
    return acting_of(post.account, standing, at) if standing is not None else None


def _calendar(asked: Asked, acting: Acting, tongue: Tongue) -> Calendar:
    window = Window(since=asked.at - _PAST, before=asked.at + _AHEAD, at=asked.at)
    found, _ = moves(acting, FEED, window)
    calendar = Calendar.new(
        prodid=_MAKER,
        method="PUBLISH",
        language=tongue.code,
        name=tongue.say("planning.feed.name", place=acting.of),
        refresh_interval=_HOURLY,
    )
    for event in _events(found, acting, asked, tongue):
        calendar.add_component(event)
    calendar.add_missing_timezones(window.since.date(), window.before.date())
    return calendar


def _events(
    found: tuple[Move, ...], acting: Acting, asked: Asked, tongue: Tongue
) -> Iterator[Event]:
    numbers = _numbers(case_lines(dict.fromkeys(each.case for each in found),
                                  Seeing(acting, FEED)))  # fmt: skip
    for move in found:
        case = move.case
        number = numbers.get(case.case_id, "")
        key = f"planning.feed.{move.way}{'.numbered' if number else ''}"
        zone = ZoneInfo(law.france.PROCEDURE.place_of(case.prison).zone)
        start = move.at.astimezone(zone)
        yield Event.new(
            uid=f"{case.case_id}.{move.way}@sortie",
            sequence=case.version,
            stamp=asked.at,
            start=start,
            end=start,
            summary=tongue.say(key, case=case.case_id, number=number),
            description=raised(tongue.sentences[f"state.{case.state}"]),
            location=case.prison,
            status=_status(move),
            url=_address(asked, case.case_id),
        )


def _status(move: Move) -> Any:
    """Return whether it is certain: what is not told to everyone may still change."""
    return "TENTATIVE" if move.case.state in _NOTIFIED else "CONFIRMED"


def _numbers(lines: Iterable[CaseLine]) -> dict[str, str]:
    return {
        line.case.case_id: line.person.committal_number
        for line in lines
        if line.person is not None and "committal_number" in line.seen
    }


def _address(asked: Asked, case_id: str) -> str | None:
    try:
        path = reverse("case", kwargs={"case_id": case_id})
    except NoReverseMatch:
        return None
    return asked.request.build_absolute_uri(path)
