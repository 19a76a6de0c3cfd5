"""What whoever decides has before them: opinions, facts to have seen, pieces, what the law says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sortie import casework, office, store
from sortie.casework import Terms
from sortie.office import looking
from sortie.web.authority import OpenedCase, facts_shown
from sortie.web.frame import Asked, plainly
from sortie.web.pages.answers import AnswerTold, answer_told, committed_on
from sortie.words import raised
from sortie.words.office import objection


@dataclass(frozen=True, slots=True)
class OpinionTold:
    """What one seat of the board said; nothing where its opinion is missing."""

    seat: str
    sense: str
    label: str
    reasons: str
    pieces: tuple[str, ...]
    at: datetime | None

    @property
    def missing(self) -> bool:
        """Whether nobody gave it."""
        return not self.sense


@dataclass(frozen=True, slots=True)
class FactTold:
    """One fact to have seen, and who has not."""

    fact: str
    what: str
    unseen: tuple[str, ...]
    mine: bool


def opinions_told(opened: OpenedCase, asked: Asked) -> tuple[OpinionTold, ...]:
    """Return the opinions given and those that are missing, as far as they may be seen."""
    case, sight = opened.shown.case, opened.sight
    if not sight.fields("opinions.see"):
        return ()
    reasons = sight.sees("reasons", "opinions.see")
    given = [
        OpinionTold(
            seat=raised(asked.label("role", each.member)),
            sense=each.sense,
            label=asked.label("word", each.sense),
            reasons=each.reasons if reasons else "",
            pieces=each.pieces if reasons else (),
            at=each.at,
        )
        for each in case.present_opinions
    ]
    missing = [
        OpinionTold(raised(asked.label("role", seat)), "", "", "", (), None)
        for seat in looking.missing_opinions(case, asked.at)
    ]
    return (*given, *missing)


def facts_told(opened: OpenedCase, asked: Asked) -> tuple[FactTold, ...]:
    """Return the facts that may be shown, each with the seats that have not seen it."""
    case, actor = opened.shown.case, asked.acting.actor
    return tuple(
        FactTold(
            fact=each.fact,
            what=fact_told(each, asked),
            unseen=tuple(
                asked.label("role", seat) for seat in looking.unseen_by(each, case, asked.at)
            ),
            mine=actor is not None and each.unseen_by(actor),
        )
        for each in facts_shown(opened.sight, case)
    )


def fact_told(fact: casework.FactToSee, asked: Asked) -> str:
    """Return a fact in words, with its days."""
    what = raised(asked.tongue.spaced(asked.tongue.names.SEEN.get(fact.kind, fact.kind)))
    day = asked.tongue.day
    if fact.since is None:
        return asked.say("seen.undated", what=what)
    if fact.until is not None and fact.until != fact.since:
        return asked.say("seen.span", what=what, since=day(fact.since), until=day(fact.until))
    return asked.say("seen.since", what=what, since=day(fact.since))


def law_told(opened: OpenedCase, asked: Asked, terms: Terms | None) -> AnswerTold | None:
    """Return what the law answers on a leave: the one about to be granted, or the one asked for."""
    case, case_id = opened.shown.case, opened.shown.case_id
    filed = case.filing.asked if case.filing is not None else None
    wanted = terms or filed
    if wanted is None or not opened.sight.sees("law"):
        return None
    law = office.law_of_terms(case, case_id, wanted)
    return answer_told(
        law.answer,
        asked,
        purpose=wanted.purpose,
        since=committed_on(office.person_of(case.person)),
        leave=wanted.leave,
    )


def objections_to(act: str, opened: OpenedCase, asked: Asked) -> Iterator[str]:
    """Yield what stands in the way of an act now, in whole sentences."""
    step = next((each for each in opened.shown.steps if each.act == act), None)
    for each in step.refused_because if step is not None else ():
        yield asked.tongue.spaced(plainly(objection(each, asked, alone=True))) + "."


def name_of(opened: OpenedCase) -> str:
    """Return the person's name where it may be shown, else the id of the person."""
    case = opened.shown.case
    if not opened.sight.sees("name"):
        return case.person
    rows = store.people(store.PersonQuery(person_ids=(case.person,), limit=1))
    return f"{rows[0].family_name} {rows[0].given_name}".strip() if rows else case.person
