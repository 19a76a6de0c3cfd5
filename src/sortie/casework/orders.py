"""An order and what became of it: notices, visa, appeals, dates, permit, withdrawal."""

from dataclasses import dataclass
from datetime import date, datetime

from sortie.casework.events import (
    AppealOutcome,
    AttachedBan,
    Decided,
    DecisionOutcome,
    Redating,
    Terms,
    WithdrawalGround,
)
from sortie.casework.roles import Actor, Role
from sortie.law import Means, Party

GRANTS = (DecisionOutcome.GRANTED, DecisionOutcome.GRANTED_IN_PART)


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of one version of an order to one party.

    ``counts_at`` is the instant from which the party's window runs: the signature, the notice, or
    the sending of a letter nobody signed for.
    """

    to: Role
    means: Means
    counts_at: datetime
    version: int
    proof: str
    where: str


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal against an order, pending until it is given up, lapsed or decided."""

    party: Party
    by: Actor
    lodged_at: datetime
    version: int
    where: str
    cross: bool = False
    obstacle: str = ""
    discontinued_at: datetime | None = None
    lapsed_at: datetime | None = None
    decided_at: datetime | None = None

    @property
    def pending(self) -> bool:
        """Whether it still waits for the president."""
        ends = (self.discontinued_at, self.lapsed_at, self.decided_at)
        return all(end is None for end in ends)


@dataclass(frozen=True, slots=True)
class PresidentOrder:
    """What the president decided on appeal, or on a silence."""

    outcome: AppealOutcome
    reasons: str
    redating: Redating
    bar_until: date | None
    at: datetime
    by: Actor
    version: int


@dataclass(frozen=True, slots=True)
class LeavePermit:
    """The paper issued for one version of the order, under one committal number."""

    permit: str
    committal_number: str
    attached_bans: tuple[AttachedBan, ...]
    issued_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The leave taken back."""

    ground: WithdrawalGround
    because: str
    urgent: bool
    at: datetime
    by: Actor


@dataclass(frozen=True, slots=True)
class Order:
    """An order in its present version; each correction, ruling and new date makes a new one.

    ``decided`` is None for an order the president made on a silence. ``terms`` are those in force,
    None while the dates are still to be fixed or when nothing is granted.
    ``notice_version`` is the version that the notices must bear to count.
    """

    order: str
    granted: bool
    terms: Terms | None
    attached_bans: tuple[AttachedBan, ...]
    decided_at: datetime
    decided_by: Actor
    number: int
    where: str
    decided: Decided | None = None
    version: int = 1
    notice_version: int = 1
    notices: tuple[Notice, ...] = ()
    visa_at: datetime | None = None
    appeals: tuple[Appeal, ...] = ()
    on_appeal: PresidentOrder | None = None
    dates_left_to: Role | None = None
    permit: LeavePermit | None = None
    withdrawal: Withdrawal | None = None

    @property
    def pending_appeals(self) -> tuple[Appeal, ...]:
        """The appeals that wait for the president."""
        return tuple(each for each in self.appeals if each.pending)

    @property
    def adjourned(self) -> bool:
        """Whether it only puts the decision off, and nothing was decided on appeal."""
        outcome = self.decided.outcome if self.decided is not None else None
        return outcome is DecisionOutcome.ADJOURNED and self.on_appeal is None

    def notice_to(self, *roles: Role) -> Notice | None:
        """Return the last notice of the present version to one of these, or None."""
        found = [
            each
            for each in self.notices
            if each.to in roles and each.version >= self.notice_version
        ]
        return found[-1] if found else None
