"""Commands said one after the other while something fails, and what each try was told."""

from collections.abc import Callable, Iterable
from typing import Any

from sortie import store
from sortie.errors import SortieError
from tests.office.faults.writer import UNSURE
from tests.office.one_leave import Said

Line = dict[str, Any]


def told(said: Said) -> Line:
    """Say it once, and return what its author was told, as a journal has it."""
    try:
        answer = said.say()
    except UNSURE as error:
        return {"key": said.key, "end": "unsure", "answer": error.code}
    except store.RefusedBefore as refused:
        return {"key": said.key, "end": "refused", "answer": refused.refusal}
    except SortieError as refused:
        return {"key": said.key, "end": "refused", "answer": refused.code}
    return {"key": said.key, "end": "recorded", "answer": store.canonical(answer)}


def told_until(enough: Callable[[list[Line]], bool], script: Iterable[Said]) -> list[Line]:
    """Say the script, each command twice where the first try was unsure, until it is enough."""
    lines: list[Line] = []
    for said in script:
        lines.append(told(said))
        if lines[-1]["end"] == "unsure":
            lines.append(told(said))
        if enough(lines):
            break
    return lines


def unsure(lines: Iterable[Line]) -> set[str]:
    """Return the keys of which nothing is known."""
    known = {line["key"] for line in lines if line["end"] != "unsure"}
    return {line["key"] for line in lines} - known
