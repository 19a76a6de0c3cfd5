"""What tables would change, told before anything is."""

from datetime import date
from pathlib import Path

import pytest

from sortie import facts
from sortie.facts import UNKNOWN
from sortie.facts.homonyms import Name
from sortie.facts.tables import (
    Difference,
    Held,
    KnownOtherwise,
    Loaded,
    Reconciliation,
    When,
    reconcile,
)
from tests.facts.tables.folders import MANIFEST, SAMPLE, loaded, read

ON = date(2026, 2, 7)
HEAD = "person;committal_number;prison;family_name;given_name;end_of_sentence\n"


def held(found: Loaded) -> dict[str, Held]:
    """What an office holds once the tables are loaded."""
    return {
        read.person: Held(
            case=facts.to_canonical(read.case),
            committal_number=read.committal_number,
            prison=read.prison,
            name=read.name,
        )
        for read in found.people
    }


def reconciled(before: Loaded, after: Loaded) -> Reconciliation:
    return reconcile(held(before), after, on=ON)


def test_everyone_is_new_in_an_empty_office() -> None:
    found = reconcile({}, read(SAMPLE), on=ON)

    assert len(found.new) == 12
    assert (found.same, found.differing, found.gone) == ((), (), ())


def test_loading_twice_changes_nothing() -> None:
    found = reconciled(read(SAMPLE), read(SAMPLE))

    assert len(found.same) == 12
    assert (found.new, found.differing, found.gone, found.known_otherwise) == ((), (), (), ())


def test_a_difference_is_told_key_by_key(tmp_path: Path) -> None:
    persons = HEAD + "P-1;1;MA;Nom;;2027-01-01\n"
    before = loaded(tmp_path, persons=persons, incidents="person;kind;on\nP-1;escape;2020-01-02\n")
    rows = "person;kind;on\nP-1;escape;2020-01-03\nP-1;late_return;2021-01-01\n"
    after = loaded(tmp_path, persons=persons.replace("2027-01-01", ""), incidents=rows)

    assert reconciled(before, after).differing == (
        Difference("P-1", "custody.end_of_sentence", "2027-01-01", UNKNOWN),
        Difference("P-1", "history.incidents[0].on", "2020-01-02", "2020-01-03"),
        Difference(
            "P-1", "history.incidents[1]", UNKNOWN, {"kind": "late_return", "on": "2021-01-01"}
        ),
    )


def test_what_a_person_asks_for_is_not_compared(tmp_path: Path) -> None:
    found = loaded(tmp_path, persons=HEAD + "P-1;1;MA;Nom;;\n")
    before = held(found)["P-1"]
    asking = Held(
        case={**before.case, "application": {"purpose": "vote"}},
        committal_number=before.committal_number,
        prison=before.prison,
    )

    assert reconcile({"P-1": asking}, found, on=ON).same == ("P-1",)


def test_the_same_committal_number_is_the_same_person_under_another_id(tmp_path: Path) -> None:
    before = loaded(tmp_path, persons=HEAD + "P-1;1;MA;;;\nP-2;2;MA;;;\n")
    after = loaded(tmp_path, persons=HEAD + "Q-1;1;MA;;;\nQ-2;2;MC;;;\n")

    found = reconciled(before, after)

    assert found.known_otherwise == (KnownOtherwise("Q-1", "P-1"),)
    assert found.new == ("Q-1", "Q-2")


def test_nobody_is_gone_unless_everybody_should_be_there(tmp_path: Path) -> None:
    before = loaded(tmp_path, persons=HEAD + "P-1;1;MA;;;\nP-2;2;MA;;;\nP-3;3;MC;;;\nP-4;4;MA;;;\n")
    rows = HEAD + "P-1;1;MA;;;\nP-4;4;MA;;;never\n"

    assert reconciled(before, loaded(tmp_path, persons=rows)).gone == ()
    complete = loaded(tmp_path, MANIFEST + "complete: [persons]\n", persons=rows)
    assert reconciled(before, complete).gone == ("P-2",)


def test_near_homonyms_of_one_prison_are_shown(tmp_path: Path) -> None:
    before = {"P-0": Held(case={}, prison="MA", name=Name("Nomar", "Prénom"))}
    rows = "P-1;1;MA;Nomak;Prénom;\nP-2;2;MC;Nomal;Prénom;\nP-3;3;MA;Autre;Prénom;\n"
    found = reconcile(before, loaded(tmp_path, persons=HEAD + rows), on=ON)

    assert found.near_homonyms == (("P-0", "P-1"),)


def test_the_sample_holds_three_pairs_to_look_at_twice() -> None:
    found = reconcile({}, read(SAMPLE), on=ON)

    assert found.near_homonyms == (
        ("P-0003", "P-0004"), ("P-0006", "P-0007"), ("P-0002", "P-0011"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        ("2026-02-06;2026-02-08;", When.UNDER_WAY),
        ("2026-02-07;2026-02-07;", When.UNDER_WAY),
        ("2026-02-06;none;", When.UNDER_WAY),
        ("2026-02-08;2026-02-09;", When.FUTURE),
        ("2026-02-08;;", When.FUTURE),
        ("2026-02-05;2026-02-06;", When.PAST),
        (";2026-02-06;", When.PAST),
        ("2026-02-06;2026-02-08;returned", When.PAST),
        ("2026-02-08;2026-02-09;withdrawn", When.PAST),
        ("2026-02-06;;", When.UNKNOWN),
        (";2026-02-08;", When.UNKNOWN),
    ],
)
def test_a_leave_is_under_way_to_come_or_past(tmp_path: Path, row: str, stands: When) -> None:
    text = f"person;from;until;outcome\nP-1;{row}\n"
    found = reconcile({}, loaded(tmp_path, persons=HEAD + "P-1;1;MA;;;\n", leaves=text), on=ON)

    assert [(leave.person, leave.rank, leave.when) for leave in found.leaves] == [
        ("P-1", 0, stands)
    ]
