"""Open cases under a reform: those whose answer changes, of those that one may list."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie import office, store
from sortie.web import authority
from sortie.web.accounts.models import Consultation
from sortie.web.authority import ACTIONS, Relation
from sortie.web.pages.reforms import replaying
from tests.office.one_leave import (
    COURT_CLERK,
    FILE,
    GATE,
    HEAD,
    JUDGE,
    OFFICER,
    PROSECUTOR,
    back,
    filed,
    let_out,
    paris,
    recorded,
    routed,
    say_all,
    until_permitted,
)
from tests.web.accounts.visitors import text_of
from tests.web.authority.people import at_the_court, at_the_prison, lawyer, probation_officer
from tests.web.signing import Browser

Browse = Callable[..., Browser]
UNITS = "/reforms/fr.reform.announced_2025/replay/"
LONGER = "/reforms/fr.reform.longer_day/replay/"
SINCE = "since=2027-01-01&on=2027-02-10"
IN_UNIT: dict[str, Any] = {
    **FILE,
    "custody": {
        **FILE["custody"],
        "placements": [{**FILE["custody"]["placements"][0], "unit": "organised_crime_unit"}],
    },
}


@pytest.fixture
def docket(sqlite_store: str, hold_at: Callable[[datetime], None]) -> None:
    """Someone in an organised-crime unit, someone with an exam, and a leave that is over."""
    assert sqlite_store
    hold_at(paris("2027-02-10T10:00"))
    say_all([
        recorded("P-unit", file=IN_UNIT), filed("C-unit", "P-unit"), routed("C-unit"),
        recorded("P-exam"), filed("C-exam", "P-exam", purpose="exam"),
        *until_permitted("C-over", "P-over"), let_out("C-over", "P-over"), back("C-over"),
    ])  # fmt: skip


def plain(answer: Any) -> str:
    said = re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])
    return " ".join(said.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.usefixtures("docket")
def test_the_cases_whose_answer_changes_are_listed_with_what_changed_them(browse: Browse) -> None:
    answer = browse(JUDGE, "en").get(f"{UNITS}?{SINCE}")
    page = plain(answer)

    assert answer.status_code == 200
    assert "2 open cases asked about on this page" in page
    assert "C-unit" in page
    assert "C-exam" not in page
    assert "at departure, 15 March 2027: the answer is “open”, it would be “closed”" in page
    assert "fr.reform.organised_crime_units" in page
    assert 'href="/case/C-unit/"' in answer.content.decode()


@pytest.mark.usefixtures("docket")
def test_other_limits_are_a_change_and_are_said(browse: Browse) -> None:
    page = plain(browse(JUDGE, "fr").get(f"{LONGER}?on=2027-02-10"))

    assert "C-unit" in page
    assert "C-exam" in page
    assert "durée la plus longue 1 jour → 2 jours" in page


@pytest.mark.usefixtures("docket")
def test_it_says_that_it_is_not_the_law_and_that_nothing_is_written(browse: Browse) -> None:
    before = {s: store.events_of(s) for s in store.streams("case")}
    page = plain(browse(JUDGE, "en").get(UNITS))

    assert "This is not the law" in page
    assert "Nothing is written, nothing is kept" in page
    assert {s: store.events_of(s) for s in store.streams("case")} == before


@pytest.mark.usefixtures("docket")
def test_a_reform_that_begins_later_changes_nothing_yet(browse: Browse) -> None:
    page = plain(browse(JUDGE, "en").get(f"{UNITS}?since=2030-01-01&on=2027-02-10"))

    assert "No answer changes among them." in page
    assert "C-unit" not in page


@pytest.mark.usefixtures("docket")
@pytest.mark.parametrize(
    ("who", "asked_about"),
    [
        (JUDGE, 2), (COURT_CLERK, 2), (PROSECUTOR, 2), (HEAD, 2),
        (at_the_court("enforcement_judge", "court of the south"), 0),
        (at_the_prison("head_of_prison", "prison of the south"), 0),
        (probation_officer("P-unit"), 1),
    ],
)  # fmt: skip
def test_each_is_told_of_the_cases_that_they_may_list_and_of_no_other(
    browse: Browse, who: Any, asked_about: int
) -> None:
    page = plain(browse(who, "en").get(f"{UNITS}?{SINCE}"))
    assert ("C-unit" in page) is (asked_about > 0)
    counted = "There is no open case" if not asked_about else f"{asked_about} open case"
    assert counted in page


@pytest.mark.usefixtures("docket")
@pytest.mark.parametrize("who", [GATE, OFFICER, probation_officer(), lawyer("P-unit")])
def test_whoever_sees_no_law_of_a_case_has_no_such_page(browse: Browse, who: Any) -> None:
    assert browse(who).get(f"{UNITS}?{SINCE}").status_code == 404


@pytest.mark.usefixtures("docket")
def test_the_name_of_the_person_is_shown_to_those_whose_lists_show_it(browse: Browse) -> None:
    row = store.people(store.PersonQuery(person_ids=("P-unit",), limit=1))[0]
    assert row.family_name in plain(browse(JUDGE).get(f"{UNITS}?{SINCE}"))


@pytest.mark.usefixtures("docket")
def test_so_many_are_asked_about_at_once_and_the_others_follow(
    browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaying, "ASKED_AT_ONCE", 1)
    browser = browse(JUDGE, "en")
    first = browser.get(f"{LONGER}?on=2027-02-10").content.decode()
    (following,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = browser.get(following.replace("&amp;", "&"))

    met = [re.findall(r'href="/case/([^/]+)/"', page) for page in (first, second.content.decode())]
    assert sorted(met[0] + met[1]) == ["C-exam", "C-unit"]
    assert 'rel="next"' not in second.content.decode()
    assert "Back to the first ones" in text_of(second)


def test_one_more_case_is_no_more_questions_to_the_store(
    browse: Browse, hold_at: Callable[[datetime], None]
) -> None:
    hold_at(paris("2027-02-10T10:00"))
    counts = []
    for number in range(4):
        case, person = f"C-{number}", f"P-{number}"
        say_all([recorded(person, file=IN_UNIT), filed(case, person), routed(case)])
        browser = browse(JUDGE)
        browser.get(f"{UNITS}?{SINCE}")
        with CaptureQueriesContext(connection) as queries:
            assert f"C-{number}" in plain(browser.get(f"{UNITS}?{SINCE}"))
        counts.append(len(queries))
    assert counts[0] == counts[-1]


@pytest.mark.usefixtures("docket")
def test_a_case_that_the_law_cannot_read_is_named_and_the_others_are_asked(
    browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    plainly = office.replayed

    def unread(cases: Any, under: Any, on: Any) -> Any:
        for each in plainly(cases, under, on):
            gone = each.case_id == "C-exam"
            yield office.Replayed(each.case_id, None, (), unread=True) if gone else each

    monkeypatch.setattr(office, "replayed", unread)
    page = plain(browse(JUDGE, "en").get(f"{UNITS}?{SINCE}"))
    assert "One case could not be asked about" in page
    assert "C-exam" in page
    assert "C-unit" in page


@pytest.mark.usefixtures("docket")
@pytest.mark.parametrize("typed", ["since=soon", "on=2027-02-30", "since=0001-01-01"])
def test_what_is_no_date_is_said_and_what_was_typed_stays(browse: Browse, typed: str) -> None:
    answer = browse(JUDGE, "en").get(f"{UNITS}?{typed}")

    assert answer.status_code == 422
    assert "is not a date of the calendar" in text_of(answer)
    assert f'value="{typed.partition("=")[2]}"' in answer.content.decode()


@pytest.mark.usefixtures("docket")
def test_a_reform_that_is_not_there_leads_to_those_that_are(browse: Browse) -> None:
    answer = browse(JUDGE, "en").get("/reforms/fr.reform.nothing/replay/")
    assert answer.status_code == 404
    assert "There is no reform" in text_of(answer)


@pytest.mark.usefixtures("docket")
def test_who_looked_and_where_is_written_down(browse: Browse) -> None:
    browse(JUDGE).get(f"{UNITS}?{SINCE}")
    noted = Consultation.objects.filter(action="reforms.replay")
    assert [(each.account, each.kind, each.about) for each in noted] == [
        (JUDGE.id, "list", f"{UNITS}?{SINCE}")
    ]


def test_whoever_replays_sees_the_law_and_the_offence_of_those_cases() -> None:
    """The rules that change an answer may say for what someone was convicted."""
    rows = {(e.role, e.relation) for e in authority.cells() if e.action == "reforms.replay"}
    assert rows
    for role, relation in rows:
        for field in ("law", "offence"):
            assert authority.may(role, relation, "case.see", field), (role, relation)
            assert not authority.reason_asked(role, relation, "case.see", field)
        for field in ACTIONS["reforms.replay"].fields:
            assert authority.may(role, relation, "cases.list", field)
    assert not any(relation.endswith("_closed") for _, relation in rows)
    assert Relation.OTHER not in {relation for _, relation in rows}
