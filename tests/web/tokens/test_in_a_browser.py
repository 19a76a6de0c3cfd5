"""In a real browser: a token from its making to its end, and the page that programs are read on."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sortie.web.accounts.signing import wall
from sortie.web.frame import now
from sortie.web.tokens.keeping import bearer_of
from sortie.words import LANGUAGES
from tests.web.accounts import people
from tests.web.accounts.people import NORTH
from tests.web.accounts.visitors import Visitor
from tests.web.opening import NARROW, Window

Open = Callable[..., Window]
DAY = timedelta(days=1)
WAYS: tuple[dict[str, object], ...] = ({}, {"viewport": NARROW}, {"color_scheme": "dark"})

pytestmark = pytest.mark.loopback


@pytest.fixture
def session(sqlite_store: str) -> str:  # noqa: ARG001 (opens the store)
    """The session of a clerk who acts in a post."""
    people.places()
    account = people.with_telephone("clerk", wall() - DAY)
    held = people.post(account, "prison_clerk", NORTH, wall() - DAY)
    visitor = Visitor()
    visitor.sign_in(account)
    visitor.send("/account/post/", {"post": str(held.pk)})
    return str(visitor.cookies["session"].value)


def opened(window: Open, session: str, language: str, **way: object) -> Window:
    found = window(None, language, **way)
    found.context.add_cookies([{"name": "session", "value": session, "url": found.address}])
    return found


def test_a_token_is_made_and_ended_with_the_keyboard(window: Open, session: str) -> None:
    found = opened(window, session, "en")
    page = found.open("/account/tokens/")
    page.get_by_label("For which program").fill("planner")
    page.get_by_label("Read the cases of the post and do the acts").check()
    page.get_by_label("For how long").select_option("30")
    page.get_by_role("button", name="Make the token").press("Enter")

    shown = page.get_by_label("The token", exact=True).input_value()
    assert found.faults() == []
    assert bearer_of(shown, now()) is not None
    page.get_by_role("button", name="End the token planner").press("Enter")
    page.get_by_text("No token runs.").wait_for()
    assert bearer_of(shown, now()) is None
    assert found.faults() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_whole_in_every_way(window: Open, session: str, language: str) -> None:
    for way in WAYS:
        found = opened(window, session, language, **way)
        for path in ("/account/tokens/", "/api/v1/", "/account/"):
            found.open(path)
            assert found.faults() == [], (path, way)
