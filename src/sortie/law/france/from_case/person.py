"""The record, put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from sortie import facts
from sortie.days import EVER, NEVER
from sortie.facts import UNKNOWN
from sortie.law.france.from_case import application as asked
from sortie.law.france.from_case import custody as held
from sortie.law.france.from_case import history as past
from sortie.law.france.from_case import sentences as owed
from sortie.law.france.from_case.computed import ComputedTerm, computed_term
from sortie.law.france.kinds import Admissible, Purpose
from sortie.law.france.person import Person
from sortie.law.france.sentence.choices import RemandOff
from sortie.law.france.sentence.not_served import INCIDENTS, INTERRUPTIONS
from sortie.law.france.sentence.term import CALENDAR_SLACK, CREDIT_AND_BY, Term
from sortie.law.france.shelf import readings as all_readings
from sortie.law.france.vocabulary import FRENCH
from sortie.law.reformed import ReformedLaw
from sortie.rules import Bounds, ByReading, Field, Missing, choices, fields_of


@dataclass(frozen=True)
class Question:
    """How the law is asked: readings chosen by hand, a purpose, a reform supposed.

    ``readings`` maps the id of a reading to one of its options.
    """

    readings: Mapping[str, str] = field(default_factory=dict)
    purpose: str | None = None
    reform: ReformedLaw | None = None


def person_from(case: facts.CaseFile, question: Question | None = None) -> Person:
    """Return the record of a French case file.

    Raises:   ValueError: the question chooses an option that the reading does not have
    """
    question = question or Question()
    return Person(
        **_custody(case),
        **_history(case),
        **(
            _nothing_asked(question.purpose)
            if case.application == _NOTHING_ASKED
            else _application(case, question.purpose)
        ),
        **_readings(frozenset(question.readings.items())),
    )


def _custody(case: facts.CaseFile) -> dict[str, Any]:
    custody, term = case.custody, owed.term_of(case)
    terms = _terms(term)
    computed = computed_term(case)

    return {
        "born_on": _or_missing(case.person.born_on, "person.born_on"),
        "committed_on": _or_missing(custody.committed_on, "custody.committed_on"),
        "end_of_sentence": _by("end_of_sentence", (computed or term).end),
        "total": term.total,
        **(_fractions(terms) if computed is None else _computed_fractions(computed)),
        "recidivist": owed.in_any(custody, "recidivist", bool),
        "status": held.status_of(custody),
        "security_period": _security_period(custody, terms),
        **held.placed(custody),
        "adjustment": held.adjustment_of(custody),
        "territory_ban": held.territory_ban_of(custody),
        "parole_requires_leave": held.parole_requirement_of(custody),
        "admissible_to": _admissible(custody),
        "supervision_incurred": owed.in_any(custody, _SUPERVISION, lambda v: v is not None),
        "supervision_pronounced": owed.in_any(custody, _SUPERVISION, lambda v: v == "pronounced"),
        "offences": owed.offences_of(custody),
        "courts": owed.courts_of(custody),
    }


def _history(case: facts.CaseFile) -> dict[str, Any]:
    return {
        "judge_leave_on": past.judge_leave_on(case.history),
        "head_of_prison_excluded": past.head_of_prison_excluded(case.orders),
        "long_leave_this_year": _by(
            "long_leave_this_year", lambda year: past.long_leave_this_year(case, year)
        ),
        "bar_on_asking": past.bar_on_asking(case),
        "application_pending": past.application_pending(case),
    }


@cache
def _nothing_asked(purpose: str | None) -> dict[str, Any]:
    """Return what an application that says nothing leaves open: the same for everybody."""
    silent = facts.CaseFile(format=facts.FORMAT, jurisdiction=FRENCH.jurisdiction)
    return _application(silent, purpose)


def _application(case: facts.CaseFile, purpose: str | None) -> dict[str, Any]:
    application = case.application
    known = {name: asked.known(getattr(application, name), name) for name in _AS_TYPED}
    return {
        **known,
        "purpose": _purpose(purpose or application.purpose),
        "abroad": asked.abroad(application),
        "lodging_settled": asked.settled(application.lodging_shown, "lodging_shown"),
        "transport_settled": asked.settled(application.transport_shown, "transport_shown"),
        "expert_report_on": asked.expert_report_on(application),
        "days_asked": _by("days_asked", lambda counted: asked.days_asked(case, counted)),
        "only_days_off": asked.only_days_off(case),
    }


_AS_TYPED = (
    "filed_on",
    "funds_shown",
    "prepares_relief",
    "prosecutor_agrees",
    "representation_possible",
    "video_link_possible",
)
assert tuple(choices(Person, fields_of(Person)["half_term"])) == tuple(  # noqa: S101
    (*each, off) for each in CREDIT_AND_BY for off in RemandOff
)
FRACTIONS = {"third_term": (1, 3), "half_term": (1, 2), "two_thirds_term": (2, 3)}
_NOTHING_ASKED = facts.Application()
_SUPERVISION = "socio_judicial_supervision"


def _or_missing(value: Any, path: str) -> Any:
    return Missing((path,)) if value is UNKNOWN else value


def _by(name: str, value: Callable[..., Any]) -> Any:
    """Return the values of a field for each choice of the readings it depends on."""
    return ByReading({choice: value(*choice) for choice in _choices_of(name)})


@cache
def _choices_of(name: str) -> tuple[tuple[Any, ...], ...]:
    return choices(Person, fields_of(Person)[name])


def _terms(term: Term) -> dict[RemandOff, Term]:
    """Return the term under each option; one and the same where nothing moves its two ends."""
    moved = term.remand or term.at_large
    return {off: replace(term, remand_off=off) if moved else term for off in RemandOff}


def _security_period(custody: facts.CustodyFacts, terms: Mapping[RemandOff, Term]) -> Any:
    days = {id(term): owed.security_periods(custody, term) for term in terms.values()}
    return _by("security_period", lambda off: days[id(terms[off])])


def _computed_fractions(term: ComputedTerm) -> dict[str, Any]:
    def counted(name: str, part: tuple[int, int]) -> Any:
        return _by(name, lambda credit, by, off: term.fraction(part, credit, by, off))

    return {name: counted(name, part) for name, part in FRACTIONS.items()}


def _fractions(terms: Mapping[RemandOff, Term]) -> dict[str, Any]:
    start, end = terms[RemandOff.OFF_THE_START], terms[RemandOff.OFF_THE_END]
    points = _points(start)
    others = points if end is start else _points(end)
    return {
        name: ByReading(
            dict(zip(_choices_of(name), (p for pair in zip(a, b, strict=True) for p in pair),
                     strict=True))
        )
        for name, a, b in zip(FRACTIONS, points, others, strict=True)
    }  # fmt: skip


def _points(term: Term) -> list[tuple[Any, ...]]:
    """Return each fraction under each choice of credit and count, in the order of the readings."""
    points = term.fractions(*FRACTIONS.values())
    if not term.unsure:
        return points
    earlier = "custody.remand" in term.unsure
    later = any(path.startswith((INCIDENTS, INTERRUPTIONS)) for path in term.unsure)
    if not (earlier or later):
        return points
    return [tuple(_widened(term, point, (earlier, later)) for point in each) for each in points]


def _widened(term: Term, point: Any, moved: tuple[bool, bool]) -> Any:
    """Widen a date that rests on remand or days not served when the file does not tell them."""
    earlier, later = moved
    if isinstance(point, Missing) or point == NEVER:
        return point
    low, high = (point.least, point.most) if isinstance(point, Bounds) else (point, point)
    paths = point.paths if isinstance(point, Bounds) else ()
    paths += term.unsure
    return Bounds(
        EVER if earlier else low - CALENDAR_SLACK, NEVER if later else high + CALENDAR_SLACK, paths
    )


def _admissible(custody: facts.CustodyFacts) -> Any:
    if custody.admissible_to is UNKNOWN:
        return Missing(("custody.admissible_to",))
    return frozenset(Admissible(word) for word in custody.admissible_to)


def _purpose(purpose: str | facts.Unknown) -> Any:
    return Missing(("application.purpose",)) if purpose is UNKNOWN else Purpose(purpose)


@cache
def _reading_fields() -> tuple[Field, ...]:
    return tuple(field for field in fields_of(Person).values() if field.reading)


@cache
def _readings(options: frozenset[tuple[str, str]]) -> dict[str, Any]:
    files, chosen = all_readings(), dict(options)
    found: dict[str, Any] = {}
    for each in _reading_fields():
        option = chosen.get(each.reading) or _signed(files[each.reading])
        found[each.name] = each.kind(option) if option else Missing()
    return found


def _signed(reading: Any) -> str:
    """Return the option somebody signed; a reading nobody signed is open."""
    return str(reading.adopted) if reading.adopted and reading.confirmed_by else ""
