"""Writing an order: what the law lets, grounds on dated pieces, read again before it is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import Http404, HttpResponse

from sortie import casework, facts, law, office
from sortie.casework import AttachedBan, Decided, Terms
from sortie.web import authority
from sortie.web.authority import Answer, OpenedCase, ReasonWanted
from sortie.web.filling import Filling
from sortie.web.forms import Typed
from sortie.web.frame import Asked, Shown
from sortie.web.pages.deciding import beside
from sortie.web.pages.deciding.telling import GRANTS, OrderTold, order_told

VERB = "decide"
ACT = casework.name_of(Decided)


def show_decision(asked: Asked, opened: OpenedCase) -> Shown:
    """Show the order to be written, with what was written of it before if anything was."""
    return _deciding(asked, opened).shown()


def send_decision(asked: Asked, opened: OpenedCase) -> Shown | HttpResponse:
    """Show the order in whole sentences, or make it once it was read so."""
    return _deciding(asked, opened).sent()


def _deciding(asked: Asked, opened: OpenedCase) -> Filling:
    told = authority.answer_to(asked.acting, opened.sight.theirs, VERB)
    if told is Answer.NO or asked.acting.actor is None:
        raise Http404
    if told is Answer.WITH_REASON and not asked.reason:
        raise ReasonWanted(VERB)
    return Deciding.of(VERB, opened, asked, back="order")


@dataclass(slots=True)
class Deciding(Filling):
    """The order of one case, being written."""

    REREAD: ClassVar[bool] = True

    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return the order as it stands so far, and what its author must have read."""
        decided = self._decided(typed)
        terms = decided.terms if decided is not None else None
        grants = decided is not None and decided.outcome in GRANTS
        opened, asked = self.opened, self.asked
        return {
            **Filling.values(self, typed),
            "told": self._told(decided) if decided is not None else None,
            "grants": grants,
            "answer": beside.law_told(opened, asked, terms if grants else None),
            "opinions": beside.opinions_told(opened, asked),
            "facts": beside.facts_told(opened, asked),
            "objections": tuple(beside.objections_to(ACT, opened, asked)),
        }

    def _decided(self, typed: Typed) -> Decided | None:
        """Return the order that is typed; None while it does not read as one."""
        body, faults = self.read(typed)
        if faults:
            return None
        try:
            return casework.read_as(Decided, body, VERB)
        except casework.BrokenEvent:
            return None

    def _told(self, decided: Decided) -> OrderTold:
        return order_told(
            decided,
            self.opened.shown.case,
            self.asked,
            name=beside.name_of(self.opened),
            by=self.asked.actor.role,
            bans=self._bans(decided.terms),
        )

    def _bans(self, terms: Terms | None) -> tuple[AttachedBan, ...]:
        """Return the bans of other decisions that will go with the leave, whatever is written."""
        case = self.opened.shown.case
        leave = terms or (case.filing.asked if case.filing is not None else None)
        if leave is None:
            return ()
        file = facts.read_case(
            office.person_of(case.person).file,
            vocabulary=law.france.FRENCH,
            dictionary=facts.house_dictionary(),
        )
        return office.bans_that_attach(file, self.asked.clock.there(leave.departs_at).date())
