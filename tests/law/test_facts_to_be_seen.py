"""Facts the law does not weigh: shown on the days they hold, dated, and nothing made of them."""

from datetime import date
from typing import Any

from sortie.law import ToBeSeen
from sortie.rules import Outcome
from tests.law.test_two_evaluations import asked

ON = date(2025, 11, 24)


def seen(**rooms: Any) -> tuple[ToBeSeen, ...]:
    return asked({"format": "sortie/case@1", "jurisdiction": "fr", **rooms}).on(ON).to_be_seen


def held_in(unit: str, since: str, until: str | None = None) -> dict[str, Any]:
    placement = {"from": since, "kind": "maison_centrale", "unit": unit}
    return {"placements": [{**placement, "until": until} if until else placement]}


def test_an_escape_is_seen_for_ever_after_and_not_before() -> None:
    escape = {"kind": "escape", "on": "2014-02-07", "until": "2014-02-20"}
    later = {"kind": "escape", "on": "2025-11-25"}

    assert seen(history={"incidents": [escape, later]}) == (
        ToBeSeen("history.incidents[0]", "escape", date(2014, 2, 7), date(2014, 2, 20)),
    )


def test_the_watch_list_is_seen_while_the_person_is_on_it() -> None:
    rows = [
        {"from": "2020-01-01", "until": "2025-11-23"},
        {"from": "2025-11-24"},
        {"from": "2025-11-25"},
    ]

    assert seen(custody={"watch_list": rows}) == (
        ToBeSeen("custody.watch_list[1]", "watch_list", ON, None),
    )


def test_isolation_is_seen_on_its_last_day_and_not_on_the_next() -> None:
    assert seen(custody={"isolation": [{"from": "2025-11-01", "until": "2025-11-24"}]})
    assert not seen(custody={"isolation": [{"from": "2025-11-01", "until": "2025-11-23"}]})


def test_a_special_unit_is_seen_while_it_holds_the_person() -> None:
    (unit,) = seen(custody=held_in("organised_crime_unit", "2025-07-29"))

    assert (unit.kind, unit.since) == ("organised_crime_unit", date(2025, 7, 29))
    assert not seen(custody=held_in("organised_crime_unit", "2025-07-29", "2025-11-23"))
    assert not seen(custody=held_in("ordinary", "2025-07-29"))


def test_a_ban_is_seen_from_its_first_day_to_its_last() -> None:
    bans = [
        {"kind": "contact", "since": "2024-01-01", "until": "2025-11-24", "source": "judgment"},
        {"kind": "place", "since": "2024-01-01", "until": "2025-11-23", "source": "judgment"},
        {"kind": "place", "since": "2025-11-25", "until": "none", "source": "judgment"},
    ]

    assert [fact.kind for fact in seen(orders={"bans": bans})] == ["contact_ban"]


def test_a_leave_from_which_the_person_came_back_late_is_seen_and_one_on_time_is_not() -> None:
    leave = {
        "type": "fr.leave.day",
        "from": "2025-03-01",
        "until": "2025-03-01",
        "granted_by": "enforcement_judge",
    }
    late, on_time = {**leave, "outcome": "returned_late"}, {**leave, "outcome": "returned"}

    (fact,) = seen(history={"leaves": [on_time, late]})
    assert (fact.fact, fact.kind) == ("history.leaves[1]", "leave_returned_late")


def test_no_fact_to_be_seen_moves_an_answer() -> None:
    plain: dict[str, Any] = {"format": "sortie/case@1", "jurisdiction": "fr"}
    custody = {**held_in("isolation_unit", "2020-01-01"), "watch_list": [{"from": "2020-01-01"}]}
    marked = {**plain, "custody": custody}
    ordinary = {**plain, "custody": held_in("ordinary", "2020-01-01")}

    assert asked(marked).on(ON).outcome is asked(ordinary).on(ON).outcome is Outcome.UNDETERMINED
    for one, other in zip(asked(marked).on(ON).routes, asked(ordinary).on(ON).routes, strict=True):
        assert one.why.missing == other.why.missing
