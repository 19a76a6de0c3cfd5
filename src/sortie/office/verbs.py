"""Every verb of the office by its name: on what it acts, what it reads, what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sortie import casework, store
from sortie.casework import Event
from sortie.office.commands import Command
from sortie.office.deciding import decide, rule_on_appeal
from sortie.office.errors import WordUnknown
from sortie.office.filing import Filing, file_application, route_application
from sortie.office.gate import Leaving, issue_permit, let_out
from sortie.office.people import Move, add_judgment, move_person, record_person
from sortie.office.perform import perform
from sortie.office.persons import PersonRecord
from sortie.office.running import acknowledge

Body = Mapping[str, Any]
Do = Callable[[Command, str, Body], store.Json]


class Target(StrEnum):
    """What a verb acts on; its id comes with the command."""

    CASE = "case"
    PERSON = "person"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, and the class whose fields its body holds; none where it reads a few words only."""

    name: str
    target: Target
    reads: type | None
    do: Do


def do(verb: str, command: Command, target: str, body: Body) -> store.Json:
    """Do this on that case, person or message.

    Raises:   WordUnknown, casework.BrokenEvent: the body does not fit, and what the verb raises
    """
    if verb not in VERBS:
        raise WordUnknown(verb, tuple(VERBS))
    return VERBS[verb].do(command, target, body)


_ACTS: Mapping[str, type[Event]] = {
    "find_not_in_form": casework.FoundNotInForm,
    "add_piece": casework.PieceAdded,
    "discontinue": casework.ApplicationDiscontinued,
    "note_victim": casework.VictimNoted,
    "tell_victim": casework.VictimTold,
    "record_victim_receipt": casework.VictimReceived,
    "waive_victim_notice": casework.VictimNoticeWaived,
    "file_victim_observations": casework.VictimObserved,
    "seize_board": casework.BoardSeized,
    "skip_board": casework.BoardSkipped,
    "note_fact": casework.FactNoted,
    "see_fact": casework.FactSeen,
    "give_opinion": casework.OpinionGiven,
    "hold_sitting": casework.BoardSat,
    "correct_order": casework.OrderCorrected,
    "notify": casework.Notified,
    "give_visa": casework.NoAppealVisaGiven,
    "lodge_appeal": casework.AppealLodged,
    "discontinue_appeal": casework.AppealDiscontinued,
    "file_observations": casework.ObservationsFiled,
    "seize_president": casework.PresidentSeized,
    "fix_date": casework.DateFixed,
    "withdraw_order": casework.OrderWithdrawn,
    "report_departure": casework.DepartureReported,
    "record_return": casework.ReturnRecorded,
    "declare_escape": casework.EscapeDeclared,
    "record_recapture": casework.Recaptured,
    "report_incident": casework.IncidentReported,
    "raise_doubt": casework.DoubtRaised,
    "settle_doubt": casework.DoubtSettled,
}


def _act(name: str, kind: type[Event]) -> Verb:
    def perform_it(command: Command, case_id: str, body: Body) -> store.Json:
        values = dict(body)
        # An act happens when it is done: only a fact of the world has an instant of its own.
        typed = values.pop("happened_at", None) if kind in casework.WORLD else None
        event = casework.read_event({**values, "event": casework.name_of(kind)})
        happened_at = _instant(typed, name) if typed is not None else None
        return perform(command, case_id, event, happened_at=happened_at)

    return Verb(name, Target.CASE, kind, perform_it)


def _instant(typed: object, name: str) -> datetime:
    try:
        found = datetime.fromisoformat(str(typed))
    except ValueError as unreadable:
        raise casework.BrokenEvent(name, "happened_at") from unreadable
    if found.utcoffset() is None:
        raise casework.BrokenEvent(name, "happened_at")
    return found


def _words(body: Body, name: str, *needed: str, may: tuple[str, ...] = ()) -> list[Any]:
    for key in body:
        if key not in (*needed, *may):
            raise casework.BrokenEvent(name, str(key))
    for key in needed:
        if key not in body:
            raise casework.BrokenEvent(name, key)
    return [body.get(key, "") for key in (*needed, *may)]


def _record_person(command: Command, person: str, body: Body) -> store.Json:
    record = casework.read_as(PersonRecord, {**body, "person": person}, "record_person")
    return record_person(command, record)


def _file(command: Command, case_id: str, body: Body) -> store.Json:
    return file_application(command, case_id, casework.read_as(Filing, body, "file_application"))


def _route(command: Command, case_id: str, body: Body) -> store.Json:
    (to,) = _words(body, "route_application", may=("to",))
    return route_application(command, case_id, to)


def _decide(command: Command, case_id: str, body: Body) -> store.Json:
    return decide(command, case_id, casework.read_as(casework.Decided, body, "decide"))


def _rule(command: Command, case_id: str, body: Body) -> store.Json:
    ruled = casework.read_as(casework.AppealDecided, body, "rule_on_appeal")
    return rule_on_appeal(command, case_id, ruled)


def _permit(command: Command, case_id: str, body: Body) -> store.Json:
    (permit,) = _words(body, "issue_permit", "permit")
    return issue_permit(command, case_id, permit)


def _let_out(command: Command, case_id: str, body: Body) -> store.Json:
    return let_out(command, case_id, casework.read_as(Leaving, body, "let_out"))


def _move(command: Command, person: str, body: Body) -> store.Json:
    return move_person(command, person, casework.read_as(Move, body, "move_person"))


def _judge(command: Command, person: str, body: Body) -> store.Json:
    judgment, sentence, what = _words(
        body, "add_judgment", "judgment", "sentence", may=("what",)
    )  # fmt: skip
    return add_judgment(command, person, judgment, sentence, what)


def _acknowledge(command: Command, message: str, body: Body) -> store.Json:
    (proof,) = _words(body, "acknowledge", "proof")
    return acknowledge(command, message, proof)


VERBS: Mapping[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("record_person", Target.PERSON, PersonRecord, _record_person),
        Verb("move_person", Target.PERSON, Move, _move),
        Verb("add_judgment", Target.PERSON, None, _judge),
        Verb("file_application", Target.CASE, Filing, _file),
        Verb("route_application", Target.CASE, None, _route),
        Verb("decide", Target.CASE, casework.Decided, _decide),
        Verb("rule_on_appeal", Target.CASE, casework.AppealDecided, _rule),
        Verb("issue_permit", Target.CASE, None, _permit),
        Verb("let_out", Target.CASE, Leaving, _let_out),
        Verb("acknowledge", Target.MESSAGE, None, _acknowledge),
        *(_act(name, kind) for name, kind in _ACTS.items()),
    )
}
