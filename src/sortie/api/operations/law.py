"""Asking the law: the answer to a case file, the rules and their versions."""

import json
from collections.abc import Iterator

from ninja import Query

from sortie import facts, law
from sortie.api.asking import OPEN_TO_ANYONE, Called, Operation
from sortie.api.operations.written import json_of
from sortie.api.problems import Amiss, Kind, Stopped
from sortie.api.shapes.law import AnswerTold, OnADay, Question, RulesTold, RuleTold
from sortie.rules import fields_of
from sortie.web.tokens import LAW


def answers(called: Called, body: Question) -> object:
    """Return what the law answers to a case file, on a day.

    Raises:   facts.CaseRefused: with every fault of the file
              Stopped: a purpose or a reading that the law does not know
    """
    faults = tuple(_faults(body))
    if faults:
        raise Stopped(Kind.INVALID, faults)
    # As a text, it is read as a file of the same text is, and refused for the same reasons.
    case = facts.read_case(
        json.dumps(body.case), vocabulary=law.france.FRENCH, dictionary=facts.house_dictionary()
    )
    reform = law.france.announced(body.reform_since) if body.reform_since else None
    question = law.france.Question(readings=body.readings, purpose=body.purpose, reform=reform)
    today = called.clock.there(called.at).date()
    on = body.on or law.france.asked_day(case) or today
    return json_of(law.written_answer(law.france.Asked(case, question).on(on)))


def _faults(body: Question) -> Iterator[Amiss]:
    known = {each.reading: each for each in fields_of(law.france.Person).values() if each.reading}
    if body.purpose is not None and body.purpose not in law.france.FRENCH.purposes:
        yield _not_offered("purpose", law.france.FRENCH.purposes)
    for reading, option in body.readings.items():
        path = f"readings.{reading}"
        if reading not in known:
            yield _not_offered(path, known)
        elif option not in (options := [str(each.value) for each in known[reading].members]):
            yield _not_offered(path, options)


def _not_offered(path: str, offered: object) -> Amiss:
    names = ", ".join(sorted(offered))  # type: ignore[call-overload]
    holes = (("path", path), ("expected", names))
    return Amiss(part="body", path=path, key="not_offered", holes=holes)


def rules(called: Called, query: Query[OnADay]) -> object:
    """Return every rule, or those in force on a day."""
    del called
    return json_of(law.written_rules(query.on))


def one_rule(called: Called, rule: str, query: Query[OnADay]) -> object:
    """Return one rule with its versions; with a day, the one in force on it.

    Raises:   rules.UnknownRule
    """
    del called
    return json_of(law.written_rule(rule, query.on))


OPERATIONS = (
    Operation(name="ask_the_law", method="POST", route="/law/answers", action="law.ask",
              scope=LAW, does=answers, gives={200: AnswerTold}),
    Operation(name="list_rules", method="GET", route="/law/rules", action="law.see",
              scope=OPEN_TO_ANYONE, does=rules, gives={200: RulesTold}),
    Operation(name="see_rule", method="GET", route="/law/rules/{rule}", action="law.see",
              scope=OPEN_TO_ANYONE, does=one_rule, gives={200: RuleTold},
              refuses=(Kind.NOT_THERE,)),
)  # fmt: skip
