"""The outbox: what must be told leaves the office, and its receipt comes back."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sortie import casework, store
from sortie.office.commands import Command
from sortie.office.desk import CaseDesk, on_desk
from sortie.office.errors import WordUnknown


def send(at: datetime, limit: int = 200) -> tuple[store.StoredMessage, ...]:
    """Return the messages to hand over now, each marked as sent; those of a case go together.

    The trap: a message may be handed over twice when the one who takes them stops half-way; its
    key lets whoever receives it drop the second.
    """
    waiting = store.unsent(limit=limit)
    for case_id, messages in groupby(sorted(waiting, key=_of_case), key=_of_case):
        keys = [each.dedupe_key for each in messages]
        command = Command(key=f"send/{keys[0]}..{keys[-1]}", by=casework.OFFICE, at=at)
        with on_desk(command, "send", {}, case_id) as (desk, _):
            if desk is not None:
                for key in keys:
                    desk.desk.sent(key, at)
    return waiting


def _of_case(message: store.StoredMessage) -> str:
    return message.case_id


def acknowledge(command: Command, dedupe_key: str, proof: str) -> store.Json:
    """Record that a message was received, with the proof of it.

    Raises:   WordUnknown: no message bears this key
    """
    message = store.message(dedupe_key)
    if message is None:
        raise WordUnknown(dedupe_key, ())
    event = casework.MessageReceived(
        message=dedupe_key.removeprefix(f"{message.case_id}/"), proof=proof
    )
    verb, body = casework.name_of(type(event)), casework.written_event(event)
    with on_desk(command, verb, body, message.case_id) as (desk, answer):
        if desk is not None:
            desk.desk.received(dedupe_key, command.at)
            desk.witness(event, command.at)
    return answer


def _receive(desk: CaseDesk, key: str, proof: str) -> None:
    """Mark a message as received; it has left, then, and is not handed over again."""
    desk.desk.sent(key, desk.command.at)
    if desk.desk.received(key, desk.command.at):
        name = key.removeprefix(f"{desk.case_id}/")
        desk.witness(casework.MessageReceived(message=name, proof=proof), desk.command.at)


def acknowledge_all(
    command: Command, case_id: str, dedupe_keys: Sequence[str], proof: str
) -> store.Json:
    """Record at once that several messages of a case were received; one that was is left as it is.

    Raises:   WordUnknown: the case left no message of this key
    """
    known = {each.dedupe_key for each in store.messages_of(case_id)}
    for key in dedupe_keys:
        if key not in known:
            raise WordUnknown(key, ())
    body = {"messages": list(dedupe_keys), "proof": proof}
    with on_desk(command, "acknowledge_all", body, case_id) as (desk, answer):
        if desk is not None:
            for key in dedupe_keys:
                _receive(desk, key, proof)
    return answer
