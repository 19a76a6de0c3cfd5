"""Every cell of the table, against a second reading of it; what is not written is a no."""

import itertools

import pytest

from sortie.casework import Role
from sortie.web import authority
from sortie.web.authority import POSTS, ROLES, Relation, may, reason_asked
from tests.web.authority.second_reading import every_action, every_yes, lines

YES, ASKED = every_yes()
FIELDS = sorted({field for fields in every_action().values() for field in fields})


@pytest.mark.parametrize("role", ROLES)
def test_every_cell_says_what_a_second_reading_of_it_says(role: str) -> None:
    looked_at = 0
    for relation, action, field in itertools.product(Relation, every_action(), FIELDS):
        cell = (role, relation.value, action, field)
        assert may(*cell) is (cell in YES), cell
        assert reason_asked(*cell) is (cell in ASKED), cell
        looked_at += 1
    assert looked_at == len(Relation) * len(every_action()) * len(FIELDS)


def test_both_readings_hold_as_many_cells() -> None:
    assert {each.place for each in authority.cells()} == YES
    assert YES > ASKED > set()


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("word", ["", "*", "Judge", "own_court ", "case.see\n", "name "])
def test_a_word_of_no_list_is_a_no_wherever_it_stands(place: int, word: str) -> None:
    good = ("enforcement_judge", "own_court", "case.see", "name")
    cell = [*good[:place], word, *good[place + 1 :]]

    assert may(*good)
    assert not may(*cell)
    assert not reason_asked(*cell)


def test_every_post_has_rows_and_nobody_else_on_a_case() -> None:
    with_rows = {role for role, *_ in YES}

    assert set(POSTS) <= with_rows
    assert {role for role, relation, *_ in YES if relation != "none"} <= set(POSTS)
    assert not with_rows & {Role.DETAINED_PERSON, Role.VICTIM, Role.POLICE, Role.OFFICE}


@pytest.mark.parametrize("role", POSTS)
def test_the_rows_of_a_role_are_its_own(role: str) -> None:
    """Without the lines of one role, every other line stands: adding a role takes nothing away."""
    head, *rows = [",".join(row) for row in [["role,relation,action,field,reason,source"]]] + [
        ",".join(row) for row in lines("table.csv")
    ]
    actions = "action,on,fields\n" + "\n".join(",".join(row) for row in lines("actions.csv"))
    without = [row for row in rows if not row.startswith(f"{role},")]

    whole = authority.read_table(actions, "\n".join([head, *rows])).cells
    less = authority.read_table(actions, "\n".join([head, *without])).cells

    assert set(less) == {place for place in whole if place[0] != role}
    assert all(less[place] == whole[place] for place in less)


def test_an_auditor_and_an_administrator_do_nothing_on_a_case() -> None:
    """The one reads what was done, the other who may sign in; neither moves or opens a case."""
    on_a_case = {
        (role, action) for role, relation, action, _ in YES if relation != "none"
        and role in (authority.AUDITOR, authority.ADMINISTRATOR)
    }  # fmt: skip
    assert on_a_case == {("auditor", "history.see")}
    assert not may("administrator", "none", "log.see")
    assert not may("auditor", "none", "accounts.manage")


def test_only_who_audits_reaches_a_case_that_is_not_theirs_and_says_why() -> None:
    strangers = {cell for cell in YES if cell[1] == "other"}
    assert {role for role, *_ in strangers} == {"auditor"}
    assert strangers <= ASKED
