"""When someone is not back: what was done, what must be, and by whom. No word comes by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from sortie import casework
from sortie.casework import Actor, Step
from sortie.store import StoredMessage
from sortie.web.authority import OpenedCase
from sortie.web.frame import Asked
from sortie.web.pages.gate.hours import Hour, hour

# The messages that follow from an absence.
_OF_AN_ABSENCE = frozenset(["not_back", "not_returned", "incident", "departure_reported", "back"])
_DECLARED = casework.name_of(casework.EscapeDeclared)


@dataclass(frozen=True, slots=True)
class Told:
    """Someone who is told; ``received`` is when they said they were."""

    to: str
    what: str
    since: Hour
    received: Hour | None
    before: Hour | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Someone who is not back; ``may_declare`` are the only ones who can call it anything."""

    since: Hour
    past: bool
    may_declare: str
    declarable: bool
    declared: Hour | None = None
    declared_by: str = ""
    told: tuple[Told, ...] = ()


def missing_of(opened: OpenedCase, steps: dict[str, Step], asked: Asked) -> Missing | None:
    """Return what is known and what is to be done about someone not back; None for the others.

    Before the hour due there is something to do only where the person was seen to slip away.
    """
    absence = opened.shown.case.absence
    if absence is None or not absence.out:
        return None
    step, past = steps[_DECLARED], asked.at > absence.due_back_at
    if not past and not step.possible:
        return None
    at, by = absence.escape_declared_at, absence.escape_declared_by
    return Missing(
        since=hour(absence.due_back_at, asked),
        past=past,
        may_declare=asked.tongue.listed((asked.label("role", role) for role in step.roles), "or"),
        declarable=step.possible,
        declared=hour(at, asked) if at is not None else None,
        declared_by=_named(by, opened, asked) if by is not None else "",
        told=tuple(_told(opened, asked)) if opened.sight.sees("messages") else (),
    )


def _named(by: Actor, opened: OpenedCase, asked: Asked) -> str:
    """Return who declared it: in what capacity, and by the name of the account where it shows."""
    role = asked.label("role", by.role)
    if not opened.sight.sees("authors", "history.see"):
        return role
    return asked.say("gate.named", role=role, id=by.id)


def _told(opened: OpenedCase, asked: Asked) -> Iterator[Told]:
    absence = opened.shown.case.absence
    since = absence.departed_at if absence is not None else asked.at
    for each in opened.shown.messages:
        if each.kind in _OF_AN_ABSENCE and each.created_at >= since:
            yield _message(each, asked)


def _message(each: StoredMessage, asked: Asked) -> Told:
    before = each.receipt_before
    return Told(
        to=asked.label("role", each.to_role),
        what=asked.label("message", each.kind),
        since=hour(each.created_at, asked),
        received=hour(each.received_at, asked) if each.received_at is not None else None,
        before=hour(before, asked) if before is not None else None,
        overdue=each.received_at is None and before is not None and asked.at >= before,
    )
