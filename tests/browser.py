"""A real browser, one for a process of tests, and axe, which measures what it shows."""

import json
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.register.strangers.presence import absent

NODE = Path(__file__).parent / "node"
AXE = NODE / "node_modules/axe-core/axe.min.js"
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@cache
def executable() -> str:
    """Return where Chromium is on this machine, empty if nowhere."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), "")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run: its driver cannot be started twice in a process."""
    if not executable():
        absent("chromium", "its Debian package is of that name")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(_QUIET))
        yield browser
        browser.close()


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page against the rules of accessibility."""
    if not AXE.is_file():
        absent("axe-core", "npm ci --ignore-scripts --prefix tests/node")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    return [
        f"{each['id']}: {each['help']} ({json.dumps([n['html'] for n in each['nodes']])})"
        for each in found["violations"]
    ]
