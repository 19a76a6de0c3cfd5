"""Which wording is in force on a day, and how fresh our knowledge of it is."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import texts

FRANCE = texts.Texts.load(Path(__file__).parents[2] / "src/sortie/law/france/texts")
IDS = sorted(FRANCE.ids)
DAY = timedelta(days=1)


def test_the_same_article_number_holds_another_rule_before_the_decree_of_2016() -> None:
    before = FRANCE.version("fr.cpp.d143", date(2016, 9, 16))
    after = FRANCE.version("fr.cpp.d143", date(2016, 9, 17))

    assert before is not None
    assert before.words_en.startswith("Same rules; release under constraint")
    assert after is not None
    assert after.words_en.startswith("In a remand prison")
    assert after.citation == "CPP D143"


def test_no_wording_before_the_first_and_after_the_repeal() -> None:
    assert FRANCE.version("fr.cpp.d146-2", date(2004, 12, 31)) is None
    assert FRANCE.version("fr.cpp.d146-2", date(2014, 12, 31)) is not None
    assert FRANCE.version("fr.cpp.d146-2", date(2015, 1, 1)) is None


def test_a_provision_may_bear_another_number_in_the_past() -> None:
    old = FRANCE.version("fr.cpp.712-21", date(2004, 12, 31))

    assert old is not None
    assert old.citation == "CPP 722"


def test_an_unknown_provision_is_refused_by_its_id() -> None:
    with pytest.raises(texts.UnknownProvision, match=r"fr\.cpp\.d999"):
        FRANCE.provision("fr.cpp.d999")


def test_the_least_fresh_of_the_provisions_decides() -> None:
    assert FRANCE.verified_until(["fr.cp.131-30", "fr.cpen.l224-5"]) == date(2025, 7, 11)


def test_a_repealed_provision_does_not_make_an_answer_stale() -> None:
    assert FRANCE.verified_until(["fr.cpp.d146-2", "fr.cp.131-30"]) == date(2026, 4, 2)
    assert FRANCE.verified_until(["fr.cpp.d146-2"]) == date.max


@given(st.sampled_from(IDS), st.dates())
def test_at_most_one_wording_is_in_force_on_any_day(id_: str, day: date) -> None:
    in_force = [each for each in FRANCE.provision(id_).versions if each.in_force(day)]

    found = FRANCE.version(id_, day)

    assert in_force == ([] if found is None else [found])


@pytest.mark.parametrize("id_", IDS)
def test_each_wording_ends_on_the_eve_of_the_next(id_: str) -> None:
    for earlier, later in pairwise(FRANCE.provision(id_).versions):
        assert earlier.until is not None
        assert earlier.until + DAY == later.since
