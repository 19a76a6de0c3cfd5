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
        (
            {"custody": {"interruptions": [{"from": LATE, "until": EARLY}]}},
            "custody.interruptions[0].until",
        ),
        (
            {"custody": {"committed_on": LATE, "interruptions": [{"from": EARLY}]}},
            "custody.interruptions[0].from",
        ),
        (
            {"custody": {"care_refused": [{"from": LATE, "until": EARLY}]}},
            "custody.care_refused[0].until",
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


def test_a_suspension_wholly_revoked_leaves_something_to_serve() -> None:
    sentence = {"length": "P1Y", "suspended": "P1Y", "suspension_revoked": {"length": "P12M"}}

    read(a_case(custody={"sentences": [sentence]}))


@pytest.mark.parametrize(
    ("typed", "cause", "key"),
    [
        ({"merged_part": "P6M"}, Cause.KEY_MISSING, "merged_into"),
        ({"merged_part": "P1Y", "merged_into": 1}, Cause.NOTHING_TO_SERVE, "merged_part"),
        (
            {"merged_part": "P6M", "merged_into": 1, "suspended": "P6M"},
            Cause.NOTHING_TO_SERVE,
            "merged_part",
        ),
        (
            {"merged_part": "P6M", "merged_into": 1, "length": "life"},
            Cause.KEYS_EXCLUDE,
            "merged_part",
        ),
        ({"suspension_revoked": {"length": "P2M"}}, Cause.KEY_MISSING, "suspended"),
        (
            {"suspended": "none", "suspension_revoked": {"length": "P2M"}},
            Cause.KEYS_EXCLUDE,
            "suspension_revoked",
        ),
        (
            {"suspended": "P6M", "suspension_revoked": [{"length": "P5M"}, {"length": "P2M"}]},
            Cause.EXCEEDS,
            "suspension_revoked",
        ),
        (
            {"suspended": "P6M", "suspension_revoked": {"decided_on": EARLY, "length": "P2M"}},
            Cause.END_BEFORE_START,
            "suspension_revoked",
        ),
        ({"commuted": {"length": "P2Y"}}, Cause.EXCEEDS, "commuted"),
        ({"commuted": {"decided_on": EARLY}}, Cause.END_BEFORE_START, "commuted"),
        ({"suspended": "P6M", "commuted": {"length": "P6M"}}, Cause.NOTHING_TO_SERVE, "suspended"),
    ],
)
def test_what_was_decided_of_a_sentence_must_agree_with_it(
    typed: dict[str, Any], cause: Cause, key: str
) -> None:
    sentences = [{"length": "P1Y", "pronounced_on": LATE} | typed, {"length": "P1Y"}]

    fault = the_fault(a_case(custody={"sentences": sentences}))

    assert (fault.code, fault.path) == (cause, f"custody.sentences[0].{key}")


@pytest.mark.parametrize(
    ("groups", "cause", "path"),
    [
        ([{"sentences": [0]}], Cause.TOO_FEW, "custody.concurrence[0].sentences"),
        ([{"sentences": [0, 3]}], Cause.NO_SUCH_SENTENCE, "custody.concurrence[0].sentences[1]"),
        ([{"sentences": [0, 1, 1]}], Cause.TWICE, "custody.concurrence[0].sentences[2]"),
        (
            [{"sentences": [0, 1]}, {"sentences": [2, 1]}],
            Cause.TWICE,
            "custody.concurrence[1].sentences[1]",
        ),
        (
            [{"sentences": [0, 1], "at_most": "P2Y"}],
            Cause.EXCEEDS,
            "custody.sentences[1].length",
        ),
        ([{"sentences": [0, 2], "at_most": "P9Y"}], Cause.EXCEEDS, "custody.sentences[2].length"),
    ],
)
def test_a_concurrence_names_two_sentences_once_within_their_maximum(
    groups: list[dict[str, Any]], cause: Cause, path: str
) -> None:
    sentences = [{"length": "P1Y"}, {"length": "P3Y"}, {"length": "life"}]

    fault = the_fault(a_case(custody={"sentences": sentences, "concurrence": groups}))

    assert (fault.code, fault.path) == (cause, path)


def test_a_security_period_is_days_or_a_length() -> None:
    typed = {"from": EARLY, "length": "P2Y"}

    fault = the_fault(a_case(custody={"security_period": typed}))

    assert (fault.code, fault.path) == (Cause.KEYS_EXCLUDE, "custody.security_period.length")
    assert fault.params == {"other": "custody.security_period.from"}


def test_an_offset_on_one_side_only_cannot_be_compared() -> None:
    typed = {"departs_at": "2025-11-24T07:00", "returns_at": "2025-11-24T21:00+01:00"}

    assert the_fault(a_case(application=typed)).code == Cause.INSTANTS_MIXED


def test_a_security_period_is_not_lifted_before_it_began() -> None:
    fault = the_fault(a_case(custody={"security_period": {"from": LATE, "lifted_on": EARLY}}))

    assert (fault.code, fault.path) == (Cause.END_BEFORE_START, "custody.security_period.lifted_on")


@pytest.mark.parametrize(
    ("typed", "other"),
    [({"length": "P2Y"}, "length"), ({"from": EARLY}, "from"), ({"until": LATE}, "until")],
)
def test_a_share_leaves_no_room_for_a_length_or_days(typed: dict[str, str], other: str) -> None:
    fault = the_fault(a_case(custody={"security_period": {"share": "half", **typed}}))

    assert (fault.code, fault.path) == (Cause.KEYS_EXCLUDE, "custody.security_period.share")
    assert fault.params == {"other": f"custody.security_period.{other}"}


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ({"share": "half", "sentence": 1}, "custody.security_period.sentence"),
        ([{"length": "P2Y"}, {"share": "half", "sentence": 1}],
         "custody.security_period[1].sentence"),
    ],
)  # fmt: skip
def test_a_security_period_is_of_a_sentence_of_the_file(typed: Any, path: str) -> None:
    custody = {"sentences": [{"length": "P12Y"}], "security_period": typed}
    fault = the_fault(a_case(custody=custody))

    assert (fault.code, fault.path) == (Cause.NO_SUCH_SENTENCE, path)
    assert fault.params == {"count": "1"}


def test_a_sentence_has_one_security_period() -> None:
    periods = [{"share": "half", "sentence": 0}, {"length": "P2Y", "sentence": 0}]
    fault = the_fault(a_case(custody={"security_period": periods}))

    assert (fault.code, fault.path) == (Cause.TWICE, "custody.security_period[1].sentence")
