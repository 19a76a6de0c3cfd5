"""The stated end against the computed one, and the titles that keep a person in."""

from datetime import date

import pytest

from sortie.law.france.kinds import EndDay
from sortie.law.france.sentence.choices import OPTIONS, every_choice, reading_id
from sortie.law.france.sentence.ends import Difference, difference_of, reckonings_of, titles_open
from sortie.law.france.shelf import readings
from tests.law.sentence.files import a_sentence, read, typed

IN_JUNE = a_sentence("P1Y", "2024-06-01")


@pytest.mark.parametrize(
    "stated",
    [
        "2025-06-01",  # a Sunday: the same day of the month
        "2025-05-31",  # its eve; also the Saturday on which the person leaves
        "2025-05-30",  # the Friday: Ascension was the day before
    ],
)
def test_no_difference_where_a_reading_leads_to_the_stated_end(stated: str) -> None:
    assert difference_of(read(typed("2024-06-01", IN_JUNE, end_of_sentence=stated))) is None


def test_a_stated_end_that_no_reading_leads_to_is_set_beside_the_computed_one() -> None:
    case = read(typed("2024-06-01", IN_JUNE, end_of_sentence="2025-04-01"))

    assert difference_of(case) == Difference(date(2025, 4, 1), date(2025, 6, 1))


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        (a_sentence("life", "2024-06-01"), {"end_of_sentence": "2044-06-01"}),
        (IN_JUNE, {"end_of_sentence": "2044-06-01", "remand": ...}),
        (IN_JUNE, {}),
        (IN_JUNE, {"end_of_sentence": "none"}),
    ],
)
def test_nothing_is_compared_with_what_is_not_known(sentence: dict, more: dict) -> None:  # type: ignore[type-arg]
    assert difference_of(read(typed("2024-06-01", sentence, **more))) is None


def test_the_computed_ends_are_one_for_each_way_to_read_the_law() -> None:
    # Off the start: 2024-06-01 - 100 = 2024-02-22, + 1 y = 2025-02-22; off the end: 2025-02-21.
    remand = [{"from": "2023-09-01", "until": "2023-12-09"}]
    case = read(typed("2024-06-01", a_sentence("P1Y", "2024-06-01"), remand=remand))

    found = [r for r in reckonings_of(case) if r.choices.end_day is EndDay.SAME_DAY]
    assert {r.end for r in found} == {date(2025, 2, 22), date(2025, 2, 21)}
    assert {r.end for r in reckonings_of(read(typed("2024-06-01", IN_JUNE, remand=...)))} == {None}


def test_one_open_title_keeps_the_person_in() -> None:
    # Sentence over on 2025-06-01; remand of another case runs from May to the end of August.
    remand = [{"from": "2025-05-01", "until": "2025-08-31"}]
    case = read(typed("2024-06-01", IN_JUNE, remand=remand))

    def paths(on: str) -> list[str]:
        return [title.path for title in titles_open(case, date.fromisoformat(on))]

    assert paths("2025-01-01") == ["custody.sentences[0]"]
    assert paths("2025-05-31") == ["custody.remand[0]", "custody.sentences[0]"]
    assert paths("2025-06-01") == ["custody.remand[0]"]
    assert paths("2025-08-31") == ["custody.remand[0]"]
    assert paths("2025-09-01") == []


def test_what_is_not_known_keeps_the_person_in() -> None:
    unknown_remand = read(typed("2024-06-01", IN_JUNE, remand=...))
    life = read(typed("2024-06-01", a_sentence("life", "2024-06-01")))

    assert [t.path for t in titles_open(unknown_remand, date(2040, 1, 1))] == [
        "custody.remand",
        "custody.sentences[0]",
    ]
    assert [t.until for t in titles_open(life, date(2080, 1, 1))] == [None]


def test_the_later_of_the_stated_and_computed_ends_keeps_the_person_in() -> None:
    case = read(typed("2024-06-01", IN_JUNE, end_of_sentence="2025-08-01"))
    early = read(typed("2024-06-01", IN_JUNE, end_of_sentence="2025-01-01"))

    assert titles_open(case, date(2025, 7, 31))
    assert not titles_open(case, date(2025, 8, 1))
    assert titles_open(early, date(2025, 5, 31))


def test_every_choice_has_its_reading_with_the_same_options_and_nobody_signed_it() -> None:
    for name, kind in OPTIONS.items():
        reading = readings()[reading_id(name)]
        assert [*reading.options] == [member.value for member in kind]
        assert not reading.confirmed_by
    assert len(set(every_choice(*OPTIONS))) == 2 ** len(OPTIONS)
