"""The first page of the demonstration: every post, one button each, and the real door beside it."""

import html
import re

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Browser as Browsers

from sortie import demonstration
from sortie.web.accounts.models import Account
from sortie.web.accounts.posts import acting_of, posts_of
from sortie.web.authority import ACTIONS
from sortie.web.demonstration.opening import PASSWORD
from sortie.web.demonstration.pages import OWN
from sortie.web.pages import PAGES
from tests.demonstration.dockets import AT
from tests.web.opening import NARROW, served, window_of
from tests.web.signing import Browser

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FRONT = "/demonstration/"


def sends(browser: Browser, page: str, to: str, **typed: str) -> str:
    """Send a form of a page as a browser would; return where it leads, or the status."""
    token = TOKEN.findall(browser.get(page).content.decode())[-1]
    answer = browser.post(to, {"csrfmiddlewaretoken": token, **typed})
    return answer.headers.get("Location", str(answer.status_code))


def code_of(browser: Browser, email: str) -> str:
    page = browser.get(FRONT).content.decode()
    found = re.search(rf"<td>{re.escape(email)}</td>\s*<td><code>(\d+)</code>", page)
    assert found is not None
    return found[1]


@pytest.mark.usefixtures("opened")
def test_whoever_comes_is_led_to_the_first_page() -> None:
    answer = Browser(None, "fr").get("/")
    assert answer["Location"] == "/demonstration/?next=%2F"


@pytest.mark.usefixtures("opened")
def test_every_post_has_one_button_and_one_address() -> None:
    page = Browser(None, "fr").get(FRONT).content.decode()
    buttons = re.findall(r'name="account" value="([^"]+)"', page)

    assert buttons == [each.account for each in demonstration.SIGN_INS]
    assert [each.email for each in demonstration.SIGN_INS if each.email not in page] == []
    assert page.count(PASSWORD) == 1


@pytest.mark.usefixtures("opened")
def test_one_button_signs_in_whole_in_the_post() -> None:
    browser = Browser(None, "fr")
    for each in demonstration.SIGN_INS:
        assert sends(browser, FRONT, "/demonstration/enter/", account=each.account) == "/"

        page = browser.get("/", follow=True)
        assert page.status_code == 200
        shown = html.unescape(page.content.decode())
        assert f">{each.given_name} {each.family_name}</a>" in shown
        assert (f"<span>{each.of}</span>" in shown) is bool(each.of)


@pytest.mark.usefixtures("opened")
def test_the_real_door_opens_with_what_the_page_shows() -> None:
    browser, judge = Browser(None, "en"), "judge.courbevel@demonstration.invalid"
    assert "/second-factor/" in sends(
        browser, "/sign-in/", "/sign-in/", email=judge, password=PASSWORD
    )
    for code, leads in (("000000", "422"), (code_of(browser, judge), "/")):
        factor = "/sign-in/second-factor/"
        assert sends(browser, factor, factor, code=code, next="/") == leads


@pytest.mark.usefixtures("opened")
def test_only_the_invented_accounts_are_entered() -> None:
    browser = Browser(None, "fr")
    assert sends(browser, FRONT, "/demonstration/enter/", account="u-someone") == "404"
    assert sends(browser, FRONT, "/demonstration/enter/") == "404"


@pytest.mark.usefixtures("opened")
def test_a_post_reaches_what_the_docket_says() -> None:
    reached = ("prisons", "courts", "prisons_heard", "appeals_from", "clients", "followed")
    for each in demonstration.SIGN_INS:
        account = Account.objects.get(pk=each.account)
        (post,) = posts_of(account, AT)
        acting = acting_of(account, post, AT)
        for name in reached:
            assert getattr(acting, name) == frozenset(getattr(each, name)), (each.account, name)


def test_a_site_that_is_none_has_no_such_address() -> None:
    assert settings.SORTIE_FRONT == "sign_in"
    assert not {page.name for page in OWN} & {page.name for page in PAGES}
    for page in OWN:
        with pytest.raises(NoReverseMatch):
            reverse(page.name)


def test_its_pages_are_in_the_table() -> None:
    assert {page.action for page in OWN} <= set(ACTIONS)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_wrong_in_a_real_browser(chromium: Browsers, language: str) -> None:
    for more in ({}, {"viewport": NARROW}, {"color_scheme": "dark"}):
        with served() as address:
            shown = window_of(chromium, address, None, language, **more)
            shown.open("/")
            assert shown.faults() == [], more
            shown.context.close()
