"""Reading one change of a reform: what it does, to what, from which day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sortie import facts, law
from sortie.days import NEVER, DaysError
from sortie.reform.desk import Desk, Found
from sortie.reform.errors import Cause
from sortie.reform.names import known_in, names_refused, with_as_before
from sortie.reform.positions import Path
from sortie.reform.records import Adds, Change, Redates, Replaces, Revalues, Switches
from sortie.rules import (
    ALWAYS,
    AuthorMistake,
    Book,
    Dated,
    Figure,
    Place,
    Rule,
    Version,
    Window,
    expression,
    read,
)

_DAY = timedelta(days=1)
_WORDED = ("fr", "en", "cites", "says")
_DATED = ("since", "until")
KINDS: Mapping[str, tuple[str, ...]] = {
    "adds": (*_WORDED, *_DATED),
    "replaces": (*_WORDED, *_DATED),
    "switches_on": _DATED,
    "switches_off": _DATED,
    "redates": ("version", *_DATED),
    "value": ("becomes", "cites", *_DATED),
}
_REQUIRED = {
    "adds": _WORDED,
    "replaces": _WORDED,
    "redates": ("version",),
    "value": ("becomes",),
}


@dataclass(frozen=True, slots=True)
class Bench:
    """What a change is read against: the book, what names mean, the day when none is given."""

    book: Book
    known: Mapping[str, Any]
    since: date


def bench_of(book: Book, since: date, changes: object) -> Bench:
    """Return the bench of a file; the rules that it adds are known to all its changes."""
    listed = changes if isinstance(changes, list) else []
    added = [str(c["adds"]) for c in listed if isinstance(c, Mapping) and "adds" in c]
    return Bench(book, known_in(book, added), since)


def change_of(value: object, path: Path, bench: Bench, desk: Desk) -> Change | None:
    """Return one change, None when it cannot be read."""
    if not isinstance(value, Mapping):
        desk.refuse(Cause.WRONG_TYPE, path, value, expected="mapping")
        return None
    kinds = [kind for kind in KINDS if kind in value]
    if len(kinds) != 1:
        desk.refuse(Cause.NO_KIND, path, ", ".join(kinds), nearest=", ".join(KINDS))
        return None
    (kind,) = kinds
    count = len(desk.faults)
    found = desk.mapping(value, path, (kind, *KINDS[kind]), _REQUIRED.get(kind, ()))
    made = _READ[kind](kind, found, bench, desk)
    return made if len(desk.faults) == count else None


# -- rules ----------------------------------------------------------------------------------------


def _rule(kind: str, found: Found, bench: Bench, desk: Desk) -> Rule[Any] | None:
    path, value = found[kind]
    rule = bench.book.rules.get(str(value))
    if rule is None:
        desk.unknown(Cause.UNKNOWN_RULE, path, str(value), bench.book.rules)
    return rule


def _adds(kind: str, found: Found, bench: Bench, desk: Desk) -> Change | None:
    path, value = found[kind]
    if str(value) in bench.book.rules:
        desk.refuse(Cause.RULE_EXISTS, path, value)
    elif not isinstance(value, str) or not all(part.isidentifier() for part in value.split(".")):
        desk.refuse(Cause.BAD_ID, path, value)
    version = _version(found, bench, desk, bench.known)
    return Adds(str(value), version) if version else None


def _replaces(kind: str, found: Found, bench: Bench, desk: Desk) -> Change | None:
    rule = _rule(kind, found, bench, desk)
    version = _version(found, bench, desk, with_as_before(bench.known))
    return Replaces(rule.id, version) if rule and version else None


def _switches(kind: str, found: Found, bench: Bench, desk: Desk) -> Change | None:
    rule, window = _rule(kind, found, bench, desk), _window(found, bench, desk)
    if rule is None or window is None:
        return None
    on = kind == "switches_on"
    holds = any(w.since <= window.since and window.before <= w.before for w in rule.applies)
    touched = any(w.since < window.before and window.since < w.before for w in rule.applies)
    if holds if on else not touched:
        desk.refuse(Cause.ALREADY_SO, found[kind][0], rule.id)
    return Switches(rule.id, window, on)


def _redates(kind: str, found: Found, bench: Bench, desk: Desk) -> Change | None:
    rule, day = _rule(kind, found, bench, desk), desk.day(found, "version")
    if rule is None or day is None:
        return None
    version = next((v for v in rule.versions if v.window.since == day), None)
    if version is None:
        begins = (str(v.window.since) for v in rule.versions)
        desk.unknown(Cause.NO_SUCH_VERSION, found["version"][0], str(day), begins)
        return None
    if not found.keys() & {"since", "until"}:
        desk.refuse(Cause.NO_DATE_MOVED, found[kind][0], rule.id)
    window = _window(found, bench, desk, version.window)
    return Redates(rule.id, day, window) if window else None


def _version(
    found: Found, bench: Bench, desk: Desk, known: Mapping[str, Any]
) -> Version[Any] | None:
    fr, en = desk.text(found, "fr").rstrip("."), desk.text(found, "en").rstrip(".")
    cites, window = _cites(found, desk), _window(found, bench, desk)
    if not desk.text(found, "says"):
        return None
    path = found["says"][0]
    typed = desk.positions[path]
    try:
        place = Place(desk.file, desk.rows, typed.line, typed.column)
        body = expression(typed.text, place, known)
        version = Version[Any](body, window or ALWAYS[0], cites, fr, en)
        if names_refused(body, path, bench.book, known, desk):
            return None
        read(bench.book.record, version)
    except AuthorMistake as mistake:
        note_mistake(mistake, path, desk)
        return None
    return version


def note_mistake(mistake: AuthorMistake, path: Path, desk: Desk) -> None:
    """Note what the engine refuses, on the line where it does."""
    desk.refuse(
        Cause.EXPRESSION, path, mistake.source.strip(), mistake.line,
        found=mistake.found, instead=mistake.instead,
    )  # fmt: skip


def _cites(found: Found, desk: Desk) -> tuple[str, ...]:
    cited: list[str] = []
    provisions = law.france.texts().ids
    for path, value in desk.items(found, "cites"):
        if str(value) not in provisions:
            desk.unknown(Cause.UNKNOWN_PROVISION, path, str(value), provisions)
        cited.append(str(value))
    return tuple(cited)


def _window(found: Found, bench: Bench, desk: Desk, usual: Window | None = None) -> Window | None:
    usual = usual or Window(bench.since, NEVER)
    since = desk.day(found, "since") or usual.since
    until = desk.day(found, "until")
    before = until + _DAY if until else usual.before
    if since < before:
        return Window(since, before)
    path = found["until" if until else "since"][0]
    desk.refuse(Cause.ENDS_FIRST, path, before - _DAY, since=since.isoformat())
    return None


# -- figures --------------------------------------------------------------------------------------


def _revalues(kind: str, found: Found, bench: Bench, desk: Desk) -> Change | None:
    path, value = found[kind]
    figure = bench.book.figures.get(str(value))
    if figure is None:
        elsewhere = {each.id for each in law.france.FIGURES}
        if str(value) in elsewhere:
            desk.refuse(Cause.FIGURE_ELSEWHERE, path, value)
        else:
            desk.unknown(Cause.UNKNOWN_FIGURE, path, str(value), bench.book.figures)
        return None
    window, cites = _window(found, bench, desk), _cites(found, desk)
    becomes = _value(figure, found, desk)
    if window is None or becomes is None:
        return None
    cited = cites or figure.versions[-1].cites
    return Revalues(figure.id, Dated(window.since, window.before, becomes, cited))


def _value(figure: Figure[Any], found: Found, desk: Desk) -> Any:
    if "becomes" not in found:
        return None
    path, value = found["becomes"]
    try:
        return figure.parsed(facts.shown(value))
    except (ValueError, DaysError):
        held = figure.versions[-1].value
        desk.refuse(Cause.NOT_A_VALUE, path, value, example=str(getattr(held, "count", held)))
        return None


_READ: Mapping[str, Callable[[str, Found, Bench, Desk], Change | None]] = {
    "adds": _adds,
    "replaces": _replaces,
    "switches_on": _switches,
    "switches_off": _switches,
    "redates": _redates,
    "value": _revalues,
}
