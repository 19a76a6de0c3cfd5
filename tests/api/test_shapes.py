"""The shapes that are described are those of what is answered, for every case study."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sortie import law, office
from sortie.api.document import document
from sortie.api.operations.acts import FILE, acts_on_a_case
from sortie.api.shapes.acts import HAPPENED, body_of
from sortie.law import france, studies
from sortie.law.studies import Asks, StudyQuestion
from sortie.words import tongue

CASES = Path(__file__).parents[2] / "cases"
LEAVES = (Asks.ANY_LEAVE, Asks.LEAVE)


@pytest.fixture(scope="module")
def components() -> Any:
    return document(tongue("en"))["components"]


def checked(components: Any, name: str) -> Draft202012Validator:
    shape = {"$ref": f"#/components/schemas/{name}", "components": components}
    return Draft202012Validator(shape)


def asked(question: StudyQuestion) -> france.Question:
    reform = france.announced(question.reform_since) if question.reform_since else None
    return france.Question(readings=question.readings, purpose=question.purpose, reform=reform)


def test_every_answer_to_a_case_study_has_the_shape_described(components: Any) -> None:
    validator, count = checked(components, "AnswerTold"), 0
    for study in studies.load(CASES):
        for case in study.cases:
            for each in case.questions:
                if each.asks in LEAVES and each.on is not None:
                    found = france.Asked(each.case, asked(each)).on(each.on)
                    faults = list(validator.iter_errors(law.written_answer(found)))
                    assert faults == [], (case.id, faults[0].message)
                    count += 1
    assert count > 100


def test_every_rule_has_the_shape_described(components: Any) -> None:
    rules, one = checked(components, "RulesTold"), checked(components, "RuleTold")
    every = law.written_rules()
    assert list(rules.iter_errors(every)) == []
    for each in every["rules"]:
        assert list(one.iter_errors(law.written_rule(each["rule"]))) == [], each["rule"]


@pytest.mark.parametrize("verb", [FILE, *acts_on_a_case()])
def test_what_a_verb_reads_is_described_to_the_last_field(verb: str) -> None:
    shape = body_of(verb)
    assert shape.model_config["extra"] == "forbid"
    reads = office.VERBS[verb].reads
    known = {each.name for each in fields(reads)} if reads is not None else set(shape.model_fields)
    assert set(shape.model_fields) - {HAPPENED} <= known
    assert known - set(shape.model_fields) <= {"law_says", "attached_bans"}
