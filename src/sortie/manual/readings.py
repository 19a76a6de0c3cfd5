"""The doubts: questions that no text settles, as jurists find them before signing one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sortie import law
from sortie.manual.whole import rules_under
from sortie.words import Tongue, articles


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingTold:
    """One doubt: its question, what may be answered, what was settled and by whom.

    ``options`` are pairs: the words, and whether that answer was adopted. ``rules`` are those that
    hang on it.
    """

    id: str
    question: str
    options: tuple[tuple[str, bool], ...]
    settled: bool
    standing: str
    signature: str
    why: str
    cites: str
    rules: tuple[str, ...]


def readings_told(
    on: date, tongue: Tongue, ids: Iterable[str] | None = None
) -> tuple[ReadingTold, ...]:
    """Return readings in words; without ids, all of them, those nobody settled first."""
    wanted = sorted(law.france.readings()) if ids is None else ids
    told = [_told(each, on, tongue) for each in wanted]
    return tuple(sorted(told, key=lambda each: each.settled))


def _told(reading_id: str, on: date, tongue: Tongue) -> ReadingTold:
    reading, either = law.france.readings()[reading_id], tongue.either
    signed = reading.confirmed_by
    kind = ("adopted" if signed else "text") if reading.is_settled else "open"
    day = tongue.day(date.fromisoformat(reading.confirmed_on)) if signed else ""
    return ReadingTold(
        id=reading.id,
        question=either({"fr": reading.question_fr, "en": reading.question_en}),
        options=tuple(
            (either({"fr": words[0], "en": words[1]}), key == reading.adopted)
            for key, words in reading.options.items()
        ),
        settled=reading.is_settled,
        standing=tongue.say(f"manual.reading.{kind}"),
        signature=tongue.say(
            f"manual.reading.{'signed' if signed else 'unsigned'}", by=signed, on=day
        ),
        why=either({"fr": reading.why_fr, "en": reading.why_en}),
        cites=articles(reading.cites, on),
        rules=rules_under(reading.id),
    )
