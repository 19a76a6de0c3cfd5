"""The bans of other decisions, which go with a leave even if its order is silent."""

from datetime import date

from sortie import casework, facts
from sortie.facts import UNKNOWN


def bans_that_attach(case: facts.CaseFile, day: date) -> tuple[casework.AttachedBan, ...]:
    """Return the bans that run on a day; one whose days are not known runs.

    Source:   CPP D142 (rule ``fr.procedure.withdrawal.grounds``)
    """
    bans = case.orders.bans
    return tuple(
        casework.AttachedBan(
            kind="ban" if ban.kind is UNKNOWN else str(ban.kind),
            what="" if ban.source is UNKNOWN else str(ban.source),
            source="" if ban.source is UNKNOWN else str(ban.source),
        )
        for ban in (() if bans is UNKNOWN else bans)
        if _runs(ban, day)
    )


def _runs(ban: facts.Ban, day: date) -> bool:
    since = ban.since if isinstance(ban.since, date) else None
    until = ban.until if isinstance(ban.until, date) else None
    return (since is None or since <= day) and (until is None or day <= until)
