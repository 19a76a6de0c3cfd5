"""Reading a script: the actors, the people, the steps, and all that is wrong with them at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from sortie import casework, facts
from sortie.casework import Actor, Role
from sortie.office.jurisdictions import HERE
from sortie.office.persons import PersonRecord
from sortie.office.scripts.bodies import body_of
from sortie.office.scripts.desk import Desk, Found, Path, plain
from sortie.office.scripts.errors import Amiss, ScriptFault, ScriptRefused
from sortie.office.scripts.records import Script, ScriptReview, ScriptStep
from sortie.office.scripts.stepping import steps_of
from sortie.office.scripts.words import around

FORMAT = "sortie/script@1"
_SCRIPT = frozenset(
    ["format", "title", "sources", "note", "reviewed_by", "place", "begins_with", "who", "people",
     "steps"]
)  # fmt: skip
_NEEDED = frozenset(["format", "title", "sources", "steps"])
_FILED = frozenset(["file", "facts", "without"])
_Json = Mapping[str, Any]


@dataclass(slots=True)
class _Before:
    """What the script that comes first gives to the one that begins with it."""

    actors: dict[str, Actor] = field(default_factory=dict)
    people: tuple[PersonRecord, ...] = ()
    applications: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    steps: tuple[ScriptStep, ...] = ()
    where: str = ""


def read_script(source: File | Mapping[str, Any], folder: File | None = None) -> Script:
    """Return a script; paths in it are taken from its own folder, or from ``folder``.

    Raises:   ScriptRefused: with every fault, those of the script it begins with among them
    """
    faults: list[ScriptFault] = []
    script = _read(source, folder, faults, ())
    if faults:
        raise ScriptRefused(tuple(faults))
    return script


def _read(
    source: File | Mapping[str, Any],
    folder: File | None,
    faults: list[ScriptFault],
    within: tuple[File, ...],
) -> Script:
    if isinstance(source, File):
        name, folder = source.stem, source.parent
        document = facts.document_of(source.read_bytes())
        within = (*within, source.resolve())
    else:
        name, document = "script", facts.document_of(source)
    desk = Desk(str(source) if isinstance(source, File) else name, document)
    for fault in document.faults:
        desk.faults.append(
            ScriptFault(Amiss.UNREADABLE, desk.file, fault.path, fault.read, fault.code.value,
                        fault.line)
        )  # fmt: skip
    found: Found = {}
    if document.value is not None:
        found = desk.mapping(document.value, (), around(), _SCRIPT, _NEEDED)
    before = _begun(found, folder or File(), desk, faults, within)
    script = _script(name, found, folder or File(), desk, before)
    faults += desk.faults
    return script


def _begun(
    found: Found, folder: File, desk: Desk, faults: list[ScriptFault], within: tuple[File, ...]
) -> _Before:
    if "begins_with" not in found:
        return _Before()
    path, typed = found["begins_with"]
    keys = frozenset(["script", "up_to"])
    told = desk.mapping(typed, path, around(), keys, keys)
    named, up_to = (_text(told, key, desk) for key in ("script", "up_to"))
    if not named or not up_to:
        return _Before()
    file = folder / named
    if not file.is_file() or file.resolve() in within:
        again = file.is_file()
        desk.refuse(Amiss.TWICE_OVER if again else Amiss.NO_SUCH_FILE, path, named, "a script")
        return _Before()
    first = _read(file, None, faults, within)
    names = [step.name for step in first.steps]
    if up_to not in names:
        desk.refuse(Amiss.NO_SUCH_NAME, path, up_to, ", ".join(filter(None, names)))
        return _Before()
    desk.where = first.place
    steps = first.steps[: names.index(up_to) + 1]
    return _Before(dict(first.actors), first.people, dict(first.applications), steps, first.place)


def _script(name: str, found: Found, folder: File, desk: Desk, before: _Before) -> Script:
    if "format" in found and found["format"][1] != FORMAT:
        desk.refuse(Amiss.WRONG_FORMAT, *found["format"], FORMAT)
    desk.where = _text(found, "place", desk) or before.where
    actors = {**before.actors, **_actors(found, desk)}
    people = {record.person: record for record in before.people}
    applications = {**before.applications}
    for record, application in _people(found, folder, desk):
        people[record.person] = record
        applications[record.person] = application
    held = (each.territory or each.prison for each in people.values())
    desk.where = desk.where or next(held, "")
    path, typed = found.get("steps", ((), []))
    own = tuple(steps_of(typed, path, desk, actors, applications))
    steps = (*before.steps, *own)
    _in_the_order_of_time(own, before.steps, desk)
    return Script(
        name=name,
        title=_text(found, "title", desk),
        sources=_texts(found, "sources", desk),
        note=_text(found, "note", desk),
        review=_review(found, desk),
        place=desk.where,
        actors=actors,
        people=tuple(people.values()),
        applications=applications,
        steps=steps,
    )


def _in_the_order_of_time(
    own: tuple[ScriptStep, ...], before: tuple[ScriptStep, ...], desk: Desk
) -> None:
    last = before[-1].at if before else None
    for rank, step in enumerate(own):
        if last is not None and step.at < last:
            path = ("steps", rank)
            desk.faults.append(
                ScriptFault(Amiss.BACK_IN_TIME, desk.file, facts.spelled(path),
                            step.at.isoformat(), last.isoformat(), step.line)
            )  # fmt: skip
        last = step.at


def _text(found: Found, key: str, desk: Desk) -> str:
    return (desk.text(found[key][1], found[key][0]) or "") if key in found else ""


def _texts(found: Found, key: str, desk: Desk) -> tuple[str, ...]:
    if key not in found:
        return ()
    path, typed = found[key]
    return tuple(desk.text(item, at) or "" for at, item in desk.items(typed, path))


def _review(found: Found, desk: Desk) -> ScriptReview | None:
    """Return the signature; a name, a capacity and a day go together, or none of them."""
    if "reviewed_by" not in found:
        return None
    path, typed = found["reviewed_by"]
    keys = frozenset(["name", "capacity", "at"])
    told = desk.mapping(typed, path, around(), keys)
    signed = {key: held for key, held in told.items() if held[1] not in (None, "")}
    if not signed:
        return None
    for key in sorted(keys - set(signed)):
        desk.refuse(Amiss.KEY_MISSING, path, "", around().keys_typed[key])
    on = desk.day(signed["at"][1], signed["at"][0]) if "at" in signed else None
    name, capacity = _text(signed, "name", desk), _text(signed, "capacity", desk)
    return ScriptReview(name, capacity, on) if on else None


def _actors(found: Found, desk: Desk) -> dict[str, Actor]:
    if "who" not in found:
        return {}
    path, typed = found["who"]
    actors = {}
    for name, at, held in desk.named(typed, path):
        keys = frozenset(["role", "id", "of"])
        told = desk.mapping(held, at, around(), keys, frozenset(["role"]))
        role = desk.word(told["role"][1], told["role"][0], Role) if "role" in told else None
        if role is not None:
            actors[name] = Actor(_text(told, "id", desk) or name, Role(role),
                                 _text(told, "of", desk))  # fmt: skip
    return actors


def _people(
    found: Found, folder: File, desk: Desk
) -> Iterator[tuple[PersonRecord, Mapping[str, Any]]]:
    if "people" not in found:
        return
    path, typed = found["people"]
    for person, at, held in desk.named(typed, path):
        if not isinstance(held, Mapping):
            desk.refuse(Amiss.WRONG_TYPE, at, held, "mapping")
            continue
        known = len(desk.faults)
        own = {around().key(str(key)): value for key, value in held.items()}
        file, application = _file(own, at, folder, desk)
        told = {key: value for key, value in held.items() if around().key(key) not in _FILED}
        body = body_of(PersonRecord, told, at, desk, given=frozenset(["person", "file"]))
        if len(desk.faults) == known:
            whole = {**body, "person": person, "file": file}
            yield casework.read_as(PersonRecord, whole, "record_person"), application


def _file(own: Mapping[str, Any], path: Path, folder: File, desk: Desk) -> tuple[_Json, _Json]:
    """Return a person's case file without its application, and that application.

    The facts typed beside the file are laid over it, key by key; a list replaces a list. Those
    named under ``without`` are taken away, and so unknown.
    """
    base, application = _of_file(own.get("file"), path, folder, desk)
    if "facts" in own:
        over, asked = _read_file(plain(own["facts"]), (*path, "facts"), desk)
        base, application = _merged(base, over), _merged(application, asked)
    if "without" in own:
        for at, name in desk.items(own["without"], (*path, "without")):
            base = _without(base, name, at, desk)
    return base, application


def _without(base: _Json, name: Any, path: Path, desk: Desk) -> _Json:
    """Return the facts without one of them, which is then unknown."""
    steps = [facts.house_dictionary().key(step) for step in str(name).split(".")]
    if len(steps) != 2 or steps[1] not in base.get(steps[0], {}):
        desk.refuse(Amiss.NO_SUCH_NAME, path, name, "detention.…")
        return base
    section, key = steps
    kept = {each: held for each, held in base[section].items() if each != key}
    return {**base, section: kept}


def _of_file(typed: Any, path: Path, folder: File, desk: Desk) -> tuple[_Json, _Json]:
    if isinstance(typed, str):
        file = folder / typed
        if file.is_file():
            return _read_file(facts.document_of(file.read_bytes()).value, path, desk)
        desk.refuse(Amiss.NO_SUCH_FILE, path, typed, "a case file")
        return {}, {}
    if isinstance(typed, Mapping):
        return _read_file(plain(typed), path, desk)
    desk.refuse(Amiss.KEY_MISSING, path, typed, around().keys_typed["file"])
    return {}, {}


def _read_file(document: Any, path: Path, desk: Desk) -> tuple[_Json, _Json]:
    around_it = {"format": facts.FORMAT, "jurisdiction": HERE.vocabulary.jurisdiction}
    whole = {**around_it, **document} if isinstance(document, Mapping) else around_it
    if facts.house_dictionary().keys_typed["jurisdiction"] in whole:
        del whole["jurisdiction"]
    try:
        case = facts.to_canonical(HERE.read(whole))
    except facts.CaseRefused as refused:
        for fault in refused.faults:
            desk.refuse(Amiss.PERSONAL_FILE, path, f"{fault.path}: {fault.read}",
                        f"{fault.code} {fault.expected}")  # fmt: skip
        return {}, {}
    application: _Json = case.pop("application", {})
    case.pop("title", None)
    return case, application


def _merged(base: Any, over: Any) -> Any:
    if not isinstance(base, Mapping) or not isinstance(over, Mapping):
        return over
    return {**base, **{key: _merged(base.get(key), held) for key, held in over.items()}}
