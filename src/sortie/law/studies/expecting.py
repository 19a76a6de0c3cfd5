"""What the author of a question expects: each key read to the value the law will be held to."""

from collections.abc import Callable, Mapping
from typing import Any

from sortie.law.france import BOOK, FRENCH, readings
from sortie.law.studies.desk import Desk, Path
from sortie.law.studies.merging import path_of
from sortie.law.studies.records import Asks
from sortie.law.studies.words import ANSWERS, AUTHORITIES, REGIMES
from sortie.rules import Outcome

LIMITS = frozenset(
    [
        "longest",
        "once_a_year",
        "travel_time_may_be_added",
        "dates_may_be_left_to_probation",
        "specially_reasoned_order",
    ]
)
_WHOLE = frozenset(["escort_only", "to_be_seen", "warnings"])
_REASONS = frozenset(["answer", "missing", "unsettled"])
_RULE = _REASONS | {"since", "until", "because"}
EXPECTABLE: Mapping[Asks, frozenset[str]] = {
    Asks.ANY_LEAVE: _RULE | _WHOLE,
    Asks.LEAVE: _RULE | _WHOLE | {"opens_on", "decided_by", "limits"},
    Asks.RULE: _RULE,
    Asks.COMPUTATION: frozenset(["answer", "unsettled"]),
}
_LENGTHS = frozenset(["longest", "once_a_year"])


def expectations(
    found: Mapping[str, tuple[Path, Any]], asks: Asks, of: str, desk: Desk
) -> dict[str, Any]:
    """Return what is expected of a question, by canonical key."""
    expected: dict[str, Any] = {}
    if "answer" in found:
        path, typed = found["answer"]
        expected["answer"] = (
            _computed(typed, path, of, desk)
            if asks is Asks.COMPUTATION
            else _outcome(typed, path, desk)
        )
    for name in sorted(EXPECTABLE[asks] & set(found) - {"answer", "because"}):
        path, typed = found[name]
        expected[name] = _SHAPES[name](typed, path, desk)
    if "because" in found:
        path, typed = found["because"]
        expected["because"] = _because(typed, path, expected.get("answer"), desk)
    return expected


def reading_options(value: Any, path: Path, desk: Desk) -> dict[str, str]:
    """Return the readings a question settles by itself."""
    known = readings()
    if not isinstance(value, Mapping):
        desk.refuse("study.wrong_type", path, value, "mapping")
        return {}
    settled = {}
    for reading, option in value.items():
        found = desk.named(reading, (*path, reading), known)
        chosen = found and desk.named(option, (*path, reading), known[found].options)
        if found and chosen:
            settled[found] = chosen
    return settled


def leave(value: Any, path: Path, desk: Desk) -> str | None:
    """Return the code of a type of leave, typed as a code or in French."""
    found = desk.facts_word(value, FRENCH.leave_types)
    return found or desk.named(value, path, FRENCH.leave_types)


def _outcome(value: Any, path: Path, desk: Desk) -> Outcome | None:
    found = desk.word(value, path, ANSWERS)
    return Outcome(found) if found else None


def _computed(value: Any, path: Path, of: str, desk: Desk) -> Any:
    if desk.word_or_nothing(value, ANSWERS) == "undetermined":
        return Outcome.UNDETERMINED
    if of == "automatic_credit":
        return desk.length(value, path)
    return desk.word(value, path, REGIMES) if of == "credit_regime" else desk.day(value, path)


def _because(value: Any, path: Path, answer: Any, desk: Desk) -> tuple[tuple[str, Outcome], ...]:
    """Return the rules named, each with the answer it must give: that of the question, or its own.

    The trap: a route can be closed because a rule is open, as an announced closure is.
    """
    found = []
    for at, item in desk.items(value, path):
        pairs = item.items() if isinstance(item, Mapping) else [(item, None)]
        for rule, own in pairs:
            known = desk.named(rule, at, BOOK.rules)
            outcome = answer if own is None else _outcome(own, at, desk)
            if known and isinstance(outcome, Outcome):
                found.append((known, outcome))
    return tuple(found)


def _paths(value: Any, path: Path, desk: Desk) -> frozenset[Path]:
    if value == []:
        return frozenset()
    return frozenset(path_of(text) for text in desk.texts(value, path))


def _unsettled(value: Any, path: Path, desk: Desk) -> frozenset[str]:
    if value == []:
        return frozenset()
    named = (desk.named(item, at, readings()) for at, item in desk.items(value, path))
    return frozenset(name for name in named if name)


def _day_or_none(value: Any, path: Path, desk: Desk) -> Any:
    return None if desk.says_none(value) else desk.day(value, path)


def _authority(value: Any, path: Path, desk: Desk) -> Any:
    if desk.says_none(value):
        return None
    if isinstance(value, str):
        return desk.word(value, path, AUTHORITIES), None
    keys = frozenset(["authority", "others"])
    found = desk.mapping(value, path, keys, frozenset(["authority"]))
    first = desk.word(found["authority"][1], path, AUTHORITIES) if "authority" in found else None
    if "others" not in found:
        return first, None
    at, typed = found["others"]
    others = [] if typed == [] else desk.items(typed, at)
    return first, frozenset(desk.word(item, there, AUTHORITIES) for there, item in others)


def _limits(value: Any, path: Path, desk: Desk) -> dict[str, Any]:
    found = desk.mapping(value, path, LIMITS, frozenset())
    return {
        name: str(desk.length(typed, at)) if name in _LENGTHS else desk.flag(typed, at)
        for name, (at, typed) in found.items()
    }


def _codes(value: Any, path: Path, desk: Desk) -> frozenset[str]:
    return frozenset() if value == [] else frozenset(desk.texts(value, path))


_SHAPES: Mapping[str, Callable[[Any, Path, Desk], Any]] = {
    "since": _day_or_none,
    "until": _day_or_none,
    "missing": _paths,
    "unsettled": _unsettled,
    "opens_on": _day_or_none,
    "decided_by": _authority,
    "limits": _limits,
    "escort_only": lambda value, path, desk: desk.flag(value, path),
    "to_be_seen": _codes,
    "warnings": _codes,
}
