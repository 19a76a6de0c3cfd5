"""Rooms are entered by their front door, and call downstairs only."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, Module, modules

DOORS = {"cli"}
# Front doors of their own, beside the room's.
COUNTRIES = {
    "sortie.law.france", "sortie.words.office",
    # What only a run over many machines opens.
    "sortie.population.engines.spark",
    # What the programs ask goes through the table, the frame and the parts of the pages.
    "sortie.web.authority", "sortie.web.frame", "sortie.web.tokens", "sortie.web.tokens.keeping",
    "sortie.web.pages.cases", "sortie.web.pages.lists",
    # What counts in arrays or draws charts stands apart from what reads a reform.
    "sortie.reform.comparing", "sortie.reform.drawing", "sortie.reform.expecting",
    "sortie.reform.results", "sortie.reform.showing", "sortie.reform.telling",
}  # fmt: skip


def imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the dotted name and the name taken from it, for an import of the house."""
    match node:
        case ast.Import(names=names):
            found = [(alias.name, "") for alias in names]
        case ast.ImportFrom(module=str(module), names=names):
            found = [(module, alias.name) for alias in names]
        case _:
            found = []
    yield from ((module, name) for module, name in found if module.split(".")[0] == "sortie")


def side_doors(module: Module) -> list[str]:
    """Return the imports that reach into another room past its front door."""
    faults = []
    for node in ast.walk(module.tree):
        for dotted, _ in imported(node):
            parts = dotted.split(".")
            own_room = len(parts) > 1 and parts[1] == module.room
            if len(parts) > 2 and not own_room and dotted not in COUNTRIES:
                faults.append(f"{module.path}:{line_of(node)} imports {dotted}")
    return faults


def late_imports(module: Module) -> list[str]:
    """Return the imports inside functions; only a door may open a heavy room late."""
    if module.room in DOORS:
        return []
    return [
        f"{module.path}:{line_of(node)} imports inside {function.name}"
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def line_of(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of a copy of the house."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(folder / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_rooms_are_entered_by_their_front_door() -> None:
    assert [fault for module in modules("src/sortie") for fault in side_doors(module)] == []


def test_nothing_is_imported_inside_a_function_save_at_the_doors() -> None:
    assert [fault for module in modules("src/sortie") for fault in late_imports(module)] == []


def test_import_contracts_are_kept() -> None:
    done = contracts(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("from sortie.days.spans import Span", True),
        ("import sortie.days.spans", True),
        ("from sortie.days import Span", False),
        ("from sortie import days", False),
        ("from sortie.law.france import when", False),
        ("from sortie.law.france.leave import routes", True),
        ("from sortie.facts.tree import Tree", False),
    ],
)
def test_a_side_door_is_seen(text: str, *, caught: bool) -> None:
    assert bool(side_doors(Module("src/sortie/facts/sample.py", text))) is caught


def test_an_import_inside_a_function_is_seen_save_at_a_door() -> None:
    text = "def f():\n    import json\n"
    assert late_imports(Module("src/sortie/law/sample.py", text))
    assert not late_imports(Module("src/sortie/cli/sample.py", text))


@pytest.mark.parametrize(
    ("place", "text", "broken"),
    [
        ("days/upstairs.py", "from sortie import law", "Rooms call downstairs only"),
        ("utils/__init__.py", "", "Rooms call downstairs only"),
        ("register/dates.py", "from sortie import days", "The register stands alone"),
        ("facts/painted.py", "import rich", "Doors stay outside"),
        ("casework/rows.py", "import django", "Django lives in store and web"),
        ("cli/hand.py", "from sortie.store import writing", "Only the office writes"),
        ("office/rows.py", "from sortie.store import models", "Rows stay in the store"),
        ("law/arrays.py", "import numpy", "Only population and reform may count in arrays"),
    ],
)
def test_a_broken_contract_is_seen(tmp_path: Path, place: str, text: str, broken: str) -> None:
    empty_house(tmp_path, place, text)

    done = contracts(tmp_path)

    assert done.returncode == 1
    assert f"{broken} BROKEN" in done.stdout


def test_an_empty_house_keeps_every_contract(tmp_path: Path) -> None:
    empty_house(tmp_path, "errors.py", "")
    assert contracts(tmp_path).returncode == 0


def empty_house(folder: Path, place: str, text: str) -> None:
    """Build the rooms that must be there, with nothing in them but one sample."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    house = folder / "src/sortie"
    rooms = (
        "cli", "web", "words", "office", "store", "casework", "register", "law", "facts", "rules",
        "texts",
        "days",
    )  # fmt: skip
    for room in ("", *rooms, "store/writing", "store/models"):
        (house / room).mkdir(parents=True, exist_ok=True)
        (house / room / "__init__.py").touch()
    (house / "errors.py").touch()
    (house / place).parent.mkdir(exist_ok=True)
    (house / place).write_text(text, encoding="utf-8")
