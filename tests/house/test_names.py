"""Modules are named after what they know, and every name is plain English."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import Module, modules

BANNED = {
    "base", "common", "helper", "helpers", "manager", "managers", "misc", "shared", "stuff",
    "tools", "util", "utils",
}  # fmt: skip
AN_ARTICLE = re.compile(r"(?:art(?:icle)?_?)?[adlr]?_?\d{2,}(?:_\d+)*")
PROMISE = re.compile(r"\bTODO\b(?!\(#\d+\))")


def badly_named(module: Module) -> list[str]:
    """Return what is wrong with a module's name: banned, or that of an article."""
    if module.name in BANNED:
        return [f"{module.path}: name it after what it knows"]
    if AN_ARTICLE.fullmatch(module.name):
        return [f"{module.path}: articles are renumbered, rules are not"]
    return []


def identifiers(module: Module) -> Iterator[tuple[int, str]]:
    """Yield every name a module uses or makes, with its line."""
    for node in ast.walk(module.tree):
        for field in ("id", "name", "attr", "arg", "asname"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield getattr(node, "lineno", 0), name


def with_accents(module: Module) -> list[str]:
    return [f"{module.path}:{n} {name}" for n, name in identifiers(module) if not name.isascii()]


def promises(module: Module) -> list[str]:
    """Return the lines that put work off without an issue, or at all in the register."""
    pattern = re.compile(r"\bTODO\b") if module.path.startswith("src/sortie/register") else PROMISE
    lines = enumerate(module.text.splitlines(), 1)
    return [f"{module.path}:{number}" for number, line in lines if pattern.search(line)]


def test_modules_are_named_after_what_they_know() -> None:
    files = (*modules("src"), *modules("tests"))
    assert [fault for module in files for fault in badly_named(module)] == []


def test_names_take_no_accents() -> None:
    files = (*modules("src"), *modules("tests"))
    assert [fault for module in files for fault in with_accents(module)] == []


def test_no_work_is_put_off_without_an_issue() -> None:
    assert [fault for module in modules("src") for fault in promises(module)] == []


@pytest.mark.parametrize("name", ["utils", "common", "helpers", "d143", "art_723_3", "d49_39"])
def test_a_bad_module_name_is_seen(name: str) -> None:
    assert badly_named(Module(f"src/sortie/law/{name}.py", ""))


@pytest.mark.parametrize("name", ["before_2016", "spans", "served"])
def test_a_good_module_name_passes(name: str) -> None:
    assert not badly_named(Module(f"src/sortie/law/{name}.py", ""))


def test_an_accent_in_a_name_is_seen_and_not_in_a_sentence() -> None:
    assert with_accents(Module("src/sortie/law/a.py", "d\u00e9lai = 1\n"))
    assert not with_accents(Module("src/sortie/law/a.py", "x = 'd\u00e9lai'\n"))


def test_work_put_off_is_seen() -> None:
    later = "x = 1  # TO" + "DO: check\n"
    assert promises(Module("src/sortie/law/a.py", later))
    assert not promises(Module("src/sortie/law/a.py", later.replace(":", "(#12):")))
    assert promises(Module("src/sortie/register/a.py", later.replace(":", "(#12):")))
