"""Add a judgment to what a person serves: the law may answer otherwise from that day."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sortie import casework, store
from sortie.office.commands import Command
from sortie.office.people.changed import carry, held_on
from sortie.office.persons import PersonRecord, stream_of
from sortie.store import writing

VERB = "add_judgment"


def add_judgment(
    command: Command, person: str, judgment: str, sentence: Mapping[str, Any], what: str = ""
) -> store.Json:
    """Put a sentence, by the keys of the case file, after those served, and tell the open cases.

    The trap: an end of sentence that was stated no longer stands for the whole; it is dropped,
    and computed until the clerk states it again.

    Raises:   NoSuchPerson, facts.CaseRefused
    """
    body = {"judgment": judgment, "sentence": dict(sentence), "what": what}
    with writing.command(
        command.key, VERB, body, stream=stream_of(person), actor=command.by, at=command.at
    ) as desk:
        if desk.replayed is not None:
            return desk.replayed
        changed = _sentenced(held_on(desk), judgment, sentence)
        return carry(command, desk, changed, casework.JudgmentAdded(judgment=judgment, what=what))


def _sentenced(held: PersonRecord, judgment: str, sentence: Mapping[str, Any]) -> PersonRecord:
    custody = dict(held.file.get("custody", {}))
    custody["sentences"] = [*custody.get("sentences", ()), dict(sentence)]
    custody.pop("end_of_sentence", None)
    judgments = tuple(dict.fromkeys((*held.judgments, judgment)))
    return replace(held, judgments=judgments, file={**held.file, "custody": custody})
