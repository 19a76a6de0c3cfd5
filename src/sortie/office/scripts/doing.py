"""Doing a step through the same doors as everyone: the verbs, the clock, the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sortie import store
from sortie.casework import OFFICE, ActRefused
from sortie.errors import SortieError
from sortie.office.commands import Command
from sortie.office.running import acknowledge, reindex, send, tick
from sortie.office.scripts.records import Script, ScriptStep
from sortie.office.scripts.stepping import REINDEX, SEND, TICK
from sortie.office.showing import case_shown
from sortie.office.verbs import do

RECEIVE = "acknowledge"
SEE = "see_fact"
NO_MESSAGE = "office.script.no_message"


@dataclass(frozen=True, slots=True)
class Done:
    """What a step came to: the codes of its refusal, none if it was done; what it handed over."""

    refused: frozenset[str] = frozenset()
    sent: tuple[store.StoredMessage, ...] = ()


def done(step: ScriptStep, script: Script, rank: int) -> Done:
    """Do a step. Every refusal of the house is an answer here, given by its codes."""
    try:
        return _done(step, f"{script.name}/{rank}")
    except ActRefused as refused:
        return Done(frozenset(each.code.value for each in refused.objections))
    except SortieError as refused:
        return Done(frozenset([refused.code]))


def _done(step: ScriptStep, key: str) -> Done:
    if step.verb == TICK:
        tick(step.at)
    elif step.verb == REINDEX:
        reindex()
    elif step.verb == SEND:
        return Done(sent=send(step.at))
    elif step.verb:
        command = Command(key=key, by=step.by or OFFICE, at=step.at, seen=step.seen)
        if step.verb == RECEIVE:
            return _received(step, command)
        if step.verb == SEE:
            return _seen(step, command)
        do(step.verb, command, step.on, step.body)
    return Done()


def _seen(step: ScriptStep, command: Command) -> Done:
    """Acknowledge each fact named, or every fact of the kind named that is still to be seen."""
    held = case_shown(step.on, step.at).case
    unseen = held.unseen_by(command.by)
    for typed in step.body.get("facts", ()):
        of_kind = [fact.fact for fact in unseen if fact.kind == typed]
        for fact in of_kind or [typed]:
            do(SEE, command.then(fact), step.on, {"fact": fact})
    return Done()


def _received(step: ScriptStep, command: Command) -> Done:
    """Acknowledge the messages of a case that wait for it, to whom and of the kind the step says.

    The trap: a script names a message by its role and kind; its key holds a number.
    """
    waiting = [each for each in store.messages_of(step.on) if _waits(each, step.body)]
    for message in waiting:
        each = command.then(message.dedupe_key)
        acknowledge(each, message.dedupe_key, str(step.body.get("proof", "")))
    return Done() if waiting else Done(frozenset([NO_MESSAGE]))


def _waits(message: store.StoredMessage, body: Mapping[str, Any]) -> bool:
    to, kind = body.get("to"), body.get("kind")
    return (
        message.received_at is None
        and (to is None or message.to_role in to)
        and message.to_role not in body.get("except", ())
        and kind in (None, message.kind)
    )
