"""Answers that are JSON already, and what stands beside them in the headers."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from sortie.words import LANGUAGES, raised, tongue

JSON = "application/json; charset=utf-8"


def json_of(
    value: Mapping[str, Any], *, status: int = 200, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Return an answer, the same bytes for the same value."""
    text = json.dumps(value, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type=JSON, headers=dict(headers or {}))


def etag_of(number: int) -> str:
    """Return the mark of a version of a case, as ``If-Match`` brings it back."""
    return f'"{number}"'


def labels(family: str, code: str) -> dict[str, str]:
    """Return what a code of a family is called, in every language."""
    key = f"{family}.{code}"
    return {each: raised(tongue(each).sentences.get(key, code)) for each in LANGUAGES}
