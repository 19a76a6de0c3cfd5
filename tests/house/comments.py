"""How much of the code is commentary: printed after the tests, never a gate."""

import io
import tokenize
from collections.abc import Iterable

from tests.house.tree import Module

APART = {"law", "register"}


def share_of_comments(files: Iterable[Module]) -> float:
    """Return the share of the lines that hold only a comment, law and register apart."""
    comments = lines = 0
    for file in files:
        if file.room not in APART:
            lines += file.lines
            comments += sum(
                token.type == tokenize.COMMENT and token.line.lstrip().startswith("#")
                for token in tokenize.generate_tokens(io.StringIO(file.text).readline)
            )
    return comments / lines if lines else 0.0
