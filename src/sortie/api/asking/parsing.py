"""The body of a call: JSON that says one thing in one way."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

# A case file holds 200,000 characters at the most; one question holds one case file.
MOST_BYTES = 400_000


class StrictJson(Parser):
    """A key twice in one object, NaN and the infinities are refused with the rest."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return what the body says.

        Raises:   ValueError, RecursionError: it says nothing that can be read in one way
        """
        return json.loads(
            request.body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused
        )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(pairs)
    return found


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)
