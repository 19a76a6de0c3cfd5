"""A real browser, and what it says while a page is open: messages, failures, requests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from sortie import register
from tests.browser import violations


@dataclass
class Opened:
    """The page in the browser. ``heard`` is all that it should never say."""

    page: Page
    address: str
    heard: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("console", lambda message: self.heard.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        if request.url.partition("#")[0] not in (self.address, "data:,"):
            self.heard.append(f"request: {request.url}")

    def verify(self, receipt: str, keys: str) -> None:
        self.page.fill("#keys", keys)
        self.page.fill("#receipt", receipt)
        self.page.click("button.main")
        self.page.wait_for_selector("#result:not([hidden])")

    def said(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def faults(self) -> list[str]:
        """Return what axe finds against the rules of accessibility."""
        return violations(self.page)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The page as someone keeps it: a file on a disk."""
    path = tmp_path / "verify.html"
    path.write_text(register.verifier_page(), encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium: Browser, kept: Path) -> Iterator[Opened]:
    """The page, open from that file in French; nothing may have been said when the test ends."""
    found = Opened(chromium.new_page(locale="fr-FR"), kept.as_uri())
    found.listen()
    found.page.goto(found.address)
    yield found
    found.page.close()
    assert found.heard == []
