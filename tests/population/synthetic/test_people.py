"""The people made: each a case the facts accept, whose stated end is the law's."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import law
from sortie.facts import LIFE, UNKNOWN
from sortie.law.france import difference_of
from tests.population.synthetic.makings import THE_DAY, a_recipe, made, people_of

PEOPLE = 4_000
A_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    folder = made(tmp_path_factory.mktemp("made"), a_recipe(PEOPLE))
    return tuple(people_of(folder))


def known_ends(people: tuple[Any, ...]) -> Iterator[Any]:
    return (read for read in people if isinstance(read.case.custody.end_of_sentence, date))


def test_the_facts_accept_every_one_and_none_has_a_name(people: tuple[Any, ...]) -> None:
    assert len(people) == PEOPLE
    assert all(read.family_name is UNKNOWN and read.given_name is UNKNOWN for read in people)
    assert all(read.committal_number is UNKNOWN for read in people)


def test_the_stated_end_is_the_one_that_the_law_reckons(people: tuple[Any, ...]) -> None:
    stated = list(known_ends(people))
    apart = [read.person for read in stated if difference_of(read.case)]

    assert len(stated) > PEOPLE / 2
    assert apart == []


def test_each_is_in_prison_on_the_day(people: tuple[Any, ...]) -> None:
    for read in people:
        custody = read.case.custody
        assert custody.committed_on <= THE_DAY
        assert not isinstance(custody.end_of_sentence, date) or custody.end_of_sentence > THE_DAY
        assert custody.placements[-1].until is None
        assert custody.status[-1].since <= THE_DAY


def test_a_remand_before_the_sentence_ends_on_its_eve(people: tuple[Any, ...]) -> None:
    sentenced = [
        read.case.custody for read in people if read.case.custody.status[-1].status == "convicted"
    ]
    before = [custody for custody in sentenced if custody.remand]

    assert before
    assert all(custody.remand[0].until == custody.committed_on - A_DAY for custody in before)


def test_who_is_on_remand_has_no_sentence_no_end_and_no_leave(
    people: tuple[Any, ...],
) -> None:
    remand = [read.case for read in people if read.case.custody.status[-1].status == "on_remand"]

    assert len(remand) > PEOPLE / 10
    assert all(case.custody.sentences == () for case in remand)
    assert all(case.custody.end_of_sentence is None for case in remand)
    assert all(case.history.leaves == () for case in remand)


def test_who_appeals_has_a_sentence_that_is_not_final(people: tuple[Any, ...]) -> None:
    appeals = [
        r.case.custody for r in people if r.case.custody.status[-1].status == "appeal_pending"
    ]

    assert appeals
    assert all(custody.sentences[0].final_on is None for custody in appeals)


def test_the_groups_at_the_edge_are_there(people: tuple[Any, ...]) -> None:
    found: Counter[str] = Counter()
    for read in people:
        custody, person = read.case.custody, read.case.person
        born: Any = person.born_on
        found["minor"] += born is not UNKNOWN and (THE_DAY - born).days < 18 * 365
        found["life"] += any(one.length is LIFE for one in custody.sentences)
        found["territory"] += custody.territory_ban not in (None, UNKNOWN)
        found["secured"] += custody.security_periods not in ((), UNKNOWN)
        found["isolation"] += custody.isolation not in ((), UNKNOWN)
        found["monitored"] += any(a.kind == "electronic_monitoring" for a in custody.adjustments)
        found["terrorism"] += any(
            s.offences is not UNKNOWN and "terrorism" in s.offences for s in custody.sentences
        )

    assert all(found.values()), found


def test_minors_are_never_held_for_life_nor_born_after_their_committal(
    people: tuple[Any, ...],
) -> None:
    born = [r.case for r in people if r.case.person.born_on is not UNKNOWN]

    ages = [(case.custody.committed_on - case.person.born_on).days / 365.25 for case in born]

    assert min(ages) > 12
    assert max(ages) < 95


def test_leaves_follow_one_another_and_none_is_before_the_committal(
    people: tuple[Any, ...],
) -> None:
    for read in people:
        leaves: Any = read.case.history.leaves
        sinces = [leave.since for leave in leaves]
        assert sinces == sorted(sinces)
        assert all(since >= read.case.custody.committed_on for since in sinces)
        assert all(leave.outcome is not UNKNOWN for leave in leaves if leave.until < THE_DAY)


def test_some_facts_are_unknown_and_more_where_more_are_asked_for(
    tmp_path: Path, people: tuple[Any, ...]
) -> None:
    more = tuple(people_of(made(tmp_path / "more", a_recipe(400, changed={"unknown": 0.5}))))
    none = tuple(people_of(made(tmp_path / "none", a_recipe(400, changed={"unknown": 0.0}))))

    def share(of: tuple[Any, ...]) -> float:
        return sum(read.case.custody.admissible_to is UNKNOWN for read in of) / len(of)

    assert share(none) == 0
    assert 0 < share(people) < 0.03
    assert 0.4 < share(more) < 0.6


@pytest.mark.parametrize(
    "on", [date(2016, 9, 17), date(2022, 12, 31), date(2023, 1, 1), date(2028, 2, 29)]
)
def test_the_people_of_another_day_are_of_that_day(tmp_path: Path, on: date) -> None:
    read = tuple(people_of(made(tmp_path / "made", a_recipe(500, on=on))))

    assert len(read) == 500
    assert all(each.case.custody.committed_on <= on for each in read)
    assert [r.person for r in known_ends(read) if difference_of(r.case)] == []


@settings(max_examples=15)
@given(changed=st.dictionaries(st.sampled_from(sorted(law.france.assumptions())), st.floats(0, 1)))
def test_whatever_is_assumed_the_facts_accept_everyone(changed: dict[str, float]) -> None:
    read = under(changed)

    assert len(read) == 200
    assert [r.person for r in known_ends(read) if r.case.custody.end_of_sentence <= THE_DAY] == []
    assert [r.person for r in known_ends(read) if difference_of(r.case)] == []


def test_who_did_not_return_from_a_leave_has_no_interruption_around_it() -> None:
    read = under({"interrupted": 1.0, "not_taken": 0.93359375})

    assert [r.person for r in known_ends(read) if difference_of(r.case)] == []


def under(changed: dict[str, float]) -> tuple[Any, ...]:
    """Return people made under shares of the most that each assumption may be."""
    assumed = law.france.assumptions()
    scaled = {name: share * assumed[name].most for name, share in changed.items()}
    with TemporaryDirectory() as folder:
        return tuple(people_of(made(Path(folder) / "made", a_recipe(200, changed=scaled))))
