"""The invented court and its three prisons, and the phrases of those who work there."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sortie import facts, law
from sortie.demonstration.chance import Chance

_FOLDER = Path(__file__).parent / "france"
CENTRALE, DETENTION, ARREST, OVERSEAS = "MC", "CD", "MA", "OM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prison:
    """One prison: how many are held, from which committal number, at what hour its board sits.

    ``territory`` is empty where the law takes it for metropolitan.
    """

    code: str
    name: str
    town: str
    kind: str
    court: str
    court_town: str
    people: int = 0
    first_number: int = 0
    sits: str = ""
    territory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Court:
    """The court that hears the people of these prisons, and the one above it."""

    name: str
    town: str
    appeal: str
    appeal_town: str
    probation: str


@cache
def _read(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return found


@cache
def court() -> Court:
    """Return the court."""
    return Court(**_read("houses")["court"])


@cache
def prisons() -> Mapping[str, Prison]:
    """Return the prisons of the court by their codes, the most guarded first."""
    heard: Mapping[str, Any] = {"court": court().name, "court_town": court().town}
    return {each["code"]: Prison(**each, **heard) for each in _read("houses")["prison"]}


@cache
def overseas() -> Prison:
    """Return the prison, of another court and by other clocks, from which people arrive."""
    return Prison(code=OVERSEAS, **_read("houses")["overseas"])


@cache
def prison_of(code: str) -> Prison:
    """Return the prison of a code, the one overseas too."""
    return overseas() if code == OVERSEAS else prisons()[code]


def prison_named(name: str) -> Prison:
    """Return the prison that bears this name, the one overseas too."""
    return next(each for each in (*prisons().values(), overseas()) if each.name == name)


@cache
def case_file(name: str) -> Mapping[str, Any]:
    """Return a case file of the house, in its canonical keys."""
    read = facts.read_case(
        facts.document_of((_FOLDER / f"{name}.yaml").read_bytes()).value,
        vocabulary=law.france.FRENCH,
        dictionary=facts.house_dictionary(),
    )
    return facts.to_canonical(read)


def syllables() -> Mapping[str, list[str]]:
    """Return the syllables of which names are made."""
    return _read("names")


def said(*path: str) -> str:
    """Return the phrase that stands at this place."""
    found: Any = _read("phrases")
    for step in path:
        found = found[step]
    return str(found)


def paper(name: str) -> tuple[str, str]:
    """Return under what word a paper is put in a file, and what it is."""
    word, kind = _read("phrases")["papers"][name]
    return str(word), str(kind)


def drawn(chance: Chance, *path: str) -> str:
    """Return one of the phrases that stand at this place."""
    found: Any = _read("phrases")
    for step in path:
        found = found[step]
    return str(chance.pick("/".join(path), found))
