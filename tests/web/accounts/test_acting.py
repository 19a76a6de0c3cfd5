"""A post reaches its place, what that place hears, and the persons it has in hand: no more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie.web.accounts import managing
from sortie.web.accounts.posts import acting_of, posts_of
from sortie.web.authority import Acting
from tests.web.accounts.people import (
    APPEALS,
    COURT,
    DAY,
    NOON,
    NORTH,
    SOUTH,
    account,
    places,
    post,
)

BY = Acting(account="admin", post="7", role="administrator")


@pytest.fixture
def world(sqlite_store: str) -> str:
    places()
    managing.record_place("service", "probation_service", "S", NOON, reaches=[NORTH, SOUTH])
    return sqlite_store


def reach(role: str, place: str = "") -> Acting:
    someone = account(role)
    return acting_of(someone, post(someone, role, place), NOON)


def test_a_post_in_a_prison_reaches_that_prison(world: str) -> None:
    assert world
    gate = reach("gate", NORTH)
    assert (gate.of, gate.prisons, gate.courts) == (NORTH, frozenset({NORTH}), frozenset())


def test_a_court_hears_the_people_of_its_prisons(world: str) -> None:
    assert world
    judge = reach("enforcement_judge", COURT)
    assert (judge.courts, judge.prisons, judge.prisons_heard) == (
        frozenset({COURT}),
        frozenset(),
        frozenset({NORTH, SOUTH}),
    )


def test_a_court_of_appeal_reaches_no_court_but_through_appeals(world: str) -> None:
    assert world
    president = reach("appeal_president", APPEALS)
    assert (president.appeals_from, president.courts, president.prisons) == (
        frozenset({COURT}), frozenset(), frozenset(),
    )  # fmt: skip


def test_a_probation_service_works_in_several_prisons(world: str) -> None:
    assert world
    assert reach("probation_director", "service").prisons == {NORTH, SOUTH}
    assert reach("probation_officer", NORTH).prisons == {NORTH}


def test_a_post_has_in_hand_those_assigned_to_it_and_not_to_another(world: str) -> None:
    assert world
    someone = account()
    counsel, follows = post(someone, "lawyer"), post(someone, "probation_officer", NORTH)
    managing.assign(counsel, "client", NOON, by=BY)
    managing.assign(follows, "followed", NOON, by=BY)
    managing.assign(follows, "gone", NOON, by=BY)
    managing.unassign(follows, "gone", NOON + DAY, by=BY)

    lawyer = acting_of(someone, counsel, NOON + DAY)
    officer = acting_of(someone, follows, NOON + DAY)

    assert (lawyer.clients, lawyer.followed) == (frozenset({"client"}), frozenset())
    assert (officer.clients, officer.followed) == (frozenset(), frozenset({"followed"}))


def test_without_a_post_one_is_signed_in_and_nothing_more(world: str) -> None:
    assert world
    someone = account()
    nobody_yet = acting_of(someone, None, NOON)
    assert nobody_yet.roles == ("anyone", "signed_in")
    assert nobody_yet.actor is None


def test_a_post_is_held_from_its_first_instant_to_its_last(world: str) -> None:
    assert world
    someone = account()
    given = post(someone, "gate", NORTH)
    managing.end_post(given, NOON + DAY, by=BY)

    held = {name: list(posts_of(someone, at)) for name, at in (
        ("before", NOON - DAY), ("first", NOON), ("last", NOON + DAY),
    )}  # fmt: skip
    assert held == {"before": [], "first": [given], "last": []}


def test_an_auditor_and_an_administrator_never_act_on_a_case(world: str) -> None:
    assert world
    assert reach("auditor").actor is None
    assert reach("administrator").actor is None
    judge = reach("enforcement_judge", COURT)
    assert judge.actor is not None
    assert (judge.actor.id, judge.actor.of) == (judge.account, COURT)


def test_who_acts_is_known_in_three_questions_whatever_is_reached(world: str) -> None:
    assert world
    someone = account()
    given = post(someone, "enforcement_judge", COURT)
    with CaptureQueriesContext(connection) as seen:
        acting_of(someone, posts_of(someone, NOON).get(pk=given.pk), NOON)
    assert len(seen) == 3
