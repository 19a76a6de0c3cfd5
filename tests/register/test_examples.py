"""The examples in the docstrings of the room are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from sortie import register

MODULES = [m.name for m in pkgutil.walk_packages(register.__path__, f"{register.__name__}.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_say(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
