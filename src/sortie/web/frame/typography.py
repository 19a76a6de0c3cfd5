"""The words of a page as they are printed: curled apostrophes beside narrow spaces."""

import re
from functools import cache

from sortie.words import Tongue

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


class PageTongue(Tongue):
    """A language of the screen, for pages; what people typed is never touched."""

    def spaced(self, text: str) -> str:
        """Return a text with its narrow spaces and its apostrophes."""
        return _APOSTROPHE.sub("’", super().spaced(text))


@cache
def page_tongue(code: str) -> PageTongue:
    """Return a language by its code."""
    return PageTongue(code)
