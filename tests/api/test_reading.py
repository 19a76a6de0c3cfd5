"""Reading cases: what the post may see and no more, and strangers find nothing at all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sortie.web.accounts.journal import SeenQuery, seen
from sortie.web.authority import POSTS
from sortie.web.tokens import LAW, READ
from tests.api.programs import Program, World
from tests.office import one_leave as leave
from tests.web.lists import docket

OF_A_CASE = ("", "/events", "/next", "/events/1/receipt")
# An auditor may know of every history, once they say why.
MAY_KNOW = {("auditor", "/events"), ("auditor", "/events/1/receipt")}


@pytest.fixture
def cases(world: World) -> World:
    docket.granted(1)
    docket.filed(3, 2)
    return world


def said(answer: Any) -> tuple[int, bytes, dict[str, str]]:
    """Return all that an answer says, to the last byte."""
    return answer.status_code, answer.content, dict(answer.headers)


def test_a_case_is_read_with_its_version(cases: World) -> None:
    told = cases.program("court_clerk", READ).ask("/cases/D-1")

    case = told.json()
    assert told.status_code == 200
    assert told["ETag"] == f'"{case["version"]}"'
    assert (case["case"], case["name"]["family_name"]) == ("D-1", "Osmeri")
    assert case["application"]["asked"]["departs_at"] == "2027-03-15T07:00:00+01:00"
    assert case["order"]["granted"] is True
    assert case["order"]["outcome"] == "granted"


def test_what_may_not_be_seen_is_not_there(cases: World) -> None:
    gate = cases.program("gate", READ).ask("/cases/D-1").json()
    clerk = cases.program("court_clerk", READ).ask("/cases/D-1").json()

    assert "reasons" in clerk["order"]
    assert "reasons" not in gate.get("order", {})
    assert "opinions" not in gate
    assert set(gate) < set(clerk) | {"absences"}


def test_a_case_of_others_is_answered_as_one_that_is_not_there(cases: World) -> None:
    """Every role, at another place or with nobody in hand, whichever part of a case is asked."""
    for role in POSTS:
        stranger = cases.program(role, READ, elsewhere=True)
        for part in OF_A_CASE:
            theirs, absent = stranger.ask(f"/cases/D-1{part}"), stranger.ask(f"/cases/D-0{part}")
            assert absent.status_code == 404, (role, part)
            assert (said(theirs) == said(absent)) is ((role, part) not in MAY_KNOW), (role, part)


def test_the_history_is_in_order_with_its_authors(cases: World) -> None:
    told = cases.program("court_clerk", READ).ask("/cases/D-1/events").json()

    numbers = [each["number"] for each in told["events"]]
    assert numbers == sorted(numbers)
    first = told["events"][0]
    assert (first["event"], first["by"]) == (
        "application_filed", {"role": "prison_clerk", "id": "prison-clerk-1"},
    )  # fmt: skip
    assert first["labels"]["en"] != first["labels"]["fr"]


def test_what_may_follow_says_by_whom_and_what_is_missing(cases: World) -> None:
    told = cases.program("court_clerk", READ, language="en").ask("/cases/D-3/next").json()

    acts = {each["verb"]: each for each in told["acts"]}
    assert acts["route_application"]["yours"] is True
    assert "court_clerk" in acts["route_application"]["roles"]
    assert any(each["rule"] for each in told["clocks"])
    assert told["may_leave"] is False


def test_each_reading_is_written_in_the_log_first(cases: World) -> None:
    program = cases.program("court_clerk", READ)
    post = cases.posts["court_clerk"]
    program.ask("/cases/D-1")
    program.ask("/cases?state=filed")

    lines = seen(SeenQuery(account=post.account_id))
    assert [(each.action, each.kind, each.about) for each in lines] == [
        ("cases.list", "list", "/api/v1/cases?state=filed"),
        ("case.see", "case", "D-1"),
    ]


def test_a_reason_is_asked_for_where_the_table_asks_and_kept(
    cases: World, hold_at: Callable[[datetime], None]
) -> None:
    leave.Said("let_out", "D-1", leave.GATE, leave.MORNING, {
        "permit": "T-D-1", "committal_number": "10412", "second_means": "fingerprint",
        "permit_handed": True, "answered_name": True}).say()  # fmt: skip
    leave.Said("record_return", "D-1", leave.GATE, leave.paris("2027-03-15T20:00")).say()
    later = leave.paris("2027-08-01T09:00")
    hold_at(later)
    clerk = cases.program("court_clerk", READ, language="en")

    unsaid = clerk.ask("/cases/D-1")
    given = clerk.ask(
        "/cases/D-1", consultation_reason="requête en indemnité".encode().decode("latin-1")
    )

    assert (unsaid.status_code, given.status_code) == (403, 200)
    assert unsaid.json()["type"].endswith("#reason_wanted")
    line = seen(SeenQuery(about="D-1", limit=1))[0]
    assert (line.reason, line.relations) == ("requête en indemnité", ("own_court_closed",))


def test_a_token_that_only_asks_the_law_reads_no_case_whether_there_or_not(cases: World) -> None:
    narrow = cases.program("court_clerk", LAW)
    theirs, absent = narrow.ask("/cases/D-1"), narrow.ask("/cases/D-0")
    assert theirs.status_code == 403
    assert said(theirs) == said(absent)


@pytest.mark.usefixtures("cases")
def test_without_a_token_there_is_nothing_but_the_way_to_one(anyone: Program) -> None:
    for path in ("/cases", "/cases/D-1", "/cases/D-0"):
        told = anyone.ask(path)
        assert told.status_code == 401
        assert told["WWW-Authenticate"].startswith("Bearer")
        assert told["Content-Type"] == "application/problem+json"
