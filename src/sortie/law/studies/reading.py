"""Reading files of case studies: all the faults of all the files at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path as File
from typing import Any

from sortie import facts
from sortie.law.studies.asking import questions_of
from sortie.law.studies.desk import Desk, Path
from sortie.law.studies.errors import StudyFault, StudyRefused
from sortie.law.studies.inside import facts_alone, facts_of_case
from sortie.law.studies.records import CaseStudy, Mark, Review, Study

MOST_CASES = 20
_STUDY = frozenset(["title", "sources", "base", "cases"])
_CASE = frozenset(
    ["id", "title", "sources", "mark", "note", "reviewed_by", "facts", "without", "questions"]
)
_REVIEW = frozenset(["name", "capacity", "on"])

Found = Mapping[str, tuple[Path, Any]]


def load(folder: File) -> tuple[Study, ...]:
    """Return every study of a folder and of its sub-folders, or of one file.

    A file that says its ``format`` is a case file, not a study, and is left out.

    Raises:   StudyRefused: with all the faults of all the files
    """
    studies: list[Study] = []
    faults: list[StudyFault] = []
    seen: dict[str, str] = {}
    for path in _files(folder):
        desk = Desk(str(path), facts.document_of(path.read_bytes()))
        study = _study(path, desk)
        faults += [*desk.faults, *_ids_twice(study, seen)]
        studies.append(study)
    if faults:
        raise StudyRefused(tuple(faults))
    return tuple(studies)


def _files(folder: File) -> Iterator[File]:
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*.yaml")):
        if not any(line.startswith(b"format:") for line in path.read_bytes().splitlines()):
            yield path


def _ids_twice(study: Study, seen: dict[str, str]) -> Iterator[StudyFault]:
    for case in study.cases:
        if case.id in seen:
            yield StudyFault("study.id_twice", str(study.path), "id", case.id, seen[case.id])
        seen[case.id] = str(study.path)


def _study(path: File, desk: Desk) -> Study:
    for fault in desk.document.faults:
        desk.faults.append(
            StudyFault(fault.code, desk.file, fault.path, fault.read, fault.expected, fault.line)
        )
    found: Found = {}
    if desk.document.value is not None:
        found = desk.mapping(desk.document.value, (), _STUDY, _STUDY - {"base"})
    at, typed = found.get("base", ((), {}))
    base = facts_alone(typed, at, desk)
    cases: tuple[CaseStudy, ...] = ()
    if "cases" in found:
        at, typed = found["cases"]
        cases = tuple(_case(item, there, base, desk) for there, item in desk.items(typed, at))
        if len(cases) > MOST_CASES:
            desk.refuse("study.too_many_cases", at, str(len(cases)), f"{MOST_CASES} at most")
    return Study(path, _text(found, "title", desk), _sources(found, desk), cases)


def _case(value: Any, path: Path, base: Mapping[str, Any], desk: Desk) -> CaseStudy:
    found = desk.mapping(value, path, _CASE, frozenset(["id", "title", "mark", "questions"]))
    tree = facts_of_case(base, found, desk)
    return CaseStudy(
        id=_text(found, "id", desk),
        title=_text(found, "title", desk),
        sources=_sources(found, desk),
        mark=_mark(found, desk),
        note=_text(found, "note", desk),
        review=_review(found, desk),
        questions=questions_of(found, tree, desk),
    )


def _text(found: Found, key: str, desk: Desk) -> str:
    return desk.text(found[key][1], found[key][0]) if key in found else ""


def _sources(found: Found, desk: Desk) -> tuple[str, ...]:
    return desk.texts(found["sources"][1], found["sources"][0]) if "sources" in found else ()


def _mark(found: Found, desk: Desk) -> Mark:
    path, typed = found.get("mark", ((), None))
    if isinstance(typed, str) and typed in set(Mark):
        return Mark(typed)
    if "mark" in found:
        desk.refuse("study.not_in_list", path, typed, ", ".join(Mark))
    return Mark.TEXT


def _review(found: Found, desk: Desk) -> Review | None:
    """Return the signature; a name, a capacity and a day go together, or none of them."""
    if "reviewed_by" not in found:
        return None
    path, typed = found["reviewed_by"]
    signed = desk.mapping(typed, path, _REVIEW, frozenset())
    told = {key: held for key, held in signed.items() if held[1] not in (None, "")}
    if not told:
        return None
    for key in sorted(_REVIEW - set(told)):
        desk.refuse("study.key_missing", path, "", key)
    on = desk.day(told["on"][1], told["on"][0]) if "on" in told else None
    name, capacity = _text(told, "name", desk), _text(told, "capacity", desk)
    return Review(name, capacity, on) if on else None
