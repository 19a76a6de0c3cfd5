"""Where and how the person is held, day by day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sortie import facts
from sortie.days import NEVER, Over, Span
from sortie.facts import UNKNOWN
from sortie.law.france.from_case.sentences import over_days
from sortie.law.france.kinds import Adjustment, Kind, Status, Unit
from sortie.rules import Missing

_PLACED: dict[str, type[Kind] | type[Unit]] = {"kind": Kind, "unit": Unit}


def status_of(custody: facts.CustodyFacts) -> Over[Any]:
    """Return where the person stands before the courts, each status until the next."""
    nothing = Missing(("custody.status",))
    if custody.status is UNKNOWN:
        return Over.constant(nothing)
    return _until_next([(s.since, NEVER, Status(s.status)) for s in custody.status], nothing)


def placed(custody: facts.CustodyFacts) -> dict[str, Over[Any]]:
    """Return the kind of establishment and the unit, by the name of the field."""
    nothing = Missing(("custody.placements",))
    if custody.placements is UNKNOWN:
        return dict.fromkeys(("kind", "unit"), Over.constant(nothing))
    spans = [placement.span for placement in custody.placements]
    found = {}
    for key, words in _PLACED.items():
        rows: list[tuple[date, date, Any]] = []
        for rank, (placement, span) in enumerate(zip(custody.placements, spans, strict=True)):
            word = getattr(placement, key)
            path = f"custody.placements[{rank}].{key}"
            value = Missing((path,)) if word is UNKNOWN else words(word)
            rows.append((span.start, span.end, value))
        found[key] = _until_next(rows, nothing)
    return found


def _until_next(rows: Sequence[tuple[date, date, Any]], otherwise: Any) -> Over[Any]:
    ordered = sorted(rows, key=lambda row: row[0])
    nexts = [*(row[0] for row in ordered), NEVER][1:]
    return Over.of(
        [
            (Span(since, min(before, following)), value)
            for (since, before, value), following in zip(ordered, nexts, strict=True)
            if since < min(before, following)
        ],
        default=otherwise,
    )


def adjustment_of(custody: facts.CustodyFacts) -> Over[Any]:
    """Return the adjustment under which the person lives."""
    if custody.adjustments is UNKNOWN:
        return Over.constant(Missing(("custody.adjustments",)))
    rows = [
        (
            a.span.start,
            a.span.end,
            Missing((f"custody.adjustments[{i}].kind",))
            if a.kind is UNKNOWN
            else Adjustment(a.kind),
        )
        for i, a in enumerate(custody.adjustments)
    ]
    return _until_next(rows, Adjustment.NONE) if rows else Over.constant(Adjustment.NONE)


def territory_ban_of(custody: facts.CustodyFacts) -> Over[Any]:
    """Return the days on which a territory ban stands; without a last day it is for good."""
    ban = custody.territory_ban
    if ban is UNKNOWN:
        return Over.constant(Missing(("custody.territory_ban",)))
    if ban is None:
        return Over.constant(False)  # noqa: FBT003
    if ban.since is UNKNOWN:
        return Over.constant(Missing(("custody.territory_ban.since",)))
    return over_days([Span.through(ban.since, None if ban.until is UNKNOWN else ban.until)])


def parole_requirement_of(custody: facts.CustodyFacts) -> Over[Any]:
    """Return the days on which parole is conditional on a leave."""
    required = custody.parole_requires_leave
    if required is UNKNOWN:
        return Over.constant(Missing(("custody.parole_requires_leave",)))
    if required is None:
        return Over.constant(False)  # noqa: FBT003
    return since_day(required.decided_on, "custody.parole_requires_leave.decided_on")


def since_day(day: date | facts.Unknown, path: str) -> Over[Any]:
    """Return a fact that holds from a day on."""
    if day is UNKNOWN:
        return Over.constant(Missing((path,)))
    return over_days([Span(day, NEVER)])
