"""What a command may do to its stream before it ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sortie.store import tables
from sortie.store.canonical import canonical, check_texts, read_canonical
from sortie.store.reading import stream_events
from sortie.store.records import (
    RECORDED,
    CaseRow,
    Clock,
    Json,
    NewEvent,
    NewMessage,
    PersonRow,
    StoredEvent,
    Stream,
)
from sortie.store.vault import Seal, message_place
from sortie.store.writing import locks
from sortie.store.writing.appending import append
from sortie.store.writing.attempt import Attempt, instant
from sortie.store.writing.ink import Ink, Row
from sortie.store.writing.shelf import Shelf


@dataclass(slots=True)
class Desk:
    """A stream, locked, and the command that came for it.

    ``replayed`` is the answer of the first time, when there was one; nothing else of the desk
    may then be used. Everything is undone together, or kept together with the answer.
    """

    attempt: Attempt
    replayed: Json | None = None
    shelf: Shelf | None = None
    said: str = "{}"
    appended: list[StoredEvent] = field(default_factory=list)

    @property
    def stream(self) -> Stream:
        """The stream this desk writes to."""
        return self._open().stream

    @property
    def events(self) -> tuple[StoredEvent, ...]:
        """Every event of the stream, with those just appended."""
        return self._open().events

    @property
    def number(self) -> int:
        """The number of the last event; 0 for a stream without any."""
        return self._open().number

    @property
    def ink(self) -> Ink:
        """What this transaction writes with."""
        return self._open().ink

    def append(
        self, events: Sequence[NewEvent], expected_number: int, *, erasure: str | None = None
    ) -> tuple[StoredEvent, ...]:
        """Return the events as stored; ``expected_number`` is the last one their author saw.

        ``erasure`` is the basis of an erasure, which its leaf publishes.

        Raises:   StaleVersion, NotCanonical, Erased
        """
        stored = append(
            self.attempt, self._open(), events, expected=expected_number, erasure=erasure
        )
        self.appended.extend(stored)
        return stored

    def beside(self, streams: Iterable[Stream]) -> tuple["Desk", ...]:
        """Return a desk for each other stream that this command writes to, locked in one order.

        The trap: they are asked for once, before anything is written, and a command on a case
        that others know never asks for a person's: two commands that wait for each other would
        both be lost.
        """
        if self.appended:
            raise AssertionError("other streams are locked before the first event")
        named = sorted({str(each): each for each in streams if each != self.attempt.stream}.items())
        desks = []
        for _, stream in named:
            locks.hold_stream(stream)
            shelf = Shelf(stream, stream_events(stream), self.ink)
            desks.append(Desk(self.attempt, shelf=shelf, appended=self.appended))
        return tuple(desks)

    def index(self, row: CaseRow) -> None:
        """Write the row of this case, at the number of its last event."""
        self._open().index(row)

    def clocks(self, rows: Iterable[Clock], rules: Iterable[str] = ()) -> None:
        """Replace the clocks of these rules by these rows; without rules, every clock."""
        self._open().clocks(rows, rules)

    def person(self, row: PersonRow) -> None:
        """Write where a person is, and replace the judgments of that person by these."""
        self._open().person(row)

    def tell(self, messages: Iterable[NewMessage]) -> tuple[NewMessage, ...]:
        """Return the messages put in the outbox: those whose key was never told before."""
        shelf = self._open()
        asked = {message.dedupe_key: message for message in messages}
        unknown = shelf.ink.unknown(asked)
        new = tuple(message for key, message in asked.items() if key in unknown)
        for message in new:
            check_texts(
                dedupe_key=message.dedupe_key,
                kind=message.kind,
                to=(str(message.to_role), message.to_of),
            )
        if new:
            seal = shelf.seal()
            shelf.ink.outbox([self._row(message, shelf, seal) for message in new])
        return new

    def _row(self, message: NewMessage, shelf: Shelf, seal: Seal) -> Row:
        body = canonical(message.body).encode()
        return {
            "dedupe_key": message.dedupe_key,
            "case_id": shelf.stream.id,
            "subject": shelf.subject,
            "seq": shelf.last_seq,
            "kind": message.kind,
            "to_role": str(message.to_role),
            "to_of": message.to_of,
            "sealed": seal.sealed(body, message_place(message.dedupe_key)),
            "created_at": self.attempt.at,
            "receipt_before": message.receipt_before,
        }

    def sent(self, dedupe_key: str, at: datetime) -> bool:
        """Say that a message of this case left; false when it had, or was never told."""
        return self._mark("sent_at", dedupe_key, at)

    def received(self, dedupe_key: str, at: datetime) -> bool:
        """Say that a message of this case was received; false when it had been."""
        return self._mark("received_at", dedupe_key, at)

    def overdue(self, dedupe_key: str, at: datetime) -> bool:
        """Say that a missing receipt was raised; false when it had been."""
        return self._mark("overdue_raised_at", dedupe_key, at)

    def answer(self, answer: Json) -> Json:
        """Return the answer of this command, exactly as a replay will give it."""
        self._open()
        self.said = canonical(answer)
        return cast("Json", read_canonical(self.said))

    def recorded(self) -> Row:
        """Return the row of this command, done, with the range of its events."""
        seqs = tuple(event.seq for event in self.appended)
        shelf = self._open()
        seal = shelf.seal() if self.appended else None
        return self.attempt.ended(RECORDED, self.said, shelf.kept_for, seal=seal, seqs=seqs)

    def _mark(self, column: str, dedupe_key: str, at: datetime) -> bool:
        shelf = self._open()
        shelf.ink.hold()
        waiting = tables.outbox().filter(
            dedupe_key=dedupe_key, case_id=shelf.stream.id, **{column: None}
        )
        return waiting.update(**{column: instant(at)}) == 1

    def _open(self) -> Shelf:
        if self.shelf is None:
            raise AssertionError("this command was answered before: return desk.replayed")
        return self.shelf
