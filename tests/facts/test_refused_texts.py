"""Texts that are refused before their facts are looked at, or beside them."""

import json

import pytest

from sortie.facts import Cause
from tests.facts.files import ENGLISH, a_case, faults_of, read, the_fault

HEAD = "format: sortie/case@1\njurisdiction: fr\n"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", Cause.EMPTY),
        ("# only a comment\n", Cause.EMPTY),
        ("---\n", Cause.EMPTY),
        (b"\xff\xfe\x00", Cause.NOT_UTF8),
        (HEAD.encode("utf-16"), Cause.NOT_UTF8),
        ("title: 'never closed\n", Cause.NOT_YAML),
        ("{", Cause.NOT_YAML),
        ("custody:\n\tremand: []\n", Cause.TAB_INDENT),
        ("title: a\x07b\n", Cause.CONTROL_CHARACTER),
        ("title: \ud800\n", Cause.CONTROL_CHARACTER),
        ("- a list\n", Cause.WRONG_TYPE),
        ("just words\n", Cause.WRONG_TYPE),
        ("42", Cause.WRONG_TYPE),
        (42, Cause.WRONG_TYPE),
        (None, Cause.WRONG_TYPE),
        (["format"], Cause.WRONG_TYPE),
        ("x" * 300_000, Cause.TOO_BIG),
        (b"x" * 300_000, Cause.TOO_BIG),
        ("a: " + "[" * 5_000, Cause.TOO_DEEP),
        ('{"a":' * 50_000, Cause.TOO_BIG),
        ('{"a":' * 30_000, Cause.TOO_DEEP),
    ],
)
def test_a_text_that_cannot_be_read_has_one_fault(text: object, cause: Cause) -> None:
    assert the_fault(text).code == cause


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("title: &a word\n", Cause.ANCHOR),
        ("title: !!python/object:os.system x\n", Cause.TAG),
        ("title: !!str 12\n", Cause.TAG),
        ("---\ntitle: again\n", Cause.SEVERAL_DOCUMENTS),
    ],
)
def test_the_tricks_of_yaml_are_refused_with_their_line(line: str, cause: Cause) -> None:
    fault = the_fault(HEAD + line)

    assert fault.code == cause
    assert fault.line == 3


def test_a_bomb_of_aliases_is_refused_without_growing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: [*a, *a, *a]\n" for i in range(100))

    causes = {fault.code for fault in faults_of(HEAD + bomb)}

    assert causes == {Cause.ANCHOR, Cause.ALIAS, Cause.UNKNOWN_KEY}


def test_a_key_typed_twice_is_refused_on_the_line_of_the_second() -> None:
    fault = the_fault(HEAD + "title: one\ntitle: two\n")

    assert (fault.code, fault.path, fault.line) == (Cause.KEY_TWICE, "title", 4)


def test_a_key_typed_twice_in_json_is_refused() -> None:
    fault = the_fault(
        '{"format": "sortie/case@1", "jurisdiction": "fr", "title": "a", "title": "b"}'
    )

    assert (fault.code, fault.path) == (Cause.KEY_TWICE, "title")


def test_a_key_typed_in_both_languages_is_typed_twice() -> None:
    fault = the_fault(a_case(title="one", titre="two"))

    assert (fault.code, fault.path) == (Cause.KEY_TWICE, "titre")


def test_a_key_that_is_not_a_text_is_refused() -> None:
    assert the_fault(a_case() | {1: "x"}).code == Cause.KEY_NOT_TEXT
    assert the_fault(HEAD + "? [a, b]\n: x\n").code == Cause.KEY_NOT_TEXT


def test_an_unknown_key_is_refused_and_the_nearest_is_offered() -> None:
    fault = the_fault(a_case(custody={"comitted_on": "2020-01-01"}))

    assert (fault.code, fault.path) == (Cause.UNKNOWN_KEY, "custody.comitted_on")
    assert fault.params["nearest"] == "committed_on"


def test_the_nearest_key_is_offered_in_the_language_it_was_typed_in() -> None:
    assert the_fault(a_case(detention={"pienes": []})).params["nearest"] == "peines"


@pytest.mark.parametrize("key", ["format", "jurisdiction"])
def test_the_format_and_the_jurisdiction_are_required(key: str) -> None:
    without = {name: value for name, value in a_case().items() if name != key}

    assert the_fault(without).code == Cause.KEY_MISSING
    assert the_fault(a_case() | {key: None}).code == Cause.KEY_MISSING
    assert the_fault(a_case() | {key: "de"}).params[key]


def test_every_fault_is_told_at_once_with_its_line() -> None:
    text = (
        ENGLISH.replace("1973-05-02", "1973-02-30")
        .replace("purpose: employer", "purpose: emploier")
        .replace("escorted: false", "escorted: no")
        .replace("length: P8Y", "length: P0D")
        .replace("returns_at: 2025-11-24T21:00", "returns_at: 2025-11-24T05:00")
    )

    told = [(fault.line, fault.path, fault.code) for fault in faults_of(text)]

    assert told == [
        (5, "person.born_on", Cause.NO_SUCH_DATE),
        (10, "custody.sentences[0].length", Cause.LENGTH_ZERO),
        (47, "application.purpose", Cause.NOT_IN_LIST),
        (49, "application.returns_at", Cause.END_BEFORE_START),
        (53, "application.escorted", Cause.WRONG_TYPE),
    ]


def test_the_path_spells_the_keys_as_their_author_did() -> None:
    fault = the_fault(a_case(detention={"peines": [{}, {"length": "8 ans"}]}))

    assert (fault.path, fault.read) == ("detention.peines[1].length", "8 ans")


def test_a_mapping_that_holds_itself_is_refused() -> None:
    endless = a_case()
    endless["custody"] = endless

    assert {fault.code for fault in faults_of(endless)} == {Cause.UNKNOWN_KEY}


def test_emoji_escaped_in_json_are_text() -> None:
    assert read(json.dumps(a_case(title="\U0001f642"))).title == "\U0001f642"
