"""The traps of the procedure, each on one page: what is easily coded wrong."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sortie.law import (
    Allowed,
    Bar,
    Duty,
    Means,
    NotModelled,
    Occasion,
    Party,
    Stay,
    TimeLimit,
    When,
)
from sortie.law.france import PROCEDURE
from sortie.rules import Outcome

PARIS = PROCEDURE.place_of("metropolitan")
NOUMEA = PROCEDURE.place_of("988")
MINUTE = timedelta(minutes=1)


def paris(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))


def limit(found: TimeLimit | NotModelled | None) -> TimeLimit:
    assert isinstance(found, TimeLimit)
    return found


def outcome(found: Allowed | NotModelled) -> Outcome:
    assert isinstance(found, Allowed)
    return found.outcome


def duties(occasion: Occasion, **known: bool | str | None) -> tuple[Duty, ...]:
    told = PROCEDURE.must_be_told(
        occasion=occasion,
        couple_violence=known.get("couple_violence", False) is True,
        wish=str(known.get("wish", "told")),
        escorted=False,
        on=date(2026, 1, 5),
    )
    assert not isinstance(told, NotModelled)
    return told


def test_two_months_to_answer_and_not_four() -> None:
    filed_at = paris(2026, 1, 5, 9)
    due = limit(PROCEDURE.answer_due(decider="enforcement_judge", filed_at=filed_at, place=PARIS))

    assert due.closes_at == paris(2026, 3, 6)
    assert due.follows == "appeal_president_may_be_seized"


def test_an_opinion_that_never_came_is_not_presumed_while_the_readings_differ() -> None:
    seized_at = paris(2027, 1, 31, 14)
    due = limit(PROCEDURE.opinion_due(seized_at=seized_at, place=PARIS))

    assert due.outcome(paris(2027, 2, 28, 23, 59)) is Outcome.OPEN
    assert due.outcome(paris(2027, 3, 1, 12)) is Outcome.UNDETERMINED
    assert due.outcome(paris(2027, 3, 2)) is Outcome.CLOSED


def test_twenty_four_hours_are_not_twenty_four_times_sixty_minutes() -> None:
    def window(at: datetime) -> timedelta:
        found = PROCEDURE.appeal_window(
            party=Party.DETAINED_PERSON, notified_at=at, means=Means.SIGNATURE, place=PARIS
        )
        return limit(found).closes_at - at

    assert window(paris(2026, 11, 4, 23, 59)) == timedelta(hours=24, minutes=1)
    assert window(paris(2026, 11, 4, 0, 1)) == timedelta(hours=47, minutes=59)


def test_the_day_is_the_one_the_clocks_of_the_prison_show() -> None:
    at = paris(2026, 11, 4, 15)
    here, there = (
        limit(PROCEDURE.appeal_window(
            party=Party.PROSECUTOR, notified_at=at, means=Means.ELECTRONIC, place=place,
        ))
        for place in (PARIS, NOUMEA)
    )  # fmt: skip

    assert here.closes_at == paris(2026, 11, 6)
    assert there.closes_at == datetime(2026, 11, 7, tzinfo=ZoneInfo("Pacific/Noumea"))


def test_a_grant_waits_for_the_prosecutor_unless_he_signs() -> None:
    at, on = paris(2026, 11, 4, 10), date(2026, 11, 4)
    waiting = PROCEDURE.stay(notified_at=at, visa_at=None, on=on, place=PARIS)
    signed = PROCEDURE.stay(notified_at=at, visa_at=at + MINUTE, on=on, place=PARIS)
    unknown = PROCEDURE.stay(notified_at=None, visa_at=None, on=on, place=PARIS)

    assert isinstance(waiting, Stay)
    assert isinstance(signed, Stay)
    assert isinstance(unknown, Stay)
    assert waiting.executable(paris(2026, 11, 5, 23, 59)) is Outcome.CLOSED
    assert waiting.executable(paris(2026, 11, 6)) is Outcome.OPEN
    assert signed.executable(at + MINUTE) is Outcome.OPEN
    assert unknown.executable(paris(2030, 1, 1)) is Outcome.CLOSED


def test_a_visa_after_the_first_reading_has_closed_leaves_the_doubt_before_it() -> None:
    at, on = paris(2026, 11, 6, 10), date(2026, 11, 6)
    visa_at = paris(2026, 11, 9, 9)
    stay = PROCEDURE.stay(notified_at=at, visa_at=visa_at, on=on, place=PARIS)

    assert isinstance(stay, Stay)
    assert stay.executable(paris(2026, 11, 7, 23, 59)) is Outcome.CLOSED
    assert stay.executable(paris(2026, 11, 8, 12)) is Outcome.UNDETERMINED
    assert stay.executable(visa_at) is Outcome.OPEN


def test_the_prosecutors_appeal_stays_only_in_time_and_dies_at_two_months() -> None:
    on = date(2026, 11, 4)
    assert outcome(PROCEDURE.appeal_stays(by=Party.PROSECUTOR, in_time=True, on=on)) is Outcome.OPEN
    late = PROCEDURE.appeal_stays(by=Party.PROSECUTOR, in_time=False, on=on)
    assert outcome(late) is Outcome.CLOSED
    lapse = limit(PROCEDURE.appeal_lapses(
        by=Party.PROSECUTOR, lodged_at=paris(2026, 1, 5, 10), place=PARIS,
    ))  # fmt: skip
    assert lapse.closes_at == paris(2026, 3, 6)


def test_the_president_confirms_on_the_friday_only_because_it_is_urgent() -> None:
    lodged_at, friday = paris(2025, 11, 19, 17), paris(2025, 11, 21, 11)

    def ruling(*, urgent: bool | None) -> Outcome:
        return outcome(PROCEDURE.president_may_rule(
            lodged_at=lodged_at, urgent=urgent, at=friday, place=PARIS,
        ))  # fmt: skip

    assert ruling(urgent=True) is Outcome.OPEN
    assert ruling(urgent=False) is Outcome.CLOSED
    assert ruling(urgent=None) is Outcome.UNDETERMINED


def test_the_president_may_rule_from_the_midnight_that_ends_the_month() -> None:
    lodged_at = paris(2025, 11, 19, 17)

    def ruling(at: datetime) -> Outcome:
        return outcome(PROCEDURE.president_may_rule(
            lodged_at=lodged_at, urgent=False, at=at, place=PARIS,
        ))  # fmt: skip

    assert ruling(paris(2025, 12, 19, 23, 59)) is Outcome.CLOSED
    assert ruling(paris(2025, 12, 20)) is Outcome.OPEN


def test_the_law_in_force_is_that_of_the_day_where_the_case_is() -> None:
    at = datetime(2004, 12, 31, 23, 30, tzinfo=UTC)
    here, there = (
        PROCEDURE.appeal_window(
            party=Party.PROSECUTOR, notified_at=at, means=Means.ELECTRONIC, place=place
        )
        for place in (PARIS, PROCEDURE.place_of("973"))
    )

    assert limit(here).surely_open_until == paris(2005, 1, 3)
    assert there == NotModelled("fr.procedure.appeal", date(2004, 12, 31))


def test_the_judge_may_bar_up_to_six_months_and_the_president_exactly_a_year() -> None:
    judge, president = (
        PROCEDURE.longest_bar(decider=by, decided_at=paris(2026, 1, 5, 9), place=PARIS)
        for by in ("enforcement_judge", "appeal_president")
    )
    assert isinstance(judge, Bar)
    assert isinstance(president, Bar)
    assert (judge.until, judge.fixed) == (date(2026, 7, 5), False)
    assert (president.until, president.fixed) == (date(2027, 1, 5), True)


def test_a_victim_of_couple_violence_is_told_first_and_another_by_choice() -> None:
    first, second = duties(Occasion.BEFORE_DECISION, couple_violence=True)
    (other,) = duties(Occasion.BEFORE_DECISION)

    assert (first.what, first.when, first.optional) == ("release_considered", When.BEFORE, False)
    assert second.optional
    assert other.optional
    assert not duties(Occasion.BEFORE_DECISION, wish="not_told")


def test_a_missed_return_is_late_at_once_and_counted_two_days_later() -> None:
    due = paris(2025, 11, 24, 21)
    late = PROCEDURE.lateness(due_back_at=due, at=due + MINUTE, place=PARIS)

    assert late is not None
    assert not isinstance(late, NotModelled)
    assert (late.due_back_at, late.counted_from) == (due, paris(2025, 11, 26, 21))
