"""Facts the law does not weigh but that whoever decides must have seen.

They are shown, dated, and acknowledged by whoever decides; never scored, ranked or predicted on.
"""

from collections.abc import Iterator
from datetime import date

from sortie import facts
from sortie.facts import UNKNOWN
from sortie.law.answers import ToBeSeen
from sortie.law.france.kinds import Unit

_UNTROUBLED = ("returned", "not_taken", "withdrawn")


def to_be_seen(case: facts.CaseFile, day: date) -> tuple[ToBeSeen, ...]:
    """Return the facts to be seen on a day, in the order of the file."""
    return (
        *_incidents(case, day),
        *_running("custody.watch_list", "watch_list", case.custody.watch_list, day),
        *_units(case, day),
        *_running("custody.isolation", "isolation", case.custody.isolation, day),
        *_bans(case, day),
        *_late_returns(case, day),
    )


def _known(day: date | facts.Unknown | None) -> date | None:
    return None if day is UNKNOWN else day


def _incidents(case: facts.CaseFile, day: date) -> Iterator[ToBeSeen]:
    incidents = case.history.incidents
    for rank, incident in enumerate(() if incidents is UNKNOWN else incidents):
        since = _known(incident.on)
        if since is None or since <= day:
            kind = "incident" if incident.kind is UNKNOWN else incident.kind
            yield ToBeSeen(f"history.incidents[{rank}]", kind, since, _known(incident.until))


def _running(
    path: str, kind: str, periods: tuple[facts.Period, ...] | facts.Unknown, day: date
) -> Iterator[ToBeSeen]:
    for rank, period in enumerate(() if periods is UNKNOWN else periods):
        if day in period.span:
            yield ToBeSeen(f"{path}[{rank}]", kind, period.since, _known(period.until))


def _units(case: facts.CaseFile, day: date) -> Iterator[ToBeSeen]:
    placements = case.custody.placements
    for rank, placement in enumerate(() if placements is UNKNOWN else placements):
        special = placement.unit is not UNKNOWN and placement.unit != Unit.ORDINARY
        if special and day in placement.span:
            yield ToBeSeen(
                f"custody.placements[{rank}].unit",
                str(placement.unit),
                placement.since,
                _known(placement.until),
            )


def _bans(case: facts.CaseFile, day: date) -> Iterator[ToBeSeen]:
    bans = case.orders.bans
    for rank, ban in enumerate(() if bans is UNKNOWN else bans):
        since, until = _known(ban.since), _known(ban.until)
        if (since is None or since <= day) and (until is None or day <= until):
            kind = "ban" if ban.kind is UNKNOWN else f"{ban.kind}_ban"
            yield ToBeSeen(f"orders.bans[{rank}]", kind, since, until)


def _late_returns(case: facts.CaseFile, day: date) -> Iterator[ToBeSeen]:
    """Yield the earlier leaves whose outcome was something else than a return on time."""
    leaves = case.history.leaves
    for rank, leave in enumerate(() if leaves is UNKNOWN else leaves):
        since = _known(leave.since)
        troubled = leave.outcome not in (UNKNOWN, *_UNTROUBLED)
        if troubled and (since is None or since <= day):
            yield ToBeSeen(
                f"history.leaves[{rank}]", f"leave_{leave.outcome}", since, _known(leave.until)
            )
