"""One finding in full: the rule in words, its version, the texts it cites, what it looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie import law
from sortie.days import Over
from sortie.rules import Bounds, Finding, Missing, fields_of
from sortie.texts import Version
from sortie.web.frame import Asked
from sortie.web.pages.answers import plain_path
from sortie.words import is_bound, raised, shown_value

_EVE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TextTold:
    """One provision as it stood on a day."""

    id: str
    citation: str
    title: str
    words: str
    in_force: str
    checked: str


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """A question that the text leaves open, its answers, and which was adopted, if one was."""

    id: str
    question: str
    options: tuple[tuple[str, bool], ...]
    adopted: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """What stands behind one finding."""

    id: str
    condition: str
    in_force: str
    texts: tuple[TextTold, ...]
    facts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    readings: tuple[ReadingTold, ...]


def rule_told(found: Finding, on: date, asked: Asked, *, facts: bool) -> RuleTold:
    """Return a rule as it stood on a day; ``facts`` says whether what it looked at may be shown."""
    version = found.version or found.rule.versions[-1]
    tongue = asked.tongue
    readings = dict.fromkeys((*found.readings, *_chosen(found)))
    return RuleTold(
        id=found.rule.id,
        condition=raised(tongue.either({"fr": version.sentence, "en": version.gloss})),
        in_force=days_told(version.window.since, version.window.before, asked),
        texts=tuple(_texts(version.cites, on, asked)),
        facts=tuple(_facts(found, asked)) if facts else (),
        missing=tuple(
            tongue.spaced(tongue.names.PATHS.get(plain_path(path), path)) for path in found.missing
        ),
        readings=tuple(reading_told(each, asked) for each in readings),
    )


def days_told(since: date, before: date, asked: Asked) -> str:
    """Return a run of days in words; its last day is in it."""
    first = asked.tongue.day(since) if is_bound(since) else ""
    last = asked.tongue.day(before - _EVE) if is_bound(before) else ""
    key = {
        (True, True): "sentence.span",
        (True, False): "sentence.span.from",
        (False, True): "sentence.span.until",
        (False, False): "sentence.span.always",
    }[bool(first), bool(last)]
    return asked.say(key, since=first, until=last)


def _texts(ids: Iterable[str], on: date, asked: Asked) -> Iterator[TextTold]:
    for each in ids:
        provision = law.france.texts().provision(each)
        yield _text(each, provision.version(on) or provision.latest, asked)


def _text(text_id: str, version: Version, asked: Asked) -> TextTold:
    before = version.until + _EVE if version.until is not None else date.max
    return TextTold(
        id=text_id,
        citation=version.citation,
        title=version.title,
        words=asked.tongue.either({"fr": version.words_fr, "en": version.words_en}),
        in_force=days_told(version.since, before, asked),
        checked=asked.say(
            f"case.text.{version.confidence}", until=asked.tongue.day(version.verified_until)
        ),
    )


def reading_told(reading_id: str, asked: Asked) -> ReadingTold:
    """Return a reading of the law: its question, and what may be answered."""
    reading, either = law.france.readings()[reading_id], asked.tongue.either
    return ReadingTold(
        id=reading_id,
        question=either({"fr": reading.question_fr, "en": reading.question_en}),
        options=tuple(
            (either({"fr": words[0], "en": words[1]}), key == reading.adopted)
            for key, words in reading.options.items()
        ),
        adopted=reading.is_settled,
        why=either({"fr": reading.why_fr, "en": reading.why_en}),
    )


def _chosen(found: Finding) -> Iterator[str]:
    """Yield the readings that give a fact several values, whatever the answer."""
    values: dict[str, set[str]] = {}
    for fact in found.facts:
        if fact.choice:
            values.setdefault(fact.field, set()).add(repr(fact.value))
    fields = fields_of(law.france.Person)
    for name, different in values.items():
        if len(different) > 1:
            yield from (fields[each].reading for each in fields[name].under)


def _facts(found: Finding, asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield each fact that was looked at, with its value; or its values, under several readings."""
    by_name: dict[str, dict[str, None]] = {}
    for fact in found.facts:
        if not isinstance(fact.value, Missing | Bounds | Over):
            value = shown_value(fact.value, asked.tongue)
            if value:
                by_name.setdefault(fact.field, {})[value] = None
    for name, values in by_name.items():
        label = asked.tongue.names.FACTS.get(name)
        if label is not None:
            yield raised(asked.tongue.spaced(label)), asked.tongue.listed(values, "or")
