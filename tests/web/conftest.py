"""The pages under test: Django set up once with the whole site, before any store is opened."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Browser as Chromium

from sortie import demonstration
from sortie.casework import Actor
from sortie.web.authority import Acting
from sortie.web.site import configure
from sortie.web.site.whole import MIDDLEWARE, templates
from sortie.web.skins import SKINS
from tests.web.opening import Window, served, window_of
from tests.web.signing import SIGNED_IN, Browser
from tests.web.strictness import Undefined

ARRIVING = "sortie.web.site.arriving.arriving"

# In a worker that runs other tests too, the store then opens the same way with more tables.
os.environ.setdefault("SORTIE_SECRET", "a secret for the tests, and for nothing else")
# The driver of the browser runs a loop in the thread of the test; the store may be asked there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
configure(
    "sqlite:///never-opened.db",
    MIDDLEWARE=[one for each in MIDDLEWARE
                for one in ((each, SIGNED_IN) if each == ARRIVING else (each,))],
    ALLOWED_HOSTS=["testserver", "127.0.0.1"],
    SORTIE_COMPARISONS=demonstration.COMPARISONS,
    TEMPLATES=[{**each, "OPTIONS": {**each["OPTIONS"], "string_if_invalid": Undefined("%s")}}
               for each in templates(SKINS["neutral"])],
)  # fmt: skip


@pytest.fixture
def hold_at() -> Iterator[Callable[[datetime], None]]:
    """Hold the clock of the site still: ``hold_at(instant)``."""
    held: list[override_settings] = []

    def hold(instant: datetime) -> None:
        changed = override_settings(SORTIE_AT=instant)
        changed.enable()
        held.append(changed)

    yield hold
    for changed in reversed(held):
        changed.disable()


@pytest.fixture
def browse(sqlite_store: str) -> Callable[..., Browser]:  # noqa: ARG001 (opens the store)
    """Open a browser without JavaScript: ``browse(actor, "fr")``; without an actor, a stranger."""

    def open_(who: Actor | Acting | None = None, language: str = "fr") -> Browser:
        return Browser(who, language)

    return open_


@pytest.fixture
def site(sqlite_store: str) -> Iterator[str]:  # noqa: ARG001 (opens the store)
    """The address of the site, served to real browsers."""
    with served() as address:
        yield address


@pytest.fixture
def window(chromium: Chromium, site: str) -> Iterator[Callable[..., Window]]:
    """Open a real window: ``window(actor, "fr", viewport=NARROW, color_scheme="dark")``."""
    opened: list[Window] = []

    def open_(who: Actor | Acting | None = None, language: str = "fr", **more: Any) -> Window:
        found = window_of(chromium, site, who, language, **more)
        opened.append(found)
        return found

    yield open_
    for each in opened:
        each.context.close()
