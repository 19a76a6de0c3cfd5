"""The reforms of the house: what each does to a person, to the day."""

from datetime import date
from typing import Any

import pytest

from sortie import law, reform
from sortie.rules import Outcome
from tests.law.test_two_evaluations import asked
from tests.office.one_leave import APPLICATION, FILE

OPEN, CLOSED = Outcome.OPEN, Outcome.CLOSED
DAY = "fr.leave.day"
SHORT = "fr.leave.short"


def case(**sentence: Any) -> dict[str, Any]:
    """Nine years from 6 January 2025: half on 6 July 2029, two thirds on 6 January 2031."""
    base = FILE["custody"]
    first = {**base["sentences"][0], "length": "P9Y", **sentence}
    custody = {**base, "sentences": [first], "end_of_sentence": "2034-01-05",
               "admissible_to": ["parole"]}  # fmt: skip
    return {
        **FILE,
        "custody": custody,
        "application": {**APPLICATION, "travel_time": "none", "days_not_worked": []},
    }


def opens(written: dict[str, Any], leave: str, law_asked: law.ReformedLaw | None) -> date | None:
    """Return the first day on which a leave is open, as counted on the sentence pronounced."""
    read = asked(written).case
    chosen = {"fr.reading.credit_in_fractions": "pronounced", "fr.reading.fractions_by": "calendar",
              "fr.reading.soon_releasable": "parole_date"}  # fmt: skip
    found = law.france.Asked(read, law.france.Question(readings=chosen, reform=law_asked))
    return next((run.since for run in found.open_days(leave)), None)


def house(name: str, since: date | None = None) -> law.ReformedLaw:
    return reform.reformed_law(reform.packaged_reform(f"fr.reform.{name}", since))


def test_the_reforms_of_the_house_bear_the_names_of_their_files() -> None:
    assert {each.id for each in reform.packaged()} == {
        "fr.reform.announced_2025",
        "fr.reform.longer_day",
        "fr.reform.organised_crime_units",
        "fr.reform.recidivists_two_thirds",
    }
    assert all(reform.is_packaged(each.id) for each in reform.packaged())


def test_the_switch_and_the_file_of_the_announced_closure_make_one_law() -> None:
    since = date(2026, 3, 1)
    ours = house("organised_crime_units", since)
    switch = law.france.announced(since)
    assert ours.book.program == switch.book.program
    assert (ours.id, ours.status, ours.since) == (switch.id, switch.status, switch.since)


def test_a_visit_to_an_employer_waits_for_two_thirds_under_the_announced_law() -> None:
    today, under = opens(case(), DAY, None), opens(case(), DAY, house("announced_2025"))
    assert (today, under) == (date(2029, 7, 6), date(2031, 1, 6))


def test_an_exam_does_not_wait_for_two_thirds_under_the_announced_law() -> None:
    exam = case()
    exam["application"] |= {"purpose": "exam"}
    assert opens(exam, DAY, house("announced_2025")) == opens(exam, DAY, None) == date(2029, 7, 6)


def test_recidivists_wait_for_two_thirds_and_nobody_else_does() -> None:
    back = house("recidivists_two_thirds")
    assert opens(case(recidivist=True), DAY, back) == date(2031, 1, 6)
    assert opens(case(recidivist=False), DAY, back) == date(2029, 7, 6)


def test_the_two_thirds_of_recidivists_do_not_hold_for_five_years_or_less() -> None:
    short = case(recidivist=True, length="P5Y")
    short["custody"]["end_of_sentence"] = "2030-01-05"
    back = house("recidivists_two_thirds")
    assert opens(short, DAY, back) == opens(short, DAY, None)


def test_recidivists_in_a_detention_centre_wait_for_two_thirds_instead_of_a_third() -> None:
    held = case(recidivist=True)
    held["custody"]["placements"] = [
        {**FILE["custody"]["placements"][0], "kind": "centre_detention"}
    ]
    leave = "fr.leave.detention_centre"
    assert opens(held, leave, None) == date(2028, 1, 6)
    assert opens(held, leave, house("recidivists_two_thirds")) == date(2031, 1, 6)


@pytest.mark.parametrize(("on", "open_now"), [("2029-12-31", CLOSED), ("2030-01-01", OPEN)])
def test_a_night_away_fits_a_longer_days_leave_from_its_first_day(
    on: str, open_now: Outcome
) -> None:
    night = case()
    night["application"] |= {"returns_at": "2027-03-16T21:00"}
    longer = house("longer_day", date(2030, 1, 1))
    chosen = {"fr.reading.credit_in_fractions": "pronounced", "fr.reading.fractions_by": "calendar",
              "fr.reading.leave_day": "calendar_days"}  # fmt: skip
    question = law.france.Question(readings=chosen, reform=longer)
    found = law.france.Asked(asked(night).case, question)
    answer = found.on(date.fromisoformat(on))
    (day,) = [each for each in answer.routes if each.leave == DAY]
    assert day.outcome is open_now
    assert day.limits["longest"] == ("P2D" if open_now is OPEN else "P1D")


def test_an_answer_says_under_which_reform_it_was_asked_and_how_far_it_stands() -> None:
    longer = house("longer_day")
    question = law.france.Question(reform=longer)
    written = law.written_answer(law.france.Asked(asked(case()).case, question).on(longer.since))
    assert (written["reform"], written["reform_status"], written["reform_since"]) == (
        "fr.reform.longer_day", "imagined", "2027-01-01",
    )  # fmt: skip


@pytest.mark.parametrize("each", reform.packaged(), ids=lambda each: each.id)
def test_what_a_reform_changes_is_told_with_the_text_it_meets(each: reform.Reform) -> None:
    told = reform.side_by_side(each)
    assert len(told) == len(each.changes)
    for beside in told:
        for text in (*beside.was, *([beside.becomes] if beside.becomes else [])):
            assert text.says
            assert text.words["fr"]


def test_the_text_of_a_rule_of_a_module_is_told_with_ids() -> None:
    rule = law.france.BOOK["fr.leave.days_off.regime"]
    assert reform.text_of(rule.versions[0]).says == (
        "p.adjustment[day] in {Adjustment.ELECTRONIC_MONITORING, "
        "Adjustment.OUTSIDE_PLACEMENT, Adjustment.SEMI_LIBERTY}"
    )
    halved = law.france.BOOK["fr.leave.short.time"].versions[0]
    assert "fr.served.half(p, day) and fr.served.little_left(p, day)" in reform.text_of(halved).says
