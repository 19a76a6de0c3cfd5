"""The case studies, read once: where they lie, and which rule each of them speaks of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sortie import law


@dataclass(frozen=True, slots=True)
class Shelf:
    """All the case studies by their ids, those of procedure, and the scripts."""

    cases: Mapping[str, law.studies.CaseStudy]
    clocks: Mapping[str, law.france.StudiedClock]
    scripts: tuple[law.france.StudiedScript, ...]


def folder() -> Path | None:
    """Return where the case studies lie: in the installation, else beside the sources of a clone.

    The trap: None where neither has them; that no case is known then says nothing of the law.
    """
    here = Path(__file__).resolve().parents[1]
    return next(
        (each for each in (here / "cases", here.parents[1] / "cases") if each.is_dir()), None
    )


@cache
def shelf() -> Shelf | None:
    """Return every case study; None where they are not installed."""
    where = folder()
    if where is None:
        return None
    return Shelf(
        {case.id: case for study in law.studies.load(where) for case in study.cases},
        {each.id: each for each in law.france.studied_clocks(where)},
        law.france.studied_scripts(where),
    )


@cache
def ids_by_rule() -> Mapping[str, tuple[str, ...]]:
    """Return the cases of leave that each rule is named by, asked about or given as a reason."""
    held = shelf()
    found: dict[str, dict[str, None]] = {}
    for case in held.cases.values() if held is not None else ():
        for question in case.questions:
            for rule in rules_of(question):
                found.setdefault(rule, {})[case.id] = None
    return {rule: tuple(ids) for rule, ids in found.items()}


def rules_of(question: law.studies.StudyQuestion) -> Iterator[str]:
    """Yield the rules that a question asks about or expects as reasons."""
    if question.asks is not law.studies.Asks.COMPUTATION:
        yield question.of
    yield from (rule for rule, _ in question.expected.get("because", ()))
