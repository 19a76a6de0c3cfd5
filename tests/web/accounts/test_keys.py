"""A security key signs for this site, for what was asked just now, and is not a copy of itself."""

import json
from typing import Any

import pytest

from sortie.web.accounts.factors import Site, keys
from sortie.web.accounts.models import Account, SecurityKey
from tests.web.accounts.authenticator import SoftKey
from tests.web.accounts.people import NOON, account

SITE = Site("office.example.org", "https://office.example.org")
LOOKALIKE = "https://office.example.org.example.net"


def plain(asked: Any) -> Any:
    """Return what is asked as a browser gets it, through JSON."""
    return json.loads(json.dumps(asked))


@pytest.fixture
def held(sqlite_store: str) -> tuple[Account, SoftKey]:
    """Someone, and the key of theirs that the site knows."""
    assert sqlite_store
    someone, key = account(), SoftKey()
    asked, state = keys.ask_for_new(SITE, someone)
    assert keys.add(SITE, someone, plain(state), key.make(plain(asked), SITE.origin), "k", NOON)
    return someone, key


def test_a_key_passes_with_what_was_asked_of_it(held: tuple[Account, SoftKey]) -> None:
    someone, key = held
    for _ in range(2):
        asked, state = keys.ask(SITE, someone)
        answer = key.sign(plain(asked), SITE.origin, SITE.host)
        assert keys.passes(SITE, someone, plain(state), answer, NOON)


def test_an_answer_given_before_does_not_pass_again(held: tuple[Account, SoftKey]) -> None:
    someone, key = held
    asked, state = keys.ask(SITE, someone)
    answer = key.sign(plain(asked), SITE.origin, SITE.host)
    assert keys.passes(SITE, someone, state, answer, NOON)

    _, later = keys.ask(SITE, someone)
    assert not keys.passes(SITE, someone, later, answer, NOON)
    assert not keys.passes(SITE, someone, state, answer, NOON)
    assert not keys.passes(SITE, someone, None, answer, NOON)


@pytest.mark.parametrize(
    ("origin", "host"),
    [(LOOKALIKE, SITE.host), ("http://office.example.org", SITE.host),
     ("https://other.office.example.org", SITE.host), (SITE.origin, "example.org")],
)  # fmt: skip
def test_what_is_signed_for_another_site_does_not_pass(
    held: tuple[Account, SoftKey], origin: str, host: str
) -> None:
    someone, key = held
    asked, state = keys.ask(SITE, someone)
    assert not keys.passes(SITE, someone, state, key.sign(plain(asked), origin, host), NOON)


def test_a_key_that_counts_backwards_is_a_copy_and_does_not_pass(
    held: tuple[Account, SoftKey],
) -> None:
    someone, key = held
    copy = SoftKey(key.key, key.id)
    for _ in range(2):
        asked, state = keys.ask(SITE, someone)
        assert keys.passes(
            SITE, someone, state, key.sign(plain(asked), SITE.origin, SITE.host), NOON
        )

    asked, state = keys.ask(SITE, someone)
    answer = copy.sign(plain(asked), SITE.origin, SITE.host)
    assert not keys.passes(SITE, someone, state, answer, NOON)


def test_a_key_that_never_counts_passes_each_time(sqlite_store: str) -> None:
    assert sqlite_store
    someone, key = account(), SoftKey(counter=0)
    asked, state = keys.ask_for_new(SITE, someone)
    assert keys.add(SITE, someone, state, key.make(plain(asked), SITE.origin), "k", NOON)
    for _ in range(2):
        key.counter = -1
        asked, state = keys.ask(SITE, someone)
        assert keys.passes(
            SITE, someone, state, key.sign(plain(asked), SITE.origin, SITE.host), NOON
        )


def test_the_key_of_someone_else_does_not_pass(held: tuple[Account, SoftKey]) -> None:
    _, key = held
    other, own = account("other"), SoftKey()
    asked, state = keys.ask_for_new(SITE, other)
    assert keys.add(SITE, other, state, own.make(plain(asked), SITE.origin), "k", NOON)

    asked, state = keys.ask(SITE, other)
    assert not keys.passes(SITE, other, state, key.sign(plain(asked), SITE.origin, SITE.host), NOON)
    nobody = account("nobody")
    asked, state = keys.ask(SITE, nobody)
    assert not keys.passes(
        SITE, nobody, state, key.sign(plain(asked), SITE.origin, SITE.host), NOON
    )


def test_a_key_is_known_once_whoever_brings_it(held: tuple[Account, SoftKey]) -> None:
    _, key = held
    other = account("other")
    asked, state = keys.ask_for_new(SITE, other)

    assert not keys.add(SITE, other, state, key.make(plain(asked), SITE.origin), "k", NOON)
    assert SecurityKey.objects.count() == 1


@pytest.mark.parametrize("answer", [{}, [], "x", None, {"id": "a"}, {"id": 1, "rawId": 2}])
def test_what_is_no_answer_does_not_pass(held: tuple[Account, SoftKey], answer: object) -> None:
    someone, _ = held
    _, state = keys.ask(SITE, someone)
    assert not keys.passes(SITE, someone, state, answer, NOON)
    _, state = keys.ask_for_new(SITE, someone)
    assert not keys.add(SITE, someone, state, answer, "k", NOON)
