"""The dictionary of the house and the French lists: every key and word has its translation."""

import tomllib
from dataclasses import fields

import pytest

from sortie import facts
from sortie.facts.schema import CASE
from sortie.facts.shapes import OrNone
from sortie.facts.structures import ListOf, Record
from sortie.law.france.vocabulary import FRENCH, OFFENCES

TABLES = tomllib.loads(facts.GLOSSARY.read_text("utf-8"))


def keys_of(shape: object) -> set[str]:
    if isinstance(shape, Record):
        return set(shape.keys).union(*(keys_of(key.shape) for key in shape.keys.values()))
    if isinstance(shape, ListOf):
        return keys_of(shape.item)
    return keys_of(shape.shape) if isinstance(shape, OrNone) else set()


def french_words() -> set[str]:
    lists = [getattr(FRENCH, field.name) for field in fields(FRENCH)]
    return {word for words in lists if isinstance(words, frozenset) for word in words}


def test_every_key_of_the_case_file_is_in_the_glossary_and_no_other() -> None:
    assert set(TABLES["keys"]) == keys_of(CASE)


def test_every_word_of_the_french_lists_is_in_the_glossary_and_no_other() -> None:
    common = {"none", "true", "false", "not_needed", "life"}

    assert set(TABLES["values"]) == french_words() | common


def test_no_french_word_stands_for_two_of_one_list() -> None:
    dictionary = facts.house_dictionary()
    for field in fields(FRENCH):
        words = getattr(FRENCH, field.name)
        if isinstance(words, frozenset):
            for word in words:
                for typed in dictionary.words_typed[word]:
                    assert dictionary.word(typed, words) == word


def test_french_keys_have_neither_accents_nor_spaces() -> None:
    assert all(typed.isascii() and typed.isidentifier() for typed in TABLES["keys"].values())


def test_the_dictionary_refuses_a_key_that_translates_another() -> None:
    with pytest.raises(facts.BrokenGlossary):
        facts.Dictionary.of({"keys": {"on": "since", "since": "depuis"}, "values": {}})


def test_the_dictionary_refuses_two_keys_with_one_translation() -> None:
    with pytest.raises(facts.BrokenGlossary):
        facts.Dictionary.of({"keys": {"on": "le", "is": "le"}, "values": {}})


def test_every_offence_but_the_last_resort_cites_its_articles() -> None:
    assert {name for name, cites in OFFENCES.items() if not cites} == {"other"}
