"""A real browser before a real server, on this machine only: what a person sees and hears of."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from sortie.casework import Actor
from sortie.web.authority import Acting
from tests.browser import violations
from tests.web.signing import header_of

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 800}


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (named by the library)
        pass


@contextmanager
def served() -> Iterator[str]:
    """Serve the site on a free port of this machine, and give its address."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), _Silent)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(slots=True)
class Window:
    """One person's window: what it shows, and everything that went wrong in it."""

    context: BrowserContext
    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(self.address + path)
        return self.page

    def another(self) -> "Window":
        """Open a second tab of the same person."""
        return watched(self.context, self.address)

    def violations(self) -> list[str]:
        """Return what axe finds on the page now."""
        return violations(self.page)

    def faults(self) -> list[str]:
        """Return everything wrong: complaints of the browser, axe, a page wider than its window."""
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        found = [*self.complaints, *self.violations()]
        return [*found, f"scrolls sideways by {wide}"] if wide > 0 else found


def watched(context: BrowserContext, address: str) -> Window:
    """Open a tab, and note what the browser complains of and what it asks of others."""
    window = Window(context, context.new_page(), address)
    page, said = window.page, window.complaints
    page.on("console", lambda message: None if _of_the_page(message, page)
            else said.append(f"console: {message.text}"))  # fmt: skip
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    # What the browser let go of itself, to go on to another page, did not fail.
    page.on("requestfailed", lambda request: None if request.failure == "net::ERR_ABORTED"
            else said.append(f"failed: {request.url}"))  # fmt: skip
    page.on("request", lambda request: None if request.url.startswith((address, "data:"))
            else said.append(f"elsewhere: {request.url}"))  # fmt: skip
    return window


def _of_the_page(message: ConsoleMessage, page: Page) -> bool:
    """Whether the browser only says that the page itself was refused, as the page says too."""
    refused = message.text.startswith("Failed to load resource") and "status of 4" in message.text
    return refused and message.location["url"].split("#")[0] == page.url.split("#")[0]


def window_of(
    browser: Chromium, address: str, who: Actor | Acting | None, language: str, **more: Any
) -> Window:
    """Open a window for someone: ``viewport``, ``color_scheme``, ``java_script_enabled``…"""
    options: dict[str, Any] = {"viewport": WIDE, "reduced_motion": "reduce", **more}
    context = browser.new_context(locale=language, extra_http_headers=header_of(who), **options)
    return watched(context, address)
