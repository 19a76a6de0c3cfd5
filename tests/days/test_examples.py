"""The examples in the docstrings of the room are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from sortie import days

MODULES = [module.name for module in pkgutil.iter_modules(days.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_say(name: str) -> None:
    assert doctest.testmod(import_module(f"{days.__name__}.{name}")).failed == 0
