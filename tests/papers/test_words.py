"""The words of the papers: the same in both languages, none unused, none wanting."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from sortie import papers, words
from sortie.words.sentences.papers import SENTENCES
from tests.house.tree import Module, modules

HOLE = re.compile(r"%\((\w+)\)s")


def said_in(module: Module) -> Iterator[re.Pattern[str]]:
    """Yield what a key may be, for each text of a module that says enough of one."""
    for node in ast.walk(module.tree):
        parts: list[str | None] = []
        if isinstance(node, ast.JoinedStr):
            parts = [
                str(each.value) if isinstance(each, ast.Constant) else None for each in node.values
            ]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = [node.value]
        told = "".join(each or "" for each in parts).removeprefix("paper.").strip(".")
        if len(told) > 1:
            shape = "".join(".*" if each is None else re.escape(each) for each in parts)
            yield re.compile(rf"(?:paper\.)?{shape}")


def unused(keys: Iterable[str], files: Iterable[Module]) -> list[str]:
    patterns = [each for module in files for each in said_in(module)]
    return [key for key in keys if not any(each.fullmatch(key) for each in patterns)]


def test_both_languages_say_the_same_things_with_the_same_holes() -> None:
    assert SENTENCES["fr"].keys() == SENTENCES["en"].keys()
    for key, french in SENTENCES["fr"].items():
        assert set(HOLE.findall(french)) == set(HOLE.findall(SENTENCES["en"][key])), key


def test_no_sentence_of_the_papers_is_left_unused() -> None:
    keys = [key for key in SENTENCES["fr"] if key.startswith("paper.")]
    assert unused(keys, modules("src/sortie/papers")) == []


def test_a_sentence_that_nobody_says_is_seen() -> None:
    module = Module("src/sortie/papers/a.py", 'say(f"told.{each}")\nsay("page")\n')
    assert unused(["paper.told.to", "paper.page", "paper.foot"], [module]) == ["paper.foot"]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_refusal_has_a_sentence_that_takes_its_facts(lang: str) -> None:
    for kind in papers.PapersError.__subclasses__():
        holes = dict.fromkeys(vars(kind)["__dataclass_fields__"], "x")
        said = words.tongue(lang).say(kind.code, **holes)
        assert said[0].isupper()
        assert said.endswith(".")


def test_no_sentence_bears_a_mark_of_the_state() -> None:
    for sentence in SENTENCES["fr"].values():
        assert "République française" not in sentence
        assert "au nom du peuple" not in sentence.lower()
