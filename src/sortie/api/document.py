"""The description of the whole interface, OpenAPI 3.1, its words in the language asked for."""

from copy import deepcopy
from functools import cache
from typing import Any

from sortie.api.asking import KEY, LONGEST_REASON, MATCH, OPEN_TO_ANYONE, REASON, Operation
from sortie.api.asking.headers import KEY_SHAPE, MATCH_SHAPE, REASON_SHAPE
from sortie.api.operations import OPERATIONS
from sortie.api.problems import MEDIA
from sortie.api.router import ROUTER, refusals_of
from sortie.words import Tongue

PREFIX = "/api/v1"
JSON = "application/json"
_SHAPES: dict[str, dict[str, Any]] = {
    KEY: {"type": "string", "pattern": KEY_SHAPE},
    MATCH: {"type": "string", "pattern": MATCH_SHAPE},
    REASON: {"type": "string", "maxLength": LONGEST_REASON, "pattern": REASON_SHAPE},
}
_REQUIRED = frozenset([KEY, MATCH])


def document(tongue: Tongue) -> dict[str, Any]:
    """Return the description, to be written as JSON."""
    found = deepcopy(_bare())
    found["info"]["description"] = tongue.say("api.text")
    for path in found["paths"].values():
        for each in path.values():
            _speak(each, tongue)
    found["tags"] = [
        {"name": name, "description": tongue.say(f"api.family.{name}")}
        for name in dict.fromkeys(each.family for each in OPERATIONS)
    ]
    found["components"]["securitySchemes"]["Token"]["description"] = tongue.say("api.token")
    return found


def summary_of(name: str, tongue: Tongue) -> str:
    """Return what an operation does, in a few words: an act is called as it is on the screen."""
    own = f"api.{name}"
    return tongue.say(own if own in tongue.sentences else f"act.{name}")


def _speak(said: dict[str, Any], tongue: Tongue) -> None:
    """Put the words of one operation in."""
    name = said["operationId"]
    said["summary"] = summary_of(name, tongue)
    text = f"api.{name}.text"
    if text in tongue.sentences:
        said["description"] = tongue.say(text)
    for header in said["parameters"]:
        key = f"api.header.{header['name'].lower()}"
        if key in tongue.sentences:
            header["description"] = tongue.say(key)


@cache
def _bare() -> dict[str, Any]:
    """Return the description without words: the shapes, and which problem each may be told."""
    found: dict[str, Any] = dict(ROUTER.get_openapi_schema(path_prefix=PREFIX + "/"))
    del found["servers"]
    by_name = {each.name: each for each in OPERATIONS}
    for path in found["paths"].values():
        for said in path.values():
            _complete(said, by_name[said["operationId"]])
    found["components"]["schemas"] = dict(sorted(found["components"]["schemas"].items()))
    return found


def _complete(said: dict[str, Any], operation: Operation) -> None:
    said["parameters"] += [
        {"in": "header", "name": name, "required": name in _REQUIRED, "schema": _SHAPES[name]}
        for name in operation.headers
    ]
    refused = {kind.status for kind in refusals_of(operation)}
    for status, answer in said["responses"].items():
        content = answer.get("content", {})
        if status in refused:
            answer["content"] = {MEDIA: content[JSON]}
        elif operation.media != JSON:
            answer["content"] = {operation.media: {"schema": {"type": "string"}}}
    said["responses"] = {str(status): each for status, each in said["responses"].items()}
    if operation.scope == OPEN_TO_ANYONE:
        said["security"] = []
