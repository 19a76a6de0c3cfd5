"""The same people, whatever they were written in."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sortie import facts
from sortie.law.france.vocabulary import FRENCH
from tests.law.people import cases
from tests.population.tables.folders import (
    SAMPLE,
    crowd,
    csv_of,
    good,
    in_columns,
    in_parts,
    in_workbooks,
    people_of,
    read,
)

slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
NEEDED = {"from", "is", "format", "jurisdiction"}


def test_csv_files_parquet_files_and_workbooks_say_the_same(tmp_path: Path) -> None:
    sample = list(read(SAMPLE).people)
    held = csv_of(SAMPLE)

    assert people_of(SAMPLE) == sample
    assert people_of(in_columns(tmp_path / "columns", held)) == sample
    assert people_of(in_workbooks(tmp_path / "books", held)) == sample
    assert people_of(good(tmp_path / "good", sample)) == sample


@pytest.mark.parametrize("group", [1, 2, 3, 1000])
@pytest.mark.parametrize("size", [1, 2, 5, 12, 13])
def test_the_people_of_every_part_are_those_of_the_whole(
    tmp_path: Path, size: int, group: int
) -> None:
    folder = in_columns(tmp_path / "columns", csv_of(SAMPLE), group)
    parts = in_parts(folder, size)

    assert [len(part.people) for part in parts[:-1]] == [size] * (len(parts) - 1)
    assert [person for part in parts for person in part.people] == list(read(SAMPLE).people)


@slow
@given(drawn=st.lists(cases(), min_size=1, max_size=4), data=st.data(), size=st.integers(1, 3))
def test_what_is_written_is_read_again_known_or_not(
    drawn: list[dict[str, Any]], data: st.DataObject, size: int
) -> None:
    files = [with_holes(case, data) for case in drawn]
    for file in files:
        assume(is_a_case(file))
    with TemporaryDirectory() as name:
        loaded = read(crowd(Path(name), files))
        assert loaded.faults == ()
        folder = good(Path(name) / "good", loaded.people)

        again = [person for part in in_parts(folder, size) for person in part.people]

    assert again == list(loaded.people)


def a_case(file: Mapping[str, Any]) -> facts.CaseFile:
    return facts.read_case(file, vocabulary=FRENCH, dictionary=facts.house_dictionary())


def is_a_case(file: dict[str, Any]) -> bool:
    try:
        a_case(file)
    except facts.CaseRefused:
        return False
    return True


def with_holes(case: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """A case file without some of its keys, and what happened to its sentences."""
    file = facts.to_canonical(a_case(case))
    del file["application"], file["title"]
    first = file["custody"]["sentences"][:1]
    for sentence in first if data.draw(st.booleans()) else ():
        sentence["commuted"] = {"decided_on": "2199-01-01", "length": "P1D"}
        sentence["suspended"] = "none"
        sentence["suspension_revoked"] = []
    for section in ("person", "custody", "history", "orders"):
        left = data.draw(st.frozensets(st.sampled_from(sorted(file[section])), max_size=4))
        for key in left:
            del file[section][key]
    for sentence in file["custody"].get("sentences", ()):
        for key in data.draw(st.frozensets(st.sampled_from(sorted(sentence)), max_size=3)):
            del sentence[key]
    return file
