"""What goes into the store and what comes out: plain values, never a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, Protocol

Json = Mapping[str, Any]

# How a command ends, as its row says it.
RECORDED = "recorded"
REFUSED = "refused"


class Actor(Protocol):
    """Who acts; ``of`` is the prison or the court, and may be empty."""

    @property
    def id(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def of(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Stream:
    """The name of a stream: the events of one case, of one person.

    ``subject`` is said by whoever begins it: whose key seals it for ever, and whose erasure takes
    it; empty for what is nobody's. A stream that is there has its subject already.
    """

    kind: str
    id: str
    subject: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


# Where erasures are kept, one after the other.
ERASURES = Stream("register", "erasures", subject="")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """``at`` is when it happened; when it was written down is the instant of the command.

    ``by`` is its author, where that is not the one who gives the command.
    """

    kind: str
    at: datetime
    body: Json
    by: Actor | None = None


class StoredEvent(NamedTuple):
    """``seq`` counts every event of the store from 1, ``number`` those of its stream from 1.

    ``subject`` is whose key sealed it, the same for a whole stream; empty for the office's own.
    """

    seq: int
    stream: Stream
    subject: str
    number: int
    kind: str
    at: datetime
    recorded_at: datetime
    actor_id: str
    actor_role: str
    actor_of: str
    body: Json
    command_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCommand:
    """A command and how it ended; ``answer`` of a refusal holds its ``code`` and ``params``."""

    key: str
    verb: str
    digest: str
    stream: Stream
    actor_id: str
    actor_role: str
    actor_of: str
    at: datetime
    refused: bool
    answer: Json
    first_seq: int | None
    last_seq: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """What lists and search know of a case. Nothing is ever decided from it."""

    case_id: str
    person_id: str
    prison: str
    court: str
    state: str
    leave: str
    filed_at: datetime | None = None
    departs_at: datetime | None = None
    returns_at: datetime | None = None
    next_due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedCase(CaseRow):
    """A case row, the number of the event it was made from, and that event's place in all."""

    version: int
    last_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An instant at which the clock alone makes something due in a case."""

    case_id: str
    rule: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """Something to be told. The same ``dedupe_key`` is told once, whoever asks."""

    dedupe_key: str
    kind: str
    to_role: str
    to_of: str
    body: Json
    receipt_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMessage:
    """A message of the outbox; ``seq`` is the event that called for it."""

    id: int
    dedupe_key: str
    case_id: str
    seq: int
    kind: str
    to_role: str
    to_of: str
    body: Json
    created_at: datetime
    receipt_before: datetime | None
    sent_at: datetime | None
    received_at: datetime | None
    overdue_raised_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Where a person is, and under which judgments. Names stand as typed at the office."""

    person_id: str
    committal_number: str
    prison: str
    unit: str
    family_name: str
    given_name: str
    judgments: tuple[str, ...] = ()
