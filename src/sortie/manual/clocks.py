"""The cases of procedure in words: typed by jurists in French, shown as they were typed."""

from dataclasses import dataclass

from sortie import law, words
from sortie.manual.studies import shelf
from sortie.words import Tongue, raised


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTold:
    """One case of procedure; all but ``reviewed`` is French, whatever the page speaks."""

    id: str
    title: str
    sources: str
    note: str
    reviewed: str
    question: str
    place: str
    given: tuple[str, ...]
    expected: tuple[str, ...]


def clocks_told(rule: str, tongue: Tongue) -> tuple[ClockTold, ...]:
    """Return the cases that a rule of procedure answers."""
    held = shelf()
    known = held.clocks.values() if held is not None else ()
    return tuple(clock_told(each, tongue) for each in known if rule in each.rules)


def clock_told(case: law.france.StudiedClock, tongue: Tongue) -> ClockTold:
    """Return one case of procedure as a page shows it."""
    return ClockTold(
        id=case.id,
        title=french(case.title, tongue),
        sources=french(" ; ".join(case.sources), tongue),
        note=french(case.note, tongue),
        reviewed=reviewed_by(case.reviewed_by, tongue),
        question=raised(case.question),
        place=case.place,
        given=case.given,
        expected=case.expected,
    )


def scripts_naming(rule: str, tongue: Tongue) -> tuple[str, ...]:
    """Return the titles of the scripts that name a rule, in French."""
    held = shelf()
    named = [each.title for each in held.scripts if rule in each.rules] if held is not None else []
    return tuple(french(each, tongue) for each in named)


def french(text: str, tongue: Tongue) -> str:
    """Return what an author typed, spaced as French whatever the page speaks."""
    return (tongue if tongue.code == "fr" else words.tongue("fr")).spaced(text)


def reviewed_by(name: str, tongue: Tongue) -> str:
    """Return who reviewed a case, or that no jurist did."""
    return tongue.say("manual.case.reviewed", by=name) if name else tongue.say("manual.case.alone")
