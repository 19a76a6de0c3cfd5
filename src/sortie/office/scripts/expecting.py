"""What a step expects of a case: each look read to the value that the case will be held to."""

from collections.abc import Callable, Mapping
from typing import Any

from sortie import casework, facts
from sortie.casework import AnomalyKind, Hindrance, OpinionSense, Role, State
from sortie.office.jurisdictions import HERE
from sortie.office.scripts.desk import Desk, Path
from sortie.office.scripts.records import Expected, Look
from sortie.office.scripts.words import ANSWERS, around, inside, standing

_EVENTS = frozenset(casework.name_of(kind) for kind in casework.EVENTS)
_LAW = frozenset(["leave", "answer", "reform", "because", "cites"])
_ORDER = frozenset(["granted", "law_said", "bans", "version"])
_KEYS = frozenset(["case", *Look])


def expected_of(
    value: Any, path: Path, desk: Desk, actors: frozenset[str], case: str
) -> tuple[Expected, ...]:
    """Return what is expected: of the case of the step, or of each case that a list names."""
    each = list(desk.items(value, path)) if isinstance(value, list) else [(path, value)]
    return tuple(_expected(item, at, desk, actors, case) for at, item in each)


def _expected(value: Any, path: Path, desk: Desk, actors: frozenset[str], case: str) -> Expected:
    found = desk.mapping(value, path, around(), _KEYS)
    if "case" in found:
        at, typed = found.pop("case")
        case = desk.text(typed, at) or ""
    looks: dict[Look, Any] = {}
    for name, (at, typed) in found.items():
        looks[Look(name)] = (
            _unseen(desk, typed, at, actors)
            if name == Look.UNSEEN
            else _READ[name](desk, typed, at)
        )
    return Expected(case, looks, facts.spelled(path), desk.line(path))


def _word(among: frozenset[str]) -> Callable[[Desk, Any, Path], str | None]:
    return lambda desk, value, path: desk.word(value, path, among, standing())


def _words(among: frozenset[str]) -> Callable[[Desk, Any, Path], tuple[str | None, ...]]:
    return lambda desk, value, path: tuple(
        desk.word(item, at, among, standing()) for at, item in desk.items(value, path)
    )


def _texts(desk: Desk, value: Any, path: Path) -> tuple[str | None, ...]:
    return tuple(desk.text(item, at) for at, item in desk.items(value, path))


def _set(
    read: Callable[[Desk, Any, Path], tuple[str | None, ...]],
) -> Callable[[Desk, Any, Path], frozenset[str]]:
    return lambda desk, value, path: frozenset(filter(None, read(desk, value, path)))


def _clocks(desk: Desk, value: Any, path: Path) -> dict[str, frozenset[Any]]:
    """Return by rule the instants at which it closes: several where the readings differ."""
    found = {}
    for rule, at, typed in desk.named(value, path):
        listed = isinstance(typed, list) or desk.says_none(typed)
        each = desk.items(typed, at) if listed else [(at, typed)]
        found[rule] = frozenset(desk.instant(item, there) for there, item in each)
    return found


def _unseen(desk: Desk, value: Any, path: Path, actors: frozenset[str]) -> dict[str, Any]:
    found = {}
    for actor, at, typed in desk.named(value, path):
        desk.word(actor, at, actors)
        found[actor] = _set(_texts)(desk, typed, at)
    return found


def _told(desk: Desk, value: Any, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for role, at, typed in desk.named(value, path):
        found[desk.word(role, at, Role) or ""] = _set(_texts)(desk, typed, at)
    return found


def _missing(desk: Desk, value: Any, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for act, at, typed in desk.named(value, path):
        found[desk.word(act, at, _EVENTS, standing()) or ""] = _set(_texts)(desk, typed, at)
    return found


def _opinions(desk: Desk, value: Any, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for role, at, typed in desk.named(value, path):
        sense = None if desk.says_none(typed) else desk.word(typed, at, OpinionSense)
        found[desk.word(role, at, Role) or ""] = sense
    return found


def _law(desk: Desk, value: Any, path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(_asked(desk, item, at) for at, item in desk.items(value, path))


def _asked(desk: Desk, value: Any, path: Path) -> dict[str, Any]:
    needed = frozenset(["leave", "answer"])
    found = desk.mapping(value, path, around(), _LAW, needed)
    return {key: _ASKED[key](desk, typed, at) for key, (at, typed) in found.items()}


def _leave(desk: Desk, value: Any, path: Path) -> str | None:
    return desk.word(value, path, HERE.vocabulary.leave_types, facts.house_dictionary())


def _answer(desk: Desk, value: Any, path: Path) -> str | None:
    return desk.word(value, path, ANSWERS, inside())


def _dated(desk: Desk, value: Any, path: Path) -> dict[str, Any]:
    """Return each text cited with the first day of its wording that answers."""
    return {text: desk.day(typed, at) for text, at, typed in desk.named(value, path)}


def _order(desk: Desk, value: Any, path: Path) -> dict[str, Any]:
    found = desk.mapping(value, path, around(), _ORDER)
    return {key: _ORDERED[key](desk, typed, at) for key, (at, typed) in found.items()}


_Read = Callable[[Desk, Any, Path], Any]
_ASKED: Mapping[str, _Read] = {
    "leave": _leave,
    "answer": _answer,
    "reform": Desk.day,
    "because": _set(_texts),
    "cites": _dated,
}
_ORDERED: Mapping[str, _Read] = {
    "granted": Desk.flag,
    "law_said": _answer,
    "bans": _set(_texts),
    "version": Desk.number,
}
_READ: Mapping[str, _Read] = {
    Look.STATE: _word(frozenset(map(str, State))),
    Look.EVENTS: _words(_EVENTS),
    Look.CLOCKS: _clocks,
    Look.TO_BE_SEEN: _set(_texts),
    Look.EXECUTABLE: Desk.flag,
    Look.HINDERED: _set(_words(frozenset(map(str, Hindrance)))),
    Look.TOLD: _told,
    Look.LAW: _law,
    Look.MISSING: _missing,
    Look.ORDER: _order,
    Look.ANOMALIES: _set(_words(frozenset(map(str, AnomalyKind)))),
    Look.NOT_MODELLED: _set(_texts),
    Look.OPINIONS: _opinions,
    Look.DUE_BACK: Desk.instant,
}
