"""What a page of the gate says, read without its tags."""

import re
from typing import Any

_TAG = re.compile(r"<[^>]*>")
_ROW = re.compile(r'<li class="gate-row.*?</li>', re.DOTALL)
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def text(page: Any) -> str:
    """Return a page with plain spaces."""
    return str(page.content.decode()).replace("\u202f", " ").replace("\u00a0", " ")


def untold(page: Any) -> str:
    """Return a page without the token that each answer draws anew."""
    return _TOKEN.sub("", text(page))


def row_of(page: Any, case: str) -> str:
    """Return the first line of a case, in words."""
    found = next(row for row in _ROW.findall(text(page)) if f"/gate/{case}/" in row)
    return " ".join(_TAG.sub(" ", found).split())


def words(page: Any) -> str:
    """Return the words of a page."""
    return " ".join(_TAG.sub(" ", text(page)).split())
