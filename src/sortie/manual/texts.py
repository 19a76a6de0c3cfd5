"""The texts that rules cite: their wordings in this house, one after the other, and how sure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie import law, texts
from sortie.days import NEVER
from sortie.manual.comparing import Change, Piece, compared
from sortie.manual.days import run_told
from sortie.manual.whole import rules_citing
from sortie.words import Tongue

_EVE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One provision as it stood on a day; ``change`` is what became of it since another version."""

    id: str
    citation: str
    title: str
    words: str
    days: str
    checked: str
    future: tuple[str, ...]
    change: Change = Change.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """One wording; ``pieces`` compare it with the one before, and are empty for the first."""

    citation: str
    title: str
    days: str
    words: str
    pieces: tuple[Piece, ...]
    checked: str
    source: str
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTold:
    """A provision whole: its wordings from the first, the number announced, who cites it."""

    id: str
    citation: str
    title: str
    versions: tuple[TextVersion, ...]
    future: tuple[str, ...]
    rules: tuple[str, ...]


def text_told(provision_id: str, on: date, tongue: Tongue) -> TextTold:
    """Return a provision in words, as numbered on a day.

    Raises:   texts.UnknownProvision
    """
    provision = law.france.texts().provision(provision_id)
    shown = provision.version(on) or provision.latest
    return TextTold(
        id=provision.id,
        citation=shown.citation,
        title=tongue.spaced(shown.title),
        versions=tuple(_versions(provision, on, tongue)),
        future=_future(provision, tongue),
        rules=rules_citing(provision.id),
    )


def cited_on(provision_id: str, on: date, tongue: Tongue, change: Change = Change.SAME) -> Cited:
    """Return a provision as a rule of that day cites it."""
    provision = law.france.texts().provision(provision_id)
    version = provision.version(on) or provision.latest
    return Cited(
        id=provision.id,
        citation=version.citation,
        title=tongue.spaced(version.title),
        words=_words(version, tongue),
        days=_days(version, tongue),
        checked=_checked(version, tongue),
        future=_future(provision, tongue),
        change=change,
    )


def _versions(provision: texts.Provision, on: date, tongue: Tongue) -> Iterator[TextVersion]:
    before = ""
    for each in provision.versions:
        words = _words(each, tongue)
        yield TextVersion(
            citation=each.citation,
            title=tongue.spaced(each.title),
            days=_days(each, tongue),
            words=words,
            pieces=compared(before, words) if before else (),
            checked=_checked(each, tongue),
            source=tongue.spaced(each.source),
            in_force=each.in_force(on),
        )
        before = words


def _words(version: texts.Version, tongue: Tongue) -> str:
    return tongue.either({"fr": version.words_fr, "en": version.words_en})


def _days(version: texts.Version, tongue: Tongue) -> str:
    before = version.until + _EVE if version.until is not None else NEVER
    return run_told(version.since, before, tongue)


def _checked(version: texts.Version, tongue: Tongue) -> str:
    until = tongue.day(version.verified_until)
    return tongue.say(f"case.text.{version.confidence}", until=until)


def _future(provision: texts.Provision, tongue: Tongue) -> tuple[str, ...]:
    return tuple(
        tongue.say("manual.text.future", article=each.article, code=each.code,
                   since=tongue.day(each.since))
        for each in provision.future
    )  # fmt: skip
