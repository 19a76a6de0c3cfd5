"""The words of the pages are the same in both languages, and no two families say the same key."""

import re
from collections import Counter
from importlib import import_module

import pytest

from sortie.words.sentences.web import FAMILIES

HOLE = re.compile(r"%\((\w+)\)s")


def sentences(family: str, language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(
        f"sortie.words.sentences.web.{family}_{language}"
    ).SENTENCES
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_say_the_same_things(family: str) -> None:
    french, english = sentences(family, "fr"), sentences(family, "en")
    assert list(french) == list(english)
    for key, sentence in french.items():
        assert set(HOLE.findall(sentence)) == set(HOLE.findall(english[key])), key


def test_no_key_is_said_by_two_families() -> None:
    count = Counter(key for family in FAMILIES for key in sentences(family, "fr"))
    assert [key for key, times in count.items() if times > 1] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_french_is_typed_with_plain_spaces_and_the_tongue_narrows_them(family: str) -> None:
    wrong = re.compile(r"\w[;!?:»](?:\s|$)|«\w|\u202f|…\w")
    for key, sentence in sentences(family, "fr").items():
        assert not wrong.search(sentence), f"{key}: {sentence}"
