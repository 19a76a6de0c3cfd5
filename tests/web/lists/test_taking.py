"""A list taken away: the same columns, nothing more than may be seen, and a line in the log."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from sortie.web.accounts.journal import SeenQuery, seen
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.lists import docket
from tests.web.lists.reading import headings, text
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
WHY = "the yearly count"


def taken(browser: Browser, path: str, **typed: str) -> Any:
    token = browser.get("/search/").cookies["form"].value
    return browser.post(path, {"csrfmiddlewaretoken": token, **typed})


def file_of(page: Any) -> bytes:
    assert page.status_code == 200
    return b"".join(page.streaming_content)


@pytest.fixture
def filled(browse: Browse, hold_at: Hold) -> Browse:
    docket.fill()
    hold_at(leave.paris("2027-03-01T12:00"))
    return browse


@pytest.mark.parametrize(("language", "between"), [("fr", ";"), ("en", ",")])
@pytest.mark.parametrize("path", ["cases", "people"])
def test_the_text_has_the_columns_of_the_page_in_the_way_of_the_language(
    filled: Browse, language: str, between: str, path: str
) -> None:
    clerk = filled(leave.PRISON_CLERK, language)

    got = file_of(taken(clerk, f"/{path}/taken/", format="csv", reason=WHY))

    assert got.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(got.decode("utf-8-sig")), delimiter=between))
    shown = headings(clerk.get(f"/{path}/"))
    assert table[0] == (shown if path == "cases" else shown[:-1])
    assert len(table) == 5
    assert ["Osmeri", "Halvin", "10412"] in [line[:3] for line in table]


def test_the_file_holds_what_the_address_asks_for_in_its_order(filled: Browse) -> None:
    clerk = filled(leave.PRISON_CLERK)

    got = file_of(taken(clerk, "/cases/taken/?state=filed&order=first", format="csv", reason=WHY))

    lines = got.decode("utf-8-sig").splitlines()[1:]
    assert [line.split(";")[3] for line in lines] == ["D-3", "D-4"]


def test_a_workbook_holds_instants_by_the_clock_of_the_prison(filled: Browse) -> None:
    got = file_of(taken(filled(leave.PRISON_CLERK), "/cases/taken/", format="xlsx", reason=WHY))

    table = load_workbook(io.BytesIO(got)).active
    assert table is not None
    lines = [[cell.value for cell in line] for line in table.iter_rows()]
    by_case = {line[3]: dict(zip(lines[0], line, strict=True)) for line in lines[1:]}
    assert set(by_case) == {"D-1", "D-2", "D-3", "D-4"}
    assert by_case["D-1"]["Départ"] == datetime(2027, 3, 15, 7)  # noqa: DTZ001 (a sheet has none)


def test_what_a_spreadsheet_would_take_for_a_formula_stays_text(filled: Browse) -> None:
    clerk = filled(leave.PRISON_CLERK)

    sheet = file_of(taken(clerk, "/people/taken/", format="xlsx", reason=WHY))
    lines = file_of(taken(clerk, "/people/taken/", format="csv", reason=WHY)).decode()

    table = load_workbook(io.BytesIO(sheet)).active
    assert table is not None
    (cell,) = [each for line in table.iter_rows() for each in line if each.value == "=1+1"]
    assert cell.data_type == "s"
    assert ";'=1+1" in lines


def test_without_a_reason_nothing_is_taken_and_the_page_says_so(filled: Browse) -> None:
    page = taken(filled(leave.PRISON_CLERK), "/cases/taken/?state=filed", format="csv", reason=" ")

    assert page.status_code == 422
    assert "Écrivez pourquoi vous emportez cette liste." in text(page)
    assert [line for line in seen(SeenQuery()) if line.action == "cases.export"] == []


def test_taking_a_list_away_is_one_line_of_the_log_with_its_reason(filled: Browse) -> None:
    file_of(taken(filled(leave.PRISON_CLERK), "/cases/taken/?by=due", format="csv", reason=WHY))

    (line,) = [line for line in seen(SeenQuery()) if line.action == "cases.export"]
    assert line.reason == WHY
    assert line.about == "/cases/taken/?by=due"
    assert line.account == leave.PRISON_CLERK.id


def test_who_may_list_and_not_take_away_is_answered_as_where_nothing_is(filled: Browse) -> None:
    prosecutor = filled(leave.PROSECUTOR)

    assert "Emporter cette liste" not in text(prosecutor.get("/cases/"))
    for path in ("/cases/taken/", "/people/taken/"):
        assert taken(prosecutor, path, format="csv", reason=WHY).status_code == 404


def test_a_file_holds_nothing_of_another_house(filled: Browse) -> None:
    south = "prison of the south"
    clerk = filled(
        Acting(account="c", post="c", role="prison_clerk", of=south, prisons=frozenset({south}))
    )

    got = file_of(taken(clerk, "/cases/taken/?person=P-1", format="csv", reason=WHY))
    assert len(got.decode().splitlines()) == 1
