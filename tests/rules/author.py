"""An author who writes a rule with a mistake in it, and reads what the engine says."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from sortie.rules import AuthorMistake, Book
from tests.rules.library import Member

IMPORTS = """\
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Annotated

from sortie.days import Length, MonthEnd, Over, months
from sortie.rules import Reading, Under, rule
from tests.rules.library import *
from tests.rules.library import dated, grown_up, may_borrow, valid

A_YEAR = months(12, MonthEnd.LAST_DAY)
THIRTY_DAYS = timedelta(days=30)
EVERY_CARD = {Card.CHILD: 1, Card.ADULT: 2}
SOME_LISTS = [[Card.CHILD]]
def plain(p, day): return True
"""
A_RULE = '''
@rule("library.new", cites=("text.1",), since="2005-01-01")
def new(p: Member, day: date) -> bool:
    """La règle est nouvelle (the rule is new)."""
'''


def refuses(folder: Path, said: str, *, at: str, found: str, instead: str) -> None:
    """Check that a rule that says this is refused, pointing at a place, with a way out."""
    body = "\n".join(f"    {line}" for line in f"return {said}".splitlines())
    refuses_module(folder, A_RULE + body, at=at, found=found, instead=instead)


def refuses_module(folder: Path, written: str, *, at: str, found: str, instead: str) -> None:
    """Check that a module is refused when its rules are made, or when the book is."""
    file = folder / "written.py"
    file.write_text(f"{IMPORTS}{written}\n", encoding="utf-8")
    with pytest.raises(AuthorMistake) as refusal:
        book_of(file)
    mistake = refusal.value
    lines = file.read_text("utf-8").splitlines()

    assert mistake.file == str(file)
    assert lines[mistake.line - 1][mistake.column :].startswith(at)
    assert found in mistake.found
    assert instead in mistake.instead
    place, source, caret, way_out = str(mistake).splitlines()
    assert place.startswith(f"{file}:{mistake.line}:{mistake.column + 1}: ")
    assert source[caret.index("^") :].startswith(at)
    assert way_out == f"    Instead: {mistake.instead}"


def accepts(folder: Path, said: str) -> None:
    """Check that a rule that says this is read."""
    file = folder / "written.py"
    file.write_text(f"{IMPORTS}{A_RULE}    return {said}\n", encoding="utf-8")
    assert "library.new" in book_of(file).rules


def book_of(file: Path) -> Book:
    """Return the book of the rules that a module makes under the names new and others."""
    spec = spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    names = vars(module)
    rules = [names[name] for name in ("new", "other") if name in names]
    return Book(names.get("Record", Member), rules)
