"""A real browser, and what it says while a page is open: messages, failures, requests."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, sync_playwright

from sortie import register
from tests.register.strangers.presence import absent

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@cache
def executable() -> str:
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), "")


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserContext]:
    if not executable():
        absent("chromium", "its Debian package is of that name")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(QUIET))
        yield browser.new_context(locale="fr-FR")
        browser.close()


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
        if not AXE.is_file():
            absent("axe", "npm ci --ignore-scripts --prefix tests/register/page")
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("axe.run()")
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The page as someone keeps it: a file on a disk."""
    path = tmp_path / "verify.html"
    path.write_text(register.verifier_page(), encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium: BrowserContext, kept: Path) -> Iterator[Opened]:
    """The page, open from that file in French; nothing may have been said when the test ends."""
    found = Opened(chromium.new_page(), kept.as_uri())
    found.listen()
    found.page.goto(found.address)
    yield found
    found.page.close()
    assert found.heard == []
