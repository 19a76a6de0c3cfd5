"""The readings: written for jurists, and signed by nobody yet."""

from pathlib import Path

import pytest

from sortie import texts
from sortie.law.france.reading_files import BrokenReading, load_readings

EVALUATED = {
    "credit_in_fractions": ["current_date", "pronounced"],
    "fractions_by": ["calendar", "days"],
    "once_a_year": ["calendar_year", "rolling_year", "sentence_year"],
    "leave_day": ["calendar_days", "hours"],
    "short_total_in_detention_centre": ["third_required", "exempt"],
    "weekend_rollover": ["carried_over", "not_carried_over"],
    "end_day": ["same_day", "eve"],
    "soon_releasable": ["judge_appreciates", "parole_date"],
    "territory_ban_other_aims": ["bars", "does_not_bar"],
    "support_structure_before_2022": ["covered", "not_covered"],
    "minors_2016_2021": ["third", "ordinary"],
    "recidivist_in_detention_centre": ["half", "third"],
    "release_eve": ["saturday_counts", "saturday_does_not"],
    "remand_off": ["off_the_start", "off_the_end"],
    "overlapping_remand": ["counted_once", "counted_for_each"],
    "regime_after_escape": ["kept", "lost"],
    "court_limit_rollover": ["carried_over", "not_carried_over"],
    "cross_appeal_start": ["from_the_appeal", "added_to_the_window"],
    "couple_violence_wish": ["told_anyway", "wish_kept"],
    "regime_after_interruption": ["kept", "lost"],
    "reductions_counted_back": ["months_first", "days_first"],
}
SETTLED = {
    "detention_centre_fraction": "third_no_cap",
    "money_and_lodging": "each_bars",
    "expert_report_trigger": "pronounced_since_2014",
    "youth_prison_adults": "adults_up_to_one_year",
    "procedure_month_end": "last_day",
}
READINGS = load_readings()
TEXTS = texts.Texts.load(Path(__file__).parents[2] / "src/sortie/law/france/texts")

SOUND = """
id = "fr.reading.sample"
question_fr = "Lequel ?"
question_en = "Which?"
cites = ["fr.cpp.d143"]
shared_question = ""
adopted = ""
confirmed_by = ""
confirmed_on = ""
why_fr = "Le texte se tait."
why_en = "The text is silent."

[[option]]
key = "one"
fr = "L'un."
en = "One."

[[option]]
key = "other"
fr = "L'autre."
en = "The other."
"""


def written(folder: Path, content: str) -> Path:
    (folder / "sample.toml").write_text(content, encoding="utf-8")
    return folder


def test_every_known_reading_is_there_and_no_other() -> None:
    assert {id_.removeprefix("fr.reading.") for id_ in READINGS} == {*EVALUATED, *SETTLED}


@pytest.mark.parametrize(("name", "keys"), EVALUATED.items())
def test_an_unsettled_reading_keeps_its_options_in_order(name: str, keys: list[str]) -> None:
    reading = READINGS[f"fr.reading.{name}"]

    assert list(reading.options) == keys
    assert not reading.is_settled


@pytest.mark.parametrize(("name", "adopted"), SETTLED.items())
def test_a_reading_settled_by_the_text_says_so(name: str, adopted: str) -> None:
    reading = READINGS[f"fr.reading.{name}"]

    assert (reading.adopted, reading.settled_by) == (adopted, "text")


def test_nobody_has_signed_a_reading() -> None:
    assert not [each for each in READINGS.values() if each.confirmed_by or each.confirmed_on]


def test_every_reading_cites_provisions_that_exist() -> None:
    cited = {id_ for reading in READINGS.values() for id_ in reading.cites}

    assert cited <= TEXTS.ids


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    reading = load_readings(written(tmp_path, SOUND))["fr.reading.sample"]

    assert reading.options["one"] == ("L'un.", "One.")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('adopted = ""', 'adopted = "none"', "not an option"),
        ('adopted = ""', 'adopted = "one"', "goes with settled_by"),
        ('adopted = ""', 'adopted = ""\nsettled_by = "text"', "goes with settled_by"),
        ('adopted = ""', 'adopted = ""\ncolour = "red"', "unknown: colour"),
        ('why_en = "The text is silent."\n', "", "missing or unknown: why_en"),
        ('"Which?"', '""', "empty: question_en"),
        ('key = "other"', 'key = "one"', "its own key"),
        ('en = "The other."', "", "key, fr and en"),
        ("fr.reading.sample", "fr.reading.another", "named after"),
        ('"Lequel ?"', '"Lequel ?', "not TOML"),
    ],
)
def test_refused_when_a_reading_does_not_hold_together(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    with pytest.raises(BrokenReading, match=fault) as refused:
        load_readings(written(tmp_path, SOUND.replace(old, new)))

    assert refused.value.file == "sample.toml"


def test_refused_when_a_signature_has_no_date(tmp_path: Path) -> None:
    signed = SOUND.replace('adopted = ""', 'adopted = "one"').replace(
        'confirmed_by = ""', 'confirmed_by = "A judge"'
    )

    with pytest.raises(BrokenReading, match="goes with confirmed_on"):
        load_readings(written(tmp_path, signed))
