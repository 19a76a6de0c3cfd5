"""The law read on a case, once a page: the person's file, their leave, the day asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sortie import casework, law, office
from sortie.law import Answer
from sortie.rules import Finding
from sortie.web.authority import OpenedCase, Sight
from sortie.web.frame import Asked

# What these facts say of the person is shown to those who may see the offence.
_OF_THE_OFFENCE = frozenset(
    ["offences", "courts", "recidivist", "supervision_incurred", "supervision_pronounced"]
)
# What is usual goes without saying: the person is an adult, no announced law is asked about.
SILENT = frozenset(["fr.person.adult", "fr.minor.own_conditions", law.france.REFORM])


@dataclass
class LawRead:
    """A case under the law. Nothing is worked out before a part of the page asks for it."""

    held: office.FileOfCase
    sight: Sight
    today: date
    leave_on: date | None
    wanted: str = ""

    @cached_property
    def asked(self) -> law.france.Asked:
        """The case under one question, that of its leave."""
        return law.france.Asked(self.held.file)

    @cached_property
    def calendar(self) -> law.Calendar:
        """Every answer over the custody."""
        return self.asked.calendar()

    @cached_property
    def on(self) -> date:
        """The day looked at: the one asked for, else that of the leave, else today."""
        return _day_of(self.wanted) or self.leave_on or self.today

    @property
    def unread(self) -> bool:
        """Whether a day was asked for that is none."""
        return bool(self.wanted) and _day_of(self.wanted) is None

    @cached_property
    def answer(self) -> Answer:
        """What the law answers on that day."""
        return self.asked.on(self.on)

    @property
    def terms(self) -> casework.Terms | None:
        """The leave in force, else the one asked for."""
        return self.held.terms

    def shown(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that say something, and only of what may be seen."""
        return tuple(each for each in findings if each.rule.id not in SILENT and self.sees(each))

    def sees(self, found: Finding) -> bool:
        """Whether a finding may be shown: one on the offence, to those who see the offence."""
        looks = {fact.field for fact in found.facts}
        return looks.isdisjoint(_OF_THE_OFFENCE) or self.sight.sees("offence")


def law_read(asked: Asked, opened: OpenedCase) -> LawRead:
    """Return the law on a case, ready to be asked.

    Raises:   facts.CaseRefused
    """
    held = office.file_of_case(opened.shown.case, opened.shown.case_id)
    departs = held.terms.departs_at if held.terms is not None else None
    return LawRead(
        held,
        opened.sight,
        asked.clock.there(asked.at).date(),
        asked.clock.there(departs).date() if departs is not None else None,
        asked.request.GET.get("on", ""),
    )


def _day_of(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
