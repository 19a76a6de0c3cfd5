"""A ground to stand on, and people made from it, for the tests of this folder."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from sortie import law, population
from sortie.population.synthetic.batch import batch_of
from sortie.population.synthetic.calibrating import calibrated
from sortie.population.synthetic.months import number_of
from sortie.population.synthetic.profile import Profile, profile_of

THE_DAY = date(2025, 10, 1)


def a_recipe(
    people: int, seed: int = 1, on: date = THE_DAY, changed: Mapping[str, float] | None = None
) -> population.Recipe:
    return population.Recipe(
        people=people, seed=seed, on=on, jurisdiction="fr", changed=changed or {}
    )


def made(folder: Path, recipe: population.Recipe) -> Path:
    """Write the people of a recipe, and return their folder."""
    population.synthesise(population.ground_of(law.france, recipe.changed), recipe, folder)
    return folder


def people_of(folder: Path) -> Iterator[Any]:
    """Yield the people of a folder, every one of whom the facts accept.

    They are not typed: what may be unknown is not, of these.
    """
    for part in population.read_people(folder, vocabulary=law.france.FRENCH):
        assert part.faults == ()
        yield from part.people


def a_profile() -> Profile:
    return calibrated(profile_of(population.ground_of(law.france)), number_of(THE_DAY))


def a_batch(profile: Profile, *, first: int, before: int) -> dict[str, pa.Table]:
    return dict(batch_of(profile, 1, np.arange(first, before), number_of(THE_DAY)))
