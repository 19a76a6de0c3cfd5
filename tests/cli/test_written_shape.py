"""What a program reads has the shape of the public contract."""

import json
import subprocess
import sys
from typing import Any

import jsonschema
import pytest

from tests.cli.running import ACCEPTANCE, run
from tests.house.tree import ROOT

DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
WORDS = {"type": "array", "items": {"type": "string"}}
OUTCOME = {"enum": ["open", "closed", "undetermined"]}
SPAN = {
    "type": "object",
    "required": ["from", "before"],
    "properties": {"from": DAY, "before": DAY},
}


def record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def several(shape: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": shape}


CITE = record(text={"type": "string"}, article={"type": "string"}, version=DAY)
FINDING = record(
    rule={"type": "string"}, outcome=OUTCOME, since=DAY, before=DAY, cites=several(CITE),
    facts={"type": "object"}, missing=WORDS, readings=WORDS,
)  # fmt: skip
UNSETTLED = record(
    reading={"type": "string"},
    answers=several(record(option={"type": "string"}, outcome=OUTCOME, opens_on=DAY)),
)
ROUTE = record(
    leave={"type": "string"}, outcome=OUTCOME, open=several(SPAN), limits={"type": "object"},
    decided_by={"type": ["object", "null"], "required": ["authority", "because"]},
    findings=several(FINDING),
)  # fmt: skip
WARNINGS = several(record(code={"type": "string"}, date=DAY))
ANSWER = record(
    format={"const": "sortie/answer@1"}, on=DAY, outcome=OUTCOME, routes=several(ROUTE),
    would_open=several(record(leave={"type": "string"}, on=DAY, because=WORDS)),
    escort_only={"type": "boolean"}, missing=WORDS, unsettled=several(UNSETTLED),
    to_be_seen=several(record(fact={"type": "string"}, kind={"type": "string"})),
    warnings=WARNINGS, application=record(outcome=OUTCOME, findings=several(FINDING)),
)  # fmt: skip
CALENDAR = record(
    format={"const": "sortie/calendar@1"}, warnings=WARNINGS, law_changes=several(DAY),
    routes=several(record(
        leave={"type": "string"},
        spans=several({"allOf": [SPAN, record(outcome=OUTCOME)]}),
        boundaries=several(record(on=DAY, became=OUTCOME, changed=several(FINDING))),
        versions=several(SPAN),
    )),
)  # fmt: skip


def answered(*words: str) -> Any:
    ran = run(*words, "--json")
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.mark.parametrize(
    "on", ["2005-06-01", "2014-02-10", "2020-11-24", "2025-11-24", "2031-01-01"]
)
def test_an_answer_has_the_shape_of_the_contract(on: str) -> None:
    jsonschema.validate(answered("ask", ACCEPTANCE, "--on", on), ANSWER)


def test_a_calendar_has_its_shape_and_its_spans_touch() -> None:
    calendar = answered("when", ACCEPTANCE)

    jsonschema.validate(calendar, CALENDAR)
    for route in calendar["routes"]:
        spans = route["spans"]
        assert [s["before"] for s in spans[:-1]] == [s["from"] for s in spans[1:]]


def test_the_acceptance_case_is_answered_in_full() -> None:
    answer = answered("ask", ACCEPTANCE)
    routes = {route["leave"]: route for route in answer["routes"]}

    assert answer["outcome"] == "open"
    assert routes["fr.leave.day"]["open"] == [{"from": "2021-07-20", "before": "2029-06-19"}]
    assert routes["fr.leave.day"]["decided_by"]["authority"] == "enforcement_judge"
    assert routes["fr.leave.short"]["outcome"] == "closed"
    assert {
        "leave": "fr.leave.short",
        "on": "2026-06-20",
        "because": ["fr.served.little_left"],
    } in (answer["would_open"])
    kinds = [each["kind"] for each in answer["to_be_seen"]]
    assert kinds == ["escape", "watch_list", "organised_crime_unit"]
    assert "law_not_verified_after" in {each["code"] for each in answer["warnings"]}


def test_the_announced_law_closes_every_leave_and_leaves_the_escort() -> None:
    answer = answered("ask", ACCEPTANCE, "--reform", "fr.reform.organised_crime_units")

    assert answer["outcome"] == "closed"
    assert answer["escort_only"]
    assert answer["reform"] == "fr.reform.organised_crime_units"


def test_every_rule_is_shown_in_both_languages_and_for_a_program() -> None:
    rules = [each["rule"] for each in answered("law")["rules"]]

    assert len(rules) > 50
    for rule in rules[::7]:
        assert answered("law", rule)["rule"] == rule
        for lang in ("fr", "en"):
            ran = run("law", rule, "--lang", lang)
            assert (ran.status, ran.err) == (0, "")
            assert ran.out.startswith(rule)


def test_the_canonical_form_reads_as_itself() -> None:
    first = answered("case", "check", ACCEPTANCE, "--canonical")["canonical"]
    again = run("case", "check", "-", "--canonical", "--json", typed=json.dumps(first).encode())

    assert json.loads(again.out)["canonical"] == first


def test_a_program_never_opens_what_paints() -> None:
    code = (
        "import sys; from sortie.cli import main; main(sys.argv[1:]); "
        "sys.exit('rich' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", ACCEPTANCE, "--json"],
        cwd=ROOT, capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
