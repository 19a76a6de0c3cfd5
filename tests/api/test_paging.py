"""Pages of a list: nothing skipped nor repeated, whatever is filed between two of them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from sortie import office
from sortie.web.tokens import READ
from tests.api.programs import PREFIX, Program, World
from tests.office import one_leave as leave

Hold = Callable[[datetime], None]
FIRST = leave.paris("2027-02-01T09:00")


def file(n: int, at: datetime) -> str:
    """File one more application for the same person, at an instant."""
    said = leave.filed(f"D-{n:03}", "P-1")
    office.do(said.verb, office.Command(key=said.key, by=said.by, at=at), said.target, said.body)
    return said.target


@pytest.fixture
def clerk(world: World) -> Program:
    leave.recorded("P-1").say()
    for n in range(12):
        # Several at one instant: their place is settled by their name.
        file(n, FIRST + timedelta(minutes=n // 3))
    return world.program("court_clerk", READ, language="en")


def walked(program: Program, path: str, between: Callable[[int], object]) -> list[str]:
    """Read every page, doing something between two of them."""
    found: list[str] = []
    pages, following = 0, path
    while following:
        told = program.get(following).json()
        found += [each["case"] for each in told["cases"]]
        following, pages = told["next"] or "", pages + 1
        between(pages)
        assert pages < 50
    return found


@pytest.mark.parametrize("order", ["first", "last"])
@pytest.mark.parametrize("limit", [1, 5, 12])
def test_every_case_is_listed_once(clerk: Program, order: str, limit: int) -> None:
    path = f"{PREFIX}/cases?order={order}&limit={limit}"
    found = walked(clerk, path, lambda _: None)
    expected = [f"D-{n:03}" for n in range(12)]
    assert found == (expected if order == "first" else expected[::-1])


@pytest.mark.parametrize("order", ["first", "last"])
def test_cases_filed_between_two_pages_move_none(clerk: Program, order: str) -> None:
    """One is filed before all the others, one after, each time a page was read."""
    new: list[str] = []

    def file_two(page: int) -> None:
        if page < 5:
            new.append(file(100 + page, FIRST - timedelta(hours=page)))
            new.append(file(200 + page, FIRST + timedelta(hours=page)))

    found = walked(clerk, f"{PREFIX}/cases?order={order}&limit=3", file_two)

    assert len(found) == len(set(found))
    assert [each for each in found if each not in new] == sorted(
        (f"D-{n:03}" for n in range(12)), reverse=order == "last"
    )


def test_a_cursor_serves_the_order_it_was_given_for(clerk: Program) -> None:
    following = clerk.ask("/cases?limit=2").json()["next"]
    for wrong in (following + "&by=due", f"{PREFIX}/cases?cursor=x", f"{PREFIX}/cases?cursor=4oCm"):
        told = clerk.get(wrong)
        assert told.status_code == 422
        assert [each["path"] for each in told.json()["faults"]] == ["cursor"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("state=filed", 12),
        ("state=out", 0),
        ("person=P-1", 12),
        ("person=P-2", 0),
        ("prison=prison+of+the+south", 0),
        ("by=filed&since=2027-02-02", 0),
        ("by=departs&since=2027-03-15&until=2027-03-15", 12),
    ],
)
def test_a_list_is_filtered_as_on_its_page(clerk: Program, query: str, count: int) -> None:
    assert len(clerk.ask(f"/cases?{query}").json()["cases"]) == count


def test_what_cannot_be_read_in_an_address_is_told_all_at_once(clerk: Program) -> None:
    told: Any = clerk.ask("/cases?state=lost&since=soon&limit=0")
    assert told.status_code == 422
    assert {each["path"] for each in told.json()["faults"]} == {"state", "since", "limit"}
    unknown = clerk.ask("/cases?colour=blue&state=filed&state=out")
    assert {each["code"] for each in unknown.json()["faults"]} == {"api.unknown", "api.twice"}


def test_the_cases_of_others_are_in_nobodys_list(world: World, clerk: Program) -> None:
    assert clerk.ask("/cases").json()["cases"]
    for role in ("court_clerk", "prison_clerk", "enforcement_judge"):
        told = world.program(role, READ, elsewhere=True).ask("/cases")
        assert told.json() == {"cases": [], "next": None}
    # The table gives the gate no list at all.
    assert world.program("gate", READ).ask("/cases").status_code == 404


def test_a_line_says_of_the_person_what_the_table_lets_it(clerk: Program) -> None:
    line = clerk.ask("/cases?limit=1").json()["cases"][0]
    assert (line["person"], line["name"]["family_name"]) == ("P-1", "Famille-P-1")
    assert line["state_labels"]["fr"] != line["state_labels"]["en"]
