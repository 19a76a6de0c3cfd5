"""The table says something of all that the house does, and nothing that casework would refuse."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sortie import casework, law, office
from sortie.casework import ACTS, EVENTS, OFFICE, Case, Role, Scene, name_of
from sortie.web.authority import ACTIONS, CELL_OF_EVENT, OF_CASEWORK, POSTS, On, cells
from tests.office.one_leave import HEAD, JUDGE, paris

ROWS = {(each.role, each.action) for each in cells()}
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
# The person acts at the registry, which writes down what they declare.
DECLARED = "declared."
# Whoever may be a member of the board, or the decider, by what a case has become.
AS_THE_CASE_STANDS = {
    "give_opinion": {
        Role.ENFORCEMENT_JUDGE, Role.PROSECUTOR, Role.HEAD_OF_PRISON, Role.PROBATION_OFFICER,
        Role.PROBATION_DIRECTOR, Role.SURVEILLANCE_STAFF,
    },
    "route_application": {
        Role.PRISON_CLERK, Role.COURT_CLERK, Role.ENFORCEMENT_JUDGE, Role.DETAINED_PERSON,
        Role.LAWYER,
    },
    "correct_order": {Role.ENFORCEMENT_JUDGE, Role.HEAD_OF_PRISON, Role.APPEAL_PRESIDENT},
    "fix_date": {
        Role.ENFORCEMENT_JUDGE, Role.APPEAL_PRESIDENT, Role.HEAD_OF_PRISON,
        Role.PROBATION_OFFICER, Role.PROBATION_DIRECTOR,
    },
    "withdraw_order": {Role.ENFORCEMENT_JUDGE, Role.HEAD_OF_PRISON},
    "decide": {Role.ENFORCEMENT_JUDGE, Role.HEAD_OF_PRISON},
}  # fmt: skip


def roles_of(verb: str) -> set[str]:
    """Return the roles that have a row for a verb, the person's own as written at the registry."""
    found = {role for role, action in ROWS if action == verb}
    if any(action == DECLARED + verb for _, action in ROWS):
        found.add(Role.DETAINED_PERSON.value)
    return found


def verbs_of_acts() -> Iterator[tuple[str, set[str]]]:
    """Yield each verb that casework judges, with the roles it lets act on some case."""
    scene = Scene(Case(), law.france.PROCEDURE, NOON, OFFICE)
    for kind, act in ACTS.items():
        verb = office.looking.verb_of(name_of(kind))
        roles = AS_THE_CASE_STANDS.get(verb) or set(act.roles(scene))
        yield verb, {role.value for role in roles}


@pytest.mark.parametrize("verb", office.VERBS)
def test_every_verb_of_the_office_has_an_action_and_rows(verb: str) -> None:
    assert ACTIONS[verb].on.value == ("person" if verb == "file_application"
                                      else office.VERBS[verb].target.value)  # fmt: skip
    assert roles_of(verb)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_and_each_of_its_fields_is_somebodys(action: str) -> None:
    shown = {each.field for each in cells() if each.action == action}
    assert shown == ACTIONS[action].fields


@pytest.mark.parametrize(("verb", "roles"), list(verbs_of_acts()))
def test_whoever_casework_lets_act_has_a_row_and_nobody_else(verb: str, roles: set[str]) -> None:
    with_an_account = {*OF_CASEWORK, Role.DETAINED_PERSON}
    assert roles_of(verb) == roles & {role.value for role in with_an_account}


def test_the_roles_that_depend_on_the_case_are_those_of_casework() -> None:
    """What this page says of them holds for the cases an empty scene does not show."""
    law_ = law.france.PROCEDURE
    seats = casework.Scene(Case(), law_, NOON, OFFICE)
    board = ACTS[casework.OpinionGiven].roles(seats)
    assert {role.value for role in board} == {
        role.value for role in AS_THE_CASE_STANDS["give_opinion"]
    }
    choices = [
        law_.withdrawal(granted_by=decider.role, on=paris("2027-03-01T00:00").date())
        for decider in (JUDGE, HEAD)
    ]
    withdrawn = {
        role
        for each in choices
        if not isinstance(each, law.NotModelled)
        for choice in each
        for role in choice.who
    }
    assert withdrawn == {role.value for role in AS_THE_CASE_STANDS["withdraw_order"]}


@pytest.mark.parametrize("kind", EVENTS)
def test_every_event_stands_in_a_field_of_the_table(kind: type[casework.Event]) -> None:
    action, field = CELL_OF_EVENT[name_of(kind)]
    assert field in ACTIONS[action].fields
    assert len(CELL_OF_EVENT) == len(EVENTS)


def test_who_lists_open_cases_lists_closed_ones_too() -> None:
    """A list knows a prison or a court, not how long a case has rested."""
    lists = {each.name for each in ACTIONS.values() if each.on is On.PLACE}
    for cell in cells():
        closed = cell.relation.once_closed()
        of_cases = cell.action in lists - {
            "people.list", "people.export", "filing.find", "sittings.list", "sitting.see",
            # Only cases that are not over are asked about, and none of those is closed.
            "reforms.replay",
        }  # fmt: skip
        if of_cases and closed is not cell.relation:
            assert any(
                each.place == (cell.role, closed, cell.action, cell.field)
                and each.reason_asked is cell.reason_asked
                for each in cells()
            ), cell


def test_whoever_prints_or_sees_a_part_sees_the_case() -> None:
    parts = {"opinions.see", "victims.see", "gate.see"} | {
        name for name in ACTIONS if name.startswith("papers.")
    }
    opened = {(each.role, each.relation) for each in cells() if each.action == "case.see"}
    assert {(each.role, each.relation) for each in cells() if each.action in parts} <= opened


@pytest.mark.parametrize("role", sorted(set(POSTS) - {"auditor", "administrator"}))
def test_whoever_acts_on_a_case_sees_it(role: str) -> None:
    verbs = {
        (each.role, each.relation)
        for each in cells()
        if each.role == role and each.action in office.VERBS
        and ACTIONS[each.action].on is On.CASE and not each.relation.value.endswith("_closed")
    }  # fmt: skip
    assert verbs
    assert verbs <= {(each.role, each.relation) for each in cells() if each.action == "case.see"}


# Casework refuses no fact of the world, so that on these the table alone stands.
WITNESSES = {
    "report_departure": {"gate", "prison_clerk", "surveillance_staff", "head_of_prison"},
    "record_return": {"gate", "prison_clerk", "surveillance_staff", "head_of_prison"},
    "record_recapture": {"prison_clerk", "head_of_prison", "prosecutor"},
    "report_incident": {role.value for role in OF_CASEWORK} - {"lawyer", "appeal_president"},
    "raise_doubt": {role.value for role in OF_CASEWORK},
    "acknowledge": {role.value for role in OF_CASEWORK},
    "record_victim_receipt": {"court_clerk"},
    "file_victim_observations": {"court_clerk", "enforcement_judge"},
    "record_person": {"prison_clerk"},
    "move_person": {"prison_clerk"},
    "add_judgment": {"prison_clerk"},
}


@pytest.mark.parametrize(("verb", "roles"), WITNESSES.items())
def test_whoever_may_witness_is_written_here_too(verb: str, roles: set[str]) -> None:
    assert roles_of(verb) == roles


def test_no_verb_is_judged_by_nobody() -> None:
    judged = {verb for verb, _ in verbs_of_acts()}
    assert judged | set(WITNESSES) == set(office.VERBS)
    assert not judged & set(WITNESSES)
