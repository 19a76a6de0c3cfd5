"""Facts that cannot be true together."""

from typing import Any

import pytest

from sortie.facts import Cause
from tests.facts.files import a_case, read, the_fault

EARLY, LATE = "2020-01-01", "2021-01-01"


@pytest.mark.parametrize(
    ("sections", "path"),
    [
        ({"custody": {"remand": [{"from": LATE, "until": EARLY}]}}, "custody.remand[0].until"),
        (
            {"custody": {"isolation": [{"from": LATE, "until": EARLY}]}},
            "custody.isolation[0].until",
        ),
        (
            {"custody": {"adjustments": [{"from": LATE, "until": EARLY}]}},
            "custody.adjustments[0].until",
        ),
        (
            {"custody": {"placements": [{"from": LATE, "until": EARLY}]}},
            "custody.placements[0].until",
        ),
        (
            {"custody": {"security_period": {"from": LATE, "until": EARLY}}},
            "custody.security_period.until",
        ),
        (
            {"custody": {"territory_ban": {"since": LATE, "until": EARLY}}},
            "custody.territory_ban.until",
        ),
        (
            {"custody": {"sentences": [{"pronounced_on": LATE, "final_on": EARLY}]}},
            "custody.sentences[0].final_on",
        ),
        (
            {"custody": {"reductions": [{"granted_on": LATE, "withdrawn_on": EARLY}]}},
            "custody.reductions[0].withdrawn_on",
        ),
        (
            {"custody": {"committed_on": LATE, "end_of_sentence": EARLY}},
            "custody.end_of_sentence",
        ),
        ({"history": {"leaves": [{"from": LATE, "until": EARLY}]}}, "history.leaves[0].until"),
        ({"history": {"incidents": [{"on": LATE, "until": EARLY}]}}, "history.incidents[0].until"),
        (
            {"history": {"applications": [{"filed_on": LATE, "decided_on": EARLY}]}},
            "history.applications[0].decided_on",
        ),
        (
            {"history": {"applications": [{"decided_on": LATE, "bar_until": EARLY}]}},
            "history.applications[0].bar_until",
        ),
        ({"orders": {"bans": [{"since": LATE, "until": EARLY}]}}, "orders.bans[0].until"),
        (
            {"application": {"departs_at": f"{LATE}T07:00", "returns_at": f"{LATE}T07:00"}},
            "application.returns_at",
        ),
        (
            {"person": {"born_on": LATE}, "custody": {"committed_on": EARLY}},
            "custody.committed_on",
        ),
        ({"personne": {"nee_le": LATE}, "detention": {"ecrou": EARLY}}, "detention.ecrou"),
    ],
)
def test_an_end_before_its_start_is_refused(sections: dict[str, Any], path: str) -> None:
    fault = the_fault(a_case(**sections))

    assert (fault.code, fault.path) == (Cause.END_BEFORE_START, path)
    assert fault.params["other"]


def test_one_day_is_a_period() -> None:
    read(a_case(custody={"remand": [{"from": EARLY, "until": EARLY}]}))


@pytest.mark.parametrize("until", ["2021-01-01", "2022-01-01", "none"])
def test_two_placements_on_one_day_are_refused(until: str) -> None:
    placements = [{"from": EARLY, "until": until}, {"from": LATE}]

    fault = the_fault(a_case(custody={"placements": placements}))

    assert (fault.code, fault.path) == (Cause.OVERLAP, "custody.placements[1].from")
    assert fault.params == {"day": LATE, "other": "custody.placements[0]"}


def test_two_placements_from_one_day_are_refused() -> None:
    placements = [{"from": EARLY}, {"from": EARLY}]

    assert the_fault(a_case(custody={"placements": placements})).code == Cause.OVERLAP


def test_placements_out_of_order_are_refused() -> None:
    placements = [{"from": LATE}, {"from": EARLY}]

    assert the_fault(a_case(custody={"placements": placements})).code == Cause.OUT_OF_ORDER


def test_days_between_two_placements_are_not_filled() -> None:
    placements = [{"from": EARLY, "until": "2020-06-30"}, {"from": LATE}]

    assert len(read(a_case(custody={"placements": placements})).custody.placements or ()) == 2


def test_statuses_out_of_order_are_refused() -> None:
    statuses = [{"is": "convicted", "from": LATE}, {"is": "on_remand", "from": EARLY}]

    fault = the_fault(a_case(custody={"status": statuses}))

    assert (fault.code, fault.path) == (Cause.OUT_OF_ORDER, "custody.status[1].from")


def test_a_sentence_wholly_suspended_leaves_nothing_to_serve() -> None:
    fault = the_fault(a_case(custody={"sentences": [{"length": "P1Y", "suspended": "P12M"}]}))

    assert (fault.code, fault.path) == (Cause.NOTHING_TO_SERVE, "custody.sentences[0].suspended")


@pytest.mark.parametrize("into", [[0], [1], [None, 0, 1], [1, 0]])
def test_a_merged_sentence_names_another_that_stands(into: list[int | None]) -> None:
    sentences = [{"merged_into": rank} for rank in into]

    with pytest.raises(Exception, match="no_such_sentence"):
        read(a_case(custody={"sentences": sentences}))


def test_a_security_period_is_days_or_a_length() -> None:
    typed = {"from": EARLY, "length": "P2Y"}

    fault = the_fault(a_case(custody={"security_period": typed}))

    assert (fault.code, fault.path) == (Cause.KEYS_EXCLUDE, "custody.security_period.length")
    assert fault.params == {"other": "custody.security_period.from"}


def test_an_offset_on_one_side_only_cannot_be_compared() -> None:
    typed = {"departs_at": "2025-11-24T07:00", "returns_at": "2025-11-24T21:00+01:00"}

    assert the_fault(a_case(application=typed)).code == Cause.INSTANTS_MIXED
