"""What comes off the end, and when it may not be computed; each row derived by hand."""

from typing import Any

import pytest

from sortie.law.france.sentence.choices import RegimeAfterEscape, first_choices
from sortie.law.france.sentence.reckoning import reckoning_of
from tests.law.sentence.files import a_reckoning, a_sentence, day, line, read, typed


def a_reduction(length: str, granted_on: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"length": length, "granted_on": granted_on, "kind": kind, **more}


def codes(reckoning: Any) -> list[str]:
    return [each.code for each in reckoning.warnings]


# -- the regime -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("committed", "remand", "regime"),
    [
        # R10: remand from before 2023, without a break, convicted after: old.
        ("2023-06-01", [{"from": "2022-11-01", "until": "2023-05-31"}], "old"),
        # R12: remand, freed, jailed again in 2023: new.
        ("2023-06-01", [{"from": "2022-01-01", "until": "2022-03-31"}], "new"),
        # A gap of one day is a release.
        ("2023-06-01", [{"from": "2022-11-01", "until": "2023-05-30"}], "new"),
        ("2022-12-31", [], "old"),
        ("2023-01-01", [], "new"),
    ],
)
def test_the_regime_is_that_of_the_first_day_of_unbroken_prison(
    committed: str, remand: list[dict[str, str]], regime: str
) -> None:
    reckoning = a_reckoning(committed, a_sentence("P2Y", committed), remand=remand)

    assert line(reckoning, "regime").value == regime
    assert any(each.what == "credit" for each in reckoning.lines) is (regime == "old")


def test_whoever_escaped_and_came_back_since_2023_follows_a_reading() -> None:
    # 2022-01-01 + 31 days of January 2023 at large + 3 y = 2025-02-01; credit of three years
    # (3 + 2 + 2 months): 2024-07-01. Brought back in 2023 as a new committal: no credit.
    escapes = [("2023-01-01", "2023-01-31")]
    sentence = a_sentence("P3Y", "2022-01-01")
    kept = a_reckoning("2022-01-01", sentence, escapes=escapes)
    chosen = {"regime_after_escape": RegimeAfterEscape.LOST}
    lost = a_reckoning("2022-01-01", sentence, escapes=escapes, choices=chosen)

    assert (str(kept.end), str(lost.end)) == ("2024-07-01", "2025-02-01")
    assert line(kept, "regime").basis.readings == ("fr.reading.regime_after_escape",)


# -- the automatic credit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "final_on", "recidivist", "end"),
    [
        # T23 (a) 18 m: 3 m + 42 d. 2016-03-01 + 18 m = 2017-09-01; - 3 m = 06-01; - 42 d = 04-20.
        ("P18M", "2016-03-01", False, "2017-04-20"),
        # T23 (b) 2 y 8 m: 5 m + 56 d. -> 2018-11-01; - 5 m = 06-01; - 56 d = 2018-04-06.
        ("P2Y8M", "2016-03-01", False, "2018-04-06"),
        # T23 (d) 8 m: 56 d. -> 2016-11-01; - 56 d = 2016-09-06.
        ("P8M", "2016-03-01", False, "2016-09-06"),
        # Capped: 1 y 11 m: 77 days are more than two months: 5 m. -> 2018-02-01; 2017-09-01.
        ("P1Y11M", "2016-03-01", False, "2017-09-01"),
        # Recidivist, 2010: 5 y: 2 + 4 x 1 = 6 m. 2010-03-01 + 5 y = 2015-03-01 -> 2014-09-01.
        ("P5Y", "2010-03-01", True, "2014-09-01"),
        # The same, not a recidivist: 3 + 4 x 2 = 11 m. -> 2014-04-01.
        ("P5Y", "2010-03-01", False, "2014-04-01"),
        # Recidivist, 2016: the lower scale is gone.
        ("P5Y", "2016-03-01", True, "2020-04-01"),
    ],
)
def test_the_automatic_credit_comes_off_the_end(
    length: str, final_on: str, recidivist: bool, end: str
) -> None:
    sentence = a_sentence(length, final_on, recidivist=recidivist)

    assert str(a_reckoning(final_on, sentence).end) == end


def test_the_credit_is_that_of_the_firm_part_sentence_by_sentence_and_not_of_a_merged_one() -> None:
    # Firm 1 y (3 m), 1 y (3 m), the third merged: 2 y less 6 m. 2016-03-01 -> 2017-09-01.
    # In one sentence of two years the credit would be 5 m.
    reckoning = a_reckoning(
        "2016-03-01",
        a_sentence("P3Y", "2016-03-01", suspended="P2Y"),
        a_sentence("P1Y", "2016-03-01"),
        a_sentence("P1Y", "2016-03-01", merged_into=1),
    )

    assert str(reckoning.end) == "2017-09-01"


def test_parole_of_a_recidivist_is_dated_with_the_credit_of_the_others() -> None:
    # 10 y final on 2014-03-01. Recidivist: 2 + 9 = 11 m off: end 2023-04-01. For parole:
    # 3 + 18 = 21 m: 99 months net, half 49.5: 2014-03-01 + 49 m + 15 d = 2018-04-16.
    reckoning = a_reckoning("2014-03-01", a_sentence("P10Y", "2014-03-01", recidivist=True))

    assert str(reckoning.end) == "2023-04-01"
    assert day(reckoning, "parole") == "2018-04-16"


def test_a_recorded_credit_is_checked_and_what_was_withdrawn_of_it_comes_back() -> None:
    # 2 y from 2016-03-01: 5 m credited, 2017-10-01; one month (thirty days) withdrawn: 10-31.
    sentence = a_sentence("P2Y", "2016-03-01")
    rows = [
        a_reduction("P4M", "2016-03-02", "credit"),
        a_reduction("P1M", "2016-03-02", "credit", withdrawn_on="2017-01-10"),
    ]
    reckoning = a_reckoning("2016-03-01", sentence, reductions=rows)
    wrong = a_reckoning("2016-03-01", sentence, reductions=rows[:1])

    assert str(reckoning.end) == "2017-10-31"
    assert codes(reckoning) == []
    assert str(wrong.end) == "2017-10-01"
    assert codes(wrong) == ["credit_differs"]


# -- reductions granted ---------------------------------------------------------------------------


def test_reductions_are_counted_back_from_the_end_one_after_the_other() -> None:
    # 2023-08-31 + 3 y = 2026-08-31. Back six months: 2026-02-28. Back one month alone: thirty
    # days, 2026-01-29. Back 10 days: 2026-01-19.
    reckoning = a_reckoning(
        "2023-08-31",
        a_sentence("P3Y", "2023-08-31"),
        reductions=[
            a_reduction("P1M", "2025-08-01", "single"),
            a_reduction("P6M", "2024-08-01", "single"),
            a_reduction("P10D", "2025-09-01", "exceptional"),
        ],
    )

    assert str(reckoning.end) == "2026-01-19"
    assert [e.moved for e in reckoning.lines if e.what.startswith("reduction")] == [-184, -30, -10]


def test_a_reduction_withdrawn_does_not_count() -> None:
    withdrawn = a_reduction("P3M", "2024-08-01", "single", withdrawn_on="2024-12-01")
    reckoning = a_reckoning("2023-08-31", a_sentence("P3Y", "2023-08-31"), reductions=[withdrawn])

    assert str(reckoning.end) == "2026-08-31"
    assert day(reckoning, "reduction.withdrawn") == "2024-12-01"


def test_a_reduction_of_the_other_regime_stays_and_is_named() -> None:
    # Granted by mistake and final (opinion of 26 February 2025): 2026-08-31 - 3 m = 05-31.
    given = a_reduction("P3M", "2024-08-31", "supplementary")
    reckoning = a_reckoning("2023-08-31", a_sentence("P3Y", "2023-08-31"), reductions=[given])

    assert str(reckoning.end) == "2026-05-31"
    assert codes(reckoning) == ["reduction_of_other_regime"]


def test_a_reduction_granted_by_mistake_and_final_takes_nothing_from_the_credit() -> None:
    # Opinion of 26 February 2025, 24-96.007. Remand since 2021-07-15, convicted in November 2023:
    # the old regime. 4 y from 2021-07-15: 2025-07-15; the credit in full, 3 + 3 x 2 = 9 months:
    # 2024-10-15; then the two months of the other regime, not deducted from it: 2024-08-15.
    given = a_reduction("P2M", "2023-12-20", "single")
    remand = [{"from": "2021-07-15", "until": "2023-11-14"}]
    reckoning = a_reckoning(
        "2023-11-15", a_sentence("P4Y", "2023-11-15"), remand=remand, reductions=[given]
    )

    assert line(reckoning, "regime").value == "old"
    assert str(line(reckoning, "credit").length) == "P9M"
    assert str(reckoning.end) == "2024-08-15"
    assert codes(reckoning) == ["reduction_of_other_regime"]


@pytest.mark.parametrize(
    ("sentence", "length", "above"),
    [
        # New regime, one year served of five: six months at most.
        (a_sentence("P5Y", "2023-03-01"), "P6M", False),
        (a_sentence("P5Y", "2023-03-01"), "P6M1D", True),
        # Terrorism: three months.
        (a_sentence("P5Y", "2023-03-01", offences=["terrorism"]), "P3M", False),
        (a_sentence("P5Y", "2023-03-01", offences=["terrorism"]), "P3M1D", True),
        # Violence on officials: four months; for a crime (above ten years) three.
        (a_sentence("P5Y", "2023-03-01", offences=["violence_on_officials"]), "P4M", False),
        (a_sentence("P5Y", "2023-03-01", offences=["violence_on_officials"]), "P4M1D", True),
        (a_sentence("P12Y", "2023-03-01", offences=["violence_on_officials"]), "P3M1D", True),
        # Under a year of term the whole is looked at: ten months, 140 days.
        (a_sentence("P10M", "2023-03-01"), "P140D", False),
        (a_sentence("P10M", "2023-03-01"), "P141D", True),
    ],
)
def test_a_reduction_above_its_cap_is_named_and_still_taken_off(
    sentence: dict[str, Any], length: str, above: bool
) -> None:
    # 360 days after the committal: twelve months of thirty days.
    granted_on = "2024-02-24" if sentence["length"] != "P10M" else "2023-06-01"
    plain = a_reckoning("2023-03-01", sentence)
    reckoning = a_reckoning(
        "2023-03-01", sentence, reductions=[a_reduction(length, granted_on, "single")]
    )

    assert (codes(reckoning) == ["reduction_above_cap"]) is above
    assert reckoning.end is not None
    assert plain.end is not None
    assert reckoning.end < plain.end


def test_supplementary_reductions_are_three_months_a_year_and_exceptional_ones_a_third() -> None:
    sentence = a_sentence("P6Y", "2016-03-01")
    right = [a_reduction("P3M", "2017-02-24", "supplementary"),
             a_reduction("P2Y", "2017-06-01", "exceptional")]  # fmt: skip
    wrong = [a_reduction("P3M1D", "2017-02-24", "supplementary"),
             a_reduction("P2Y1D", "2017-06-01", "exceptional")]  # fmt: skip

    assert codes(a_reckoning("2016-03-01", sentence, reductions=right)) == []
    assert (
        codes(a_reckoning("2016-03-01", sentence, reductions=wrong)) == ["reduction_above_cap"] * 2
    )


def test_reductions_never_bring_the_end_before_the_start() -> None:
    many = [a_reduction("P1Y", "2023-06-01", "single")] * 2
    reckoning = a_reckoning("2023-03-01", a_sentence("P1Y", "2023-03-01"), reductions=many)

    assert str(reckoning.end) == "2023-03-01"


# -- what has no number ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (a_sentence("P5Y", "2004-12-31"), "reductions_before_2005"),
        (a_sentence("P5Y", "2018-03-01", offences=["terrorism"]), "credit_for_terrorism"),
    ],
)
def test_what_is_not_modelled_is_named_and_has_no_number(
    sentence: dict[str, Any], name: str
) -> None:
    reckoning = a_reckoning(sentence["final_on"], sentence)

    assert reckoning.not_modelled == (name,)
    assert reckoning.end is None
    assert reckoning.release is None
    assert line(reckoning, "end").end is None
    assert not line(reckoning, "half_served.current_date").day
    assert line(reckoning, "half_served.pronounced").day


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({"remand": ...}, "custody.remand"),
        ({"reductions": ...}, "custody.reductions"),
        ({"sentences": ...}, "custody.sentences"),
        ({"sentences": [{}]}, "custody.sentences[0].length"),
        ({"sentences": [{"length": "P2Y"}]}, "custody.sentences[0].final_on"),
        ({"reductions": [{"kind": "single"}]}, "custody.reductions[0].length"),
        ({"reductions": [{"length": "P1M"}]}, "custody.reductions[0].kind"),
        ({"escapes": [("2022-02-01", None)]}, "history.incidents[0].until"),
    ],
)
def test_what_is_unknown_is_asked_for_and_has_no_number(more: dict[str, Any], missing: str) -> None:
    reckoning = a_reckoning("2022-01-01", a_sentence("P2Y", "2022-01-01"), **more)

    assert missing in reckoning.missing
    assert reckoning.end is None


def test_without_a_day_of_committal_nothing_is_counted() -> None:
    values = typed("2022-01-01", a_sentence("P2Y"))
    del values["custody"]["committed_on"]
    reckoning = reckoning_of(read(values), first_choices())

    assert [each.missing for each in reckoning.lines] == [("custody.committed_on",)]
    assert reckoning.end is None


def test_recidivism_is_asked_for_only_where_it_changes_the_credit() -> None:
    def reckoning(final_on: str) -> Any:
        return a_reckoning(final_on, a_sentence("P2Y", final_on, recidivist=None))

    assert "custody.sentences[0].recidivist" in reckoning("2010-01-01").missing
    assert reckoning("2010-01-01").end is None
    assert str(reckoning("2016-01-01").end) == "2017-08-01"
