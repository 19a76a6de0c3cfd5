"""Hours that come twice or never, islands half a day apart, and a machine whose clock goes back."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sortie import casework as cw
from sortie import days, office, store
from sortie.days import DoubledHour, MissingHour
from tests.office.one_leave import COURT_CLERK as CLERK
from tests.office.one_leave import (
    JUDGE,
    PRISON_CLERK,
    Said,
    decided,
    filed,
    let_out,
    paris,
    permit,
    recorded,
    routed,
    say_all,
    skipped,
    told,
    until_permitted,
    visa,
)

SECOND = timedelta(seconds=1)
ISLANDS = {
    "988": "Pacific/Noumea", "986": "Pacific/Wallis", "974": "Indian/Reunion",
    "976": "Indian/Mayotte", "metropolitan": "Europe/Paris", "975": "America/Miquelon",
    "973": "America/Cayenne", "971": "America/Guadeloupe", "987": "Pacific/Tahiti",
}  # fmt: skip


def asked(fold: int | None, departs: str, returns: str) -> Said:
    said = filed("C", "P", departs_at=departs, returns_at=returns)
    return Said(said.verb, "C", said.by, said.at, {**said.body, "fold": fold}, again=f"/{fold}")


def case() -> cw.Case:
    return office.case_shown("C", paris("2027-12-01T00:00")).case


def refused(said: Said, error: type[Exception]) -> dict[str, Any]:
    """Say it, and return the refusal that the record holds."""
    with pytest.raises(error):
        said.say()
    kept = store.command_of(said.key)
    assert kept is not None
    assert kept.refused
    return dict(kept.answer)


def objections(said: Said) -> set[str]:
    answer = refused(said, cw.ActRefused)
    return {each["code"] for each in answer["params"]["objections"]}


@pytest.mark.usefixtures("database")
def test_an_hour_that_the_clocks_skip_is_refused_and_the_refusal_is_kept() -> None:
    recorded("P").say()
    answer = refused(asked(None, "2027-03-28T02:30", "2027-03-28T21:00"), MissingHour)
    assert answer["code"] == MissingHour.code


@pytest.mark.usefixtures("database")
def test_an_hour_that_comes_twice_waits_for_the_word_which_one() -> None:
    recorded("P").say()
    refused(asked(None, "2027-10-31T02:30", "2027-10-31T21:00"), DoubledHour)
    asked(1, "2027-10-31T02:30", "2027-10-31T21:00").say()

    filing = case().filing
    assert filing is not None
    assert filing.asked.departs_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


@pytest.mark.usefixtures("database")
def test_the_gate_knows_the_second_passage_of_an_hour_from_the_first() -> None:
    recorded("P").say()
    asked(1, "2027-10-31T02:30", "2027-10-31T21:00").say()
    say_all((routed("C"), skipped("C"), decided("C")))
    for to, by in ((cw.Role.PROSECUTOR, CLERK), (cw.Role.DETAINED_PERSON, PRISON_CLERK)):
        told("C", to, by).say()
    say_all((visa("C"), permit("C")))

    first = let_out("C", "P", paris("2027-10-31T02:40"))
    assert objections(first) == {"gate.too_soon"}
    second = let_out("C", "P", paris("2027-10-31T02:40", fold=1))
    Said(second.verb, "C", second.by, second.at, second.body, again="/second").say()
    assert case().out


@pytest.mark.usefixtures("database")
def test_a_return_due_in_the_second_passage_is_not_missed_in_the_first() -> None:
    recorded("P").say()
    asked(1, "2027-10-30T20:00", "2027-10-31T02:30").say()
    say_all((routed("C"), skipped("C"), decided("C")))
    for to, by in ((cw.Role.PROSECUTOR, CLERK), (cw.Role.DETAINED_PERSON, PRISON_CLERK)):
        told("C", to, by).say()
    say_all((visa("C"), permit("C"), let_out("C", "P", paris("2027-10-30T20:00"))))

    office.tick(paris("2027-10-31T02:40"))
    absence = case().absence
    assert absence is not None
    assert absence.not_returned_at is None
    second = paris("2027-10-31T02:30", fold=1).astimezone(UTC)
    office.tick(second)
    assert absence == case().absence
    office.tick(second + SECOND)
    absence = case().absence
    assert absence is not None
    assert absence.not_returned_at is not None


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("territory", "zone"), ISLANDS.items())
def test_the_time_to_answer_and_the_hours_typed_are_those_of_the_place(
    territory: str, zone: str
) -> None:
    at, here = datetime(2027, 1, 18, 13, 30, tzinfo=UTC), ZoneInfo(zone)
    recorded("P", territory=territory).say()
    said = filed("C", "P")
    Said(said.verb, "C", said.by, at, said.body).say()

    filing = case().filing
    assert filing is not None
    assert filing.asked.departs_at == datetime(2027, 3, 15, 7, tzinfo=here)
    day = at.astimezone(here).date()
    ends = datetime.combine(date(2027, 3, day.day + 1), time(), here)
    assert not passed(ends - SECOND)
    assert passed(ends)


def passed(at: datetime) -> bool:
    office.tick(at)
    return any(
        isinstance(entry.event, cw.AnswerTimePassed) for entry in office.case_shown("C", at).history
    )


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("territory", ["988", "973"])
def test_the_prosecutors_night_ends_at_the_midnight_of_the_place(territory: str) -> None:
    recorded("P", territory=territory).say()
    say_all((filed("C", "P"), routed("C"), skipped("C"), decided("C")))
    for to, by in ((cw.Role.PROSECUTOR, CLERK), (cw.Role.DETAINED_PERSON, PRISON_CLERK)):
        told("C", to, by).say()
    signed_at = told("C", cw.Role.PROSECUTOR, CLERK).at
    midnight = days.end_of_next_day(signed_at, ISLANDS[territory])
    body = permit("C").body
    early = Said("issue_permit", "C", PRISON_CLERK, midnight - SECOND, body, again="/early")
    assert objections(early) == {"executable.window_open"}
    Said("issue_permit", "C", PRISON_CLERK, midnight, body).say()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1), timedelta(days=20_000)])
def test_a_clock_that_goes_back_changes_no_order_of_events(back: timedelta) -> None:
    say_all((recorded("P"), filed("C", "P"), routed("C")))
    before = case().number
    piece = {"kind": "note", "dated_on": "2027-01-20", "digest": "d"}
    at = routed("C").at
    for n, instant in enumerate((at, at - back, at + SECOND)):
        Said("add_piece", "C", JUDGE, instant, {**piece, "piece": f"N-{n}"}, again=str(n)).say()

    history = office.case_shown("C", at).history[before:]
    assert [entry.number for entry in history] == [before + 1, before + 2, before + 3]
    assert list(case().pieces) == ["N-0", "N-1", "N-2"]
    assert {each.number for each in case().anomalies} == {before + 2}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1)])
def test_a_leave_withdrawn_stays_so_when_the_clock_goes_back(back: timedelta) -> None:
    say_all(until_permitted("C", "P"))
    gone = let_out("C", "P")
    body = {"order": "O-C", "ground": "conditions_gone", "because": "the firm closed"}
    Said("withdraw_order", "C", JUDGE, gone.at, body).say()
    again = Said(gone.verb, "C", gone.by, gone.at - back, gone.body)
    assert "executable.withdrawn" in objections(again)


@pytest.mark.usefixtures("database")
def test_the_clock_rung_at_an_earlier_instant_does_nothing() -> None:
    say_all((recorded("P"), filed("C", "P"), routed("C")))
    at = paris("2027-04-05T09:00")
    office.tick(at)
    number = case().number
    for back in (timedelta(hours=1), timedelta(days=1), timedelta(days=400)):
        assert office.tick(at - back).events == {}
    assert case().number == number
