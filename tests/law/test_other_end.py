"""The end of sentence, computed where the file is silent, and set beside the one it states."""

from datetime import date
from typing import Any

from sortie import facts, law
from sortie.law import france
from sortie.rules import Bounds, Outcome
from tests.law.sentence.files import a_sentence, read, typed

IN_COURT = {"purpose": "employer", "funds_shown": True, "lodging_shown": "not_needed",
            "transport_shown": True, "places": [{"country": "FR"}],
            "expert_report_on": "none", "departs_at": "2025-06-02T09:00",
            "returns_at": "2025-06-02T17:00"}  # fmt: skip


def asked(committed_on: str, *sentences: dict[str, Any], **more: Any) -> france.Asked:
    """Ask for a day at an employer's, for someone convicted in a maison d'arrêt."""
    values = typed(
        committed_on,
        *(row | {"socio_judicial_supervision": "none", "court": "ordinary"} for row in sentences),
        status=[{"is": "convicted", "from": committed_on}],
        placements=[{"from": committed_on, "kind": "maison_arret", "unit": "ordinary"}],
        adjustments=[], territory_ban="none", parole_requires_leave="none",
        admissible_to=["parole"], **more,
    )  # fmt: skip
    return france.Asked(read(values | {"application": IN_COURT}))


def test_both_answers_are_given_and_the_whole_is_undetermined_where_they_differ() -> None:
    # 6 y from 2024-01-01: 2030-01-01, a holiday; half 2027-01-01. The file states 2028-01-01:
    # half of 1,461 days, 731: 2026-01-01. On 2026-06-01 half is served under the stated end only
    # where reductions count (M2), so the answer is asked with that reading.
    question = france.Question(readings={"fr.reading.credit_in_fractions": "current_date"})
    case = asked("2024-01-01", a_sentence("P6Y", "2024-01-01"), end_of_sentence="2028-01-01").case
    answer = france.Asked(case, question).on(date(2026, 6, 1))
    other = answer.other_end

    assert other is not None
    assert (str(other.stated), str(other.computed)) == ("2028-01-01", "2030-01-01")
    assert (other.under_stated, other.under_computed) == (Outcome.OPEN, Outcome.CLOSED)
    assert answer.outcome is Outcome.UNDETERMINED
    assert answer.missing == ("custody.end_of_sentence",)
    assert [w.day for w in answer.warnings if w.code == "end_of_sentence_differs"] == [
        date(2030, 1, 1)
    ]
    assert law.written_answer(answer)["other_end"] == {
        "stated": "2028-01-01",
        "computed": "2030-01-01",
        "outcomes": {"stated": "open", "computed": "closed"},
    }


def test_the_answer_stands_where_both_ends_give_it() -> None:
    # 5 y at most: no fraction is needed, whatever the end.
    answer = asked("2024-01-01", a_sentence("P4Y", "2024-01-01"), end_of_sentence="2027-06-01").on(
        date(2025, 6, 2)
    )

    assert answer.outcome is Outcome.OPEN
    assert answer.other_end is not None
    assert answer.other_end.under_computed is Outcome.OPEN


def test_nothing_is_said_of_another_end_where_the_stated_one_is_computed() -> None:
    answer = asked("2024-01-01", a_sentence("P4Y", "2024-01-01"), end_of_sentence="2028-01-01").on(
        date(2025, 6, 2)
    )

    assert answer.other_end is None
    assert law.written_answer(answer)["other_end"] is None
    assert "end_of_sentence_differs" not in [w.code for w in answer.warnings]


def test_the_end_of_a_committal_before_2023_is_computed_with_its_credit() -> None:
    # 2 y from 2016-03-01, credit of five months: 2017-10-01, or its eve.
    calendar = asked("2016-03-01", a_sentence("P2Y", "2016-03-01")).calendar()

    assert str(calendar.before) == "2017-10-01"
    assert "end_of_sentence_differs" not in [w.code for w in calendar.warnings]


def test_a_calendar_warns_of_another_end() -> None:
    calendar = asked(
        "2016-03-01", a_sentence("P2Y", "2016-03-01"), end_of_sentence="2018-03-01"
    ).calendar()

    assert [w.day for w in calendar.warnings if w.code == "end_of_sentence_differs"] == [
        date(2017, 10, 1)
    ]


def test_where_readings_of_the_reckoning_disagree_the_clerks_date_is_asked_for() -> None:
    # Remand off the start: 2025-02-22, off the end: 2025-02-21 (see the reckoning's own test).
    remand = [{"from": "2023-09-01", "until": "2023-12-09"}]
    person = asked("2024-06-01", a_sentence("P1Y", "2024-06-01"), remand=remand).person
    end: Any = person.end_of_sentence

    held = end.values[(france.first_choices().end_day,)]
    assert isinstance(held, Bounds)
    assert (held.least, held.most) == (date(2025, 2, 21), date(2025, 2, 22))
    assert held.paths == ("custody.end_of_sentence",)


def test_what_cannot_be_computed_stays_unknown() -> None:
    case: facts.CaseFile = asked("2003-03-01", a_sentence("P4Y", "2003-03-01")).case
    answer = france.Asked(case).on(date(2006, 9, 1))

    assert answer.other_end is None
    assert answer.outcome is Outcome.UNDETERMINED
    assert "custody.end_of_sentence" in answer.missing
