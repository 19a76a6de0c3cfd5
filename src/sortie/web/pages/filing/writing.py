"""From what the form says to what the office files: the section of the case file, by its keys."""

import re
from collections.abc import Mapping
from typing import Any

from sortie import casework, facts, office
from sortie.facts import How
from sortie.web.forms import Fault
from sortie.web.pages.filing.asking import ITSELF, OTHER, SAYS_NONE, SECTION
from sortie.words import Tongue, of_fault

Body = Mapping[str, Any]
_HOURS = re.compile(r"\s*(\d{1,4})\s*(?:h|:)?\s*(\d{1,2})?\s*(?:min)?\s*", re.IGNORECASE)
_FLAGS = {"true": True, "false": False}
HERE = "FR"


def application_in(body: Body) -> dict[str, Any]:
    """Return the section of the case file that the form says, as far as it says anything."""
    found: dict[str, Any] = {}
    for each in facts.asked_in(SECTION):
        if body.get(f"{SAYS_NONE}{each.name}"):
            found[each.name] = "none"
        elif f"{SECTION}.{each.name}" in body:
            found[each.name] = _written(each, body[f"{SECTION}.{each.name}"])
    return found


def filing_in(body: Body, person: office.PersonRecord) -> office.Filing:
    """Return what is filed."""
    author = str(body["author"])
    if author == OTHER:
        author = str(body.get("author_name", ""))
    return office.Filing(
        person=person.person,
        form=casework.FilingForm(body["form"]),
        signed=bool(body["signed"]),
        application=application_in(body),
        places=tuple(body.get("said_places", ())),
        escort=tuple(body.get("escort", ())),
        leave=str(body.get("leave", "")),
        author="" if author == ITSELF else author,
    )


def faults_in(error: facts.CaseRefused, tongue: Tongue) -> list[Fault]:
    """Return what a case file refuses, each beside the field that says it."""
    return [Fault(_path(each.path), of_fault(each, tongue).message) for each in error.faults]


def _path(path: str) -> str:
    """Return the field of the form that a path of the case file leads to."""
    return re.sub(r"\[(\d+)\]", r".\1", path)


def _written(asked: facts.Asked, said: Any) -> Any:
    match asked.how:
        case How.FLAG_OR_NOT_NEEDED:
            return _FLAGS.get(said, said)
        case How.HOURS:
            return _hours(str(said))
        case How.RECORDS:
            return [_record(asked, each) for each in said]
        case _:
            return said


def _hours(text: str) -> str:
    """Return a time typed as people write it, 6 h 30, as the case file writes it."""
    read = _HOURS.fullmatch(text)
    if read is None:
        return text
    return f"PT{int(read[1])}H" + (f"{int(read[2])}M" if read[2] else "")


def _record(asked: facts.Asked, said: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(said)
    if "country" in {each.name for each in asked.inside} and found:
        found.setdefault("country", HERE)
    return found
