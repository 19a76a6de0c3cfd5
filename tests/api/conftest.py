"""The interface under test: the whole site, as the pages are tested, and programs with tokens."""

from collections.abc import Callable
from datetime import datetime

import pytest

from tests.web.conftest import hold_at

# isort: split
# Accounts cannot be named before Django is set up, as the pages set it up.
from tests.api.programs import Program, World
from tests.office import one_leave as leave

__all__ = ["hold_at"]

AT = leave.paris("2027-02-02T09:00")


@pytest.fixture
def world(sqlite_store: str, hold_at: Callable[[datetime], None]) -> World:  # noqa: ARG001
    """A prison, the court that hears it, others that are strangers to it, and their programs."""
    hold_at(AT)
    return World.made(AT)


@pytest.fixture
def anyone(sqlite_store: str) -> Program:  # noqa: ARG001 (opens the store)
    """A program that shows no token."""
    return Program("", "en")
