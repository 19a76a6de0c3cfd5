"""Which purpose fits which row."""

from datetime import date

from tests.law.tables.custody import half_served
from tests.law.tables.vocabulary import (
    DECREE_2016,
    RECIDIVISTS_FREED,
    SOON_RELEASABLE,
    VOTE_ADDED,
    Case,
    Readings,
)

FAMILY = {"family_ties", "family_illness", "family_death", "birth"}
REINTEGRATION = {"reintegration", "employer", "training", "exam"}


def purpose(case: Case) -> str:
    return str(case["application"]["purpose"])


def ties_or_reintegration(case: Case) -> bool:
    """D143 (old D145): keep family ties, or prepare reintegration."""
    return purpose(case) in FAMILY | REINTEGRATION


def measures_that_count(day: date) -> set[str]:
    """D143-4 1° (old D143 1°): the measures to which the person may be admitted."""
    counted = {"parole", "semi_liberty", "outside_placement"}
    if day >= RECIDIVISTS_FREED:
        counted |= {"release_under_constraint"}
    if day >= DECREE_2016:
        counted |= {"home_detention"}
    return counted


def near_release(case: Case, readings: Readings, day: date) -> bool:
    """D143-4 1°: soon releasable, or capable of being admitted to a measure."""
    if set(case["custody"]["admissible_to"]) & measures_that_count(day):
        return True
    if readings[SOON_RELEASABLE] == "judge_appreciates":
        return True
    return half_served(case, readings, day)


def day_purpose(case: Case, readings: Readings, day: date) -> bool:
    """D143-4: 1° employer or training, 2° exam, 3° care, 4° culture or sport, 5° vote."""
    if purpose(case) in {"employer", "training"}:
        return near_release(case, readings, day)
    return purpose(case) in {"exam", "care", "culture_sport", "vote"}


def old_day_purpose(case: Case, readings: Readings, day: date) -> bool:
    """Old D143: 1° employer, 2° exam, 3° care, 4° military, 5° culture, 6° court, 7° vote."""
    if purpose(case) == "employer":
        return near_release(case, readings, day)
    if purpose(case) == "vote":
        return day >= VOTE_ADDED
    return purpose(case) in {"exam", "care", "military", "culture_sport", "court", "obligation"}


def family_event_purpose(case: Case) -> bool:
    """D143-5: grave illness or death in the close family, birth of one's child."""
    return purpose(case) in {"family_illness", "family_death", "birth"}


def old_family_event_purpose(case: Case) -> bool:
    """Old D144: grave illness or death in the close family; no birth."""
    return purpose(case) in {"family_illness", "family_death"}


def obligation_purpose(case: Case) -> bool:
    """D145: 1° no one can stand in; 2° a summons that cannot be answered by video link."""
    asked = case["application"]
    if purpose(case) == "obligation":
        return asked["representation_possible"] is False
    return purpose(case) == "court" and asked["video_link_possible"] is False
