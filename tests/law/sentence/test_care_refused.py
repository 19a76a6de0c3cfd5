"""Care refused lowers what the judge may grant; each row derived by hand."""

from typing import Any

import pytest

from tests.law.sentence.files import a_reckoning, a_sentence

# 360 days after each committal: twelve months of thirty days are looked at.
ALL_THE_YEAR = [{"from": "2023-03-01", "until": "2024-02-23"}]


def warned(sentence: dict[str, Any], length: str, refused: Any, **more: Any) -> list[str]:
    """Return the codes named for a reduction granted 360 days after a committal of March 2023."""
    row = {"granted_on": "2024-02-24", "length": length, "kind": "single", **more}
    reckoning = a_reckoning("2023-03-01", sentence, reductions=[row], care_refused=refused)
    return [each.code for each in reckoning.warnings]


@pytest.mark.parametrize(
    ("refused", "within", "above"),
    [
        # The whole year: three months instead of six.
        (ALL_THE_YEAR, "P3M", "P3M1D"),
        # It lasts: the same.
        ([{"from": "2023-03-01"}], "P3M", "P3M1D"),
        # Sixty days, two whole months, each 14 - 7 days: 180 - 14 = 166 days.
        ([{"from": "2023-06-01", "until": "2023-07-30"}], "P166D", "P167D"),
        # Twenty-nine days are no whole month.
        ([{"from": "2023-06-01", "until": "2023-06-29"}], "P6M", "P6M1D"),
        # After the grant.
        ([{"from": "2024-02-24", "until": "2025-02-24"}], "P6M", "P6M1D"),
        ([], "P6M", "P6M1D"),
        (..., "P6M", "P6M1D"),
    ],
)
def test_months_of_refused_care_lower_the_cap_of_the_single_reduction(
    refused: Any, within: str, above: str
) -> None:
    sentence = a_sentence("P5Y", "2023-03-01", socio_judicial_supervision="incurred")

    assert warned(sentence, within, refused) == []
    assert warned(sentence, above, refused) == ["reduction_above_cap"]


@pytest.mark.parametrize(
    ("supervision", "code"),
    [
        ("incurred", ["reduction_above_cap"]),
        ("pronounced", ["reduction_above_cap"]),
        ("none", []),
        (None, ["reduction_perhaps_above_cap"]),
    ],
)
def test_a_refusal_bears_on_the_cap_where_supervision_is_incurred(
    supervision: str | None, code: list[str]
) -> None:
    sentence = a_sentence("P5Y", "2023-03-01", socio_judicial_supervision=supervision)

    assert warned(sentence, "P3M1D", ALL_THE_YEAR) == code


def test_a_refusal_does_not_lower_a_cap_that_is_as_low_already() -> None:
    # Terrorism: three months a year; violence on officials: four, less one for the refusal.
    known = {"socio_judicial_supervision": "incurred"}
    terrorism = a_sentence("P5Y", "2023-03-01", offences=["terrorism"], **known)
    officials = a_sentence("P5Y", "2023-03-01", offences=["violence_on_officials"], **known)

    assert warned(terrorism, "P3M", ALL_THE_YEAR) == []
    assert warned(officials, "P3M", ALL_THE_YEAR) == []
    assert warned(officials, "P3M1D", ALL_THE_YEAR) == ["reduction_above_cap"]


def test_a_refusal_never_lowers_an_exceptional_reduction() -> None:
    # A third of five years: twenty months.
    sentence = a_sentence("P5Y", "2023-03-01", socio_judicial_supervision="pronounced")

    assert warned(sentence, "P20M", ALL_THE_YEAR, kind="exceptional") == []


@pytest.mark.parametrize(
    ("committed", "offence", "length", "codes"),
    [
        # 721-1 before 2023, for some offences on a minor: two months a year.
        ("2016-03-01", "rape_of_minor_under_15", "P2M", []),
        ("2016-03-01", "rape_of_minor_under_15", "P2M1D", ["reduction_above_cap"]),
        ("2016-03-01", "murder_of_minor", "P3M", ["reduction_above_cap"]),
        # Of another sexual offence the file does not say whether the victim was a minor.
        ("2016-03-01", "sexual_706_47", "P2M1D", ["reduction_perhaps_above_cap"]),
        ("2016-03-01", "other", "P3M", []),
        # The lower cap begins on 27 February 2008.
        ("2006-03-01", "murder_of_minor", "P3M", []),
    ],
)
def test_before_2023_only_a_refusal_after_some_offences_on_a_minor_lowers_the_cap(
    committed: str, offence: str, length: str, codes: list[str]
) -> None:
    # The grant, 360 days after the committal: 2017-02-24 and 2007-02-24.
    year = int(committed[:4]) + 1
    row = {"granted_on": f"{year}-02-24", "length": length, "kind": "supplementary"}
    reckoning = a_reckoning(
        committed,
        a_sentence("P5Y", committed, offences=[offence]),
        reductions=[row],
        care_refused=[{"from": committed, "until": f"{year}-02-28"}],
    )

    assert [each.code for each in reckoning.warnings] == codes
