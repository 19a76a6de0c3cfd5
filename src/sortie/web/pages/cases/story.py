"""What was: each event with its author and its instant, and the messages with their receipts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import NoReverseMatch, reverse

from sortie import casework, store
from sortie.casework import Recorded, Role
from sortie.office import looking
from sortie.web.authority import OpenedCase, history_shown
from sortie.web.frame import Asked
from sortie.web.pages.cases.seen import who
from sortie.words import raised

# The page of the proof that an event is in the register, where there is one.
RECEIPT = "receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTold:
    """One event; ``last`` is another number where several messages went out together.

    ``written_at`` is told where it was written down later than it happened.
    """

    number: int
    last: int
    at: datetime
    written_at: datetime | None
    name: str
    detail: str
    author: str
    receipt: str
    odd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MessageTold:
    """One message: what it is, for whom, and whether its receipt came, is awaited, or is late."""

    what: str
    to: str
    sent_at: datetime
    received_at: datetime | None
    before: datetime | None
    late: bool


def history_told(opened: OpenedCase, asked: Asked) -> tuple[EventTold, ...]:
    """Return the events that may be shown, the last one first."""
    shown = history_shown(opened.sight, opened.shown.case, opened.shown.history)
    return tuple(reversed(list(_events(shown, opened, asked))))


def _events(
    shown: tuple[Recorded, ...], opened: OpenedCase, asked: Asked
) -> Iterator[EventTold]:
    telling = _Telling(opened, asked)
    for together, group in groupby(shown, key=_together):
        entries = list(group)
        if together is not None:
            yield telling.event(entries[0], entries[-1])
        else:
            yield from (telling.event(each, each) for each in entries)


def _together(entry: Recorded) -> tuple[str, datetime] | None:
    """Return what makes messages one line: their kind, and the instant they went out."""
    event = entry.event
    return (event.kind, entry.at) if isinstance(event, casework.MessageSent) else None


class _Telling:
    def __init__(self, opened: OpenedCase, asked: Asked) -> None:
        self.asked, self.case_id = asked, opened.shown.case_id
        self.authors = opened.sight.sees("authors", "history.see")
        self.receipts = _receipts(self.case_id)
        self.odd: dict[int, list[str]] = {}
        for each in opened.shown.case.anomalies:
            said = f"{asked.label('anomaly', each.kind)}, {asked.label('odd', each.why)}"
            self.odd.setdefault(each.number, []).append(raised(said))

    def event(self, entry: Recorded, last: Recorded) -> EventTold:
        """Return one line of the history."""
        office = entry.by == casework.OFFICE
        author = who(entry.by, self.asked, authors=self.authors and not office)
        return EventTold(
            number=entry.number,
            last=last.number,
            at=entry.at,
            written_at=entry.recorded_at if entry.recorded_at != entry.at else None,
            name=raised(self.asked.label("event", casework.name_of(type(entry.event)))),
            detail=self._detail(entry.event),
            author=raised(author) if self.authors else "",
            receipt=self.receipts.replace("/0/", f"/{entry.number}/") if self.receipts else "",
            odd=tuple(self.odd.get(entry.number, ())),
        )

    def _detail(self, event: casework.Event) -> str:
        if isinstance(event, casework.MessageSent):
            return self.asked.label("message", event.kind)
        if isinstance(event, casework.OpinionGiven):
            return self.asked.label("role", event.member)
        if isinstance(event, casework.Notified):
            return self.asked.label("role", event.to)
        names = (getattr(event, name, "") for name in looking.NAMED)
        return next((str(name) for name in names if name), "")


def _receipts(case_id: str) -> str:
    """Return the address of the receipts of a case, with 0 for the number; empty without a page."""
    try:
        return reverse(RECEIPT, kwargs={"case_id": case_id, "number": 0})
    except NoReverseMatch:
        return ""


def message_shown(message: store.StoredMessage, opened: OpenedCase) -> bool:
    """Whether a message may be shown: that a victim was told, to those who see that step."""
    return message.to_role != Role.VICTIM or opened.sight.sees("victim_step")


def messages_told(opened: OpenedCase, asked: Asked) -> tuple[MessageTold, ...]:
    """Return the messages of a case: those without a receipt first, the latest before the others."""
    if not opened.sight.sees("messages"):
        return ()
    shown = [each for each in opened.shown.messages if message_shown(each, opened)]
    latest = sorted(shown, key=lambda each: each.created_at, reverse=True)
    awaited = sorted(latest, key=lambda each: each.received_at is not None)
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
        for each in awaited
    )
