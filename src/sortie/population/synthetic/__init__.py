"""A population of people who never were, made from published figures and told assumptions."""

from sortie.population.synthetic.describing import Description, Measured, describe
from sortie.population.synthetic.errors import NoDay, NoPersons, NotThatMany, UnknownAssumption
from sortie.population.synthetic.profile import Ground, ground_of
from sortie.population.synthetic.writing import Recipe, synthesise

__all__ = [
    "Description",
    "Ground",
    "Measured",
    "NoDay",
    "NoPersons",
    "NotThatMany",
    "Recipe",
    "UnknownAssumption",
    "describe",
    "ground_of",
    "synthesise",
]
