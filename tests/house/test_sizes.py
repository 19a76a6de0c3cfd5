"""Nothing grows past the sizes of the house; there is no allow-list."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.house.tree import ROOT, Module, kept_files, modules

LINES_IN_SOURCE = 400
LINES_IN_TEST = 500
MODULES_IN_ROOM = 15
LINES_IN_DECISION = 60
LINES_IN_MANNERS = 80


def too_long(files: Iterable[Module], limit: int) -> list[str]:
    return [f"{file.path}: {file.lines} lines" for file in files if file.lines > limit]


def crowded(files: Iterable[Module]) -> list[str]:
    """Return the rooms and sub-rooms that hold too many modules."""
    rooms = Counter(str(Path(file.path).parent) for file in files if file.name != "__init__")
    return [f"{room}: {count} modules" for room, count in rooms.items() if count > MODULES_IN_ROOM]


def long_pages(pages: Iterable[tuple[str, str]], limit: int) -> list[str]:
    return [path for path, text in pages if len(text.splitlines()) > limit]


def test_no_module_is_too_long() -> None:
    assert too_long(modules("src"), LINES_IN_SOURCE) == []
    assert too_long(modules("tests"), LINES_IN_TEST) == []


def test_no_room_is_crowded() -> None:
    assert crowded(modules("src")) == []


def test_decision_records_and_manners_stay_short() -> None:
    read = {p: (ROOT / p).read_text(encoding="utf-8") for p in kept_files() if p.endswith(".md")}
    decisions = [(p, t) for p, t in read.items() if p.startswith("docs/decisions/")]
    assert decisions
    assert long_pages(decisions, LINES_IN_DECISION) == []
    assert long_pages([("CONTRIBUTING.md", read["CONTRIBUTING.md"])], LINES_IN_MANNERS) == []


def test_what_is_too_big_is_seen() -> None:
    long = Module("src/sortie/days/long.py", "x = 1\n" * (LINES_IN_SOURCE + 1))
    many = [Module(f"src/sortie/days/m{i}.py", "") for i in range(MODULES_IN_ROOM + 1)]

    assert too_long([long], LINES_IN_SOURCE)
    assert crowded(many)
    assert not crowded(many[1:])
    assert long_pages([("a.md", "line\n" * (LINES_IN_DECISION + 1))], LINES_IN_DECISION)
