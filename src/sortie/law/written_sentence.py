"""A computed sentence as JSON values: each line with its date, length, running end and grounds."""

from collections.abc import Iterable
from datetime import date

from sortie.law.france.reckoned import OtherReading, Reckoned
from sortie.law.france.sentence.ends import Difference
from sortie.law.france.sentence.lines import Line
from sortie.law.written_findings import Json, cites, day, stretch
from sortie.rules import Stretch

SENTENCE = "sortie/sentence@1"

Opened = Iterable[tuple[str, tuple[Stretch, ...]]]


def written_sentence(found: Reckoned, leaves: Opened, on: date) -> Json:
    """Return a sentence computed, with the days on which each leave is open.

    The trap: ``end`` is null both for life and where something is missing; ``life`` tells which.
    """
    reckoning = found.reckoning
    return {
        "format": SENTENCE,
        "start": day(reckoning.start),
        "total": None if reckoning.total is None else str(reckoning.total),
        "life": any(line.what == "sentence.life" for line in reckoning.lines),
        "end": day(reckoning.end),
        "release": day(reckoning.release),
        "lines": [_line(line, on) for line in reckoning.lines],
        "other_readings": [_other(each) for each in found.others],
        "difference": written_difference(found.difference),
        "still_open": [
            {"fact": title.path, "before": day(title.until)} for title in found.still_open
        ],
        "leaves": [
            {"leave": code, "open": [stretch(run) for run in runs]} for code, runs in leaves
        ],
        "missing": list(reckoning.missing),
        "not_modelled": list(reckoning.not_modelled),
        "warnings": [{"code": w.code, "date": day(w.day)} for w in reckoning.warnings],
    }


def _line(line: Line, on: date) -> Json:
    """Return a line; its provisions as they stood on its day, else on the day of the question."""
    stood = line.day if line.day is not None and line.day < on else on
    return {
        "what": line.what,
        "date": day(line.day),
        "length": None if line.length is None else str(line.length),
        "days": line.days,
        "value": line.value or None,
        "moved": line.moved,
        "end": day(line.end),
        "cites": cites(line.basis.cites, stood),
        "readings": list(line.basis.readings),
        "facts": list(line.basis.facts),
        "missing": list(line.missing),
    }


def _other(each: OtherReading) -> Json:
    return {
        "reading": each.reading,
        "option": each.option,
        "end": day(each.end),
        "release": day(each.release),
        "changed": [{"what": what, "date": day(when)} for what, when in each.changed],
    }


def written_difference(found: Difference | None) -> Json | None:
    """Return the stated end and the computed one; null where they do not differ."""
    if found is None:
        return None
    return {"stated": day(found.stated), "computed": day(found.computed)}
