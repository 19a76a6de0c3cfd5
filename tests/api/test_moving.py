"""Moving cases: done once, on the version one had read, by whoever the table and the law let."""

from typing import Any

import pytest

from sortie import store
from sortie.web.tokens import READ
from tests.api.programs import Program, World
from tests.office import one_leave as leave
from tests.web.lists import docket

SITTING = {"sitting": "12", "sits_at": "2027-02-20T14:00:00+01:00"}
FILING: dict[str, Any] = {
    "person": "P-3", "form": "declaration", "signed": True, "author": "P-3",
    "application": dict(leave.APPLICATION), "places": ["a workshop"],
}  # fmt: skip


def kinds(case: str = "D-3") -> list[str]:
    return [each.kind for each in store.events_of(store.Stream("case", case))]


@pytest.fixture
def clerk(world: World) -> Program:
    docket.filed(3, 1)
    leave.routed("D-3").say()
    return world.program("court_clerk", language="en")


def all_of(answer: Any) -> tuple[int, bytes, str]:
    return answer.status_code, answer.content, answer.headers.get("ETag", "")


def test_an_act_is_done_once_and_the_same_answer_comes_back(clerk: Program) -> None:
    version = clerk.ask("/cases/D-3")["ETag"]

    first = clerk.act("D-3", "seize_board", SITTING, "key-0001", version)
    again = clerk.act("D-3", "seize_board", SITTING, "key-0001", version)

    assert first.status_code == 200
    assert all_of(first) == all_of(again)
    assert kinds().count("board_seized") == 1
    assert first.json()["events"][0] == "board_seized"
    assert first["ETag"] == clerk.ask("/cases/D-3")["ETag"] != version


def test_another_body_under_the_same_key_is_refused(clerk: Program) -> None:
    clerk.act("D-3", "seize_board", SITTING, "key-0001")

    other = clerk.act("D-3", "seize_board", {**SITTING, "sitting": "13"}, "key-0001")

    assert (other.status_code, other.json()["type"]) == (422, "/api/v1/#key_reused")
    assert kinds().count("board_seized") == 1


def test_two_accounts_may_use_the_same_key(world: World, clerk: Program) -> None:
    clerk.act("D-3", "seize_board", SITTING, "key-0001")
    doubt = {"doubt": "d-1", "about": "the hour of the return"}

    judge = world.program("enforcement_judge").act("D-3", "raise_doubt", doubt, "key-0001")

    assert judge.status_code == 200


def test_a_case_that_moved_on_is_not_acted_upon(clerk: Program) -> None:
    version = clerk.ask("/cases/D-3")["ETag"]
    clerk.act("D-3", "raise_doubt", {"doubt": "d-1", "about": "x"}, "key-0001", version)

    late = clerk.act("D-3", "seize_board", SITTING, "key-0002", version)

    assert (late.status_code, late.json()["type"]) == (412, "/api/v1/#moved_on")
    assert late["ETag"] == clerk.ask("/cases/D-3")["ETag"]
    assert "board_seized" not in kinds()
    again = clerk.act("D-3", "seize_board", SITTING, "key-0002", version)
    assert all_of(again) == all_of(late)


def test_a_key_and_a_version_are_asked_for(clerk: Program) -> None:
    path = "/cases/D-3/acts/seize_board"
    keyless = clerk.send(path, SITTING, if_match="*")
    blind = clerk.send(path, SITTING, idempotency_key="key-0001")
    bad = clerk.send(path, SITTING, idempotency_key="short", if_match="*")

    assert (keyless.status_code, blind.status_code, bad.status_code) == (428, 428, 400)
    assert keyless.json()["type"].endswith("#key_wanted")
    assert blind.json()["type"].endswith("#version_wanted")
    assert "board_seized" not in kinds()


@pytest.mark.usefixtures("clerk")
def test_an_act_that_cannot_follow_is_refused_with_its_reasons(world: World) -> None:
    order = {"order": "O-1", "outcome": "granted", "reasons": "x"}

    for language, word in (("fr", "avis"), ("en", "opinion")):
        judge = world.program("enforcement_judge", language=language)
        told = judge.act("D-3", "decide", order, f"key-000-{language}")
        assert told.status_code == 422
        assert told.json()["type"] == "/api/v1/#refused"
        assert word in told.json()["detail"]
        assert all(each["message"] for each in told.json()["faults"])
    assert "decided" not in kinds()


def test_every_fault_of_a_body_is_told_at_once(clerk: Program) -> None:
    wrong = {"sits_at": "soon", "mode": "by pigeon", "chairs": 3}

    told = clerk.act("D-3", "seize_board", wrong, "key-0001")

    assert told.status_code == 422
    assert {each["path"]: each["code"] for each in told.json()["faults"]} == {
        "sitting": "api.missing", "sits_at": "api.instant", "mode": "api.not_offered",
        "chairs": "api.unknown",
    }  # fmt: skip
    assert "in_person" in told.content.decode()


@pytest.mark.usefixtures("clerk")
def test_an_act_of_another_capacity_is_told_so_on_a_case_one_sees(world: World) -> None:
    gate = world.program("prosecutor")
    told = gate.act("D-3", "seize_board", SITTING, "key-0001")
    assert (told.status_code, told.json()["type"]) == (403, "/api/v1/#not_yours_to_do")


@pytest.mark.usefixtures("clerk")
def test_acting_on_a_case_of_others_is_acting_on_one_that_is_not_there(world: World) -> None:
    stranger = world.program("court_clerk", elsewhere=True)
    for version in ("*", '"4"'):
        theirs = stranger.act("D-3", "seize_board", SITTING, "key-0001", version)
        absent = stranger.act("D-0", "seize_board", SITTING, "key-0001", version)
        assert theirs.status_code == 404
        assert (theirs.content, dict(theirs.headers)) == (absent.content, dict(absent.headers))
    assert "board_seized" not in kinds()


@pytest.mark.usefixtures("clerk")
def test_a_token_that_only_reads_does_nothing(world: World) -> None:
    reader = world.program("court_clerk", READ)
    assert reader.act("D-3", "seize_board", SITTING, "key-0001").status_code == 403
    assert "board_seized" not in kinds()


def test_an_application_is_filed_under_a_name_that_its_key_makes(clerk: Program) -> None:
    first = clerk.send("/cases", FILING, idempotency_key="key-0001")
    again = clerk.send("/cases", FILING, idempotency_key="key-0001")
    other = clerk.send("/cases", FILING, idempotency_key="key-0002")

    assert first.status_code == 201, first.content
    assert (first.content, first["Location"]) == (again.content, again["Location"])
    assert other["Location"] != first["Location"]
    read = clerk.get(first["Location"])
    assert read.json()["state"] == first.json()["state"]
    assert read["ETag"] == first["ETag"]
    assert kinds(first.json()["case"])[0] == "application_filed"


@pytest.mark.usefixtures("clerk")
def test_filing_for_someone_of_elsewhere_is_filing_for_nobody(world: World) -> None:
    stranger = world.program("court_clerk", elsewhere=True)
    theirs = stranger.send("/cases", FILING, idempotency_key="key-0001")
    absent = stranger.send("/cases", {**FILING, "person": "P-0"}, idempotency_key="key-0001")
    assert theirs.status_code == 422
    assert (theirs.content, dict(theirs.headers)) == (absent.content, dict(absent.headers))


def test_the_faults_of_an_application_are_those_of_the_case_file(clerk: Program) -> None:
    wrong = {**leave.APPLICATION, "departs_at": "soon", "colour": "blue"}
    told = clerk.send("/cases", {**FILING, "application": wrong}, idempotency_key="key-0001")
    assert told.status_code == 422
    assert {each["path"] for each in told.json()["faults"]} == {
        "application.departs_at", "application.colour",
    }  # fmt: skip
