"""Every page there is, reached by the links that the pages show, and looked at in a browser."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser as Chromium

from sortie import demonstration
from sortie.demonstration import SignIn
from sortie.web.demonstration.pages import PAGES
from tests.web.demonstration.test_front import FRONT, sends
from tests.web.opening import NARROW, WIDE, Window, served, window_of
from tests.web.signing import Browser

# One of each capacity that a post can have; nobody is left out.
ONE_OF_EACH = tuple({each.role: each for each in reversed(demonstration.SIGN_INS)}.values())
# How many addresses of one page are followed, for the links that only some of them show.
OF_A_PAGE, OF_A_CASE = 3, 20
ONLY_SIGNED_OUT = ("/sign-in/", "/sign-in/first-time/", FRONT)
# What no link leads to while one is signed in, each tested where it is made.
ELSEWHERE = {
    "second_factor": "between a password and the code",
    "confirm": "before the keys of an account change",
    "provider_back": "where another provider sends people back",
    "filed": "once an application is filed",
    "facts": "while a fact waits for those who decide",
    "figures_year": "the figures of another year, once two are told",
    "planning_calendar": "a calendar, at an address that is a secret",
}


@dataclass
class Links(HTMLParser):
    """The addresses that a page leads to by a link."""

    found: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs).get("href") or ""
        if tag == "a" and told.startswith("/"):
            self.found.append(told.partition("#")[0])


def links_of(page: str) -> list[str]:
    reader = Links()
    reader.feed(page)
    return reader.found


def page_at(address: str) -> str:
    """Return the name of the page of an address, empty if it is none of ours."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    return "" if found.namespace else str(found.url_name)


def walk(browser: Browser, start: str) -> Iterator[tuple[str, str, int]]:
    """Yield the pages that links lead to, a few addresses of each, with what was answered.

    What is no page has a status below zero.
    """
    waiting, met, times = deque([start]), {start}, Counter[str]()
    while waiting:
        address = waiting.popleft()
        name = page_at(address)
        times[name] += 1
        if times[name] > (OF_A_CASE if name == "case" else OF_A_PAGE):
            continue
        answer = browser.get(address)
        taken = answer.headers.get("Content-Disposition", "").startswith("attachment")
        shown = answer.headers["Content-Type"].startswith("text/html") and not taken
        # Where a reason is asked for first, the page that asks for it is what a link leads to.
        asks = answer.status_code == 403 and b'name="reason"' in answer.content
        yield name, address, 303 if asks else answer.status_code if shown else -answer.status_code
        if answer.status_code in (301, 302, 303):
            more = [answer["Location"]]
        else:
            more = links_of(answer.content.decode()) if shown else []
        fresh = [each for each in dict.fromkeys(more) if each not in met and each.startswith("/")]
        met.update(fresh)
        waiting.extend(fresh)


def entered(who: SignIn) -> Browser:
    browser = Browser(None, "fr")
    assert sends(browser, FRONT, "/demonstration/enter/", account=who.account) == "/"
    return browser


@cache
def reached() -> tuple[dict[str, tuple[SignIn | None, str]], frozenset[str]]:
    """Return for each page who reached it first, and at which address; and what gave a file.

    It is walked once a process.

    The trap: the first to ask has the demonstration open. Its addresses are those of every copy.
    """
    found: dict[str, tuple[SignIn | None, str]] = {}
    files, dead = set[str](), []
    for who in (None, *ONE_OF_EACH):
        browser = Browser(None, "fr") if who is None else entered(who)
        for start in ONLY_SIGNED_OUT if who is None else ("/",):
            for name, address, status in walk(browser, start):
                if status == 200:
                    found.setdefault(name, (who, address))
                elif status == -200:
                    files.add(name)
                elif status not in (301, 302, 303):
                    dead.append(f"{who.role if who else 'nobody'} {address}: {status}")
    assert not dead, "\n".join(dead)
    return found, frozenset(files)


@pytest.mark.usefixtures("lived_in")
def test_links_lead_to_every_page_and_every_link_leads_somewhere() -> None:
    shown = {page.name for page in PAGES if page.show is not None}
    found, files = reached()
    missing = sorted(shown - set(found) - files - set(ELSEWHERE))
    assert not missing, " ".join(missing)


def opened_by(chromium: Chromium, site: str, who: SignIn | None, language: str) -> Window:
    window = window_of(chromium, site, None, language)
    if who is not None:
        window.open(FRONT).click(f'button[name="account"][value="{who.account}"]')
    return window


@pytest.mark.usefixtures("lived_in")
@pytest.mark.loopback
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_has_a_fault_in_a_browser(chromium: Chromium, language: str) -> None:
    by_whom: dict[str, tuple[SignIn | None, list[str]]] = {}
    for who, address in reached()[0].values():
        by_whom.setdefault(who.account if who else "", (who, []))[1].append(address)
    wrong: dict[str, list[str]] = {}
    with served() as site:
        for who, addresses in by_whom.values():
            window = opened_by(chromium, site, who, language)
            wrong |= {f"{at} {width}": found for at, width, found in looked_at(window, addresses)}
            window.context.close()
    assert wrong == {}


def looked_at(window: Window, addresses: list[str]) -> Iterator[tuple[str, int, list[str]]]:
    """Yield the faults of each address that has some, wide and narrow."""
    for address in addresses:
        for size in (WIDE, NARROW):
            window.page.set_viewport_size({"width": size["width"], "height": size["height"]})
            window.open(address)
            if faults := window.faults():
                yield address, size["width"], faults
            window.complaints.clear()
