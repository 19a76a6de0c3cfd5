"""What every address does: media types, sizes, methods, languages, and a page for people."""

import json
from typing import Any

import pytest

from sortie.api.asking import OPEN_TO_ANYONE
from sortie.api.operations import OPERATIONS
from sortie.api.problems import Kind
from sortie.web.authority import ACTIONS, POSTS, ROLES, Relation, may
from sortie.web.tokens import LAW, SCOPES
from sortie.words import LANGUAGES, tongue
from tests.api.programs import PREFIX, Program, World
from tests.house.tree import ROOT

ANSWERS = f"{PREFIX}/law/answers"


def problem(answer: Any) -> str:
    assert answer["Content-Type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == answer.status_code
    assert said["title"]
    assert said["detail"]
    return str(said["type"]).removeprefix("/api/v1/#")


def test_every_operation_has_an_action_of_the_table_that_is_somebodys() -> None:
    for each in OPERATIONS:
        assert each.action in ACTIONS, each.name
        assert any(may(role, relation, each.action) for role in ROLES for relation in Relation), (
            each.name
        )


def test_what_asks_for_no_token_is_what_the_table_gives_to_anyone() -> None:
    for each in OPERATIONS:
        assert each.scope == OPEN_TO_ANYONE or each.scope in SCOPES
        assert (each.scope == OPEN_TO_ANYONE) is each.is_open(), each.name


def test_every_operation_and_every_problem_is_said_in_both_languages() -> None:
    for code in LANGUAGES:
        words = tongue(code).sentences
        for each in OPERATIONS:
            assert f"api.{each.name}" in words or f"act.{each.name}" in words, each.name
            assert f"api.family.{each.family}" in words
        for kind in Kind:
            assert {f"problem.{kind}.title", f"problem.{kind}.text"} <= set(words)


def test_each_refusal_of_the_door_is_a_problem(world: World, anyone: Program) -> None:
    program = world.program("gate", LAW)
    post = program.post
    asked = [
        (post(ANSWERS, "{}", content_type="text/plain"), Kind.NOT_JSON),
        (post(ANSWERS, "{}", content_type="application/json; charset=latin-1"), Kind.NOT_JSON),
        (post(ANSWERS, " " * 400_001, content_type="application/json"), Kind.TOO_BIG),
        (post(ANSWERS, "{", content_type="application/json"), Kind.UNREADABLE),
        (post(ANSWERS, '{"case": {}, "case": {}}', content_type="application/json"),
         Kind.UNREADABLE),
        (post(ANSWERS, '{"case": NaN}', content_type="application/json"), Kind.UNREADABLE),
        (post(ANSWERS, b'{"case": "\xff"}', content_type="application/json"), Kind.UNREADABLE),
        (post(ANSWERS, "[" * 100_000, content_type="application/json"), Kind.UNREADABLE),
        (post(ANSWERS, "null", content_type="application/json"), Kind.INVALID),
        (post(ANSWERS, "{}", content_type="application/json"), Kind.INVALID),
        (program.get(f"{PREFIX}/cases", headers={"Accept": "text/html"}), Kind.NOT_ACCEPTABLE),
        (program.get(ANSWERS), Kind.METHOD),
        (program.delete(f"{PREFIX}/cases"), Kind.METHOD),
        (program.get(f"{PREFIX}/nowhere"), Kind.NOT_THERE),
        (program.post(f"{PREFIX}/nowhere"), Kind.NOT_THERE),
        (program.get(f"{PREFIX}/cases/"), Kind.NOT_THERE),
        (program.get(f"{PREFIX}/cases/D-%00"), Kind.TOO_NARROW),
        (anyone.get(f"{PREFIX}/cases"), Kind.UNSIGNED),
        (Program("sortie_nobody").get(f"{PREFIX}/cases"), Kind.UNSIGNED),
    ]  # fmt: skip
    for number, (answer, kind) in enumerate(asked):
        assert (problem(answer), answer.status_code) == (kind, kind.status), number
    assert asked[11][0]["Allow"] == "POST"


def test_a_session_of_the_pages_is_nobody_here(anyone: Program) -> None:
    anyone.cookies["session"] = "anything"
    assert anyone.ask("/cases").status_code == 401


def test_a_head_says_what_a_get_says_without_its_body(anyone: Program) -> None:
    got, head = anyone.ask("/law/rules"), anyone.head(f"{PREFIX}/law/rules")
    assert head.status_code == 200
    assert head.content == b""
    assert head["Content-Type"] == got["Content-Type"]


def test_the_description_is_openapi_in_the_language_asked(anyone: Program) -> None:
    english = anyone.ask("/openapi.json")
    french = Program("", "fr").ask("/openapi.json")

    assert english.json()["openapi"] == "3.1.0"
    assert english.json()["paths"].keys() == french.json()["paths"].keys()
    path = "/api/v1/cases/{case_id}/acts/seize_board"
    summaries = [each.json()["paths"][path]["post"]["summary"] for each in (english, french)]
    assert summaries[0] != summaries[1]
    assert {each["operationId"] for way in english.json()["paths"].values()
            for each in way.values()} == {each.name for each in OPERATIONS}  # fmt: skip


def test_an_act_is_described_by_the_fields_it_reads(anyone: Program) -> None:
    found = anyone.ask("/openapi.json").json()
    shape = found["components"]["schemas"]["SeizeBoard"]
    assert shape["additionalProperties"] is False
    assert set(shape["properties"]) == {"sitting", "sits_at", "mode", "appearance"}
    assert set(shape["required"]) == {"sitting", "sits_at"}
    assert "law_says" not in json.dumps(found["components"]["schemas"]["Decide"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("anyone")
def test_people_read_every_operation_and_every_problem_on_a_page(language: str) -> None:
    page = Program("", language).get("/api/v1/").content.decode()
    for each in OPERATIONS:
        assert f'id="{each.name}"' in page
    for kind in Kind:
        assert f'id="{kind}"' in page
    assert "<script>" not in page


def test_every_capacity_may_ask_the_law(world: World) -> None:
    for role in POSTS:
        told = world.program(role, LAW).send("/law/answers", {"case": {"format": "sortie/case@1"}})
        assert told.status_code == 422, role


def test_the_reference_names_every_operation_and_every_problem() -> None:
    reference = (ROOT / "docs/reference/api.md").read_text("utf-8")
    for each in OPERATIONS:
        act = each.route.startswith("/cases/{case_id}/acts/")
        assert act or f"`{each.method} {each.route}` | `{each.action}`" in reference, each.name
    for kind in Kind:
        assert f"`{kind}`" in reference
        assert f" {kind.status} |" in reference
