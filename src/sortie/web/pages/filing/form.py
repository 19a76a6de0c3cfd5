"""The form of an application: asked of the law as it is typed, read again before it is filed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.http import HttpResponse

from sortie import facts, law, office
from sortie.errors import SortieError
from sortie.facts import UNKNOWN
from sortie.web.authority import OpenedPerson
from sortie.web.drafts.keepers import Keeper
from sortie.web.filling import Body, Sheet
from sortie.web.forms import Fault, Form, Reader, Typed, first_of
from sortie.web.frame import Asked, Shown, back_to
from sortie.web.pages.answers import AnswerTold, answer_told, committed_on
from sortie.web.pages.filing.asking import (
    OTHER,
    SECTION,
    Asking,
    needed_by,
)
from sortie.web.pages.filing.writing import application_in, faults_in, filing_in

VERB = "file_application"
_LETTERS = 8


def show_form(asked: Asked, opened: OpenedPerson) -> Shown:
    """Show the form, with what was typed in it before if anything was."""
    return _sheet(asked, opened).shown()


def send_form(asked: Asked, opened: OpenedPerson) -> Shown | HttpResponse:
    """Ask the law, show what is about to be filed, or file it."""
    return _sheet(asked, opened).sent()


def _sheet(asked: Asked, opened: OpenedPerson) -> "Application":
    keeper = Keeper(asked.acting.account, VERB, opened.record.person)
    bare = Asking(opened.record, asked).form(frozenset(), Typed())
    return Application(asked, bare, keeper, opened)


@dataclass(slots=True)
class Application(Sheet):
    """The application of one person, under way."""

    opened: OpenedPerson

    REREAD: ClassVar[bool] = True

    def form_for(self, typed: Typed) -> Form:
        """Return the form, with the facts that the law waits for once this is known."""
        # Until it is known what the leave is for, the law would wait for nearly everything.
        asked = self._asked(typed) if typed.one(f"{SECTION}.purpose") else None
        needed = needed_by(asked.answer) if asked is not None else frozenset()
        return Asking(self.opened.record, self.asked).form(needed, typed)

    def read(self, typed: Typed) -> tuple[Body, list[Fault]]:
        """Return what the form says; whoever else wrote it is named."""
        body, faults = Sheet.read(self, typed)
        if body.get("author") == OTHER and not body.get("author_name"):
            label = self.asked.say("filing.field.author_name")
            faults.append(Fault("author_name", self.asked.say("form.missing", label=label)))
        if not faults:
            try:
                _case(self.opened.record, application_in(body))
            except facts.CaseRefused as refused:
                faults = faults_in(refused, self.asked.tongue)
        return body, faults

    def pressed(self, what: str, typed: Typed) -> Shown | None:
        """Ask the law what it answers to what is typed so far."""
        return self.again(typed) if what == "ask" else None

    def done(self, command: office.Command, body: Body) -> HttpResponse:
        """File the application under a new name, and lead to what comes next."""
        plain = office.Command(key=command.key, by=command.by, at=command.at)
        case_id = self._name(command.key)
        office.file_application(plain, case_id, filing_in(body, self.opened.record))
        return back_to("filed", key=command.key, case_id=case_id)

    def faults_of(self, error: SortieError) -> list[Fault]:
        """Return what the case file refuses, beside its fields."""
        if isinstance(error, facts.CaseRefused):
            return faults_in(error, self.asked.tongue)
        return []

    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return the person, and what the law answers to what is typed so far."""
        return {
            "record": self.opened.record,
            "named": self.opened.sight.sees("name", "filing.find"),
            "answer": self._told(typed),
            "terms": self._terms(typed),
        }

    def _name(self, key: str) -> str:
        """Return the name of the case that this sending opens: the same if it is sent again."""
        read = hashlib.sha256(f"{self.keeper}\n{key}".encode()).hexdigest()
        year = self.asked.clock.there(self.asked.at).year
        return f"{year}-{read[:_LETTERS].upper()}"

    # -- the law ----------------------------------------------------------------------------------

    def _asked(self, typed: Typed) -> office.LawAsked | None:
        """Return what the law answers, on the day of departure or today; None if unreadable."""
        record = self.opened.record
        application = self._application(typed)
        departs = application.get("departs_at")
        day = datetime.fromisoformat(str(departs)).date() if departs else self._today
        try:
            return office.law_asked(record, application, day)
        except facts.CaseRefused:
            return None

    def _application(self, typed: Typed) -> dict[str, Any]:
        """Return what is typed so far; what does not read is left out."""
        known = Asking(self.opened.record, self.asked).form(frozenset(), typed)
        reader = Reader(known, typed, self.asked.tongue)
        body = reader.body()
        wrong = {each.path.partition(":")[0] for each in reader.faults}
        return application_in(
            {name: said for name, said in body.items() if name not in wrong and said != ""}
        )

    def _told(self, typed: Typed) -> AnswerTold | None:
        started = typed.filled() != first_of(self.form.fields).filled()
        asked = self._asked(typed) if started else None
        if asked is None:
            return None
        escorted = typed.one(f"{SECTION}.escorted") == "yes"
        return answer_told(
            asked.answer,
            self.asked,
            purpose=typed.one(f"{SECTION}.purpose"),
            since=committed_on(self.opened.record),
            leave=typed.one("leave") or asked.proposed(escorted=escorted),
        )

    def _terms(self, typed: Typed) -> facts.Application | None:
        """Return what is asked for, to be read again; None while it does not read."""
        try:
            case = _case(self.opened.record, self._application(typed))
        except facts.CaseRefused:
            return None
        wanted = case.application
        known = UNKNOWN not in (wanted.departs_at, wanted.returns_at, wanted.purpose)
        return wanted if known else None

    @property
    def _today(self) -> date:
        return self.asked.clock.there(self.asked.at).date()


def _case(record: office.PersonRecord, application: Mapping[str, Any]) -> facts.CaseFile:
    return facts.read_case(
        {**record.file, SECTION: dict(application)},
        vocabulary=law.france.FRENCH,
        dictionary=facts.house_dictionary(),
    )
