"""Nothing of one machine, of one registry or of one real person's day is kept."""

import re
from collections.abc import Iterable

import pytest

from tests.house.tree import kept_files, texts

UNWANTED = re.compile(r"(?:^|/)(?:uv\.lock|pylock\.toml|[^/]+\.(?:sqlite3?|db|pyc|whl))$")
# In pieces, so that this file holds no such address itself.
HOSTS = re.compile(
    r"https?:/" + r"/(?:[\w.-]*(?:pypi|pythonhosted|npmjs|artifactory|nexus|devpi)[\w.-]*"
    r"|deb\.debian|[\w.-]+/(?:simple|artifactory|nexus)/)"
)
ONE_MACHINE = re.compile(
    r"(?:^|[^a-zA-Z0-9_.])(?:/(?:" + "work|root|home|farm|Users" + r")/[a-zA-Z.]|[A-Z]:\\Users)",
    re.MULTILINE,
)

Texts = Iterable[tuple[str, str]]


def holding(pattern: re.Pattern[str], files: Texts) -> list[str]:
    """Return each line of the files that holds the pattern."""
    return [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} {found[0].strip()}"
        for path, text in files
        for found in pattern.finditer(text)
    ]


def test_no_lock_of_another_tool_and_no_data_base_is_kept() -> None:
    assert [path for path in kept_files() if UNWANTED.search(path)] == []


def test_no_file_names_a_registry() -> None:
    assert holding(HOSTS, texts()) == []


def test_requirements_hold_no_address_at_all() -> None:
    locks = [(path, text) for path, text in texts() if path.startswith("requirements/")]
    assert locks
    assert holding(re.compile(r"://|--(?:extra-)?index|--find-links"), locks) == []
    assert all("--hash=sha256:" in text for _, text in locks)


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert holding(ONE_MACHINE, texts()) == []


@pytest.mark.parametrize(
    "path", ["uv.lock", "a/pylock.toml", "cases/x.sqlite3", "a.db", "wheels/a.whl"]
)
def test_an_unwanted_file_is_seen(path: str) -> None:
    assert UNWANTED.search(path)


@pytest.mark.parametrize(
    "line", ["/" + "root/x", "see /" + "work/main", "'/" + "home/me'", "C:" + "\\Users\\me"]
)
def test_a_path_of_one_machine_is_seen(line: str) -> None:
    assert holding(ONE_MACHINE, [("a.md", f"x\n{line}\n")])


@pytest.mark.parametrize("line", ["src/work/a", "the /home page", "../work/b"])
def test_another_path_passes(line: str) -> None:
    assert not holding(ONE_MACHINE, [("a.md", line)])


@pytest.mark.parametrize("host", ["files.pythonhosted.org/x", "pypi.org/simple", "a.b/simple/x"])
def test_an_address_of_a_registry_is_seen(host: str) -> None:
    assert holding(HOSTS, [("a.md", f"see https:/{'/'}{host}")])
