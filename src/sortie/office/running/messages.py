"""The outbox: what must be told leaves the office, and its receipt comes back."""

from datetime import datetime

from sortie import casework, store
from sortie.office.commands import Command
from sortie.office.desk import on_desk
from sortie.office.errors import WordUnknown


def send(at: datetime, limit: int = 200) -> tuple[store.StoredMessage, ...]:
    """Return the messages to hand over now, each marked as sent.

    The trap: a message may be handed over twice when the one who takes them stops half-way; its
    key lets whoever receives it drop the second.
    """
    waiting = store.unsent(limit=limit)
    for message in waiting:
        key = f"send/{message.dedupe_key}"
        command = Command(key=key, by=casework.OFFICE, at=at)
        with on_desk(command, "send", {}, message.case_id) as (desk, _):
            if desk is not None:
                desk.desk.sent(message.dedupe_key, at)
    return waiting


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
