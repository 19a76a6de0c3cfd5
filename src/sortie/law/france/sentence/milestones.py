"""The dates that hang on the term: fractions served, parole, release under constraint."""

from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import Length, MonthEnd, add_months, first_day_reaching, months
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.kinds import CreditInFractions, FractionsBy
from sortie.law.france.sentence.choices import reading_id
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.parents import RECIDIVIST_AS_OTHERS_FROM, parent_day
from sortie.law.france.sentence.term import LAST_DAY, Term
from sortie.law.france.sentence.titles import Owed

FRACTIONS = {"third_served": (1, 3), "half_served": (1, 2), "two_thirds_served": (2, 3)}
BY = reading_id("fractions_by")
CREDIT = reading_id("credit_in_fractions")

# CPP 729: the test period at most, and that of a life sentence; then the same for recidivists.
TEST_PERIOD, TEST_PERIOD_RECIDIVIST = Length(months=12 * 15), Length(months=12 * 20)
LIFE_TEST_PERIOD, LIFE_TEST_PERIOD_RECIDIVIST = Length(months=12 * 18), Length(months=12 * 22)
# CPP 729, last paragraph.
SEVENTY = 12 * 70
# CPP 720, in its wordings of 2015 and 2023.
CONSTRAINT_TOTAL, AS_OF_RIGHT_TOTAL, AS_OF_RIGHT_LEFT = Length(months=60), Length(months=24), 3
CONSTRAINT_FROM, AS_OF_RIGHT_FROM = date(2015, 1, 1), date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class Reached:
    """What the milestones are counted from: the term, the one parole looks at, what is owed."""

    term: Term
    for_parole: Term
    owed: Owed
    by: FractionsBy
    security_end: date | None


def write_fractions(sheet: Sheet, reached: Reached) -> None:
    """Write the third, the half and two thirds, to the release date (M2) and as pronounced (M1).

    Reading:  fr.reading.credit_in_fractions and fr.reading.fractions_by: unconfirmed
    """
    if reached.owed.life:
        return
    basis = Basis(cpp("716-1", "716-4"), (CREDIT, BY), ("custody.sentences",))
    for name, part in FRACTIONS.items():
        for credit in CreditInFractions:
            _write(sheet, f"{name}.{credit.value}", basis,
                   reached.term.fraction(*part, credit, reached.by))  # fmt: skip


def _write(sheet: Sheet, what: str, basis: Basis, point: object) -> None:
    """Write a date, or what would tell it."""
    if isinstance(point, date):
        sheet.told(what, basis, day=point)
    else:
        sheet.told(what, basis, missing=tuple(getattr(point, "paths", ())))


# -- parole ---------------------------------------------------------------------------------------


def write_parole(sheet: Sheet, reached: Reached, case: facts.CaseFile) -> None:
    """Write the day from which parole may be granted, and the ways that know no fraction.

    The trap: where recidivists were credited less, parole is dated as if they were not. The day
    of a parent within CPP 729-3 is that of parole where the file says that the person is one.

    Source:   CPP 729, 729-3, 721 in its wordings of 2005 to 2014
    """
    basis = Basis(cpp("729"), (BY,), ("custody.sentences",))
    again, lacking = _recidivist(reached.owed)
    day = _test_period_ends(reached, recidivist=again)
    parent = parent_day(case, reached.owed, reached.term.start, sheet.end)
    early = parent is not None and parent.counts and (day is None or parent.day < day)
    if early and parent is not None:
        _write_day(sheet, parent.basis, parent.day, reached.security_end)
    elif day is None or (lacking and _differs(reached)):
        paths = lacking or _lacking(reached.for_parole)
        sheet.told("parole", basis, missing=paths)
    elif again and day < RECIDIVIST_AS_OTHERS_FROM:
        sheet.told("not_modelled", basis, value="parole_of_recidivists_before_2015")
    else:
        _write_day(sheet, basis, day, reached.security_end)
    if parent is not None and not parent.counts:
        sheet.told("parole.parent", parent.basis, day=parent.day)
    _write_seventy(sheet, case)


def _write_day(sheet: Sheet, basis: Basis, day: date, security: date | None) -> None:
    """Write the day of parole, and that of the end of a security period that comes later."""
    sheet.told("parole", basis, day=day)
    if security is not None and security > day:
        sheet.told("parole.after_security_period", Basis(cpp("720-2")), day=security)


def _recidivist(owed: Owed) -> tuple[bool, tuple[str, ...]]:
    known = [title.sentence.recidivist for title in owed.standing]
    if any(each is True for each in known):
        return True, ()
    lacking = [t for t in owed.standing if t.sentence.recidivist is UNKNOWN]
    return False, tuple(f"{title.path}.recidivist" for title in lacking)


def _differs(reached: Reached) -> bool:
    return _test_period_ends(reached, recidivist=False) != _test_period_ends(
        reached, recidivist=True
    )


def _test_period_ends(reached: Reached, *, recidivist: bool) -> date | None:
    start = reached.term.start
    if not isinstance(start, date):
        return None
    if reached.owed.life:
        life = LIFE_TEST_PERIOD_RECIDIVIST if recidivist else LIFE_TEST_PERIOD
        return reached.term.runs_to(life)
    half = reached.for_parole.fraction(1, 2, CreditInFractions.CURRENT_DATE, reached.by)
    if not isinstance(half, date):
        return None
    cap = TEST_PERIOD_RECIDIVIST if recidivist else TEST_PERIOD
    return min(half, reached.term.runs_to(cap))


def _lacking(term: Term) -> tuple[str, ...]:
    for known in (term.start, term.total, term.reductions, term.stated_end):
        paths = getattr(known, "paths", None)
        if paths is not None:
            return tuple(paths)
    return ()


def _write_seventy(sheet: Sheet, case: facts.CaseFile) -> None:
    basis = Basis(cpp("729"), facts=("person.born_on",))
    born = case.person.born_on
    if not isinstance(born, date):
        sheet.told("parole.seventy", basis, missing=("person.born_on",))
        return
    day = add_months(born, SEVENTY, LAST_DAY)
    if sheet.end is None or day < sheet.end:
        sheet.told("parole.seventy", basis, day=day)


# -- release under constraint ---------------------------------------------------------------------


def write_constraint(sheet: Sheet, reached: Reached) -> None:
    """Write when release under constraint is examined, and when it is as of right.

    Source:   CPP 720 in its wordings since 2015
    """
    total, end = reached.owed.total, sheet.end
    if total is None or total > CONSTRAINT_TOTAL:
        return
    basis = Basis(cpp("720"), (BY,), ("custody.sentences",))
    two_thirds = reached.term.fraction(2, 3, CreditInFractions.CURRENT_DATE, reached.by)
    if not isinstance(two_thirds, date) or two_thirds >= CONSTRAINT_FROM:
        _write(sheet, "constraint.examined", basis, two_thirds)
    if end is None or total > AS_OF_RIGHT_TOTAL:
        return
    little_left = first_day_reaching(end, months(AS_OF_RIGHT_LEFT, MonthEnd.LAST_DAY))
    day = max(little_left, AS_OF_RIGHT_FROM)
    if isinstance(reached.term.start, date) and day < end:
        as_of_right = Basis(cpp("720"), facts=("custody.sentences",))
        sheet.told("constraint.as_of_right", as_of_right, day=max(day, reached.term.start))
