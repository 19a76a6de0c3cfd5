"""Draws that hang on the seed, the person and the name alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sortie.population.synthetic.chance import Chance, picked, skewed

SEEDS = st.integers(0, 2**40)


@given(seed=SEEDS, first=st.integers(0, 10**10 - 200), apart=st.integers(1, 99))
def test_a_person_draws_the_same_in_any_batch(seed: int, first: int, apart: int) -> None:
    whole = Chance(seed, np.arange(first, first + 100)).share("age")
    alone = Chance(seed, np.arange(first + apart, first + 100)).share("age")

    assert (whole[apart:] == alone).all()


@given(seed=SEEDS)
def test_a_row_draws_the_same_wherever_it_stands(seed: int) -> None:
    chance = Chance(seed, np.arange(50))
    rows, turn = np.array([3, 3, 41]), np.array([0, 1, 7])

    together = chance.share("leave", rows, turn)

    assert together[2] == chance.share("leave", rows[2:], turn[2:])[0]
    assert together[0] != together[1]


def test_another_seed_another_person_and_another_name_draw_otherwise() -> None:
    people = np.arange(1_000)
    drawn = [
        Chance(1, people).share("age"),
        Chance(2, people).share("age"),
        Chance(1, people + 1).share("age"),
        Chance(1, people).share("end"),
    ]

    assert all((one != other).all() for one in drawn for other in drawn if one is not other)


def test_draws_are_spread_and_do_not_go_together() -> None:
    chance = Chance(5, np.arange(100_000))
    age, end = chance.share("age"), chance.share("end")

    assert 0 <= age.min() < age.max() < 1
    assert abs(np.histogram(age, 20, (0, 1))[0] / 100_000 - 0.05).max() < 0.004
    assert abs(np.corrcoef(age, end)[0, 1]) < 0.015
    assert abs(np.corrcoef(age[1:], age[:-1])[0, 1]) < 0.015


@given(seed=SEEDS, least=st.integers(-500, 500), width=st.integers(0, 500))
def test_a_number_lies_between_two_that_it_may_reach(seed: int, least: int, width: int) -> None:
    drawn = Chance(seed, np.arange(200)).number("days", least, least + width)

    assert drawn.min() >= least
    assert drawn.max() <= least + width


def test_what_is_picked_is_as_often_as_it_weighs() -> None:
    weights = np.array([[1.0, 0.0, 3.0], [0.0, 1.0, 0.0]])
    share = Chance(1, np.arange(40_000)).share("kind")
    rows = np.arange(40_000) % 2

    found = picked(share, weights, rows)

    assert set(found[rows == 1]) == {1}
    assert set(found[rows == 0]) == {0, 2}
    assert abs((found[rows == 0] == 2).mean() - 0.75) < 0.02


def test_waiting_times_have_a_mean_of_one() -> None:
    waited = skewed(Chance(3, np.arange(100_000)).share("waited"))

    assert abs(waited.mean() - 1) < 0.02
    assert (waited < 1).mean() > 0.6
