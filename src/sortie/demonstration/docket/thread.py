"""One case as it is told: each act at its instant, by whoever is in that post."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sortie.casework import Actor, Case, Role
from sortie.demonstration.chance import Chance
from sortie.demonstration.houses import Prison
from sortie.demonstration.moves import ACKNOWLEDGE, Json, Move
from sortie.demonstration.people.traits import Traits
from sortie.demonstration.sign_ins import actor_at
from sortie.demonstration.working_days import WorkingDays

# Acts that leave messages, which are read a little later.
_TELLING = frozenset([
    "file_application", "find_not_in_form", "route_application", "seize_board",
    "correct_order", "lodge_appeal", "rule_on_appeal", "seize_president", "issue_permit",
    "withdraw_order", "let_out", "report_departure", "declare_escape", "record_return",
    "record_recapture", "report_incident", "raise_doubt", "move_person", "add_judgment",
])  # fmt: skip
READ_AFTER = timedelta(minutes=22)
# What was left in the last hour lies unread.
_UNREAD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """What is asked for, as long as no order says otherwise."""

    leave: str
    purpose: str
    departs_at: datetime
    returns_at: datetime
    places: tuple[str, ...]
    escort: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Thread:
    """A case on its way into the docket.

    ``watchful``: whoever decides has facts to see. ``unread`` are the roles that never read their
    messages.
    """

    name: str
    case: str
    person: str
    number: str
    prison: Prison
    days: WorkingDays
    chance: Chance
    traits: Traits
    watchful: bool = False
    unread: frozenset[str] = frozenset()
    moves: list[Move] = field(default_factory=list)
    asked: Leave | None = None

    @property
    def begins_at(self) -> datetime:
        """When the case begins."""
        return min(move.at for move in self.moves)

    @property
    def leave(self) -> Leave:
        """What was asked for."""
        assert self.asked is not None  # noqa: S101
        return self.asked

    @property
    def order(self) -> str:
        """The name of the order of this case."""
        return self.case.replace("D-", "O-")

    @property
    def permit(self) -> str:
        """The name of the leave permit of this case."""
        return self.case.replace("D-", "T-")

    def actor(self, role: Role) -> Actor:
        """Return who is in this post where the person is held."""
        if role is Role.DETAINED_PERSON:
            return Actor(self.person, role, self.prison.name)
        return actor_at(role, self.prison)

    def on(self, day: date, clock: str) -> datetime:
        """Return an hour of a day, a few minutes later than said: nobody is that punctual."""
        late = self.chance.number(f"late {len(self.moves)}", 0, 6)
        return self.days.on(day, clock) + timedelta(minutes=late)

    def does(
        self,
        at: datetime,
        who: Role,
        verb: str,
        body: Json | Callable[[Case], Json] | None = None,
        *,
        sees: bool = False,
        on: str = "",
    ) -> None:
        """Tell one act; after one that leaves messages, that they are read.

        ``sees``: this act is for whoever has seen every fact. ``on`` is the person, for an act
        that reaches the case through them.
        """
        self._add(at, self.actor(who), verb, body or {}, sees=sees and self.watchful, on=on)
        if verb in _TELLING and not (verb == "file_application" and self._sent_on(at)):
            self.reads(at + READ_AFTER)

    def _sent_on(self, at: datetime) -> bool:
        """Whether the court works on the next day: the receipt is read with what follows it."""
        return self.days.is_worked(at.date() + timedelta(days=1))

    def reads(self, at: datetime) -> None:
        """Tell that the messages left so far are read, by those who read theirs."""
        if at <= self.days.ago(_UNREAD):
            clerk = self.actor(Role.PRISON_CLERK)
            self._add(at, clerk, ACKNOWLEDGE, {})

    def _add(
        self,
        at: datetime,
        by: Actor,
        verb: str,
        body: Json | Callable[[Case], Json],
        *,
        sees: bool = False,
        on: str = "",
    ) -> None:
        place = len(self.moves)
        self.moves.append(
            Move(at=at, on=on or self.case, by=by, verb=verb, place=place, body=body, sees=sees,
                 unread=self.unread)
        )  # fmt: skip
