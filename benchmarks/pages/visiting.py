"""Twenty people at once, each at their own pace, who follow the links that the pages show them."""

import random
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from benchmarks.pages.filling import User

# How long one looks at a page before the next, on average: a fast reader in a list.
THINKS = 3.0
_NEVER = ("/sign-out", "/language", "/static")


@dataclass(slots=True)
class Seen:
    """How long each page took, by its name, each file apart, and what was answered but by 200."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    odd: list[str] = field(default_factory=list)

    def every(self) -> list[float]:
        """Return the times of all pages."""
        return [each for times in self.took.values() for each in times]


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs).get("href") or ""
        if tag == "a" and told.startswith("/") and not told.startswith(_NEVER):
            self.found.append(told.partition("#")[0])


def visit(port: int, users: tuple[User, ...], *, pages: int, thinks: float = THINKS) -> Seen:
    """Return what each saw after so many pages each, all of them at once."""
    seen, lock = Seen(), threading.Lock()
    threads = [
        threading.Thread(target=_walk, args=(port, user, number, pages, thinks, seen, lock))
        for number, user in enumerate(users)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return seen


def _walk(  # noqa: PLR0913 (a thread takes its work as it is)
    port: int, user: User, number: int, pages: int, thinks: float, seen: Seen, lock: threading.Lock
) -> None:
    chance = random.Random(number)  # noqa: S311 (which link is followed)
    time.sleep(chance.random() * thinks)
    links: list[str] = []
    for turn in range(pages):
        path = "/" if not links or turn % 6 == 0 else chance.choice(links)
        start = time.perf_counter()
        # The server has let go of who thought for long: a browser connects again for each page.
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path, headers={"Cookie": user.cookie, "Accept-Language": "fr"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        took = time.perf_counter() - start
        shown = answer.getheader("Content-Type", "").startswith("text/html")
        with lock:
            if answer.status == 200:
                (seen.took if shown else seen.files)[_name(path)].append(took)
            else:
                to = answer.getheader("Location", "")
                seen.odd.append(f"{user.role} {path}: {answer.status} {to}")
        if shown:
            reader = _Links()
            reader.feed(body.decode())
            links = reader.found or links
        time.sleep(min(chance.expovariate(1 / thinks), 4 * thinks) if thinks else 0)


def _name(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).url_name or path
    except Resolver404:
        return path
