"""File an application: the receipt starts the clock, and what must be seen is noted at once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from sortie import casework, days, facts, store
from sortie.facts import UNKNOWN
from sortie.office.asking import (
    RECORDED,
    application_stream,
    facts_to_note,
    law_asked,
    whole_file,
)
from sortie.office.commands import Command
from sortie.office.desk import CaseDesk, on_desk
from sortie.office.errors import NoApplication, NoSuchPerson
from sortie.office.filing.earlier import earlier_escapes
from sortie.office.jurisdictions import HERE
from sortie.office.persons import PersonRecord, last_record
from sortie.office.persons import stream_of as person_stream

VERB = "file_application"
_FOLDS: Mapping[int | None, Literal[0, 1]] = {0: 0, 1: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What is filed. ``application`` is that section of the case file, by its keys.

    ``leave`` is the route asked; empty, the first that the law opens. ``places`` and ``escort``
    are said in words for the order; ``author`` is who wrote it, when a clerk records it.
    ``fold`` says which of two hours is meant on the night the clocks are put back.
    """

    person: str
    form: casework.FilingForm
    signed: bool
    application: Mapping[str, Any]
    places: tuple[str, ...] = ()
    escort: tuple[str, ...] = ()
    leave: str = ""
    author: str = ""
    fold: int | None = None

    def written(self) -> dict[str, Any]:
        """Return the filing as JSON values."""
        return {
            "person": self.person,
            "form": self.form.value,
            "signed": self.signed,
            "application": canonical_application(self.application),
            "places": list(self.places),
            "escort": list(self.escort),
            "leave": self.leave,
            "author": self.author,
            "fold": self.fold,
        }


def canonical_application(application: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an application by its English keys, read and written again.

    Raises:   facts.CaseRefused: with every fault
    """
    case = HERE.read({"format": facts.FORMAT, "jurisdiction": HERE.vocabulary.jurisdiction,
                      "application": dict(application)})  # fmt: skip
    written: Mapping[str, Any] = facts.to_canonical(case).get("application", {})
    return written


def file_application(command: Command, case_id: str, filing: Filing) -> store.Json:
    """Return the receipt. The law is asked, and every fact to be seen noted, as of that instant.

    The trap: the person's stream is held until the commit, so that whoever moves the person either
    is seen here or finds this case. Only a case that nobody else knows yet may wait for it.

    Raises:   NoSuchPerson, NoApplication, CaseTaken, facts.CaseRefused, casework.ActRefused,
              days.DaysError: an hour that the clocks skip, or show twice
    """
    body = filing.written()
    with on_desk(command, VERB, body, case_id, new_for=filing.person) as (desk, answer):
        if desk is not None:
            _file(desk, filing, body["application"])
    return answer


def _file(desk: CaseDesk, filing: Filing, application: Mapping[str, Any]) -> None:
    beside, held = desk.desk.beside(
        [application_stream(desk.case_id, filing.person), person_stream(filing.person)]
    )
    if not held.number:
        raise NoSuchPerson(filing.person)
    person = last_record(held.events)
    asked = _terms(filing, whole_file(person, application).application, person)
    desk.act(
        casework.ApplicationFiled(
            person=person.person,
            committal_number=person.committal_number,
            prison=person.prison,
            court=person.court,
            form=filing.form,
            signed=filing.signed,
            asked=asked,
            unit=person.unit,
            territory=person.territory,
            judgments=person.judgments,
            file_digest=_digest({**person.file, "application": application}),
            author=filing.author,
        )
    )
    answer = law_asked(person, application, _day_of(asked, person))
    for fact in (*facts_to_note(answer, desk.case), *earlier_escapes(person.person, desk.case_id)):
        if fact.fact not in desk.case.facts:
            desk.note(fact)
    for victim in person.victims:
        desk.note(casework.VictimNoted(victim=victim.victim, must_be_told=victim.must_be_told,
                                       wish=victim.wish))  # fmt: skip
    beside.append(
        [store.NewEvent(kind=RECORDED, at=desk.command.at, body=dict(application))], beside.number
    )


def _day_of(terms: casework.Terms, person: PersonRecord) -> date:
    where = person.territory or person.prison
    return HERE.day_at(where, terms.departs_at)


def _terms(filing: Filing, application: facts.Application, person: PersonRecord) -> casework.Terms:
    zone = HERE.procedure.place_of(person.territory or person.prison).zone
    departs, returns, purpose = (
        application.departs_at, application.returns_at, application.purpose,
    )  # fmt: skip
    named = (("departs_at", departs), ("returns_at", returns), ("purpose", purpose))
    missing = tuple(name for name, value in named if value is UNKNOWN)
    if departs is UNKNOWN or returns is UNKNOWN or purpose is UNKNOWN:
        raise NoApplication(missing)
    departs_at, returns_at = (
        _instant(departs, zone, filing.fold),
        _instant(returns, zone, filing.fold),
    )
    escorted = application.escorted is True
    leave = filing.leave
    if not leave:
        asked = law_asked(person, canonical_application(filing.application), departs_at.date())
        leave = asked.proposed(escorted=escorted)
    return casework.Terms(
        leave=leave,
        purpose=str(purpose),
        departs_at=departs_at,
        returns_at=returns_at,
        places=filing.places or _communes(application),
        escorted=escorted,
        escort=filing.escort,
    )


def _communes(application: facts.Application) -> tuple[str, ...]:
    if application.places is UNKNOWN:
        return ()
    named = (each.commune for each in application.places)
    return tuple(str(commune) for commune in named if commune is not UNKNOWN)


def _instant(read: datetime, zone: str, fold: int | None) -> datetime:
    """Return the instant that was typed: with its offset, or by the clocks of the prison."""
    if read.utcoffset() is not None:
        return read.astimezone(UTC)
    clock = time(read.hour, read.minute, read.second)
    return days.civil(read.date(), clock, zone, fold=_FOLDS.get(fold))


def _digest(file: Mapping[str, Any]) -> str:
    return hashlib.sha256(store.canonical(file).encode()).hexdigest()
