"""Every code that a page of the accounts or of the table may show has its words."""

from collections.abc import Iterator

import pytest

from sortie import office
from sortie.web.accounts import errors
from sortie.web.accounts.errors import AccountsError
from sortie.web.accounts.journal import Kind
from sortie.web.accounts.models.posts import COUNSEL, FOLLOW_UP, KINDS
from sortie.web.accounts.pages.log import KINDS as SEEN
from sortie.web.authority import ACTIONS, ITSELF, POSTS, Relation
from sortie.words import LANGUAGES, tongue

WEAK = ("password_too_short", "password_too_common", "password_too_similar")
# Told by others: one by one for each fault, or by an answer that nothing is there.
APART = {"accounts.password_weak"}


def keys() -> Iterator[str]:
    yield from (f"role.{role}" for role in POSTS)
    yield from (f"relation.{each}" for each in Relation)
    fields = {field for action in ACTIONS.values() for field in action.fields}
    yield from (f"part.{each}" for each in sorted(fields - {ITSELF}))
    for action in ACTIONS:
        if action in office.VERBS:
            yield f"act.{action}"
        elif not action.startswith(("declared.", "at_sitting.")):
            yield f"does.{action}"
    yield from (f"place.{each}" for each in KINDS)
    yield from (f"seen.{each}" for each in SEEN)
    yield from (f"happening.{each}" for each in Kind)
    yield from (f"assigned.{each}" for each in (COUNSEL, FOLLOW_UP))
    yield from (f"accounts.password_weak.{each}" for each in WEAK)
    yield from (each.code for each in refusals() if each.code not in APART)


def refusals() -> list[type[AccountsError]]:
    found = [each for each in vars(errors).values() if isinstance(each, type)]
    return [each for each in found if issubclass(each, AccountsError) and each is not AccountsError]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words(language: str) -> None:
    sentences = tongue(language).sentences
    assert [key for key in keys() if key not in sentences] == []
    assert len(refusals()) > 10


@pytest.mark.parametrize("kind", refusals())
def test_a_sentence_names_only_what_its_refusal_knows(kind: type[AccountsError]) -> None:
    if kind.code in APART:
        return
    facts = {name: name.upper() for name in getattr(kind, "__annotations__", {}) if name != "code"}
    for language in LANGUAGES:
        assert tongue(language).say(kind.code, **facts)
