"""A calendar on paper: drawn over the years, then listed span by span with what changed."""

from datetime import date, timedelta

from sortie import law
from sortie.cli import timeline
from sortie.cli.answer_notes import supposed, warnings
from sortie.cli.page import GLYPHS, Page, Style
from sortie.days import EVER, NEVER
from sortie.facts import UNKNOWN
from sortie.law import Boundary, Calendar, RouteCalendar
from sortie.rules import Finding, Outcome, Stretch
from sortie.words import (
    Tongue,
    cited,
    condition_of,
    is_bound,
    leave_name,
    lowered,
    raised,
    sentence_of,
)

ESCORTED = law.france.ESCORTED.code
EARLIER = {route.code for route in law.france.EARLIER_LEAVES}
_EVE = timedelta(days=1)
_STYLE: dict[Outcome, Style] = {
    Outcome.OPEN: "open", Outcome.CLOSED: "closed", Outcome.UNDETERMINED: "undetermined",
}  # fmt: skip
# A custody without a known end is drawn this far beyond the last thing known.
DRAWN_BEYOND = timedelta(days=3653)


def calendar_page(calendar: Calendar, asked: law.france.Asked, today: date, tongue: Tongue) -> Page:
    """Return the page that a clerk reads."""
    page = Page()
    title = asked.case.title
    if title is not UNKNOWN:
        page.text(title, style="strong")
    supposed(page, asked.reform, tongue)
    page.text(_bounds(calendar, tongue))
    page.blank()
    _draw(page, calendar, (law.france.asked_day(asked.case), today), tongue)
    page.title(tongue.say("when.spans"))
    _list(page, calendar, tongue)
    page.blank()
    _law_changes(page, calendar, tongue)
    warnings(page, calendar, tongue)
    return page


def _bounds(calendar: Calendar, tongue: Tongue) -> str:
    if not is_bound(calendar.since):
        return tongue.say("when.title.unknown")
    since = tongue.day(calendar.since)
    if not is_bound(calendar.before):
        return tongue.say("when.title.open", since=since)
    return tongue.say("when.title", since=since, until=tongue.day(calendar.before - _EVE))


# -- the drawing ----------------------------------------------------------------------------------


def _scale(calendar: Calendar, width: int) -> timeline.Scale:
    """Return the scale; the ends of time are cut to what can be drawn."""
    known = [d for r in calendar.routes for s in r.stretches for d in (s.since, s.before)]
    real = [d for d in (*known, *calendar.law_changes) if is_bound(d)]
    since = calendar.since if calendar.since != EVER else min(real, default=date(2000, 1, 1))
    before = calendar.before
    if before == NEVER:
        before = max((d for d in real if d > since), default=since) + DRAWN_BEYOND
    return timeline.Scale(since, before, width - timeline.LABEL)


def _draw(page: Page, calendar: Calendar, days: tuple[date | None, date], tongue: Tongue) -> None:
    scale = _scale(calendar, page.width)
    timeline.draw_axis(page, scale)
    for group in _groups(calendar):
        if group:
            page.raw((tongue.spaced(_group_name(group[0], tongue)), "strong"))
        for route in group:
            label = "  " + tongue.names.LEAVES_SHORT[route.leave]
            page.raw(*timeline.row(label, route, scale))
    changes = [(day, timeline.LAW) for day in calendar.law_changes]
    asked, today = days
    looked = [(asked, timeline.ASKED), (today, timeline.TODAY)]
    for key, marked in (("when.law", changes), ("when.marks", looked)):
        row = timeline.marks(marked, scale)
        if row:
            page.raw((tongue.say(key).ljust(timeline.LABEL), ""), (row, "mark"))
    page.blank()
    _legend(page, tongue)


def _groups(calendar: Calendar) -> list[list[RouteCalendar]]:
    earlier = [r for r in calendar.routes if r.leave in EARLIER]
    escorted = [r for r in calendar.routes if r.leave == ESCORTED]
    current = [r for r in calendar.routes if r not in earlier and r not in escorted]
    return [earlier, current, escorted]


def _group_name(route: RouteCalendar, tongue: Tongue) -> str:
    if route.leave == ESCORTED:
        return tongue.say("when.escorted")
    return tongue.say("when.before_2016" if route.leave in EARLIER else "when.since_2016")


def _legend(page: Page, tongue: Tongue) -> None:
    marks = timeline.GLYPHS
    page.text(
        tongue.say(
            "when.legend", open=marks[Outcome.OPEN], closed=marks[Outcome.CLOSED],
            undetermined=marks[Outcome.UNDETERMINED],
        ),
        style="faint",
    )  # fmt: skip
    page.text(
        tongue.say(
            "when.legend.marks", law=timeline.LAW, asked=timeline.ASKED, today=timeline.TODAY
        ),
        style="faint",
    )


# -- the list -------------------------------------------------------------------------------------


def _list(page: Page, calendar: Calendar, tongue: Tongue) -> None:
    shut: list[str] = []
    for route in calendar.routes:
        runs = list(timeline.in_force(route))
        if all(run.outcome is Outcome.CLOSED for run in runs):
            shut.append(route.leave)
            continue
        page.title(leave_name(route.leave, tongue))
        boundaries = {boundary.on: boundary for boundary in route.boundaries}
        for run in runs:
            page.item(
                timeline.GLYPHS[run.outcome], _span(run, tongue),
                style=_STYLE[run.outcome],
            )  # fmt: skip
            if run.since in boundaries:
                _changes(page, boundaries[run.since], tongue)
    if shut:
        page.title(tongue.say("when.closed_throughout"))
        for leave in shut:
            page.item(timeline.GLYPHS[Outcome.CLOSED], leave_name(leave, tongue))


def _span(run: Stretch, tongue: Tongue) -> str:
    since = tongue.day(run.since) if is_bound(run.since) else ""
    until = tongue.day(run.before - _EVE) if is_bound(run.before) else ""
    key = {
        (True, True): "when.span",
        (True, False): "when.span.from",
        (False, True): "when.span.until",
        (False, False): "when.span.always",
    }[bool(since), bool(until)]
    outcome = tongue.say(f"outcome.{run.outcome.value}")
    return raised(tongue.say(key, outcome=outcome, since=since, until=until))


def _changes(page: Page, boundary: Boundary, tongue: Tongue) -> None:
    for found in boundary.changed:
        ended = _has_ended(found, boundary.on)
        mark = "-" if ended else GLYPHS[found.outcome.value]
        told = _change(found, tongue, ended=ended)
        page.item(mark, told, cite=cited(found, boundary.on), indent=4)


def _change(found: Finding, tongue: Tongue, *, ended: bool) -> str:
    if found.version is None:
        key = "when.enters" if ended else "when.leaves"
        return tongue.say(key, condition=lowered(condition_of(found, tongue)))
    sentence = sentence_of(found, tongue)
    return tongue.say("when.ends", sentence=sentence) if ended else sentence


def _has_ended(found: Finding, on: date) -> bool:
    """Whether the finding speaks of the eve: what it says stops being so that day."""
    return found.before is not None and found.before <= on


def _law_changes(page: Page, calendar: Calendar, tongue: Tongue) -> None:
    if not calendar.law_changes:
        page.text(tongue.say("when.law_changes.none"))
        return
    days = tongue.listed(tongue.day(day) for day in calendar.law_changes)
    page.text(tongue.say("when.law_changes", days=days))
