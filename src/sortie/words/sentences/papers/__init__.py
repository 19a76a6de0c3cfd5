"""The words of the papers, in both languages: one pair of modules a family of papers."""

from collections.abc import Mapping

from sortie.words.sentences.papers import (
    acts_en,
    acts_fr,
    frame_en,
    frame_fr,
    gate_en,
    gate_fr,
    letters_en,
    letters_fr,
)

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        **frame_fr.SENTENCES,
        **acts_fr.SENTENCES,
        **gate_fr.SENTENCES,
        **letters_fr.SENTENCES,
    },
    "en": {
        **frame_en.SENTENCES,
        **acts_en.SENTENCES,
        **gate_en.SENTENCES,
        **letters_en.SENTENCES,
    },
}
