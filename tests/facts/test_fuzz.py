"""Whatever is typed, a case is read or refused with its faults: nothing else happens."""

import json
from copy import deepcopy
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import facts
from tests.facts.files import ENGLISH, FRENCH_TEXT, read

WHOLE: dict[str, Any] = yaml.load(ENGLISH, Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
WORDS = [
    *("none", "life", "yes", "null", "P1Y", "P0D", "2020-01-01", "2020-02-30", "1e999", "fr"),
    *("2020-01-01T10:00", "aucune", "oui", "\x00", "\ud800", "\u202e", "0", "<<", "&a", "*a", "!x"),
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=3),
    st.text(max_size=8),
    st.sampled_from(WORDS),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["from", "until", "du", "kind", "x", ""]), inner)
        | st.dictionaries(SCALARS.filter(lambda key: key == key), inner, max_size=2)
    ),
    max_leaves=6,
)


def faults_or_case(document: object) -> tuple[facts.Fault, ...] | facts.CaseFile:
    try:
        return read(document)
    except facts.CaseRefused as refused:
        return refused.faults


def read_or_refused(document: object) -> None:
    found = faults_or_case(document)
    if isinstance(found, facts.CaseFile):
        canonical = facts.to_canonical(found)
        assert read(json.loads(json.dumps(canonical, ensure_ascii=False).encode())) == found
        return
    assert found
    for fault in found:
        assert str(fault).isprintable()
        assert len(fault.read) <= 500


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container of a document with each of its keys."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    here = [(value, key) for key in keys]
    deeper = [value[key] for key in keys if isinstance(value[key], dict | list)]
    return here + [place for inner in deeper for place in places(inner)]


@st.composite
def mutants(draw: st.DrawFn) -> dict[str, Any]:
    """The whole case with one to four values replaced, removed or renamed."""
    case = deepcopy(WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        container, key = draw(st.sampled_from(places(case)))
        match draw(st.sampled_from(["replace", "replace", "remove", "rename"])):
            case "replace":
                container[key] = draw(VALUES)
            case "remove":
                del container[key]
            case _ if isinstance(container, dict):
                container[draw(st.text(max_size=9))] = container.pop(key)
    return case


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """A whole file in either language with a few pieces cut out or put in."""
    text = draw(st.sampled_from([ENGLISH, FRENCH_TEXT]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 12))
        put = draw(st.sampled_from(["", "\n", "\t", ": ", "- ", "[", "}", "'", *WORDS]))
        text = text[:start] + put + text[end:]
    return text


@given(document=mutants())
def test_a_mutant_is_read_or_refused(document: dict[str, Any]) -> None:
    read_or_refused(document)


@given(text=broken_texts())
def test_a_broken_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@given(document=st.one_of(VALUES, st.text(), st.binary()))
@settings(max_examples=300)
def test_anything_at_all_is_read_or_refused(document: object) -> None:
    read_or_refused(document)


@given(text=st.text(alphabet="{}[]:,-&*!|>'\"%@`?#\n\t ab1", max_size=60))
@settings(max_examples=300)
def test_the_punctuation_of_yaml_is_read_or_refused(text: str) -> None:
    read_or_refused(text)
    read_or_refused("format: sortie/case@1\njurisdiction: fr\ntitle: " + text)


@given(document=VALUES, cut=st.integers(0, 200))
def test_json_texts_whole_or_cut_are_read_or_refused(document: object, cut: int) -> None:
    text = json.dumps({"format": "sortie/case@1", "custody": document}, default=str, skipkeys=True)

    read_or_refused(text)
    read_or_refused(text[:cut])
