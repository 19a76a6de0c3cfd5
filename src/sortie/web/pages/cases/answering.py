"""What the law says on a day, route by route, each finding opening on the text it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie import law
from sortie.law import UnderReading, Unsettled
from sortie.rules import Finding, Outcome
from sortie.web.frame import Asked
from sortie.web.pages.answers import AnswerTold, RouteTold, answer_told
from sortie.web.pages.cases.reading import LawRead
from sortie.web.pages.cases.rules_told import ReadingTold, RuleTold, reading_told, rule_told
from sortie.words import LANGUAGES, leave_name


@dataclass(frozen=True, slots=True)
class FindingTold:
    """Why, in one sentence. ``rule`` is told where the finding is first met on the page."""

    anchor: str
    sentence: str
    cites: str
    outcome: Outcome
    rule: RuleTold | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSeen:
    """One kind of leave on the day: the answer, why, and how many reasons are not shown."""

    name: str
    outcome: Outcome
    heading: str
    findings: tuple[FindingTold, ...]
    hidden: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnsettledTold:
    """A reading that nobody settled, and what the answer would be under each option."""

    reading: ReadingTold
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTold:
    """The answer of the law on one day, with all that may be opened under it."""

    on: date
    answer: AnswerTold
    wanted: RouteSeen | None
    routes: tuple[RouteSeen, ...]
    shut: tuple[RouteSeen, ...]
    received: tuple[FindingTold, ...]
    unsettled: tuple[UnsettledTold, ...]
    ends: str


def day_told(read: LawRead, asked: Asked) -> DayTold:
    """Return what the law says on the day looked at."""
    terms = read.terms
    answer = answer_told(
        read.answer,
        asked,
        purpose=terms.purpose if terms is not None else "",
        since=read.asked.custody[0],
        leave=terms.leave if terms is not None else "",
    )
    return _Telling(read, asked, answer).whole()


class _Telling:
    def __init__(self, read: LawRead, asked: Asked, answer: AnswerTold) -> None:
        self.read, self.asked, self.answer = read, asked, answer
        self._met: set[tuple[str, Outcome]] = set()

    def whole(self) -> DayTold:
        answer = self.answer
        # The leave asked for comes first: its findings are the ones that open.
        wanted = self._route(answer.wanted) if answer.wanted is not None else None
        routes = tuple(self._route(each) for each in answer.routes)
        shut = tuple(self._route(each) for each in answer.shut)
        return DayTold(
            on=answer.on,
            answer=answer,
            wanted=wanted,
            routes=routes,
            shut=shut,
            received=tuple(
                self._finding(each.finding, each.sentence, each.cites)
                for each in answer.received_reasons
                if self.read.sees(each.finding)
            ),
            unsettled=tuple(self._unsettled()),
            ends=self._ends(),
        )

    def _route(self, route: RouteTold) -> RouteSeen:
        seen = [each for each in route.reasons if self.read.sees(each.finding)]
        return RouteSeen(
            name=leave_name(route.leave, self.asked.tongue),
            outcome=route.outcome,
            heading=route.heading,
            findings=tuple(self._finding(each.finding, each.sentence, each.cites) for each in seen),
            hidden=len(route.reasons) - len(seen),
            notes=route.notes,
        )

    def _finding(self, found: Finding, sentence: str, cites: str) -> FindingTold:
        key = found.rule.id, found.outcome
        first = key not in self._met
        self._met.add(key)
        custody = self.read.sight.sees("custody")
        rule = rule_told(found, self.read.on, self.asked, facts=custody) if first else None
        anchor = f"{found.rule.id}-{found.outcome.value}"
        return FindingTold(anchor, sentence, cites, found.outcome, rule)

    def _unsettled(self) -> Iterator[UnsettledTold]:
        answer = self.read.answer
        found: dict[str, Unsettled] = {}
        for each in (*answer.unsettled, *(u for route in answer.routes for u in route.unsettled)):
            found.setdefault(each.reading, each)
        for each in found.values():
            options = law.france.readings()[each.reading].options
            answers = tuple(
                self.asked.say(
                    "unsettled.option",
                    option=self.asked.tongue.either(dict(zip(LANGUAGES, words, strict=True))),
                    answer=self._under(under),
                )
                for under in each.answers
                for words in [options[under.option]]
            )
            yield UnsettledTold(reading_told(each.reading, self.asked), answers)

    def _under(self, under: UnderReading) -> str:
        key = f"under.{under.outcome.value}"
        if under.opens_on is None:
            return self.asked.say(key)
        suffix = "from" if under.outcome is Outcome.OPEN else "opens"
        return self.asked.say(f"{key}_{suffix}", day=self.asked.tongue.day(under.opens_on))

    def _ends(self) -> str:
        """Return that the file and the reckoning give two ends, and two answers."""
        other, day = self.read.answer.other_end, self.asked.tongue.day
        if other is None or not self.read.sight.sees("custody"):
            return ""
        return self.asked.say(
            "sentence.difference", stated=day(other.stated), computed=day(other.computed)
        )
