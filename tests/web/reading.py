"""What a page says, read without its tags."""

import html
import re
from typing import Any

_HEAD = re.compile(r"<head.*?</head>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def text(page: Any) -> str:
    """Return the words of a page, with plain spaces, as they are read."""
    said = _TAG.sub(" ", _HEAD.sub("", page.content.decode()))
    return html.unescape(" ".join(said.replace("\u202f", " ").split()))


def mark_in(page: Any) -> str:
    """Return what the button presses that does what is shown to be read again."""
    _, there, rest = page.content.decode().partition('value="send ')
    assert there, "nothing is shown to be read again"
    return "send " + str(rest.partition('"')[0])
