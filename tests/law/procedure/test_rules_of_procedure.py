"""The rules of procedure hold together: dated, cited, worded, and each answers in a case."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from sortie import law
from sortie.law import NotModelled, Occasion
from sortie.law.france import PROCEDURE, PROCEDURE_RULES, readings, texts
from sortie.law.france.procedure import ProceduralRule
from sortie.law.france.procedure.telling import OCCASIONS
from sortie.words.sentences import procedure_en, procedure_fr
from tests.law.procedure.case_files import QUESTIONS, cases, rules_of

DAY = timedelta(days=1)
LATE = date(2026, 1, 1)
RULES = sorted(PROCEDURE_RULES.values(), key=lambda rule: rule.id)
WORDINGS = [(rule, wording) for rule in RULES for wording in rule.wordings]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_is_dated_without_overlap_and_answers_nothing_before_it(
    rule: ProceduralRule[..., Any],
) -> None:
    ends = [w.before for w in rule.wordings]
    starts = [w.since for w in rule.wordings]

    assert all(a <= b for a, b in zip(ends[:-1], starts[1:], strict=True))
    assert rule(starts[0] - DAY) == NotModelled(rule.id, starts[0] - DAY)


@pytest.mark.parametrize(("rule", "wording"), WORDINGS)
def test_what_a_rule_cites_is_in_force_from_its_first_day_to_its_last(
    rule: ProceduralRule[..., Any], wording: Any
) -> None:
    assert wording.cites
    for provision in wording.cites:
        for on in (wording.since, wording.last_day or LATE):
            assert texts().version(provision, on) is not None, (rule.id, provision, on)


@pytest.mark.parametrize(("rule", "wording"), WORDINGS)
def test_its_readings_exist_and_its_numbers_have_a_value(
    rule: ProceduralRule[..., Any], wording: Any
) -> None:
    assert set(wording.readings) <= readings().keys(), rule.id
    for figure in wording.figures:
        assert figure[wording.since], figure.id


@pytest.mark.parametrize(("rule", "wording"), WORDINGS)
def test_a_wording_holds_from_its_first_day_to_its_last(
    rule: ProceduralRule[..., Any], wording: Any
) -> None:
    days = (wording.since, wording.last_day or LATE)

    assert [rule.wording_on(day) for day in days] == [wording, wording]


def settle(monkeypatch: pytest.MonkeyPatch, reading: str, option: str) -> None:
    """Sign a reading, for one test."""
    known = cast("dict[str, Any]", readings())
    monkeypatch.setitem(known, reading, replace(known[reading], adopted=option))


@pytest.mark.parametrize(("option", "day"), [("carried_over", 9), ("not_carried_over", 7)])
def test_a_reading_once_settled_leaves_one_end(
    monkeypatch: pytest.MonkeyPatch, option: str, day: int
) -> None:
    settle(monkeypatch, "fr.reading.weekend_rollover", option)
    place = PROCEDURE.place_of("metropolitan")
    at = datetime(2026, 11, 6, 10, tzinfo=ZoneInfo(place.zone))
    found = PROCEDURE.appeal_window(
        party=law.Party.PROSECUTOR, notified_at=at, means=law.Means.ELECTRONIC, place=place
    )

    assert isinstance(found, law.TimeLimit)
    assert (found.under, found.closes_at.day) == ((), day + 1)


@pytest.mark.parametrize(("option", "told"), [("told_anyway", 1), ("wish_kept", 0)])
def test_the_wish_of_the_victim_counts_as_the_reading_is_settled(
    monkeypatch: pytest.MonkeyPatch, option: str, told: int
) -> None:
    settle(monkeypatch, "fr.reading.couple_violence_wish", option)
    duties = PROCEDURE.must_be_told(
        occasion=Occasion.BEFORE_DECISION, couple_violence=True, wish="not_told",
        escorted=False, on=LATE,
    )  # fmt: skip

    assert isinstance(duties, tuple)
    assert [duty.readings for duty in duties] == [()] * told


def test_every_rule_answers_in_a_case() -> None:
    answered = {rule for case in cases() for rule in rules_of(case)}
    assert answered == PROCEDURE_RULES.keys()


def test_every_occasion_says_who_must_be_told() -> None:
    assert set(OCCASIONS) == set(Occasion)


def test_everything_a_case_answers_has_words_in_both_languages() -> None:
    said = set()
    for case in cases():
        answer = QUESTIONS[case.told["question"]](case)
        for each in answer if isinstance(answer, tuple) else (answer,):
            said |= words_of(each)
    assert said <= procedure_fr.SENTENCES.keys() & procedure_en.SENTENCES.keys()


def words_of(answer: Any) -> set[str]:
    """Return the keys under which the door says an answer."""
    found = {f"fact.{name}" for name in getattr(answer, "missing", ())}
    if isinstance(answer, law.TimeLimit) and answer.follows:
        found.add(f"follows.{answer.follows}")
    if isinstance(answer, law.Duty):
        found |= {f"duty.{answer.what}", f"duty.when.{answer.when}"}
    if isinstance(answer, law.Choice):
        found |= {f"choice.{option}" for option in answer.options}
    return found


def test_the_rules_are_listed_with_those_of_leave_and_shown_in_full() -> None:
    listed = {each["rule"] for each in law.written_rules()["rules"]}
    shown = law.written_rule("fr.procedure.answer")

    assert listed >= PROCEDURE_RULES.keys()
    assert shown["versions"][0]["figures"][0]["values"][0]["value"] == "P2M"
    assert [each["reading"] for each in shown["readings"]] == [
        "fr.reading.court_limit_rollover",
        "fr.reading.procedure_month_end",
    ]


def test_a_rule_out_of_its_dates_is_not_listed_that_day() -> None:
    listed = {each["rule"] for each in law.written_rules(date(2019, 1, 1))["rules"]}

    assert "fr.procedure.answer" in listed
    assert "fr.procedure.head.answer" not in listed


def test_a_board_without_one_of_its_five_members_is_not_validly_convened() -> None:
    board = PROCEDURE.board(on=date(2026, 1, 1))
    assert isinstance(board, law.Composition)
    here = ["enforcement_judge", "prosecutor", "head_of_prison", "probation_director"]

    assert board.empty_seats(here) == ("surveillance_staff",)
    assert board.empty_seats([*here, "surveillance_staff"]) == ()
