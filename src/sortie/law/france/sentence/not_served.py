"""The days of a custody on which nothing is served: at large, or the sentence interrupted.

One writing for the reckoning and for the facts of the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import NOTHING, Span, Spans
from sortie.facts import UNKNOWN

INCIDENTS = "history.incidents"
INTERRUPTIONS = "custody.interruptions"


@dataclass(frozen=True, slots=True)
class NotServed:
    """Days at large after an escape, days of interruption, and what the file does not tell.

    No day is in both. ``without_sentence`` are all the days of the escapes and interruptions,
    those spent on remand among them: such a day is not also one of sentence.
    """

    at_large: Spans
    interrupted: Spans
    without_sentence: Spans
    lacking: tuple[str, ...]

    @property
    def days(self) -> Spans:
        """All of them, each day once."""
        return self.at_large | self.interrupted


def not_served(case: facts.CaseFile) -> NotServed:
    """Return the days not served that are over, whatever the day of the committal.

    The trap: a day on remand is a day in prison, even if the person was at large or the sentence
    interrupted: who is held abroad on a warrant, or under CPP 712-19, serves it. Absent
    interruptions are none; one without a last day lasts, and its end is asked for.

    Source:   CPP 716-4, 720-1, 720-1-1 (rule ``fr.served.half``)
    """
    remand = () if case.custody.remand is UNKNOWN else case.custody.remand
    held = Spans.of(*(period.span for period in remand))
    escapes, unsure = _escapes(case.history)
    interruptions, lasting = _interruptions(case.custody)
    at_large = escapes - held
    return NotServed(
        at_large=at_large,
        interrupted=interruptions - held - at_large,
        without_sentence=escapes | interruptions,
        lacking=(*unsure, *lasting),
    )


def _escapes(history: facts.HistoryFacts) -> tuple[Spans, tuple[str, ...]]:
    if history.incidents is UNKNOWN:
        return NOTHING, (INCIDENTS,)
    spans, unsure = [], []
    for rank, incident in enumerate(history.incidents):
        lacking = _lacking(incident)
        if lacking:
            unsure.append(f"{INCIDENTS}[{rank}].{lacking}")
        elif isinstance(incident.on, date) and isinstance(incident.until, date):
            spans += [Span.through(incident.on, incident.until)] * (incident.kind == "escape")
    return Spans.of(*spans), tuple(unsure)


def _lacking(incident: facts.Incident) -> str:
    """Return the key that would have to be known, nothing where the incident is no escape."""
    if incident.kind is UNKNOWN:
        return "kind"
    if incident.kind != "escape":
        return ""
    if incident.on is UNKNOWN:
        return "on"
    return "" if isinstance(incident.until, date) else "until"


def _interruptions(custody: facts.CustodyFacts) -> tuple[Spans, tuple[str, ...]]:
    spans, lasting = [], []
    for rank, period in _ranked(custody):
        if isinstance(period.until, date):
            spans.append(period.span)
        else:
            lasting.append(f"{INTERRUPTIONS}[{rank}].until")
    return Spans.of(*spans), tuple(lasting)


def _ranked(custody: facts.CustodyFacts) -> Iterator[tuple[int, facts.Interruption]]:
    yield from enumerate(() if custody.interruptions is UNKNOWN else custody.interruptions)
