"""The cases of leave in words: the facts, each question, and the answer that its author expects."""

from dataclasses import dataclass
from functools import cache

from sortie import facts, law
from sortie.manual.clocks import (
    ClockTold,
    clock_told,
    clocks_told,
    french,
    reviewed_by,
    scripts_naming,
)
from sortie.manual.expected import asked_told, expected_told
from sortie.manual.filed import FactTold, filed, unsaid
from sortie.manual.studies import ids_by_rule, rules_of, shelf
from sortie.words import Tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTold:
    """One question: on which day, of what; under which readings; what is expected of it.

    ``unsaid`` are the facts of the case that this question takes away.
    """

    number: int
    asked: str
    settled: tuple[str, ...]
    unsaid: tuple[str, ...]
    expected: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTold:
    """One case study: title, sources and note are its author's, in French."""

    id: str
    title: str
    sources: str
    mark: str
    note: str
    reviewed: str
    facts: tuple[FactTold, ...]
    questions: tuple[QuestionTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """What holds a rule to its word; ``installed`` is no where the cases are not on the machine."""

    installed: bool
    cases: tuple[CaseTold, ...]
    clocks: tuple[ClockTold, ...]
    scripts: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its cases, those of procedure last."""
        return (*(each.id for each in self.cases), *(each.id for each in self.clocks))


def studied(rule: str, tongue: Tongue) -> Studied:
    """Return the cases of a rule: of each, only the questions that are about it."""
    held = shelf()
    return Studied(
        installed=held is not None,
        cases=tuple(_kept(_told(each, tongue), rule) for each in ids_by_rule().get(rule, ())),
        clocks=clocks_told(rule, tongue),
        scripts=scripts_naming(rule, tongue),
    )


def case_told(case_id: str, tongue: Tongue) -> CaseTold | ClockTold | None:
    """Return a case study whole, of leave or of procedure; None where there is no such case."""
    held = shelf()
    if held is None:
        return None
    if case_id in held.clocks:
        return clock_told(held.clocks[case_id], tongue)
    return _told(case_id, tongue) if case_id in held.cases else None


def _kept(case: CaseTold, rule: str) -> CaseTold:
    return CaseTold(
        id=case.id, title=case.title, sources=case.sources, mark=case.mark, note=case.note,
        reviewed=case.reviewed, facts=case.facts,
        questions=tuple(each for each in case.questions if rule in each.rules),
    )  # fmt: skip


@cache
def _told(case_id: str, tongue: Tongue) -> CaseTold:
    held = shelf()
    assert held is not None  # noqa: S101 (an id comes from there)
    case = held.cases[case_id]
    whole = max((each.case for each in case.questions), key=lambda each: len(filed(each, tongue)))
    review = case.review
    return CaseTold(
        id=case.id,
        title=french(case.title, tongue),
        sources=french(" ; ".join(case.sources), tongue),
        mark=tongue.say(f"manual.mark.{case.mark.lower()}"),
        note=french(case.note, tongue),
        reviewed=reviewed_by(f"{review.name}, {review.capacity}" if review else "", tongue),
        facts=filed(whole, tongue),
        questions=tuple(_question(each, whole, tongue) for each in case.questions),
    )


def _question(
    question: law.studies.StudyQuestion, whole: facts.CaseFile, tongue: Tongue
) -> QuestionTold:
    either, readings = tongue.either, law.france.readings()
    return QuestionTold(
        number=question.number,
        asked=asked_told(question, tongue),
        settled=tuple(
            either(dict(zip(("fr", "en"), readings[each].options[option], strict=True)))
            for each, option in question.readings.items()
        ),
        unsaid=unsaid(whole, question.case, tongue),
        expected=tuple(expected_told(question, tongue)),
        rules=tuple(dict.fromkeys(rules_of(question))),
    )
