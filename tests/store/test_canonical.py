"""A value is written in one way only, the same on both databases and for any reader."""

import json
from enum import StrEnum
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import store

TEXTS = st.text(st.characters(codec="utf-8"))
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


class Role(StrEnum):
    CLERK = "clerk"


@given(VALUES)
def test_what_is_written_is_read_back_and_written_again_the_same(value: object) -> None:
    text = store.canonical(value)
    assert json.loads(text) == value
    assert store.canonical(json.loads(text)) == text


@given(st.dictionaries(TEXTS, NUMBERS))
def test_the_order_of_the_keys_does_not_show(value: dict[str, int]) -> None:
    assert store.canonical(dict(reversed(value.items()))) == store.canonical(value)


@given(VALUES)
def test_a_mapping_that_is_no_dictionary_is_written_as_one(value: object) -> None:
    held = {"kept": value, "a": 1}
    assert store.canonical(MappingProxyType(held)) == store.canonical(held)


def test_the_text_is_that_of_rfc_8785() -> None:
    written = store.canonical(
        {"\u20ac": "Euro", "\r": '\u0000\u001f"\\/', "\ufb33": 1, "\U0001f600": (Role.CLERK, None)}
    )
    assert written == (
        '{"\\r":"\\u0000\\u001f\\"\\\\/","\u20ac":"Euro","\U0001f600":["clerk",null],"\ufb33":1}'
    )


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (1.0, "$"),
        ({"a": [1, float("nan")]}, "$.a[1]"),
        (2**53, "$"),
        ({"a": {"b": "\ud800"}}, "$.a.b"),
        ({1: 1}, "$"),
        ({"a": b"bytes"}, "$.a"),
        ({"a": {1, 2}}, "$.a"),
    ],
)
def test_what_has_no_single_text_is_refused_with_its_place(value: object, path: str) -> None:
    with pytest.raises(store.NotCanonical) as refused:
        store.canonical(value)
    assert refused.value.path == path
