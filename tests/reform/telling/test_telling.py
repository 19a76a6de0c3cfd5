"""A comparison in words: hidden numbers are said to be hidden, in both languages."""

import re
from collections.abc import Iterator

import pytest

from sortie import law
from sortie.reform import telling
from sortie.reform.comparing.grouping import groupings_of
from sortie.reform.results import Cell, Moved, Route, Spread, Standing
from sortie.words import LANGUAGES, NARROW, tongue

HIDDEN = Spread(None, None, None, None)
NOBODY = Spread(0, None, None, None)


def a_route(lost: int | None, people: int | None) -> Route:
    told = None if lost is None else 0
    standing = Standing(1200, 0, 0, 40000) if lost is not None else Standing(None, None, None, None)
    whole = Cell(standing, standing, told, lost, told, people)
    moved = Moved(NOBODY, Spread(40, 3, 12, 90), 1160, 0, None, 5)
    return Route("fr.leave.day", whole, (), moved, (), {})


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_hidden_route_gives_no_number_away(code: str) -> None:
    assert not re.search(r"\d", telling.changed(a_route(None, None), tongue(code)))


def test_days_lost_are_told_with_the_people_behind_them() -> None:
    assert telling.changed(a_route(1500, 20), tongue("en")) == (
        "Leave of one day: 40,000 person-days open under A, 40,000 under B; 1,500 lost "
        "(people: 20), none gained."
    )


def test_how_first_days_move_is_told_with_the_middle_and_the_hidden_part() -> None:
    assert telling.moved(a_route(1500, 20).moved, tongue("en")) == [
        "later for 40 people, by 12 days for the one in the middle (3 to 90 for half of them)",
        "never opens any more for a hidden number",
        "on the same day for 1,160 people",
    ]


def classes() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for grouping in groupings_of(law.france.Person, law.france.CLASSES):
        yield from ((grouping.name, name, grouping.classes) for name in grouping.classes)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_class_has_a_name_of_its_own(code: str) -> None:
    names = [(g, telling.class_of(g, name, all_, tongue(code))) for g, name, all_ in classes()]

    assert len(names) == len(set(names))
    assert all(name for _, name in names)


def test_a_number_is_written_as_the_language_writes_it() -> None:
    assert telling.digits(1234567.5, tongue("fr"), 1) == f"1{NARROW}234{NARROW}567,5"
    assert telling.digits(1234567.5, tongue("en"), 1) == "1,234,567.5"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_rule_is_named_in_words_and_by_its_id(code: str) -> None:
    rules = {"fr.served.half": {"fr": "La moitié", "en": "Half"}}
    said = telling.rule_of("fr.served.half", rules, tongue(code))

    assert said == f"{rules['fr.served.half'][code]} (fr.served.half)"
    assert telling.rule_of("fr.no.such", rules, tongue(code)) == "fr.no.such"


def test_a_leave_that_the_law_has_no_more_keeps_its_code() -> None:
    assert telling.leave_of("fr.leave.of_old", tongue("en")) == "fr.leave.of_old"
