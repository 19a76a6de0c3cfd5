"""Parole of the parent of a child under ten, which asks for no fraction (CPP 729-3)."""

from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import Length, MonthEnd, first_day_reaching, months
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.kinds import Offence
from sortie.law.france.sentence.lines import Basis
from sortie.law.france.sentence.titles import Owed, Title
from sortie.rules import Missing

PARENT = "person.parent_of_child_under_ten"
# Four years at most pronounced, or left.
AT_MOST = 48
# Until then a recidivist had to serve two thirds, and was no parent within CPP 729-3.
RECIDIVIST_AS_OTHERS_FROM = date(2015, 1, 1)
ON_MINORS = frozenset({Offence.MURDER_OF_MINOR, Offence.RAPE_OF_MINOR_UNDER_15})
MAYBE_ON_MINORS = frozenset({Offence.SEXUAL_706_47})


@dataclass(frozen=True, slots=True)
class ParentDay:
    """From when a parent may ask; ``counts`` where the file says that this person is one."""

    day: date
    counts: bool
    basis: Basis


def parent_day(
    case: facts.CaseFile, owed: Owed, start: date | Missing, end: date | None
) -> ParentDay | None:
    """Return the day of a parent of a child under ten, None where it is not one for this person.

    The trap: nobody sentenced for an offence on a minor is within the article. The file names
    some of these offences only: where one of ``sexual_706_47`` may be one, the day does not count,
    and is shown as that of a parent if there is no other obstacle. The child grows up: the fact
    is that of the day on which the file was typed.

    Source:   CPP 729-3; Cass. crim. 1 June 2022, 21-84.648
    """
    parent = case.person.parent_of_child_under_ten
    offences = [_on_a_minor(title) for title in owed.titles]
    if parent is False or True in offences:
        return None
    if isinstance(start, Missing) or owed.total is None or end is None:
        return None
    day = start
    if owed.total > Length(months=AT_MOST):
        day = max(day, first_day_reaching(end, months(AT_MOST, MonthEnd.LAST_DAY)))
    again = [title.sentence.recidivist for title in owed.titles]
    early = day < RECIDIVIST_AS_OTHERS_FROM
    if early and True in again:
        day = RECIDIVIST_AS_OTHERS_FROM
    sure = None not in offences and not (early and UNKNOWN in again)
    told = (PARENT,) if parent is True else ()
    basis = Basis(cpp("729-3"), facts=("custody.sentences", *told))
    return ParentDay(day, parent is True and sure, basis)


def _on_a_minor(title: Title) -> bool | None:
    """Return whether the victim was a minor, None where the family of the offence may hide it."""
    offences = title.sentence.offences
    if offences is UNKNOWN:
        return None
    if not ON_MINORS.isdisjoint(offences):
        return True
    return False if MAYBE_ON_MINORS.isdisjoint(offences) else None
