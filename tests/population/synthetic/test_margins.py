"""Joining two lists of totals."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sortie.population.synthetic.margins import joined

WEIGHTS = arrays(float, (3, 4), elements=st.floats(0.05, 20))


def shares(size: int) -> st.SearchStrategy[np.ndarray]:
    drawn = arrays(float, size, elements=st.floats(0.05, 1))
    return drawn.map(lambda each: each / each.sum())


@given(weights=WEIGHTS, rows=shares(3), columns=shares(4))
def test_both_totals_hold(weights: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> None:
    found = joined(weights, rows, columns)

    assert np.allclose(found.sum(axis=1), rows, atol=1e-6)
    assert np.allclose(found.sum(axis=0), columns, atol=1e-6)


@given(rows=shares(3), columns=shares(4))
def test_without_preference_one_says_nothing_of_the_other(
    rows: np.ndarray, columns: np.ndarray
) -> None:
    assert np.allclose(joined(np.ones((3, 4)), rows, columns), np.outer(rows, columns))


def test_what_never_goes_together_stays_apart() -> None:
    weights = np.array([[0.0, 1.0], [1.0, 1.0]])

    found = joined(weights, np.array([0.4, 0.6]), np.array([0.3, 0.7]))

    assert found[0, 0] == 0
    assert np.allclose(found, [[0, 0.4], [0.3, 0.3]])
