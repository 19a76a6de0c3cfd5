"""One story a figure: what happened in a case is counted once, in its year, as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from sortie import casework as cw
from sortie import office, store
from sortie.office import scripts
from sortie.office.desk import case_of
from sortie.office.figures.counting import Tally
from tests.office import one_leave as leave
from tests.office.figures.counted import counted, tallied
from tests.office.one_leave import Said, decided, paris, recorded, routed, say_all, skipped

SCRIPTS = sorted((Path(__file__).parents[3] / "cases/france/scripts").glob("*.yaml"))
DETAINED = cw.Actor("A", cw.Role.DETAINED_PERSON, leave.PRISON)
pytestmark = pytest.mark.usefixtures("sqlite_store")


def out() -> None:
    """Let someone out for the day, due back at nine in the evening."""
    say_all([*leave.until_permitted("D", "A"), leave.let_out("D", "A")])


def waiting() -> None:
    say_all([recorded("A"), leave.filed("D", "A"), routed("D")])


def test_a_leave_that_goes_well_is_in_every_whole() -> None:
    out()
    leave.back("D").say()

    assert counted() == {
        "filed": 1, "answered": 1, "decided": 1, "granted": 1, "executed": 1, "departed": 1,
        "on_time": 1,
    }  # fmt: skip
    assert set(tallied(2027).counts) == {"fr.leave.short"}


def test_an_application_that_nobody_answered_waits() -> None:
    waiting()
    assert counted() == {"filed": 1, "waiting": 1}


def test_an_application_given_up_is_not_one_that_waits() -> None:
    waiting()
    Said("discontinue", "D", DETAINED, paris("2027-02-02T09:00")).say()
    assert counted() == {"filed": 1, "given_up": 1}


def test_an_application_sent_back_counts_once_when_it_is_filed_again() -> None:
    unsigned = leave.filed("D", "A")
    unsigned = replace(unsigned, body={**unsigned.body, "signed": False})
    because = {"because": "not signed"}
    back = Said("find_not_in_form", "D", leave.COURT_CLERK, paris("2027-02-02T09:00"), because)
    say_all([recorded("A"), unsigned, back])
    assert counted() == {"filed": 1, "not_in_form": 1}


@pytest.mark.parametrize("outcome", ["refused", "inadmissible"])
def test_what_an_order_says_is_counted_as_it_says_it(outcome: str) -> None:
    waiting()
    report = {"piece": "report", "kind": "report", "dated_on": "2027-01-30", "digest": "0" * 64}
    grounds = [{"text": "the promise of work is withdrawn", "piece": "report"}]
    added = Said("add_piece", "D", leave.COURT_CLERK, paris("2027-02-02T12:00"), report)
    say_all([skipped("D"), added, decided("D", outcome=outcome, grounds=grounds)])
    assert counted() == {"filed": 1, "answered": 1, "decided": 1, outcome: 1}


def test_an_application_put_off_and_then_granted_has_two_orders_and_two_times_to_answer() -> None:
    waiting()
    until = paris("2027-02-20T09:00").isoformat()
    first = decided("D", outcome="adjourned", adjourned_until=until)
    then = Said("decide", "D", leave.JUDGE, paris("2027-02-11T10:00"),
                {**first.body, "order": "O-2", "outcome": "granted", "adjourned_until": None},
                again="/2")  # fmt: skip
    say_all([skipped("D"), first, then])

    assert counted() == {
        "filed": 1, "answered": 1, "decided": 2, "adjourned": 1, "granted": 1,
    }  # fmt: skip
    assert tallied(2027).days == [2, 10]


def test_an_order_appealed_against_stays_what_it_was() -> None:
    waiting()
    say_all([skipped("D"), decided("D"), leave.told("D", cw.Role.PROSECUTOR, leave.COURT_CLERK)])
    body = {"order": "O-D"}
    Said("lodge_appeal", "D", leave.PROSECUTOR, paris("2027-02-03T14:00"), body).say()
    assert counted() == {"filed": 1, "answered": 1, "decided": 1, "granted": 1, "appealed": 1}


def test_a_return_at_the_hour_is_in_time_and_a_minute_later_is_late() -> None:
    out()
    Said("record_return", "D", leave.GATE, paris("2027-03-15T21:00")).say()
    assert counted()["on_time"] == 1


def test_a_return_a_minute_after_the_hour_is_late() -> None:
    out()
    Said("record_return", "D", leave.GATE, paris("2027-03-15T21:01")).say()
    assert "on_time" not in counted()
    assert counted()["late"] == 1


def test_an_absence_that_nobody_recorded_is_only_outside() -> None:
    out()
    assert counted()["outside"] == 1
    assert "not_returned" not in counted()


def test_who_did_not_come_back_is_no_escape_until_someone_declares_it() -> None:
    out()
    office.tick(paris("2027-03-15T22:00"))
    assert counted()["not_returned"] == 1
    assert "escape_declared" not in counted()

    body = {"because": "no news since the morning"}
    Said("declare_escape", "D", leave.HEAD, paris("2027-03-16T09:00"), body).say()
    found = {"where": "at a station"}
    Said("record_recapture", "D", leave.PRISON_CLERK, paris("2027-03-20T09:00"), found).say()
    assert counted()["not_returned"] == 1
    assert counted()["escape_declared"] == 1


def test_who_comes_back_after_an_escape_was_declared_is_late_and_the_declaration_stays() -> None:
    out()
    body = {"because": "no news"}
    Said("declare_escape", "D", leave.HEAD, paris("2027-03-16T09:00"), body).say()
    Said("record_return", "D", leave.GATE, paris("2027-03-17T09:00")).say()
    assert (counted()["late"], counted()["escape_declared"]) == (1, 1)


def test_the_year_is_that_of_the_clock_of_the_place() -> None:
    """A minute before midnight in Paris."""
    waiting()
    late = replace(decided("D", outcome="inadmissible"), at=paris("2027-12-31T23:59"))
    say_all([skipped("D"), late])
    assert counted(2027)["decided"] == 1
    assert "decided" not in counted(2028)


def test_one_minute_later_it_is_the_year_after() -> None:
    waiting()
    late = replace(decided("D", outcome="inadmissible"), at=paris("2028-01-01T00:00"))
    say_all([skipped("D"), late])
    assert "decided" not in counted(2027)
    assert counted(2028) == {"decided": 1, "inadmissible": 1}


def test_what_is_written_down_after_the_year_was_counted_changes_nothing() -> None:
    out()
    before = counted()
    Said("record_return", "D", leave.GATE, paris("2028-02-01T00:00")).say()
    assert counted() == before
    assert before["outside"] == 1


@pytest.mark.parametrize("path", SCRIPTS, ids=[each.stem for each in SCRIPTS])
def test_the_events_that_are_read_say_as_much_as_all_of_them(path: Path) -> None:
    scripts.play(path)
    cases = [case_of(store.events_of(each)) for each in store.streams("case")]
    for year in range(2014, 2028):
        whole = Tally()
        for case in cases:
            whole.add(case, year)
        assert tallied(year, paris("2029-06-01T12:00")) == whole
