"""What a paper is made from: a case with its history, the person, and how people are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sortie import casework, office
from sortie.casework import Case, Recorded

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A case as it is put on paper.

    ``names`` are the printed names of those who sign, by the id of the actor; a line is left for
    the hand where one is wanting. ``specimen``: the people are invented, and every page says so.
    """

    case_id: str
    case: Case
    history: tuple[Recorded, ...]
    person: office.PersonRecord
    names: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    specimen: bool = False

    @property
    def name(self) -> str:
        """The person's name, as the office typed it; the id of one whose name is not known."""
        typed = f"{self.person.family_name} {self.person.given_name}".strip()
        return typed or self.person.person

    @property
    def born_on(self) -> date | None:
        """The date of birth that the file gives, if it gives one."""
        person: Mapping[str, Any] = self.person.file.get("person") or {}
        try:
            return date.fromisoformat(str(person.get("born_on", "")))
        except ValueError:
            return None

    def at_event(self, number: int) -> Case:
        """Return the case as it stood once this event was recorded."""
        return casework.fold(each for each in self.history if each.number <= number)

    def last(self, *kinds: type[casework.Event]) -> Recorded | None:
        """Return the last event of these kinds."""
        found = [each for each in self.history if isinstance(each.event, kinds)]
        return found[-1] if found else None


def about(
    case_id: str,
    at: datetime,
    *,
    names: Mapping[str, str] = NOBODY,
    specimen: bool = False,
    upto: int | None = None,
) -> About:
    """Return a case and its person as the office holds them, ready to be put on paper.

    Raises:   office.NoSuchCase, office.NoSuchPerson
    """
    shown = office.case_shown(case_id, at, upto=upto)
    return About(
        case_id=case_id,
        case=shown.case,
        history=shown.history,
        person=office.person_of(shown.case.person),
        names=names,
        specimen=specimen,
    )
