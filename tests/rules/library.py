"""A lending library with its members: a small record and small rules, of no jurisdiction."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Annotated, Any

from sortie.days import NEVER, Length, MonthEnd, Months, Over, months, years
from sortie.rules import (
    Book,
    Dated,
    Figure,
    Missing,
    Reading,
    Under,
    rule,
)


class Card(Enum):
    """The card a member holds."""

    CHILD = "child"
    ADULT = "adult"
    GUEST = "guest"


class Subject(Enum):
    """What a member reads."""

    LAW = "law"
    ART = "art"
    TRAVEL = "travel"


class Counting(Enum):
    """Whether the last day of a membership counts."""

    WITH_LAST = "with_last"
    WITHOUT_LAST = "without_last"


class Manner(Enum):
    """Whether the librarian reads the regulations strictly."""

    MILD = "mild"
    STRICT = "strict"
    LITERAL = "literal"


@dataclass(frozen=True)
class Member:
    """One member of the library."""

    born_on: date
    joined_on: date
    referred_on: date
    leaves_on: Annotated[date, Under("counting")]
    stay: Length
    loans: int
    allowance: Annotated[int, Under("counting", "manner")]
    resident: bool
    fined: bool
    card: Over[Card]
    suspended: Over[bool]
    subjects: frozenset[Subject]
    counting: Annotated[Counting, Reading("library.counting")]
    manner: Annotated[Manner, Reading("library.manner")]


EIGHTEEN = years(18, MonthEnd.FIRST_OF_NEXT)
A_MONTH = months(1, MonthEnd.LAST_DAY)
OPENED = date(2012, 2, 29)
TOO_LONG = Length(3, 0)
GROWN = frozenset({Card.ADULT, Card.GUEST})


def dated(name: str, *values: tuple[date, Any]) -> Figure[Any]:
    """Return a figure with these values, each from its first day on."""
    ends = [*(since for since, _ in values[1:]), NEVER]
    rows = zip(values, ends, strict=True)
    versions = tuple(Dated(since, end, value, ("text",)) for (since, value), end in rows)
    return Figure(f"library.{name}", {"fr": name, "en": name}, versions)


LAST_MONTHS: Figure[Months] = dated(
    "last_months",
    (date(2000, 1, 1), Months(6, MonthEnd.LAST_DAY)),
    (date(2014, 7, 1), Months(3, MonthEnd.LAST_DAY)),
)
MOST_LOANS: Figure[int] = dated("most_loans", (date(2000, 1, 1), 5), (date(2014, 3, 1), 7))
SHORT_STAY: Figure[Length] = dated(
    "short_stay", (date(2000, 1, 1), Length(1, 0)), (date(2016, 1, 1), Length(2, 0))
)


@rule("library.card.valid", cites=("text.1",), since=None)
def valid(p: Member, day: date) -> bool:
    """La carte est valable (the card is valid)."""
    return day >= p.joined_on and day < p.leaves_on


@rule("library.member.grown_up", cites=("text.2",), since=None)
def grown_up(p: Member, day: date) -> bool:
    """Le membre est majeur (the member is grown up)."""
    return day >= p.born_on + EIGHTEEN


@rule("library.loan.open", cites=("text.3",), since="2005-01-01", until="2010-06-30")
def may_borrow(p: Member, day: date) -> bool:
    """Le prêt est ouvert (a loan is open)."""
    return p.loans < 3 and not p.suspended[day]


@may_borrow.version(cites=("text.4",), since="2010-07-01", until="2018-12-31")
def may_borrow_2010(p: Member, day: date) -> bool:
    """Le prêt est ouvert (a loan is open)."""
    return not p.suspended[day] and p.loans > 2 and p.loans < MOST_LOANS[day]


@rule("library.card.ending", cites=("text.5",), since="2000-01-01")
def ending(p: Member, day: date) -> bool:
    """La carte prend bientôt fin (the card ends soon)."""
    return day + LAST_MONTHS[day] > p.leaves_on


@rule("library.member.settled", cites=("text.6",), since=None)
def settled(p: Member, day: date) -> bool:
    """Le membre est venu après l'ouverture, ou est là depuis un mois (the member is settled)."""
    return p.joined_on >= OPENED or p.joined_on + A_MONTH <= day


@rule("library.member.referred_in_time", cites=("text.7",), since=None)
def referred_in_time(p: Member, day: date) -> bool:
    """La recommandation précède l'adhésion (the member was referred before joining)."""
    return p.referred_on + A_MONTH <= p.joined_on and day > p.referred_on


@rule("library.member.referred_then", cites=("text.16",), since=None)
def referred_then(p: Member, day: date) -> bool:
    """La recommandation date du jour de l'adhésion, ou d'un mois avant (referred just then)."""
    return (p.referred_on <= p.joined_on and p.referred_on >= p.joined_on) or (
        p.referred_on + A_MONTH <= p.joined_on
        and not p.referred_on + A_MONTH < p.joined_on
        and day >= p.referred_on
    )


@rule("library.member.referred_at_last", cites=("text.17",), since=None)
def referred_at_last(p: Member, day: date) -> bool:
    """La recommandation a été faite, ou le sera trop tard (referred, or too late)."""
    return p.referred_on + A_MONTH >= p.joined_on or day > p.referred_on


@rule("library.subject.shelf", cites=("text.8",), since=None)
def shelf_open(p: Member, day: date) -> bool:
    """Le rayon est ouvert (the shelf is open)."""
    return (Subject.LAW not in p.subjects if p.fined else Subject.ART in p.subjects) or p.card[
        day
    ] == Card.GUEST


@rule("library.card.right_kind", cites=("text.9",), since="2008-01-01", until="2017-12-31")
def right_card(p: Member, day: date) -> bool:
    """La carte convient (the card is of the right kind)."""
    return p.card[day] in GROWN if grown_up(p, day) else p.card[day] == Card.CHILD


@rule("library.card.either_way", cites=("text.10",), since=None)
def either_way(p: Member, day: date) -> bool:
    """La carte est d'un membre ou d'un autre (the card belongs to someone)."""
    return p.card[day] != Card.CHILD or (p.card[day] in {Card.CHILD} and not p.fined) or p.fined


@rule("library.stay.long", cites=("text.11",), since="2000-01-01")
def long_stay(p: Member, day: date) -> bool:
    """Le séjour est long, sans l'être trop (the stay is long, but not too long)."""
    return p.stay > SHORT_STAY[day] and not (p.stay >= TOO_LONG)


@rule("library.loan.spared", cites=("text.12",), since=None)
def spared(p: Member, day: date) -> bool:
    """La règle est écartée (the rule is set aside)."""
    return (
        p.loans <= p.allowance
        if p.manner == Manner.LITERAL
        else p.manner == Manner.MILD and not may_borrow(p, day)
    )


@rule("library.fine.lifted", cites=("text.14",), since=None)
def fine_lifted(p: Member, _day: date) -> bool:
    """L'amende est levée (the fine is lifted)."""
    return p.manner == Manner.MILD if p.fined else p.manner in {Manner.MILD, Manner.LITERAL}


@rule("library.loan.many", cites=("text.15",), since=None)
def many_loans(p: Member, _day: date) -> bool:
    """Les prêts sont nombreux (there are many loans)."""
    return p.loans > 3 if p.fined else p.loans > 3 and (p.loans < 8 or p.loans > 5)


@rule("library.desk.welcome", cites=("text.13",), since="2003-01-01")
def welcome(p: Member, day: date) -> bool:
    """Le membre est reçu au guichet (the member is welcome at the desk)."""
    return (valid(p, day) and (p.resident or not ending(p, day))) or (
        right_card(p, day) and not (p.resident and settled(p, day)) and long_stay(p, day)
    )


RULES = (
    valid, grown_up, may_borrow, ending, settled, referred_in_time, referred_then,
    referred_at_last, shelf_open, right_card, either_way, long_stay, spared, fine_lifted,
    many_loans, welcome,
)  # fmt: skip
BOOK = Book(Member, RULES)


def a_member(**facts: Any) -> Member:
    """Return a member of whom everything is known, except what ``facts`` say otherwise."""
    known = Member(
        born_on=date(1992, 2, 29),
        joined_on=date(2009, 5, 31),
        referred_on=date(2009, 4, 30),
        leaves_on=date(2016, 8, 31),
        stay=Length(2, 0),
        loans=4,
        allowance=4,
        resident=True,
        fined=False,
        card=Over.constant(Card.ADULT),
        suspended=Over.constant(False),
        subjects=frozenset({Subject.LAW}),
        counting=Counting.WITH_LAST,
        manner=Manner.STRICT,
    )
    return replace(known, **facts)


def unknown(field: str) -> Missing:
    """Return what stands for a fact nobody has told."""
    return Missing((f"member.{field}",))
