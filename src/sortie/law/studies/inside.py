"""The facts inside a study: read alone, so that a fault names the key as typed, then merged."""

from collections.abc import Mapping
from typing import Any

from sortie import facts
from sortie.law.france import FRENCH
from sortie.law.studies.desk import Desk, Path
from sortie.law.studies.errors import StudyFault
from sortie.law.studies.merging import canonical, merged, path_of, without

_HEAD = {"format": facts.FORMAT, "jurisdiction": FRENCH.jurisdiction}

Found = Mapping[str, tuple[Path, Any]]


def facts_alone(value: Any, path: Path, desk: Desk) -> dict[str, Any]:
    """Return facts under canonical keys; what is wrong with them alone is noted, key by key."""
    if not isinstance(value, Mapping):
        desk.refuse("study.wrong_type", path, value, "mapping")
        return {}
    document = facts.Repeated(_HEAD | dict(value))
    document.again = getattr(value, "again", {})
    _read(document, path, desk)
    found: dict[str, Any] = canonical(value)
    return found


def facts_of_case(base: Mapping[str, Any], found: Found, desk: Desk) -> dict[str, Any]:
    """Return the facts of a case: its own over the base, without the keys it takes away."""
    own: dict[str, Any] = {}
    if "facts" in found:
        path, typed = found["facts"]
        own = facts_alone(typed, path, desk)
    facts_in_all: dict[str, Any] = _less(merged(base, own), found, desk)
    return facts_in_all


def case_of(tree: Mapping[str, Any], found: Found, path: Path, desk: Desk) -> facts.CaseFile | None:
    """Return the case file a question is asked on, without the keys the question takes away."""
    left = _less(tree, found, desk)
    return None if desk.faults else _read(_HEAD | left, path, desk)


def _less(tree: Any, found: Found, desk: Desk) -> Any:
    if "without" not in found:
        return tree
    path, typed = found["without"]
    for at, item in desk.items(typed, path):
        left = without(tree, path_of(item)) if isinstance(item, str) and item else None
        if left is None:
            desk.refuse("study.nothing_to_take_away", at, item, "a path of the facts")
        else:
            tree = left
    return tree


def _read(document: Mapping[str, Any], path: Path, desk: Desk) -> facts.CaseFile | None:
    try:
        return facts.read_case(document, vocabulary=FRENCH, dictionary=facts.house_dictionary())
    except facts.CaseRefused as refused:
        for fault in refused.faults:
            inner = f"{facts.spelled(path)}.{fault.path}"
            near = fault.params.get("nearest")
            expected = f"{fault.expected}, {near}" if near else str(fault.expected)
            desk.faults.append(
                StudyFault(fault.code, desk.file, inner, fault.read, expected,
                           desk.line((*path, *_steps(fault.path))))
            )  # fmt: skip
        return None


def _steps(path: str) -> Path:
    return tuple(
        int(step) if step.isdigit() else step
        for step in path.replace("[", ".").replace("]", "").split(".")
    )
