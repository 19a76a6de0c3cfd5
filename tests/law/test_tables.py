"""The second evaluation against cases worked by hand."""

from copy import deepcopy
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import Phase, find, settings

from tests.law.people import cases, days_for
from tests.law.tables import LEAVES, READINGS, Case, Readings, open_on, special_reasons
from tests.law.tables.arithmetic import Length, add_months, after, national_holidays, part
from tests.law.tables.custody import fraction_day

ESCORTED = "fr.escorted_leave"
DAY_READING = "fr.reading.leave_day"
FRACTIONS = "fr.reading.fractions_by"

DEFAULT: Readings = {name: options[0] for name, options in READINGS.items()}
EVERY_READING = [
    dict(zip(READINGS, options, strict=True)) for options in product(*READINGS.values())
]

SENTENCE: dict[str, Any] = {
    "length": "P6Y",
    "suspended": "none",
    "pronounced_on": "2023-03-01",
    "final_on": "2023-03-15",
    "offences": [],
    "recidivist": False,
    "socio_judicial_supervision": "none",
    "merged_into": None,
}

BASE: Case = {
    "person": {"born_on": "1980-05-02"},
    "custody": {
        "status": [{"is": "convicted", "from": "1980-01-01"}],
        "committed_on": "2023-03-15",
        "sentences": [SENTENCE],
        "remand": [],
        "security_period": "none",
        "reductions": [],
        "end_of_sentence": "2029-03-15",
        "placements": [{"from": "1980-01-01", "kind": "maison_arret", "unit": "ordinary"}],
        "adjustments": [],
        "territory_ban": "none",
        "parole_requires_leave": "none",
        "admissible_to": ["parole"],
    },
    "history": {"leaves": [], "incidents": []},
    "application": {
        "filed_on": "2026-01-02",
        "purpose": "family_ties",
        "departs_at": "2026-03-16T08:00",
        "returns_at": "2026-03-18T18:00",
        "places": [{"country": "FR", "commune": "69123"}],
        "funds_shown": True,
        "lodging_shown": True,
        "transport_shown": True,
        "representation_possible": True,
        "video_link_possible": True,
        "expert_report_on": "none",
        "prosecutor_agrees": False,
        "travel_time": "none",
        "prepares_relief": False,
        "days_not_worked": [],
    },
}


def a_case(**changes: Any) -> Case:
    """The base case with some facts of custody, application, person or history changed."""
    case = deepcopy(BASE)
    for name, value in changes.items():
        (room,) = [key for key in case if name in case[key]]
        case[room][name] = value
    return case


def terms(*lengths: str, **facts: Any) -> list[dict[str, Any]]:
    return [{**SENTENCE, "length": text, **facts} for text in lengths]


def served_from(day: str, end: str, *lengths: str, **facts: Any) -> Case:
    sentences = {"sentences": terms(*lengths)}
    return a_case(**{**sentences, "committed_on": day, "end_of_sentence": end, **facts})


def placed(kind: str) -> list[dict[str, str]]:
    return [{"from": "1980-01-01", "kind": kind, "unit": "ordinary"}]


def within_a_day(day: str) -> dict[str, str]:
    return {"departs_at": f"{day}T07:00", "returns_at": f"{day}T21:00"}


def open_leaves(case: Case, day: str, readings: Readings = DEFAULT) -> set[str]:
    on = date.fromisoformat(day)
    return {leave for leave in LEAVES if open_on(case, readings, leave, on)}


def is_open(leave: str, case: Case, day: str, **chosen: str) -> bool:
    readings = DEFAULT | {f"fr.reading.{name}": option for name, option in chosen.items()}
    return open_on(case, readings, leave, date.fromisoformat(day))


def test_short_total_needs_no_delay() -> None:
    """FR-T01."""
    case = served_from("2026-01-20", "2026-11-20", "P10M")
    assert open_leaves(case, "2026-02-10") == {"fr.leave.short", ESCORTED}


@pytest.mark.parametrize(("length", "expected"), [("P1Y", True), ("P12M", True), ("P1Y1D", False)])
def test_one_year_exactly_is_included(length: str, expected: bool) -> None:
    """FR-T02."""
    case = served_from("2026-01-20", "2027-01-20", length, purpose="training")
    assert is_open("fr.leave.short", case, "2026-02-10") is expected


def test_three_years_left_exactly_is_too_much() -> None:
    """FR-T04."""
    assert not is_open("fr.leave.short", a_case(), "2026-03-15")
    assert is_open("fr.leave.short", a_case(), "2026-03-16")


def test_detention_centre_opens_at_one_third_without_cap() -> None:
    """FR-T05."""
    five_days = {"departs_at": "2026-06-01T08:00", "returns_at": "2026-06-05T18:00"}
    case = served_from("2023-06-01", "2032-06-01", "P9Y", **five_days)
    case["custody"]["placements"] = placed("centre_detention")
    assert not is_open("fr.leave.detention_centre", case, "2026-05-31")
    assert open_leaves(case, "2026-06-01") == {"fr.leave.detention_centre", ESCORTED}


def in_a_support_structure() -> Case:
    return served_from(
        "2022-01-15",
        "2026-01-15",
        "P4Y",
        purpose="reintegration",
        placements=placed("structure_accompagnement_sortie"),
        departs_at="2022-03-16T08:00",
        returns_at="2022-03-20T18:00",
    )


def test_support_structure_needs_no_fraction() -> None:
    """FR-T09."""
    for readings in EVERY_READING:
        on = date(2022, 3, 15)
        assert open_on(in_a_support_structure(), readings, "fr.leave.release_support", on)


@pytest.mark.parametrize(("option", "expected"), [("covered", True), ("not_covered", False)])
def test_support_structure_before_its_decree_is_a_reading(option: str, expected: bool) -> None:
    """FR-T09b."""
    answer = is_open(
        "fr.leave.release_support",
        in_a_support_structure(),
        "2022-03-01",
        support_structure_before_2022=option,
    )
    assert answer is expected


@pytest.mark.parametrize(
    "period",
    [
        {"from": "2023-03-15", "until": "2026-03-16"},
        [{"from": "2020-01-01", "until": "2020-02-01"}, {"from": "2026-03-16", "until": "none"}],
        {"length": "P3Y2D"},
    ],
)
def test_only_escorted_leave_in_a_security_period(period: Any) -> None:
    """FR-T10."""
    case = a_case(security_period=period)
    assert open_leaves(case, "2026-03-16") == {ESCORTED}
    ended = a_case(security_period={"from": "2023-03-15", "until": "2026-03-15"})
    assert "fr.leave.short" in open_leaves(ended, "2026-03-16")


@pytest.mark.parametrize("status", ["on_remand", "appeal_pending"])
def test_only_escorted_leave_before_a_final_judgment(status: str) -> None:
    """FR-T12."""
    case = a_case(status=[{"is": status, "from": "2023-03-15"}], end_of_sentence="none")
    assert open_leaves(case, "2026-05-01") == {ESCORTED}


def a_minor(**changes: Any) -> Case:
    facts = {"born_on": "2009-01-15", **changes}
    return served_from("2026-02-02", "2027-08-02", "P18M", **facts)


@pytest.mark.parametrize(
    ("option", "first"), [("calendar", date(2026, 8, 2)), ("days", date(2026, 8, 3))]
)
def test_minor_waits_for_one_third(option: str, first: date) -> None:
    """FR-T13: 546 days of sentence, whose third is 182 days."""
    eve = first - timedelta(days=1)
    case = a_minor()
    assert not is_open("fr.leave.short", case, eve.isoformat(), fractions_by=option)
    assert is_open("fr.leave.short", case, first.isoformat(), fractions_by=option)


def test_minor_keeps_the_ordinary_family_event() -> None:
    """FR-T13, before the third: neither the short nor the day leave, whatever their purpose."""
    case = a_minor(purpose="family_death")
    assert open_leaves(case, "2026-07-02") == {"fr.leave.family_event", ESCORTED}
    exam = a_minor(purpose="exam", **within_a_day("2026-07-02"))
    assert open_leaves(exam, "2026-07-02") == {ESCORTED}


def test_report_needed_while_supervision_was_only_incurred() -> None:
    """FR-T16b."""
    case = served_from("2012-06-01", "2016-06-01", "P4Y")
    case["custody"]["sentences"][0]["socio_judicial_supervision"] = "incurred"
    three_days = "fr.leave.before_2016.three_days"
    assert not is_open(three_days, case, "2014-06-01")
    assert not is_open(three_days, case, "2014-09-30")
    assert is_open(three_days, case, "2014-10-01")
    assert is_open(three_days, case, "2014-11-01")
    case["application"]["expert_report_on"] = case["application"]["filed_on"]
    assert is_open(three_days, case, "2014-06-01")


@pytest.mark.parametrize(
    "lack",
    [
        {"places": [{"country": "FR"}, {"country": "BE"}]},
        {"funds_shown": False},
        {"lodging_shown": False},
        {"transport_shown": False},
    ],
)
def test_closed_abroad_or_without_means(lack: dict[str, Any]) -> None:
    """FR-T19."""
    facts = {"purpose": "employer", **within_a_day("2026-06-10")}
    assert "fr.leave.day" in open_leaves(a_case(**facts), "2026-06-10")
    assert open_leaves(a_case(**facts, **lack), "2026-06-10") == {ESCORTED}


def test_total_adds_all_sentences() -> None:
    """FR-R01: half of five years and six months."""
    facts = {"purpose": "employer", **within_a_day("2026-10-08")}
    case = served_from("2024-01-08", "2029-07-08", "P2Y", "P2Y", "P18M", **facts)
    assert not is_open("fr.leave.day", case, "2026-03-02")
    assert not is_open("fr.leave.day", case, "2026-10-07")
    assert is_open("fr.leave.day", case, "2026-10-08")


def test_territory_ban_barred_every_leave_before_2003() -> None:
    """FR-R08."""
    banned = {"territory_ban": {"since": "1985-01-01"}, "prepares_relief": True}
    old = served_from("1984-01-01", "1990-01-01", "P6Y", **banned)
    assert open_leaves(old, "1987-03-25") == {ESCORTED}
    later = served_from("2000-01-01", "2006-01-01", "P6Y", **banned)
    assert open_leaves(later, "2003-11-26") == {ESCORTED}
    assert "fr.leave.before_2016.three_days" in open_leaves(later, "2003-11-27")


def test_territory_ban_leaves_the_request_for_relief_open() -> None:
    """FR-R08b."""
    banned = {"territory_ban": {"since": "2020-01-01"}, **within_a_day("2026-06-10")}
    aim = a_case(**banned, prepares_relief=True)
    other = a_case(**banned)
    for option in ("bars", "does_not_bar"):
        assert is_open("fr.leave.short", aim, "2026-06-10", territory_ban_other_aims=option)
    assert not is_open("fr.leave.short", other, "2026-06-10", territory_ban_other_aims="bars")
    assert is_open("fr.leave.short", other, "2026-06-10", territory_ban_other_aims="does_not_bar")


def test_half_of_four_years_by_the_calendar_and_by_days() -> None:
    """Q16: two years to the day, or 731 of 1,461 days."""
    case = served_from("2025-03-01", "2029-03-01", "P4Y")
    by_days = DEFAULT | {FRACTIONS: "days"}
    assert fraction_day(case, DEFAULT, (1, 2)) == date(2027, 3, 1)
    assert fraction_day(case, by_days, (1, 2)) == date(2027, 3, 2)


def test_stated_end_moves_the_half_only_when_credit_counts() -> None:
    case = served_from("2025-03-01", "2028-03-01", "P4Y")
    pronounced = DEFAULT | {"fr.reading.credit_in_fractions": "pronounced"}
    assert fraction_day(case, DEFAULT, (1, 2)) == date(2026, 8, 31)
    assert fraction_day(case, pronounced, (1, 2)) == date(2027, 3, 1)


def test_special_reasons_only_for_adult_recidivists_of_their_years() -> None:
    case = served_from("2004-06-01", "2013-06-01", "P9Y")
    case["custody"]["sentences"][0]["recidivist"] = True
    expected = {"2004-12-31": False, "2005-01-01": True, "2010-05-31": True, "2010-06-01": False}
    for day, answer in expected.items():
        assert special_reasons(case, DEFAULT, date.fromisoformat(day)) is answer


def test_travel_time_covers_the_excess() -> None:
    late = {"departs_at": "2026-03-16T08:00", "returns_at": "2026-03-19T11:00"}
    alone, on_the_road = a_case(**late), a_case(**late, travel_time="PT5H30M")
    for option in ("calendar_days", "hours"):
        assert not is_open("fr.leave.short", alone, "2026-03-16", leave_day=option)
        assert is_open("fr.leave.short", on_the_road, "2026-03-16", leave_day=option)


def test_holidays_and_fractions_of_known_years() -> None:
    assert len(national_holidays(2026)) == 11
    assert {date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)} <= national_holidays(2026)
    assert {date(2024, 4, 1), date(2024, 5, 9), date(2024, 5, 20)} <= national_holidays(2024)
    assert part(Length(13, 0), 1, 2) == Length(6, 15)
    assert part(Length(0, 5), 1, 2) == Length(0, 3)
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert after(date(2026, 1, 31), Length(1, 0)) == date(2026, 3, 2)


@pytest.mark.parametrize("leave", LEAVES)
def test_invented_people_reach_every_route(leave: str) -> None:
    def opens(case: Case) -> bool:
        return any(open_on(case, DEFAULT, leave, day) for day in days_for(case))

    search = settings(
        max_examples=1500, derandomize=True, database=None, phases=[Phase.generate], deadline=None
    )
    assert opens(find(cases(), opens, settings=search))
