"""Opening a case, a person, a message: what may not be seen is answered as what is not there."""

from dataclasses import dataclass
from datetime import datetime

from sortie import office, store
from sortie.casework import Role
from sortie.web.authority.acting import Acting
from sortie.web.authority.allowing import Answer, answer_to
from sortie.web.authority.errors import ReasonWanted
from sortie.web.authority.relations import (
    Matter,
    matter_of_case,
    matter_of_person,
    of_message,
    relations,
)
from sortie.web.authority.shown import Sight
from sortie.web.authority.words import Relation

_JUDGES = (Role.ENFORCEMENT_JUDGE, Role.COURT_CLERK)


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case that someone may see, whose it is, and what of it they see."""

    shown: office.ShownCase
    matter: Matter
    sight: Sight


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """A person that someone may see, whose they are, and what of them they see."""

    record: office.PersonRecord
    matter: Matter
    sight: Sight


def open_case(
    acting: Acting, case_id: str, at: datetime, action: str = "case.see", *, reason: str = ""
) -> OpenedCase:
    """Return a case for an action that the table lets someone do on it.

    Raises:   office.NoSuchCase: there is none, or it is not theirs to know that there is one
              ReasonWanted
    """
    shown = office.case_shown(case_id, at, by=acting.actor)
    matter = _matter(acting, shown, at)
    theirs = relations(acting, matter)
    _let_in(acting, theirs, action, reason, office.NoSuchCase(case_id))
    return OpenedCase(shown, matter, Sight(acting, theirs, reason))


def open_person(
    acting: Acting, person_id: str, action: str = "person.see", *, reason: str = ""
) -> OpenedPerson:
    """Return a person for an action that the table lets someone do on them.

    Raises:   office.NoSuchPerson: there is none, or it is not theirs to know that there is one
              ReasonWanted
    """
    record = office.person_of(person_id)
    matter = matter_of_person(record)
    theirs = relations(acting, matter)
    _let_in(acting, theirs, action, reason, office.NoSuchPerson(person_id))
    return OpenedPerson(record, matter, Sight(acting, theirs, reason))


def open_message(acting: Acting, dedupe_key: str, at: datetime) -> store.StoredMessage:
    """Return a message that someone may say was received.

    Raises:   office.WordUnknown: there is none, or it is not theirs to know that there is one
    """
    unknown = office.WordUnknown(dedupe_key, ())
    message = store.message(dedupe_key)
    if message is None:
        raise unknown
    shown = office.case_shown(message.case_id, at, by=acting.actor)
    theirs = of_message(acting, message, _matter(acting, shown, at))
    _let_in(acting, theirs, "acknowledge", "", unknown)
    return message


def _let_in(
    acting: Acting,
    theirs: frozenset[Relation],
    action: str,
    reason: str,
    absent: office.OfficeError,
) -> None:
    told = answer_to(acting, theirs, action)
    if told is Answer.NO:
        raise absent
    if told is Answer.WITH_REASON and not reason.strip():
        raise ReasonWanted(action)


def _matter(acting: Acting, shown: office.ShownCase, at: datetime) -> Matter:
    """Return the case, with the courts that the law lets act beside its own.

    The law is asked only for a judge to whom the case would be a stranger's.
    """
    matter = matter_of_case(shown.case, shown.history, at)
    stranger = acting.role in _JUDGES and Relation.OTHER in relations(acting, matter)
    filing = shown.case.filing
    if not stranger or filing is None:
        return matter
    known = office.law_of_case(shown.case, shown.case_id, at).known(filing.asked.leave)
    return matter_of_case(shown.case, shown.history, at, competent=frozenset(known.courts))
