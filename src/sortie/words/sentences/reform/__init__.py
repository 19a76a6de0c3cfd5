"""The words of reforms, in both languages."""

from collections.abc import Mapping

from sortie.words.sentences.reform import (
    comparing_en,
    comparing_fr,
    refusals_en,
    refusals_fr,
    report_en,
    report_fr,
    screens_en,
    screens_fr,
)

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        **screens_fr.SENTENCES,
        **refusals_fr.SENTENCES,
        **comparing_fr.SENTENCES,
        **report_fr.SENTENCES,
    },
    "en": {
        **screens_en.SENTENCES,
        **refusals_en.SENTENCES,
        **comparing_en.SENTENCES,
        **report_en.SENTENCES,
    },
}
