"""What was: each event with its author and its instant, and the messages with their receipts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse

from sortie import casework, store
from sortie.casework import Actor, Recorded, Role
from sortie.office import looking
from sortie.web.authority import OpenedCase, history_shown
from sortie.web.frame import Asked
from sortie.web.pages.cases.seen import fact_in_words, who
from sortie.words import raised

# The page of the proof that an event is in the register.
RECEIPT = "receipt"
# Acts that one gesture does several of: read in one line, where nothing came between.
_IN_ONE_LINE = (
    casework.MessageSent, casework.MessageReceived, casework.FactNoted, casework.FactSeen,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTold:
    """One event, or several of one kind done in one go, from one number to another.

    ``written`` says when it was written down, where that is later than it happened; ``by_office``
    are the acts that the clock of the office does by itself.
    """

    number: int
    numbers: str
    instant: str
    when: str
    written: str
    name: str
    details: tuple[str, ...]
    author: str
    receipt: str
    by_office: bool
    odd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryTold:
    """Lines of a history, and how many earlier ones there are."""

    lines: tuple[EventTold, ...]
    earlier: int


@dataclass(frozen=True, slots=True)
class MessageTold:
    """One message: what it is, for whom, and whether its receipt came, is awaited, or is late."""

    what: str
    to: str
    sent_at: datetime
    received_at: datetime | None
    before: datetime | None
    late: bool


def history_told(opened: OpenedCase, asked: Asked, *, latest: int | None) -> HistoryTold:
    """Return the events that may be shown, the last one first: the ``latest`` lines, or all."""
    shown = history_shown(opened.sight, opened.shown.case, opened.shown.history)
    telling = _Telling(opened, asked)
    groups = [list(group) for _, group in groupby(shown, key=_together)][::-1]
    told = groups[:latest]
    return HistoryTold(tuple(telling.line(each) for each in told), len(groups) - len(told))


def events_told(
    shown: tuple[Recorded, ...], opened: OpenedCase, asked: Asked
) -> Iterator[EventTold]:
    """Yield events that may be shown, each on its own."""
    telling = _Telling(opened, asked)
    for entry in shown:
        yield telling.line([entry])


def _together(entry: Recorded) -> tuple[str, str, Actor, datetime, datetime] | int:
    """Return what makes events one line: acts of one kind, by one author, at one instant."""
    event, kind = entry.event, casework.name_of(type(entry.event))
    if not isinstance(event, _IN_ONE_LINE):
        return entry.number
    of = event.kind if isinstance(event, casework.MessageSent) else ""
    return kind, of, entry.by, entry.at, entry.recorded_at


class _Telling:
    def __init__(self, opened: OpenedCase, asked: Asked) -> None:
        self.asked, self.case, self.case_id = asked, opened.shown.case, opened.shown.case_id
        self.authors = opened.sight.sees("authors", "history.see")
        self.receipts = reverse(RECEIPT, kwargs={"case_id": self.case_id, "number": 0})
        self.odd: dict[int, list[str]] = {}
        for each in opened.shown.case.anomalies:
            said = f"{asked.label('anomaly', each.kind)}, {asked.label('odd', each.why)}"
            self.odd.setdefault(each.number, []).append(raised(said))

    def line(self, entries: list[Recorded]) -> EventTold:
        """Return one line of the history; usually one event."""
        entry, last = entries[0], entries[-1]
        office = entry.by == casework.OFFICE
        author = who(entry.by, self.asked, authors=self.authors and not office)
        details = dict.fromkeys(self._detail(each.event) for each in entries)
        return EventTold(
            number=entry.number,
            numbers=f"{entry.number}" if last is entry else f"{entry.number}–{last.number}",
            instant=entry.at.isoformat(),
            when=self._say(entry.at),
            written=self._written(entry),
            name=raised(self.asked.label("event", casework.name_of(type(entry.event)))),
            details=tuple(detail for detail in details if detail),
            author=author if self.authors else "",
            receipt=self._receipt(entry.number, last.number),
            by_office=office,
            odd=tuple(odd for each in entries for odd in self.odd.get(each.number, ())),
        )

    def _say(self, at: datetime) -> str:
        return self.asked.tongue.spaced(self.asked.clock.say(at))

    def _written(self, entry: Recorded) -> str:
        if entry.recorded_at == entry.at:
            return ""
        return self.asked.say("case.written", at=self._say(entry.recorded_at))

    def _receipt(self, number: int, last: int) -> str:
        """Return the address of the proofs of one line."""
        address = f"{self.receipts.removesuffix('0/')}{number}/"
        return address if last == number else f"{address}?until={last}"

    def _detail(self, event: casework.Event) -> str:
        label = self.asked.label
        match event:
            case casework.MessageSent():
                return label("message", event.kind)
            case casework.MessageReceived() | casework.ReceiptOverdue():
                left = self.case.messages.get(event.message)
                return label("message", left.kind) if left is not None else event.message
            case casework.FactNoted() | casework.FactSeen():
                fact = self.case.facts.get(event.fact)
                return fact_in_words(fact, self.asked) if fact is not None else event.fact
        return self._act(event)

    def _act(self, event: casework.Event) -> str:
        """Return what an act is about: what it says first, else the name of what it speaks of."""
        label = self.asked.label
        match event:
            case casework.OpinionGiven():
                return f"{label('role', event.member)}, {label('word', event.sense)}"
            case casework.Notified():
                return label("role", event.to)
            case casework.Decided():
                return f"{label('word', event.outcome)}, {event.order}"
        names = (getattr(event, name, "") for name in looking.NAMED)
        return next((str(name) for name in names if name), "")


def message_shown(message: store.StoredMessage, opened: OpenedCase) -> bool:
    """Whether a message may be shown: that a victim was told, to those who see that step."""
    return message.to_role != Role.VICTIM or opened.sight.sees("victim_step")


def messages_told(opened: OpenedCase, asked: Asked) -> tuple[MessageTold, ...]:
    """Return the messages of a case, the latest first."""
    if not opened.sight.sees("messages"):
        return ()
    shown = [each for each in opened.shown.messages if message_shown(each, opened)]
    latest = sorted(shown, key=lambda each: each.created_at, reverse=True)
    return tuple(
        MessageTold(
            what=raised(asked.label("message", each.kind)),
            to=raised(asked.label("role", each.to_role)),
            sent_at=each.created_at,
            received_at=each.received_at,
            before=each.receipt_before,
            late=each.received_at is None
            and each.receipt_before is not None
            and each.receipt_before <= asked.at,
        )
        for each in latest
    )
