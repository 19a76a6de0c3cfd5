"""The words of the law over many people, in both languages."""

from collections.abc import Mapping

from sortie.words.sentences.population import (
    running_en,
    running_fr,
    synthetic_en,
    synthetic_fr,
    tables_en,
    tables_fr,
)

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "fr": {**tables_fr.SENTENCES, **running_fr.SENTENCES, **synthetic_fr.SENTENCES},
    "en": {**tables_en.SENTENCES, **running_en.SENTENCES, **synthetic_en.SENTENCES},
}
