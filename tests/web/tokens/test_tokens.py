"""A token is of one post, for a time, kept as a digest, and ended by its owner at once."""

from datetime import timedelta

import pytest

from sortie.web.accounts import managing
from sortie.web.accounts.journal import HappeningQuery, happenings
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import wall
from sortie.web.authority import Acting
from sortie.web.frame import now
from sortie.web.tokens import LAW, READ, SCOPES, WORK, wide_enough
from sortie.web.tokens.errors import TokenUnfit, TooManyTokens
from sortie.web.tokens.keeping import MOST, bearer_of, end, make, tokens_of
from sortie.web.tokens.models import Token
from tests.web.accounts import people
from tests.web.accounts.people import NORTH
from tests.web.accounts.visitors import Visitor, text_of

DAY = timedelta(days=1)
BY = Acting(account="admin", post="7", role="administrator")


@pytest.fixture
def clerk(sqlite_store: str) -> Account:  # noqa: ARG001 (opens the store)
    people.places()
    account = people.with_telephone("clerk", wall() - DAY)
    people.post(account, "prison_clerk", NORTH, wall() - DAY)
    return account


def made(account: Account, scope: str = WORK) -> str:
    post = account.posts.get()
    _, shown = make(post, "a program", scope, 7, wall())
    return shown


def test_a_token_acts_in_its_post_and_no_further(clerk: Account) -> None:
    shown = made(clerk, READ)
    managing.give_post(clerk, "auditor", wall() - DAY)

    bearer = bearer_of(shown, now())

    assert bearer is not None
    assert (bearer.acting.account, bearer.acting.role, bearer.scope) == (
        clerk.id, "prison_clerk", READ,
    )  # fmt: skip
    assert bearer.acting.prisons == frozenset({NORTH})


def test_nothing_kept_is_the_token(clerk: Account) -> None:
    shown = made(clerk)
    kept = Token.objects.values().get()
    assert shown not in str(kept)
    assert shown.removeprefix("sortie_") not in str(kept)
    assert bearer_of(shown[:-1] + ("A" if shown[-1] != "A" else "B"), now()) is None
    assert bearer_of("", now()) is None
    assert bearer_of("sortie_é", now()) is None


def test_it_ends_with_its_day_its_post_its_account_or_its_owner(clerk: Account) -> None:
    shown = made(clerk)
    assert bearer_of(shown, now()) is not None

    post = clerk.posts.get()
    assert bearer_of(shown, now() - 3 * DAY) is None  # before the post began
    held = tokens_of(clerk, wall()).get()
    Token.objects.filter(pk=held.pk).update(ends_at=wall(), made_at=wall() - DAY)
    assert bearer_of(shown, now()) is None

    second = made(clerk)
    managing.end_post(post, wall(), by=BY)
    assert bearer_of(second, now() + DAY) is None


def test_a_closed_account_has_no_program(clerk: Account) -> None:
    shown = made(clerk)
    Account.objects.filter(pk=clerk.pk).update(is_active=False)
    assert bearer_of(shown, now()) is None


def test_its_making_and_its_end_are_written_down(clerk: Account) -> None:
    shown = made(clerk)
    held = tokens_of(clerk, wall()).get()
    end(clerk, held.pk, wall())
    end(clerk, held.pk, wall())

    assert bearer_of(shown, now()) is None
    kinds = [each.kind for each in happenings(HappeningQuery(account=clerk.id))]
    assert kinds[:2] == ["token_ended", "token_made"]
    assert shown not in str(happenings(HappeningQuery(account=clerk.id)))


def test_the_token_of_another_is_not_ended(clerk: Account) -> None:
    shown = made(clerk)
    other = people.account("other")
    end(other, tokens_of(clerk, wall()).get().pk, wall())
    assert bearer_of(shown, now()) is not None


@pytest.mark.parametrize(
    ("name", "scope", "lasts"),
    [("", READ, 7), ("x" * 101, READ, 7), ("x", "all", 7), ("x", READ, 365), ("x", READ, 0)],
)
def test_what_is_not_offered_is_not_made(clerk: Account, name: str, scope: str, lasts: int) -> None:
    with pytest.raises(TokenUnfit):
        make(clerk.posts.get(), name, scope, lasts, wall())


def test_there_is_an_end_to_how_many_one_holds(clerk: Account) -> None:
    for _ in range(MOST):
        made(clerk)
    with pytest.raises(TooManyTokens):
        made(clerk)


def test_a_scope_holds_those_before_it() -> None:
    held = [(held, [each for each in SCOPES if wide_enough(held, each)]) for held in SCOPES]
    assert held == [(LAW, [LAW]), (READ, [LAW, READ]), (WORK, [LAW, READ, WORK])]
    assert not wide_enough("", LAW)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_made_shown_once_listed_and_ended_on_a_page(clerk: Account, language: str) -> None:
    visitor = Visitor(language)
    visitor.sign_in(clerk)
    post = clerk.posts.get()
    visitor.send("/account/post/", {"post": str(post.pk)})
    path = "/account/tokens/"

    page = visitor.send(path, {"do": "make", "name": "planner", "scope": READ, "lasts": "7"})

    assert page.status_code == 200
    shown = text_of(page).partition('value="sortie_')[2].partition('"')[0]
    assert bearer_of(f"sortie_{shown}", now()) is not None
    again = text_of(visitor.get(path))
    assert "planner" in again
    assert shown not in again
    held = tokens_of(clerk, wall()).get()
    assert visitor.send(path, {"do": "end", "token": str(held.pk)}).status_code == 303
    assert bearer_of(f"sortie_{shown}", now()) is None
    assert path in text_of(visitor.get("/account/"))


def test_a_second_factor_is_shown_again_before_a_token_is_made(clerk: Account) -> None:
    visitor = Visitor()
    visitor.sign_in(clerk)
    visitor.send("/account/post/", {"post": str(clerk.posts.get().pk)})
    session = visitor.session
    session["strong_at"] = (wall() - timedelta(hours=2)).isoformat()
    session.save()

    led = visitor.send("/account/tokens/", {"do": "make", "name": "x", "scope": READ, "lasts": "7"})

    assert led.status_code == 303
    assert led["Location"].startswith("/account/confirm/")
    assert not Token.objects.exists()


def test_what_is_wrong_is_told_on_the_page(clerk: Account) -> None:
    visitor = Visitor("en")
    visitor.sign_in(clerk)
    visitor.send("/account/post/", {"post": str(clerk.posts.get().pk)})
    page = visitor.send("/account/tokens/", {"do": "make", "name": " ", "scope": "", "lasts": "x"})
    assert page.status_code == 422
    assert "The token is not made" in text_of(page)
