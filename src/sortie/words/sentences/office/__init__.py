"""The words of the office, in both languages."""

from collections.abc import Mapping

from sortie.words.sentences.office import (
    hindrances_en,
    hindrances_fr,
    labels_en,
    labels_fr,
    screens_en,
    screens_fr,
    scripts_en,
    scripts_fr,
    verbs_en,
    verbs_fr,
)
from sortie.words.sentences.office.keys import FRENCH as FRENCH_KEYS

__all__ = ["FRENCH_KEYS", "HINDRANCE", "SENTENCES", "VERBS"]

HINDRANCE = "hindrance."


def _together(hindrances: Mapping[str, str], *others: Mapping[str, str]) -> dict[str, str]:
    found = {HINDRANCE + code: sentence for code, sentence in hindrances.items()}
    for each in others:
        found.update(each)
    return found


SENTENCES: Mapping[str, Mapping[str, str]] = {
    "fr": _together(
        hindrances_fr.SENTENCES,
        labels_fr.SENTENCES,
        verbs_fr.SENTENCES,
        screens_fr.SENTENCES,
        scripts_fr.SENTENCES,
    ),
    "en": _together(
        hindrances_en.SENTENCES,
        labels_en.SENTENCES,
        verbs_en.SENTENCES,
        screens_en.SENTENCES,
        scripts_en.SENTENCES,
    ),
}
VERBS = tuple(key.removeprefix("verb.") for key in verbs_en.SENTENCES if key.startswith("verb."))
