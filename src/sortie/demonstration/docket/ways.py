"""The stretches of way that many cases go: to the judge, before the board, through the gate."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sortie.casework import OpinionSense, Role
from sortie.demonstration.docket import acts
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import CENTRALE

Senses = Mapping[Role, OpinionSense]
MEMBERS = (
    Role.SURVEILLANCE_STAFF, Role.HEAD_OF_PRISON, Role.PROSECUTOR, Role.PROBATION_OFFICER,
)  # fmt: skip
_MINUTE = timedelta(minutes=1)
_WEEK = timedelta(days=7)


def sitting(t: Thread, back: int) -> date:
    """Return the day of a sitting of this prison: 0 for the next, 1 for the one before it.

    The board of the high-security prison sits every other week.
    """
    apart = 2 if t.prison.code == CENTRALE else 1
    day = t.days.ahead(1) - back * apart * _WEEK
    return day if t.days.is_worked(day) else t.days.ahead(1, since=day)


def sitting_before(t: Thread, day: date) -> date:
    """Return the day of the last sitting that is over and leaves time to notify before a day."""
    back = 1
    while sitting(t, back) > t.days.back(3, since=min(day, t.days.today)):
        back += 1
    return sitting(t, back)


def instructed(t: Thread, filed_on: date, *, paper: str = "") -> None:
    """File, send to who decides, and join the report of the probation service."""
    acts.files(t, t.on(filed_on, "09:20"))
    acts.routes(t, t.on(t.days.ahead(1, since=filed_on), "10:40"))
    if paper:
        day = t.days.ahead(2, since=filed_on)
        acts.adds_piece(t, t.on(day, "11:30"), paper, filed_on, Role.PRISON_CLERK)
    day = t.days.ahead(6, since=filed_on)
    acts.adds_piece(t, t.on(day, "16:10"), "report", t.days.back(1, since=day))


def listed(t: Thread, sits_on: date, *, before: int = 7, **more: Any) -> datetime:
    """Put the case on the list of the sitting of a day; return when that sitting begins."""
    sits_at = t.days.on(sits_on, t.prison.sits)
    acts.seizes_board(t, t.on(t.days.back(before, since=sits_on), "15:30"), sits_at, **more)
    return sits_at


def heard(
    t: Thread,
    sits_on: date,
    senses: Senses | None = None,
    reasons: Mapping[Role, str] | None = None,
) -> None:
    """List the case, have the four opinions given at the sitting, and the board sit."""
    sits_at = listed(t, sits_on)
    for rank, member in enumerate(MEMBERS):
        sense = (senses or {}).get(member, _usual(t, member))
        papers = ("report",) if member is Role.PROBATION_OFFICER else ()
        why = reasons.get(member, "") if reasons else ""
        acts.opines(t, sits_at + (4 + 3 * rank) * _MINUTE, member, sense, papers=papers,
                    reasons=why)  # fmt: skip
    acts.sits(t, sits_at + 25 * _MINUTE)


def _usual(t: Thread, member: Role) -> OpinionSense:
    drawn = t.chance.number(f"sense of {member.value}", 1, 10)
    if drawn <= 7:
        return OpinionSense.FAVOURABLE
    return OpinionSense.RESERVED if drawn <= 9 else OpinionSense.UNFAVOURABLE


def told(t: Thread, day: date, *, visa: bool = True) -> None:
    """Notify the order to the three of them on a day; the prosecutor's visa comes the next."""
    acts.notifies(t, t.on(day, "14:10"), Role.PROSECUTOR)
    acts.notifies(t, t.on(day, "14:40"), Role.LAWYER)
    acts.notifies(t, t.on(day, "15:50"), Role.DETAINED_PERSON)
    if visa:
        acts.visas(t, t.on(t.days.ahead(1, since=day), "11:20"))


def asked_for(t: Thread, leave: str, purpose: str, day: date, **more: Any) -> None:
    """Ask for a leave that begins on a day: a day, or as many nights as the route is used for."""
    nights = more.pop("nights", 0)
    out, back = ("09:00", "18:00") if nights else ("07:30", "20:00")
    span = t.days.on(day, out), t.days.on(day + timedelta(days=nights), back)
    acts.asks(t, leave, purpose, span, **more)


def granted(t: Thread, *, visa: bool = True, senses: Senses | None = None, **more: Any) -> date:
    """Take what was asked from its filing to the notice of the grant; return the day of it."""
    sits_on = sitting_before(t, t.leave.departs_at.date())
    instructed(t, t.days.back(18, since=sits_on))
    heard(t, sits_on, senses)
    decided_on = t.days.ahead(1, since=sits_on)
    acts.grants(t, t.on(decided_on, "13:20"), **more)
    told(t, decided_on, visa=visa)
    return decided_on


def granted_by_head(t: Thread) -> date:
    """Take a later leave through the head of the prison, who needs no board; return the day."""
    decided_on = t.days.back(6, since=t.leave.departs_at.date())
    filed_on = t.days.back(9, since=decided_on)
    acts.files(t, t.on(filed_on, "09:20"))
    acts.routes(t, t.on(t.days.ahead(1, since=filed_on), "10:40"))
    advised_on = t.days.back(2, since=decided_on)
    acts.adds_piece(t, t.on(advised_on, "14:00"), "written_opinion", advised_on)
    acts.opines(t, t.on(advised_on, "14:20"), Role.PROBATION_OFFICER, papers=("written_opinion",))
    acts.grants(t, t.on(decided_on, "11:10"), Role.HEAD_OF_PRISON)
    acts.notifies(t, t.on(decided_on, "16:00"), Role.DETAINED_PERSON)
    return decided_on


def ready(t: Thread) -> None:
    """Issue the permit on the eve of the leave."""
    eve = t.days.back(1, since=t.leave.departs_at.date())
    acts.issues_permit(t, t.on(eve, "15:10"))


def goes_out(t: Thread, means: str = "photo") -> None:
    """Issue the permit and let the person out at the hour."""
    ready(t)
    late = t.chance.number("at the gate", 4, 14)
    acts.lets_out(t, t.leave.departs_at + late * _MINUTE, means)


def there_and_back(t: Thread) -> None:
    """Let the person out, and back before the hour."""
    goes_out(t)
    early = t.chance.number("early", 6, 70)
    acts.comes_back(t, t.leave.returns_at - early * _MINUTE)
