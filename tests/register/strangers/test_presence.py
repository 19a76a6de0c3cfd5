"""What is not installed is left out by name, and in CI only when it was named beforehand."""

import pytest

from tests.register.strangers.presence import NAMED, absent


def test_left_out_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="Go not found: apt-get install it"):
        absent("Go", "apt-get install it")


def test_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv(NAMED, "chromium")
    with pytest.raises(pytest.fail.Exception, match="Go not found: apt-get install it"):
        absent("Go", "apt-get install it")


def test_left_out_in_ci_once_it_was_named_as_impossible_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv(NAMED, "chromium go")
    with pytest.raises(pytest.skip.Exception, match="Go and more not found: apt-get install it"):
        absent("Go and more", "apt-get install it")
