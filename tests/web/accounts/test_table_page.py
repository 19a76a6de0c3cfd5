"""The table is read in words: every row of a role is there, and the reason where one is asked."""

import re

import pytest

from sortie.web import authority
from sortie.web.authority import POSTS
from tests.web.accounts.visitors import text_of
from tests.web.authority.people import acting
from tests.web.signing import Browser

ROW = re.compile(r"<tr><td(.*?)</tr>", re.DOTALL)


@pytest.fixture
def reader(sqlite_store: str) -> Browser:
    assert sqlite_store
    return Browser(acting("auditor"), "en")


@pytest.mark.parametrize("role", POSTS)
def test_each_role_has_its_rows(reader: Browser, role: str) -> None:
    page = reader.get(f"/who-may/?role={role}")
    rows = ROW.findall(text_of(page))
    mine = [cell for cell in authority.cells() if cell.role == role]

    assert page.status_code == 200
    assert len(rows) >= len({cell.action for cell in mine})
    asked = [row for row in rows if "a written reason is asked" in row]
    assert bool(asked) is any(cell.reason_asked for cell in mine)


def test_a_judge_sees_their_own_court_and_an_auditor_any_case_with_a_reason(
    reader: Browser,
) -> None:
    judge = text_of(reader.get("/who-may/?role=enforcement_judge"))
    auditor = text_of(reader.get("/who-may/?role=auditor"))

    assert "the cases of the court" in judge
    assert "any other case" not in judge
    assert "any other case" in auditor


def test_a_word_that_is_no_role_shows_one_s_own_rows(reader: Browser) -> None:
    shown = text_of(reader.get("/who-may/?role=%3Cscript%3E"))
    assert "<script>" not in shown
    assert "read the consultation log" in shown.lower()
