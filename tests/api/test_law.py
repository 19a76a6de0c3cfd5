"""The law asked by a program: the answer of the command line, and every fault at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from sortie import law
from sortie.cli import main
from sortie.web.tokens import LAW
from tests.api.programs import Program, World
from tests.office import one_leave as leave

CASE = {**leave.FILE, "application": dict(leave.APPLICATION)}


def test_the_answer_is_that_of_the_command_line(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")

    told = world.program("gate", LAW).send("/law/answers", {"case": CASE, "on": "2027-03-01"})

    assert told.status_code == 200
    assert main(["ask", str(file), "--on", "2027-03-01", "--json"]) == 0
    assert told.json() == json.loads(capsys.readouterr().out)
    assert told.json()["outcome"] == "open"


def test_without_a_day_it_is_the_day_of_the_departure(world: World) -> None:
    told = world.program("gate", LAW).send("/law/answers", {"case": CASE})
    assert told.json()["on"] == "2027-03-15"


def test_every_fault_of_the_file_is_told_at_once_in_the_language_asked(world: World) -> None:
    wrong: dict[str, Any] = {**CASE, "persan": {}, "person": {"born_on": "1980-02-31"}}

    for language, missing in (("fr", "1980-02-31"), ("en", "1980-02-31")):
        told = world.program("gate", LAW, language=language).send("/law/answers", {"case": wrong})
        said = told.json()
        assert told.status_code == 422
        assert told["Content-Type"] == "application/problem+json"
        assert told["Content-Language"] == language
        assert [each["path"] for each in said["faults"]] == ["persan", "person.born_on"]
        assert missing in said["detail"]


def test_a_reading_and_a_purpose_that_the_law_does_not_know_are_refused(world: World) -> None:
    asked = {"case": CASE, "purpose": "holidays", "readings": {"fr.reading.none": "x"}}

    told = world.program("gate", LAW, language="en").send("/law/answers", asked)

    assert told.status_code == 422
    assert [each["path"] for each in told.json()["faults"]] == [
        "purpose", "readings.fr.reading.none",
    ]  # fmt: skip


def test_the_rules_are_for_anyone_and_those_of_a_day_are_fewer(anyone: Program) -> None:
    every, old = anyone.ask("/law/rules"), anyone.ask("/law/rules?on=2000-01-01")
    assert every.json() == law.written_rules()
    assert 0 < len(old.json()["rules"]) < len(every.json()["rules"])


def test_a_rule_is_read_with_its_versions(anyone: Program) -> None:
    name = law.written_rules()["rules"][0]["rule"]
    assert anyone.ask(f"/law/rules/{name}").json() == law.written_rule(name)
    assert anyone.ask("/law/rules/fr.none").status_code == 404
