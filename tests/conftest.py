"""Detectors: nothing here makes a test pass, some things make a careless one fail."""

import os
import socket
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import settings

from tests.house.comments import share_of_comments
from tests.house.tree import modules

# The fixtures of the store and of the browser, for every test that needs one.
pytest_plugins = ["tests.store.databases", "tests.browser"]

# A browser driven from a test leaves a loop running in its process, for every test after it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("deep", max_examples=5000, deadline=None)
# What stands between a change and main draws the same examples twice; everyone else draws new ones.
settings.register_profile("main", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("main" if os.environ.get("CI") else "house")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    marked = request.node.get_closest_marker("loopback") is not None
    connect = socket.socket.connect

    def connect_here(opened: socket.socket, address: Any) -> None:
        if not (marked and is_this_machine(address)):
            pytest.fail("a test opened a connection: everything it needs must be on its page")
        connect(opened, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


def is_this_machine(address: Any) -> bool:
    """Whether an address is a number that never leaves the machine; a name may lead anywhere."""
    try:
        return ip_address(address[0]).is_loopback
    except (TypeError, ValueError):
        return False


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the share of comments, so that a rise is seen and nobody is blocked by it."""
    share = share_of_comments(modules("src/sortie"))
    terminalreporter.write_line(f"Comments in src, law and register apart: {share:.1%} of lines.")
