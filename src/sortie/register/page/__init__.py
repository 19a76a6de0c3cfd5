"""The page that verifies a receipt in a browser, and the code that carries a receipt to it."""

from html import escape
from importlib.resources import files
from pathlib import Path

from sortie.register.page.errors import BrokenCode
from sortie.register.page.folding import folded, unfolded
from sortie.register.tiles.files import replace

__all__ = ["PAGE", "POLICY", "BrokenCode", "folded", "unfolded", "verifier_page", "write_page"]

PAGE = "verify.html"
POLICY = "policy"

_CARRIED = '<meta name="register-keys" content="">'


def verifier_page(keys: str = "") -> str:
    """Return the page as one file that asks nothing of anyone.

    ``keys`` are verifier keys or a policy file, to spare typing them. The trap: a page that
    carries keys is believed no more than whoever serves it.

    >>> "name+id+key" in verifier_page("log name+id+key")
    True
    """
    page = (files(__package__) / "verify.html").read_text(encoding="utf-8")
    carried = escape(keys).replace("\n", "&#10;")
    return page.replace(_CARRIED, _CARRIED.replace('""', f'"{carried}"'))


def write_page(folder: Path, policy: str) -> None:
    """Publish the page beside the tiles, carrying this policy, and the policy as a file.

    Raises:   FileNotWritten
    """
    replace(folder, POLICY, policy.encode())
    replace(folder, PAGE, verifier_page(policy).encode())
