"""What a person without JavaScript does with a form: read what stands in it, change it, send it."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from tests.web.signing import Browser


class _Form(HTMLParser):
    """The inputs of the form that acts, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, list[str]] = {}
        self.inside = False
        self.select = ""
        self.first: str | None = None
        self.chosen = False
        self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = "data-draft" in said
        if not self.inside:
            return
        name = said.get("name", "")
        if tag == "input" and said.get("type") not in ("checkbox", "radio", "file"):
            self.held.setdefault(name, []).append(said.get("value", ""))
        elif tag == "input" and "checked" in said:
            self.held.setdefault(name, []).append(said.get("value", "on"))
        elif tag == "textarea":
            self.area = name
            self.held[name] = [""]
        elif tag == "select":
            self.select, self.first, self.chosen = name, None, False
        elif tag == "option" and self.select:
            self._option(said)

    def _option(self, said: Mapping[str, str]) -> None:
        value = said.get("value", "")
        if "selected" in said:
            self.held[self.select], self.chosen = [value], True
        elif self.first is None:
            self.first = value
            self.held.setdefault(self.select, [value])

    def handle_data(self, data: str) -> None:
        if self.area:
            self.held[self.area][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            self.held[self.area] = [self.held[self.area][0].removeprefix("\n")]
            self.area = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.inside = False


def held_in(page: Any) -> dict[str, list[str]]:
    """Return what the form of a page holds, by the names of its inputs."""
    parser = _Form()
    parser.feed(page.content.decode())
    return parser.held


def send(
    browser: Browser, path: str, typed: Mapping[str, str | list[str]], do: str = "send"
) -> Any:
    """Open a form, type in it, and send it as it then stands."""
    return send_on(browser, path, browser.get(path), typed, do)


def send_on(
    browser: Browser, path: str, page: Any, typed: Mapping[str, str | list[str]], do: str = "send"
) -> Any:
    """Type in a form that is already open, and send it."""
    return browser.post(path.partition("?")[0], {**held_in(page), **typed, "do": do})
