"""Every code a person can meet at the office has its words, in both languages."""

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum

import pytest

from sortie import casework, law, office, store
from sortie.cli.office import manual
from sortie.words import FRENCH_KEYS, HINDRANCE, VERBS, tongue
from sortie.words.sentences.office import SENTENCES
from tests.house.tree import ROOT, SOURCES

HOLE = re.compile(r"%\((\w+)\)s")
FRENCH, ENGLISH = SENTENCES["fr"], SENTENCES["en"]
WORDS: tuple[type[StrEnum], ...] = (
    casework.FilingForm, casework.OpinionSense, casework.BoardMode, casework.DecisionOutcome,
    casework.AppealOutcome, casework.Redating, casework.ExitKind, casework.SecondMeans,
    casework.WithdrawalGround, casework.VictimWish, law.Means,
)  # fmt: skip
CASEWORK = SOURCES / "casework"


def errors_of(*trees: type[Exception]) -> Iterator[str]:
    """Yield the codes of the errors that a person can meet, leaving out those told otherwise."""
    for tree in trees:
        for kind in tree.__subclasses__():
            yield str(vars(kind)["code"])


def found_in_source(folder: str, pattern: str) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in CASEWORK.glob(folder))
    return {name for text in texts for name in re.findall(pattern, text)}


def test_both_languages_have_the_same_sentences_with_the_same_holes() -> None:
    assert FRENCH.keys() == ENGLISH.keys()
    for key, sentence in FRENCH.items():
        assert set(HOLE.findall(sentence)) == set(HOLE.findall(ENGLISH[key])), key


def test_every_hindrance_has_its_sentence_with_the_holes_it_is_given() -> None:
    text = (CASEWORK / "errors.py").read_text(encoding="utf-8")
    given = dict(re.findall(r'    \w+ = "([\w.]+)"(?:  # (.*))?', text))
    for code in casework.Hindrance:
        key = HINDRANCE + code.value
        known = {name.strip() for name in given[code.value].split("(")[0].split(",")} - {""}
        assert set(HOLE.findall(FRENCH[key])) - {"cites"} <= known, key
    without = [code for code, holes in given.items() if "may be empty" in holes]
    assert without
    assert all(f"{HINDRANCE}{code}.open" in FRENCH for code in without)


@pytest.mark.parametrize(
    ("family", "codes"),
    [
        ("state", casework.State),
        ("role", casework.Role),
        ("anomaly", casework.AnomalyKind),
        ("why", store.Why),
        ("event", [casework.name_of(kind) for kind in casework.EVENTS]),
        ("cannot", [casework.name_of(kind) for kind in casework.ACTS]),
        ("verb", office.VERBS),
        ("import", office.Cannot),
        ("word", [each for words in WORDS for each in words]),
    ],
)
def test_every_code_has_its_words(family: str, codes: type[StrEnum]) -> None:
    missing = [code for code in codes if f"{family}.{code}" not in FRENCH]
    assert missing == []


def test_every_message_that_casework_leaves_has_a_name() -> None:
    kinds = found_in_source("messages.py", r'say\([^"]*?"(\w+)"')
    duties = {key.removeprefix("duty.") for key in tongue("fr").sentences if "duty." in key}
    duties = {name for name in duties if not name.startswith("when.")}
    assert len(kinds) > 20
    assert {kind for kind in kinds | duties if f"message.{kind}" not in FRENCH} == set()


def test_every_reason_of_an_anomaly_has_its_words() -> None:
    reasons = found_in_source("folding/*.py", r'Odd\(\s*AnomalyKind\.\w+,\s*"(\w+)"')
    reasons |= found_in_source("fold.py", r'Anomaly\(AnomalyKind\.\w+, [\w.]+, "(\w+)"')
    assert len(reasons) > 30
    assert {why for why in reasons if f"odd.{why}" not in FRENCH} == set()


def test_every_error_of_the_office_of_the_store_and_of_casework_has_its_sentence() -> None:
    told_otherwise = {"store.refused_before", "casework.refused", "office.sealing"}
    codes = set(errors_of(casework.CaseworkError, store.StoreError, office.OfficeError))
    assert codes - told_otherwise - FRENCH.keys() == set()
    assert {each.value for each in office.scripts.Amiss} <= FRENCH.keys()


def test_the_manual_knows_the_verbs_and_what_each_acts_on() -> None:
    assert set(VERBS) == office.VERBS.keys()
    for name, verb in office.VERBS.items():
        assert manual.target_of(name) == verb.target, name


def test_french_keys_are_those_of_the_scripts_and_each_means_one_thing() -> None:
    typed = tomllib.loads((SOURCES / "office/scripts/words.toml").read_text("utf-8"))["body"]
    assert {k: v for k, v in typed.items() if k in FRENCH_KEYS} == FRENCH_KEYS
    assert len(set(FRENCH_KEYS.values())) == len(FRENCH_KEYS)


def test_every_command_of_the_office_is_in_the_manual() -> None:
    page = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    named = [*manual.COMMANDS, *VERBS]
    assert [name for name in named if f"`{name}" not in page] == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_hindrance_reads_as_a_sentence_after_its_act(code: str) -> None:
    for key, sentence in SENTENCES[code].items():
        if key.startswith(HINDRANCE):
            assert not sentence.endswith("."), key
            assert sentence[0] in "«“%" or sentence[0].islower() or sentence[0].isdigit(), key
        if key.startswith("cannot."):
            assert sentence[0].isupper(), key
