"""Asking the law about an application: what the person's file and the application say together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sortie import casework, facts, law, store
from sortie.office.errors import NoSuchCase
from sortie.office.jurisdictions import HERE
from sortie.office.persons import PersonRecord, last_record, person_of, stream_of
from sortie.rules import Outcome

APPLICATION = "application"
RECORDED = "application_recorded"
Events = tuple[store.StoredEvent, ...]
_HEAD = casework.Role.HEAD_OF_PRISON
_JUDGE = casework.Role.ENFORCEMENT_JUDGE


def application_stream(case_id: str, person: str | None = None) -> store.Stream:
    """Return the stream of what an application says, beside that of what happens to it.

    Whose application it is must be said when it begins.
    """
    return store.Stream(APPLICATION, case_id, subject=person)


def application_of(case_id: str) -> Mapping[str, Any]:
    """Return the application as last recorded, by the keys of the case file.

    Raises:   NoSuchCase
    """
    try:
        return dict(store.events_of(application_stream(case_id))[-1].body)
    except store.NoSuchStream as unknown:
        raise NoSuchCase(case_id) from unknown


def whole_file(person: PersonRecord, application: Mapping[str, Any]) -> facts.CaseFile:
    """Return the case file of a person with an application in it.

    Raises:   facts.CaseRefused
    """
    return HERE.read({**person.file, "application": dict(application)})


@dataclass(frozen=True, slots=True)
class LawAsked:
    """What the law answers on a day, as the office needs it."""

    answer: law.Answer

    def on(self, leave: str) -> casework.LawSays:
        """Return the answer on one route; a route not in force that day is closed."""
        for route in self.answer.routes:
            if route.leave == leave:
                because = tuple(each.rule.id for each in route.why.findings)
                return casework.LawSays(outcome=self._with_other_end(route.outcome),
                                        because=because or (route.leave,))  # fmt: skip
        return casework.LawSays(outcome=Outcome.CLOSED, because=(leave,))

    def _with_other_end(self, outcome: Outcome) -> Outcome:
        """Where the clerk's end and the computed one give two answers, there is none."""
        return self.answer.outcome if self.answer.other_end is not None else outcome

    def says(self, terms: casework.Terms) -> casework.LawSays:
        """Return the answer on the route of a leave; closed where an escort is said otherwise.

        The trap: the law opens a way out under escort where it opens no other, and that answer
        never serves for a leave without one.
        """
        if terms.escorted is not (terms.leave == HERE.escorted_leave):
            return casework.LawSays(outcome=Outcome.CLOSED, because=(terms.leave,))
        return self.on(terms.leave)

    def proposed(self, *, escorted: bool) -> str:
        """The first open route with an escort or without, as asked, else the first of those."""
        routes = [each for each in self.answer.routes
                  if (each.leave == HERE.escorted_leave) is escorted]  # fmt: skip
        opened = (route.leave for route in routes if route.outcome is Outcome.OPEN)
        return next(opened, routes[0].leave if routes else "")

    def known(self, leave: str) -> casework.KnownBeside:
        """Return who may decide on a route, for acts to be judged on."""
        found = next((r.decided_by for r in self.answer.routes if r.leave == leave), None)
        if found is None:
            return casework.KnownBeside()
        names = tuple(name for name in (found.authority, *found.others) if name)
        roles = tuple(dict.fromkeys(_HEAD if n == _HEAD.value else _JUDGE for n in names))
        courts = tuple(n for n in names if n not in (_HEAD.value, _JUDGE.value))
        return casework.KnownBeside(competent=roles, courts=courts)

    def because(self, leave: str) -> tuple[str, ...]:
        """Return the rules that say who decides on a route."""
        found = next((r.decided_by for r in self.answer.routes if r.leave == leave), None)
        return found.because if found is not None else ()


def law_asked(person: PersonRecord, application: Mapping[str, Any], day: date) -> LawAsked:
    """Return what the law answers about an application on a day.

    Raises:   facts.CaseRefused
    """
    return LawAsked(HERE.ask(whole_file(person, application), day))


def law_of_case(case: casework.Case, case_id: str, at: datetime) -> LawAsked:
    """Return what the law answers about a case on the day of the leave asked, as held now."""
    asked = case.filing.asked if case.filing is not None else None
    if case.order is not None and case.order.terms is not None:
        asked = case.order.terms
    instant = asked.departs_at if asked is not None else at
    day = HERE.day_at(case.where, instant)
    return law_asked(person_of(case.person), application_of(case_id), day)


def law_of_terms(case: casework.Case, case_id: str, terms: casework.Terms) -> LawAsked:
    """Return what the law answers about a case were this the leave: its day, its hours, its aim."""
    application = _with_terms(application_of(case_id), terms)
    return law_asked(person_of(case.person), application, HERE.day_at(case.where, terms.departs_at))


@dataclass(frozen=True, slots=True)
class FileOfCase:
    """What the law reads of a case: the person as held now, and the leave in force or asked for."""

    person: PersonRecord
    file: facts.CaseFile
    terms: casework.Terms | None


def file_of_case(case: casework.Case, case_id: str) -> FileOfCase:
    """Return the person of a case and their file, with its leave in it: two questions to the store.

    Raises:   NoSuchCase, NoSuchPerson, facts.CaseRefused
    """
    return _file(case, person_of(case.person), application_of(case_id))


def files_of_cases(
    cases: Mapping[str, casework.Case],
) -> Mapping[str, FileOfCase | facts.CaseRefused]:
    """Return the file of each case by its id, or why the law cannot read it.

    It is two questions to the store for all of them; a case whose person or application is gone
    is left out.
    """
    persons = {case_id: stream_of(case.person) for case_id, case in cases.items()}
    said = {case_id: application_stream(case_id) for case_id in cases}
    held = store.events_of_each({*persons.values(), *said.values()}) if cases else {}
    return {
        case_id: _file_or_why(case, held[persons[case_id]], held[said[case_id]])
        for case_id, case in cases.items()
        if persons[case_id] in held and said[case_id] in held
    }


def _file_or_why(
    case: casework.Case, person: Events, application: Events
) -> FileOfCase | facts.CaseRefused:
    try:
        return _file(case, last_record(person), dict(application[-1].body))
    except facts.CaseRefused as refused:
        return refused


def _file(case: casework.Case, person: PersonRecord, application: Mapping[str, Any]) -> FileOfCase:
    terms = case.filing.asked if case.filing is not None else None
    if case.order is not None and case.order.terms is not None:
        terms = case.order.terms
    said = application if terms is None else _with_terms(application, terms)
    return FileOfCase(person, whole_file(person, said), terms)


def _with_terms(application: Mapping[str, Any], terms: casework.Terms) -> dict[str, Any]:
    return {
        **application,
        "purpose": terms.purpose,
        "departs_at": terms.departs_at.isoformat(timespec="minutes"),
        "returns_at": terms.returns_at.isoformat(timespec="minutes"),
        "escorted": terms.escorted,
    }


def facts_to_note(asked: LawAsked, case: casework.Case) -> tuple[casework.FactNoted, ...]:
    """Return the facts to be seen that the case does not hold yet.

    The trap: a fact is named by its kind and its first day, not by its place in the file, which
    moves when the file is completed.
    """
    found: dict[str, casework.FactNoted] = {}
    for each in asked.answer.to_be_seen:
        name = f"{each.kind}.{each.since.isoformat() if each.since else 'undated'}"
        while name in found:
            name += "+"
        found[name] = casework.FactNoted(
            fact=name, kind=each.kind, since=each.since, until=each.until, source=each.fact
        )
    return tuple(fact for name, fact in found.items() if name not in case.facts)
