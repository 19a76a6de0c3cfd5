"""Playing the acts at their instants, with the clock and the post that run meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sortie import casework, office, store
from sortie.demonstration.errors import HeldAlready
from sortie.demonstration.houses import prison_named, said
from sortie.demonstration.moves import ACKNOWLEDGE, Move
from sortie.demonstration.sign_ins import actor_at

Progress = Callable[[int, int], None]
# Every act but these leaves messages, or something for the clock.
_LEAVES_NOTHING = frozenset([
    ACKNOWLEDGE, "add_piece", "file_observations", "give_opinion", "give_visa", "hold_sitting",
    "see_fact", "tell_victim", "discontinue", "skip_board",
])  # fmt: skip
_QUARTER = timedelta(minutes=15)
# What is left in the last minutes has not been sent.
_UNSENT = timedelta(minutes=10)
# In the last days the post goes every quarter.
_LATELY = timedelta(days=3)
_A_QUARTERS_ACTS = 100


def played(moves: Sequence[Move], at: datetime, name: str, progress: Progress) -> int:
    """Play the acts that were not, in their order, and the clock up to an instant.

    Return how many acts were left to play. Cut at any point, it goes on from there: an act has
    one key, and the clock is never run for an instant before the last act that was kept.

    Raises:   HeldAlready, casework.ActRefused: a story says what the office does not allow
    """
    _alone(moves, name)
    first = _first_left(moves, name)
    clock = Clock(at)
    clock.wind(moves[:first])
    for rank, move in enumerate(moves[first:], first):
        clock.run_until(move.at)
        _do(move, name)
        clock.moved(move)
        progress(rank + 1, len(moves))
    clock.run_until(at)
    office.tick(at)
    return len(moves) - first


def _alone(moves: Sequence[Move], name: str) -> None:
    """Refuse a store whose people are not those of this demonstration."""
    for row in store.people(store.PersonQuery(limit=1)):
        ours = {move.on: move.key for move in moves if move.place < 0}
        key = ours.get(row.person_id, "")
        if not key or store.command_of(f"{name}/{key}") is None:
            raise HeldAlready(row.person_id)


def _first_left(moves: Sequence[Move], name: str) -> int:
    """Return the place of the first act after the last one that was kept.

    Acts are kept in their order. One that reads messages has no command of its own.
    """
    keyed = [rank for rank, move in enumerate(moves) if move.verb != ACKNOWLEDGE]
    low, high = 0, len(keyed)
    while low < high:
        middle = (low + high) // 2
        if store.command_of(f"{name}/{moves[keyed[middle]].key}") is None:
            high = middle
        else:
            low = middle + 1
    return keyed[low - 1] + 1 if low else 0


@dataclass(slots=True)
class Clock:
    """The timer of the office: every quarter of an hour in which something may be due.

    ``next_at`` is the next one, None while nothing is known to be due. An act that leaves something
    due, or to be told, makes it the quarter that follows. ``posts`` says that the post must go:
    what is read a little later is handed over by hand, and needs none.
    """

    ends_at: datetime
    next_at: datetime | None = None
    posts: bool = False

    def wind(self, kept: Sequence[Move]) -> None:
        """Set it as it was after the acts kept by an earlier run, the last of them the latest."""
        self._look_ahead()
        for move in kept[-_A_QUARTERS_ACTS:]:
            if _quarter_after(move.at) > kept[-1].at:
                self.moved(move)

    def moved(self, move: Move) -> None:
        """Say that an act was kept."""
        if move.place < 0 or move.verb in _LEAVES_NOTHING:
            return
        quarter = _quarter_after(move.at)
        self.next_at = quarter if self.next_at is None else min(self.next_at, quarter)
        self.posts |= bool(move.unread)

    def run_until(self, instant: datetime) -> None:
        """Run every quarter up to an instant in which something is due, or was left to send."""
        while self.next_at is not None and self.next_at <= instant:
            quarter = self.next_at
            office.tick(quarter)
            if self._post_goes(quarter):
                office.send(quarter)
                self.posts = False
            self._look_ahead(quarter + _QUARTER)

    def _look_ahead(self, since: datetime | None = None) -> None:
        """Find the next quarter in which something is due."""
        due = store.clocks_due(self.ends_at, limit=1)
        found = _quarter_after(due[0].due_at) if due else None
        self.next_at = found if since is None or found is None else max(found, since)

    def _post_goes(self, quarter: datetime) -> bool:
        lately = self.ends_at - _LATELY <= quarter
        return (self.posts or lately) and quarter <= self.ends_at - _UNSENT


def _quarter_after(instant: datetime) -> datetime:
    """Return the next quarter of an hour, never the instant itself."""
    seconds = int(_QUARTER.total_seconds())
    return datetime.fromtimestamp((int(instant.timestamp()) // seconds + 1) * seconds, UTC)


def _do(move: Move, name: str) -> None:
    key = f"{name}/{move.key}"
    command = office.Command(key=key, by=move.by, at=move.at)
    if move.verb == ACKNOWLEDGE:
        _read(move, command)
        return
    body = move.body
    if move.sees or callable(body):
        case = _case(move)
        for fact in case.unseen_by(move.by) if move.sees else ():
            office.do("see_fact", command.then(fact.fact), move.on, {"fact": fact.fact})
        body = body(case) if callable(body) else body
    office.do(move.verb, command, move.on, body)


def _case(move: Move) -> casework.Case:
    """Return the case as it stands; an empty one for an act on a person."""
    found = office.cases_at_work([move.on], move.at)
    return found[0].case if found else casework.Case()


def _read(move: Move, command: office.Command) -> None:
    """Have the messages of the case read, save those of the roles that never read theirs.

    One clerk says it of all: that of the court where one of them was for the court.
    """
    waiting = [
        each
        for each in store.messages_of(move.on)
        if each.received_at is None and each.to_role not in move.unread
    ]
    if waiting:
        prison = prison_named(move.by.of)
        of_the_court = any(each.to_of == prison.court for each in waiting)
        clerk = casework.Role.COURT_CLERK if of_the_court else casework.Role.PRISON_CLERK
        keys = [each.dedupe_key for each in waiting]
        by = command.then(keys[0], actor_at(clerk, prison))
        office.acknowledge_all(by, move.on, keys, said("said", "proof_read"))
