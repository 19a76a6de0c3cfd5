"""What will be played, told for any day: nothing is written here."""

import doctest
import pkgutil
from datetime import date, datetime, time, timedelta
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sortie import casework, demonstration, facts
from sortie.demonstration.chance import Chance
from sortie.demonstration.people.roster import Cast, roster
from sortie.demonstration.people.traits import Traits
from sortie.demonstration.setting import Setting, defended, setting_of
from sortie.demonstration.working_days import WorkingDays

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = demonstration.morning(date(2026, 11, 27))
OPEN = some.times(time(7, 30), time(18)).map(lambda clock: clock.replace(second=0, microsecond=0))
DAYS = some.dates(date(2024, 6, 1), date(2034, 12, 31))
MODULES = [module.name for module in pkgutil.iter_modules(demonstration.__path__)]


def told(at: datetime, *, seed: int = 1, people: int = 0, closed: int = 2) -> Setting:
    return setting_of(WorkingDays(demonstration.settled(at)), seed, people, closed)


@settings(max_examples=12)
@given(DAYS, OPEN)
def test_on_any_day_nothing_is_told_of_the_future(day: date, clock: time) -> None:
    at = datetime.combine(day, clock, PARIS)

    found = told(at)

    assert all(move.at <= found.at for move in found.moves)
    assert found.at <= at


@settings(max_examples=12)
@given(DAYS)
def test_on_any_day_a_person_is_typed_in_before_their_case_begins(day: date) -> None:
    typed = {}
    for move in told(demonstration.morning(day)).moves:
        if move.place < 0:
            typed[move.on] = move.at
        if move.verb == "file_application":
            assert not callable(move.body)
            assert typed[move.body["person"]] < move.at


def test_the_same_seed_tells_the_same() -> None:
    def plain(setting: Setting) -> list[object]:
        return [(m.at, m.on, m.key, m.by, m.verb, None if callable(m.body) else m.body)
                for m in setting.moves]  # fmt: skip

    assert plain(told(FRIDAY, people=90)) == plain(told(FRIDAY, people=90))
    assert plain(told(FRIDAY, people=90)) != plain(told(FRIDAY, people=90, seed=2))


def test_cases_are_numbered_as_they_were_filed() -> None:
    moves = [each for each in told(FRIDAY, closed=10).moves if each.verb == "file_application"]

    assert [each.on for each in moves] == sorted(each.on for each in moves)


def test_six_hundred_people_fill_three_prisons() -> None:
    held = roster([], 600, Chance(1))
    counts = {code: sum(each.prison.code == code for each in held) for code in ("MC", "CD", "MA")}

    assert counts == {"MC": 70, "CD": 230, "MA": 300}
    assert len({each.number for each in held}) == len({each.person for each in held}) == 600


def test_names_are_near_only_where_they_were_meant_to_be() -> None:
    cast = [Cast(prison="CD", traits=Traits(), nearly_named=True)]
    held = {each.person: each for each in roster(cast, 600, Chance(3))}

    pairs = list(facts.homonyms.near_pairs({person: each.name for person, each in held.items()}))

    assert len(pairs) == 6
    assert all(held[one].prison is held[other].prison for one, other in pairs)


def test_nobody_is_like_the_others_of_the_crowd() -> None:
    traits = [each.traits for each in roster([], 600, Chance(1))]

    assert {each.status for each in traits} == {"convicted", "on_remand", "appeal_pending"}
    assert any(each.months == 0 for each in traits)
    assert any(each.misstated for each in traits)
    assert any(each.secured for each in traits)
    assert any(each.together for each in traits)
    assert 60 < sum(bool(each.unknown) for each in traits) < 200


@pytest.mark.parametrize(
    ("at", "set_for"),
    [
        (datetime(2026, 11, 27, 2, 0, tzinfo=PARIS), datetime(2026, 11, 26, 18, tzinfo=PARIS)),
        (datetime(2026, 11, 27, 22, 0, tzinfo=PARIS), datetime(2026, 11, 27, 18, tzinfo=PARIS)),
        (
            datetime(2026, 11, 27, 9, 4, 31, tzinfo=PARIS),
            datetime(2026, 11, 27, 9, 4, tzinfo=PARIS),
        ),
    ],
)
def test_the_docket_is_set_for_an_hour_at_which_an_office_is_open(
    at: datetime, set_for: datetime
) -> None:
    assert demonstration.settled(at) == set_for


@given(DAYS, some.times(), some.times())
def test_the_clock_of_the_demonstration_never_goes_back_nor_ahead_of_the_world(
    day: date, one: time, other: time
) -> None:
    first, then = (datetime.combine(day, each, PARIS) for each in sorted((one, other)))
    shown, later = demonstration.office_clock(first), demonstration.office_clock(then)

    assert shown <= later
    assert shown <= first
    assert time(7, 30) <= shown.timetz().replace(tzinfo=None) <= time(18)


def test_nobody_at_the_court_works_on_a_holiday() -> None:
    days = WorkingDays(demonstration.morning(date(2026, 5, 15)))

    assert days.back(1) == date(2026, 5, 13)
    assert days.ahead(1, since=date(2026, 5, 7)) == date(2026, 5, 11)


def test_a_post_has_one_sign_in_where_it_is_exercised() -> None:
    posts = [(each.role, each.of) for each in demonstration.SIGN_INS]
    roles = {role for role, _ in posts}
    signed = set(casework.Role) - {
        casework.Role.DETAINED_PERSON, casework.Role.VICTIM, casework.Role.POLICE,
        casework.Role.PREFECT, casework.Role.REGIONAL_DIRECTOR, casework.Role.MINISTRY,
        casework.Role.OFFICE, casework.Role.INVESTIGATING_JUDGE,
    }  # fmt: skip

    assert len(posts) == len(set(posts)) == len({each.account for each in demonstration.SIGN_INS})
    assert roles == {each.value for each in signed} | {"auditor", "administrator"}
    assert len([role for role, _ in posts if role == "gate"]) == 3


def test_whoever_acts_can_sign_in() -> None:
    accounts = {each.account for each in demonstration.SIGN_INS}
    found = told(FRIDAY)
    acting = {m.by.id for m in found.moves if m.by.role is not casework.Role.DETAINED_PERSON}

    assert {each for each in acting if not each.endswith(("bois-safran", "riviere-safran"))} <= (
        accounts
    )


def test_a_probation_officer_follows_the_people_of_their_own_prison() -> None:
    officers = [each for each in demonstration.SIGN_INS if each.role == "probation_officer"]
    opining = {(m.by.id, m.on) for m in told(FRIDAY).moves if m.verb == "give_opinion"}
    filed = {m.on: m.body["person"] for m in told(FRIDAY).moves
             if m.verb == "file_application" and not callable(m.body)}  # fmt: skip

    assert len(officers) == 3
    for officer in officers:
        advised = {filed[case] for account, case in opining if account == officer.account}
        assert advised
        assert advised - set(officer.followed) <= {
            filed[case] for case in told(FRIDAY).closed.values()
        }


def test_the_lawyer_defends_the_people_of_the_docket() -> None:
    lawyer = next(each for each in demonstration.SIGN_INS if each.role == "lawyer")
    moves = [each for each in told(FRIDAY).moves if each.by.id == lawyer.account]
    bodies = [each.body for each in moves if each.verb == "file_application"]
    filed = {body["person"] for body in bodies if not callable(body)}

    assert lawyer.clients == defended()
    assert filed
    assert filed <= set(lawyer.clients)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_say(name: str) -> None:
    assert doctest.testmod(import_module(f"{demonstration.__name__}.{name}")).failed == 0


def test_a_draw_is_within_its_bounds() -> None:
    draws = {Chance(5).of(rank).number("die", 1, 6) for rank in range(200)}

    assert draws == {1, 2, 3, 4, 5, 6}
    assert timedelta() < FRIDAY - demonstration.morning(date(2026, 11, 26)) <= timedelta(days=1)
