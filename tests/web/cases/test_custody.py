"""The custody told twice: the table says what the calendar of the law says, day for day."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sortie import law, office
from tests.office import one_leave as leave
from tests.web.cases import scenes
from tests.web.reading import text
from tests.web.signing import Browser

PAGE = f"/case/{scenes.CASE}/"
ROW = re.compile(
    r'<tr data-rule="([\w.]+)" data-outcome="(\w+)" data-since="([\d-]*)" data-before="([\d-]*)">'
)
Run = tuple[str, str, str]


def rows(page: Any) -> dict[str, list[Run]]:
    """Return the runs that the tables of a page say, by rule."""
    found: dict[str, list[Run]] = {}
    for rule, *run in ROW.findall(page.content.decode()):
        found.setdefault(rule, []).append((run[0], run[1], run[2]))
    return found


def asked_of_the_law() -> law.france.Asked:
    shown = office.case_shown(scenes.CASE, leave.paris(scenes.APPEALED))
    return law.france.Asked(office.file_of_case(shown.case, scenes.CASE).file)


def in_force(route: law.RouteCalendar) -> list[Run]:
    """Return the answers of a calendar on the days on which the text is in force, run by run."""
    first = min(version.window.since for version in route.rule.versions)
    end = max(version.window.before for version in route.rule.versions)
    return [
        (run.outcome.value, str(max(run.since, first)), str(min(run.before, end)))
        for run in route.stretches
        if max(run.since, first) < min(run.before, end)
    ]


def test_the_table_says_of_every_route_what_the_calendar_says(
    browse: Callable[..., Browser], hold_at: Callable[[datetime], None]
) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))

    told = rows(browse(scenes.JUDGE).get(PAGE))

    calendar = asked_of_the_law().calendar()
    assert len(calendar.routes) > 10
    assert {each.leave: told[each.leave] for each in calendar.routes} == {
        each.leave: in_force(each) for each in calendar.routes
    }


def test_the_table_says_of_every_condition_what_the_law_answers_on_each_day(
    browse: Callable[..., Browser], hold_at: Callable[[datetime], None]
) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))

    told = rows(browse(scenes.JUDGE).get(PAGE))

    asked = asked_of_the_law()
    routes = {each.leave for each in asked.calendar().routes}
    conditions = {rule: runs for rule, runs in told.items() if rule not in routes}
    assert "fr.served.half" in conditions
    for rule, runs in conditions.items():
        for outcome, since, before in runs:
            last = date.fromordinal(date.fromisoformat(before).toordinal() - 1)
            for day in (date.fromisoformat(since), last):
                answer = law.france.ask_rule(asked, rule, day)
                assert (rule, day, answer.outcome.value) == (rule, day, outcome)


def test_each_day_on_which_the_law_changes_is_marked_and_told(
    browse: Callable[..., Browser], hold_at: Callable[[datetime], None]
) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))

    page = browse(scenes.JUDGE).get(PAGE)

    changes = asked_of_the_law().calendar().law_changes
    drawing = page.content.decode().partition('class="tl tl-wide"')[2].partition("</svg>")[0]
    assert re.findall(r'tl-law">(\d+)<', drawing) == [str(n + 1) for n in range(len(changes))]
    told = text(page)
    told = told[told.index("10 jours où la loi change") :]
    assert "17 septembre 2016" in told
    assert "Permission d’une journée : texte nouveau. CPP D143-4" in told
    assert "Il reste moins de trois ans à subir : texte modifié. CPP D143" in told


def test_today_and_the_day_asked_are_marked_in_both_drawings(
    browse: Callable[..., Browser], hold_at: Callable[[datetime], None]
) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))

    page = browse(scenes.JUDGE).get(PAGE).content.decode()

    for layout in ("wide", "narrow"):
        drawing = page.partition(f'class="tl tl-{layout}"')[2].partition("</svg>")[0]
        assert "aujourd" in drawing
        assert "départ 24/11/2025" in drawing
