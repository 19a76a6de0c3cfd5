"""In a real browser: a security key from end to end, and every page of the accounts whole."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import override_settings

from sortie.web.accounts import managing
from sortie.web.accounts.factors import totp
from sortie.web.accounts.models import Account, Arrival, SecurityKey
from sortie.web.accounts.signing import wall
from sortie.web.authority import Acting
from sortie.words import LANGUAGES
from tests.office import one_leave as leave
from tests.web.accounts.people import DAY, PASSWORD, post, with_telephone
from tests.web.accounts.visitors import Visitor
from tests.web.opening import NARROW, Window

Open = Callable[..., Window]
BY = Acting(account="admin", post="7", role="administrator")


@pytest.fixture
def people(sqlite_store: str) -> dict[str, Account]:
    """One who may do each thing, where a leave was granted."""
    assert sqlite_store
    for said in leave.until_granted("D-1", "P-1"):
        said.say()
    managing.record_place(leave.PRISON, "prison", "North", wall() - DAY)
    managing.record_place(leave.COURT, "court", "Court", wall() - DAY, reaches=[leave.PRISON])
    posts = {
        "admin": ("administrator", ""), "auditor": ("auditor", ""),
        "clerk": ("court_clerk", leave.COURT), "director": ("probation_director", leave.PRISON),
    }  # fmt: skip
    found = {}
    for name, (role, place) in posts.items():
        found[name] = with_telephone(name, wall() - DAY)
        post(found[name], role, place, wall() - DAY)
    lawyer = with_telephone("lawyer", wall() - DAY)
    managing.assign(post(lawyer, "lawyer", at=wall() - DAY), "P-1", wall(), by=BY)
    Arrival.objects.create(issuer="i", sub="s", said_name="Ada", first_at=wall())
    return found


@pytest.fixture
def by_name(site: str) -> Iterator[str]:
    """The address of the site by a name: a key is made for a name, never for a number."""
    with override_settings(ALLOWED_HOSTS=["localhost", "127.0.0.1", "testserver"]):
        yield site.replace("127.0.0.1", "localhost")


def session_of(who: Account) -> str:
    """Return the session of someone who signed in."""
    visitor = Visitor()
    visitor.sign_in(who)
    return str(visitor.cookies["session"].value)


def give_session(window: Window, session: str) -> None:
    cookie = {"name": "session", "value": session, "url": window.address}
    window.context.add_cookies([cookie])  # type: ignore[list-item]


def path_of(window: Window) -> str:
    return urlsplit(window.page.url).path


def test_signing_in_with_a_password_and_a_telephone(
    window: Open, people: dict[str, Account]
) -> None:
    opened = window(None, "fr")
    page = opened.open("/")
    assert path_of(opened) == "/sign-in/"
    page.get_by_label("Adresse électronique").fill("clerk@example.org")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Le code du téléphone").fill(totp.next_code(people["clerk"], wall()) or "")
    page.keyboard.press("Enter")
    page.wait_for_url("**/")

    assert page.locator("h1").count() == 1
    assert page.get_by_text("Clerk").count() == 1
    assert opened.faults() == []
    page.get_by_role("button", name="Se déconnecter").click()
    assert path_of(opened) == "/sign-in/"
    assert opened.faults() == []


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_waits_for_the_code_has_no_fault(window: Open, language: str) -> None:
    opened = window(None, language)
    page = opened.open("/sign-in/")
    page.locator("[name=email]").fill("clerk@example.org")
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/second-factor/**")
    assert page.locator("h1").count() == 1
    assert opened.faults() == []


def test_a_security_key_is_made_and_then_signs_in(
    window: Open, by_name: str, people: dict[str, Account]
) -> None:
    opened = window(None, "en")
    opened.address = by_name
    opened.complaints.clear()
    page = opened.page
    key = page.context.new_cdp_session(page)
    key.send("WebAuthn.enable")
    key.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "usb", "hasResidentKey": False,
        "hasUserVerification": False, "isUserVerified": False,
        "automaticPresenceSimulation": True,
    }})  # fmt: skip
    new, code = managing.open_account("Ada", "ada@example.org", wall())
    managing.give_post(new, "court_clerk", wall(), place=leave.COURT)

    page.goto(f"{by_name}/sign-in/first-time/")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("The code you were handed").fill(code)
    page.get_by_label("The password you choose").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("The name you give it").fill("blue")
    page.get_by_role("button", name="Add the key").click()
    page.get_by_role("link", name="They are written down").click()
    page.wait_for_url("**/")
    assert page.get_by_text("Ada").count() == 1
    assert SecurityKey.objects.get(account=new).name == "blue"

    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Use the key").click()
    page.wait_for_url("**/")
    assert page.get_by_text("Ada").count() == 1
    assert SecurityKey.objects.get(account=new).used_at is not None
    assert people
    assert [each for each in opened.complaints if not each.startswith("elsewhere")] == []


PAGES = [
    ("", "/sign-in/?next=/log/"),
    ("", "/sign-in/first-time/"),
    ("clerk", "/account/"),
    ("clerk", "/account/confirm/?next=/account/"),
    ("clerk", "/account/post/"),
    ("clerk", "/who-may/"),
    ("clerk", "/sign-in/new-factor/"),
    ("clerk", "/person/P-1/counsel/"),
    ("director", "/person/P-1/follow-up/"),
    ("admin", "/accounts/"),
    ("admin", "/accounts/{admin}/"),
    ("admin", "/places/"),
    ("auditor", "/log/"),
]


HOW: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "wide": (LANGUAGES, {}),
    "narrow": (("fr",), {"viewport": NARROW}),
    "dark": (("fr",), {"color_scheme": "dark"}),
    "without": (("fr",), {"java_script_enabled": False}),
}


@pytest.mark.parametrize("how", HOW)
def test_every_page_is_whole(window: Open, people: dict[str, Account], how: str) -> None:
    languages, options = HOW[how]
    for name in dict.fromkeys(name for name, _ in PAGES):
        session = session_of(people[name]) if name else ""
        for code in languages:
            opened = window(None, code, **options)
            if session:
                give_session(opened, session)
            for path in (path for who, path in PAGES if who == name):
                page = opened.open(path.format(admin=people["admin"].pk))
                assert page.locator("h1").count() == 1, path
                assert page.locator("html").get_attribute("lang") == code
                faults = opened.complaints if how == "without" else opened.faults()
                assert faults == [], (path, code)
