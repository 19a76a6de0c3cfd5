"""Both languages say the same things: same keys, same holes, nothing without words."""

import re
from collections.abc import Mapping
from types import ModuleType

import pytest

from sortie import facts, law
from sortie.cli.answer_page import CONTEXT
from sortie.law.france.vocabulary import FRENCH
from sortie.rules import Test as Question
from sortie.rules import fields_of, walk
from sortie.words import NARROW, tongue
from sortie.words.sentences import (
    help_en,
    help_fr,
    names_en,
    names_fr,
    procedure_en,
    procedure_fr,
    refusals_en,
    refusals_fr,
    rules_en,
    rules_fr,
    screen_en,
    screen_fr,
    sentence_en,
    sentence_fr,
)

HOLE = re.compile(r"%\((\w+)\)s")
PAIRS = [
    (screen_fr.SENTENCES, screen_en.SENTENCES),
    (refusals_fr.SENTENCES, refusals_en.SENTENCES),
    (help_fr.SENTENCES, help_en.SENTENCES),
    (sentence_fr.SENTENCES, sentence_en.SENTENCES),
    (procedure_fr.SENTENCES, procedure_en.SENTENCES),
]
TABLES = ["LEAVES_SHORT", "PURPOSES", "AUTHORITIES", "SEEN", "FACTS", "FIELDS", "PATHS", "FAMILIES"]


def asking_rules() -> set[str]:
    """Return the rules that look at a fact themselves: those a finding may name."""
    found = set()
    for rule in law.france.BOOK.rules.values():
        for version in rule.versions:
            parts: list[object] = []
            walk(law.france.BOOK.trees[id(version)], parts.append)
            if any(isinstance(part, Question) for part in parts):
                found.add(rule.id)
    return found


@pytest.mark.parametrize(("french", "english"), PAIRS)
def test_the_sentences_have_the_same_keys_and_holes(
    french: Mapping[str, str], english: Mapping[str, str]
) -> None:
    assert french.keys() == english.keys()
    for key, sentence in french.items():
        assert set(HOLE.findall(sentence)) == set(HOLE.findall(english[key])), key


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_name_the_same_things(table: str) -> None:
    assert getattr(names_fr, table).keys() == getattr(names_en, table).keys()


def test_every_cause_and_expectation_of_a_fault_has_its_sentence() -> None:
    assert {cause.value for cause in facts.Cause} <= refusals_fr.SENTENCES.keys()
    assert {f"wanted.{wanted.value}" for wanted in facts.Wanted} <= refusals_fr.SENTENCES.keys()


def test_every_rule_that_may_be_a_reason_says_both_that_it_is_met_and_that_it_is_not() -> None:
    assert rules_fr.MET_OR_NOT.keys() == rules_en.MET_OR_NOT.keys()
    assert asking_rules() <= rules_fr.MET_OR_NOT.keys()
    assert rules_fr.MET_OR_NOT.keys() <= law.france.BOOK.rules.keys()
    assert CONTEXT.keys() <= rules_fr.MET_OR_NOT.keys()


@pytest.mark.parametrize("words", [rules_fr.MET_OR_NOT, rules_en.MET_OR_NOT])
def test_a_reason_is_a_whole_sentence(words: Mapping[str, tuple[str, str]]) -> None:
    for rule, pair in words.items():
        for sentence in pair:
            assert sentence[0].isupper(), rule
            assert sentence.endswith("."), rule


@pytest.mark.parametrize("names", [names_fr, names_en])
def test_everything_the_law_may_answer_has_a_name(names: ModuleType) -> None:
    assert {route.code for route in law.france.ROUTES} == names.LEAVES_SHORT.keys()
    assert FRENCH.purposes | {""} == names.PURPOSES.keys()
    assert fields_of(law.france.Person).keys() <= names.FIELDS.keys()
    families = {rule.split(".")[1] for rule in law.france.BOOK.rules}
    assert families <= names.FAMILIES.keys()
    assert FRENCH.incident_kinds <= names.SEEN.keys()
    assert FRENCH.units - {"ordinary"} <= names.SEEN.keys()


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_sentence_is_left_with_a_hole(code: str) -> None:
    speech = tongue(code)
    for key, sentence in speech.sentences.items():
        said = speech.say(key, **dict.fromkeys(HOLE.findall(sentence), "x"))
        assert "%" not in said.replace("%%", ""), key


def test_french_is_spaced_as_french_and_english_is_not() -> None:
    assert tongue("fr").spaced("« ainsi » : oui") == f"«{NARROW}ainsi{NARROW}»{NARROW}: oui"
    assert tongue("en").spaced("so : yes") == "so : yes"


def test_nothing_says_that_a_leave_is_granted() -> None:
    for french, english in PAIRS[:1]:
        said = " ".join(english.values())
        assert "granted" not in said
        assert "accordée" not in " ".join(french.values())
