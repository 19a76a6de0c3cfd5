"""Reading the steps: who does what to whom, and how things must stand afterwards."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sortie import facts
from sortie.casework import Actor
from sortie.office.filing import Filing
from sortie.office.filing.file import canonical_application
from sortie.office.persons import PersonRecord
from sortie.office.scripts.bodies import JUDGMENT, PERMIT, RECEIPT, ROUTE, SEEN, body_of, words_of
from sortie.office.scripts.desk import Desk, Found, Path, plain
from sortie.office.scripts.errors import Amiss
from sortie.office.scripts.expecting import expected_of
from sortie.office.scripts.records import Expected, ScriptStep
from sortie.office.scripts.words import around, inside
from sortie.office.verbs import VERBS

TICK, SEND, REINDEX = "tick", "send", "reindex"
ALONE = frozenset([TICK, SEND, REINDEX])
_STEP = frozenset(["at", "by", "does", "on", "with", "then", "refused", "name", "seen"])

Applications = Mapping[str, Mapping[str, Any]]


def steps_of(
    value: Any, path: Path, desk: Desk, actors: Mapping[str, Actor], applications: Applications
) -> Iterator[ScriptStep]:
    """Yield the steps that could be read; a fault says why another could not."""
    for number, (at, item) in enumerate(desk.items(value, path), 1):
        found = desk.mapping(item, at, around(), _STEP, frozenset(["at"]))
        yield from _step(number, found, at, desk, actors, applications)


def _step(
    number: int,
    found: Found,
    path: Path,
    desk: Desk,
    actors: Mapping[str, Actor],
    applications: Applications,
) -> Iterator[ScriptStep]:
    instant = desk.instant(found["at"][1], found["at"][0]) if "at" in found else None
    verb = ""
    if "does" in found:
        at, typed = found["does"]
        verb = desk.word(typed, at, (*VERBS, *ALONE), around()) or ""
    on = _text(found, "on", desk)
    by = _by(found, path, verb, desk, actors)
    expected: tuple[Expected, ...] = ()
    if "then" in found:
        at, typed = found["then"]
        expected = expected_of(typed, at, desk, frozenset(actors), on)
    if instant is None:
        return
    yield ScriptStep(
        script=desk.file,
        number=number,
        name=_text(found, "name", desk),
        at=instant,
        by=by,
        verb=verb,
        on=on,
        body=_body(found, path, verb, desk, applications),
        refused=_refused(found, desk),
        seen=desk.number(found["seen"][1], found["seen"][0]) if "seen" in found else None,
        expected=expected,
        line=desk.line(path),
    )


def _text(found: Found, key: str, desk: Desk) -> str:
    return (desk.text(found[key][1], found[key][0]) or "") if key in found else ""


def _by(
    found: Found, path: Path, verb: str, desk: Desk, actors: Mapping[str, Actor]
) -> Actor | None:
    needed = verb in VERBS
    if "by" in found:
        at, typed = found["by"]
        return actors.get(desk.word(typed, at, actors) or "")
    if needed:
        desk.refuse(Amiss.KEY_MISSING, path, "", around().keys_typed["by"])
    return None


def _refused(found: Found, desk: Desk) -> frozenset[str] | None:
    """Return the codes expected; any refusal of the house has one, not of casework only."""
    if "refused" not in found:
        return None
    path, typed = found["refused"]
    return frozenset(filter(None, (desk.text(item, at) for at, item in desk.items(typed, path))))


def _body(
    found: Found, path: Path, verb: str, desk: Desk, applications: Applications
) -> Mapping[str, Any]:
    if verb in VERBS and "on" not in found:
        desk.refuse(Amiss.KEY_MISSING, path, "", around().keys_typed["on"])
    at, typed = found.get("with", (path, {}))
    if verb in _WORDS:
        return words_of(typed, at, desk, _WORDS[verb])
    if verb not in VERBS:
        return {}
    if verb == "file_application":
        return _filing(typed, at, desk, applications)
    return _act(verb, typed, at, desk)


def _act(verb: str, typed: Any, path: Path, desk: Desk) -> Mapping[str, Any]:
    kind = VERBS[verb].reads
    assert kind is not None  # noqa: S101
    outer, (at, happened) = _apart(typed, path, "happened_at")
    given = frozenset(["person"]) if kind is PersonRecord else frozenset[str]()
    body: dict[str, Any] = body_of(kind, outer, path, desk, given=given)
    instant = desk.instant(happened, at) if happened is not None else None
    return body if instant is None else {**body, "happened_at": instant.isoformat()}


def _apart(typed: Any, path: Path, key: str) -> tuple[Any, tuple[Path, Any]]:
    """Return a body without one of its keys, typed in either language, and what it held."""
    if not isinstance(typed, Mapping):
        return typed, (path, None)
    names = [name for name in typed if inside().key(str(name)) == key]
    rest = {name: held for name, held in typed.items() if name not in names}
    return rest, ((*path, names[0]), typed[names[0]]) if names else (path, None)


def _filing(typed: Any, path: Path, desk: Desk, applications: Applications) -> Mapping[str, Any]:
    """Return the filing; what it says of the leave is laid over the application of the file."""
    outer, (at, over) = _apart(typed, path, "application")
    given = frozenset(["application"])
    body: dict[str, Any] = body_of(Filing, outer, path, desk, given=given)
    base = applications.get(str(body.get("person", "")), {})
    try:
        body["application"] = {**base, **canonical_application(plain(over) or {})}
    except facts.CaseRefused as refused:
        for fault in refused.faults:
            desk.refuse(Amiss.PERSONAL_FILE, at, f"{fault.path}: {fault.read}",
                        f"{fault.code} {fault.expected}")  # fmt: skip
    return body


_WORDS: Mapping[str, Mapping[str, Callable[..., Any] | Any]] = {
    "see_fact": SEEN,
    "route_application": ROUTE,
    "issue_permit": PERMIT,
    "add_judgment": JUDGMENT,
    "acknowledge": RECEIPT,
}
