"""Take the pictures of the README: ``make screenshots``.

The demonstration is served as anyone opens it, and looked at in Chromium by the posts it shows; the
pictures bear the day on which they are taken. ``docs/screenshots`` is replaced as a whole.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from sortie.demonstration import SIGN_INS

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.browser import executable

FOLDER = Path(__file__).parent / "screenshots"
PORT = 8_731


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: who looks at it, the link they follow from their day, what of it is shown."""

    name: str
    role: str
    follows: str = ""
    shows: str = ""


# The case that the first page of the demonstration names.
ACCEPTANCE = 'a[href^="/case/D-"]'
PICTURES = (
    Picture("my-day", "court_clerk"),
    Picture("case", "enforcement_judge", ACCEPTANCE),
    Picture("timeline", "enforcement_judge", ACCEPTANCE, shows="#timeline"),
    Picture("decide", "enforcement_judge", 'a[href$="/decide/"]'),
    Picture("gate", "gate", 'a[href="/gate/"]'),
)
LANGUAGES = ("fr", "en")


@contextmanager
def served() -> Iterator[str]:
    """Serve a demonstration of its own, built for today."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sortie", "web", "--demonstration", folder,
                   "--port", str(PORT), "--lang", "en"]  # fmt: skip
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            address = f"http://127.0.0.1:{PORT}"
            for line in server.stdout or ():
                if address in line:
                    break
            try:
                yield address
            finally:
                server.terminate()
                server.wait(30)


def taken(browser: Browser, address: str, picture: Picture, language: str) -> bytes:
    """Return the picture of a page in a language, as a PNG."""
    size: ViewportSize = {"width": 1280, "height": 800}
    context = browser.new_context(locale=language, viewport=size)
    page = context.new_page()
    page.goto(f"{address}/demonstration/")
    case = page.locator(ACCEPTANCE).first.get_attribute("href") or ""
    page.click(f'button[name="account"][value="{_account(picture.role)}"]')
    if picture.follows == ACCEPTANCE:
        page.goto(address + case)
    elif picture.follows:
        page.locator(picture.follows).first.click()
    page.wait_for_load_state("networkidle")
    found = page.locator(picture.shows).screenshot() if picture.shows else page.screenshot()
    context.close()
    return found


def _account(role: str) -> str:
    """Return the first account whose post this is, as the first page lists them."""
    return next(str(each.account) for each in SIGN_INS if each.role == role)


def main() -> None:
    """Take every picture again."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with served() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for picture, language in product(PICTURES, LANGUAGES):
            kept = FOLDER / f"{picture.name}.{language}.png"
            kept.write_bytes(taken(browser, address, picture, language))
        browser.close()


if __name__ == "__main__":
    main()
