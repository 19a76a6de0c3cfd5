"""An answer is open, closed or undetermined exactly as the plain runs of all possible worlds say.

The exactness has one limit, stated and tested below: two unknown dates compared with each other
stand for an unknown of their own, so that an answer may be called undetermined where the two
together leave one possibility. It is never called open or closed where the worlds differ.
Months counted to one date in two ways, which part at month ends only, are refused in a book.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from sortie.days import EVER, NEVER, Length, Over, Span
from sortie.rules import Assessment, Bounds, ByReading, Outcome, choices, explain
from tests.rules.library import (
    BOOK,
    RULES,
    Card,
    Counting,
    Manner,
    Member,
    Subject,
    a_member,
    unknown,
)
from tests.rules.worlds import FIELDS, how_many, said, slots_of, worlds

LOOKS_AT = {
    "library.card.valid": ("joined_on", "leaves_on", "counting"),
    "library.member.grown_up": ("born_on",),
    "library.loan.open": ("loans", "suspended"),
    "library.card.ending": ("leaves_on", "counting"),
    "library.member.settled": ("joined_on",),
    "library.member.referred_in_time": ("referred_on", "joined_on"),
    "library.member.referred_then": ("referred_on", "joined_on"),
    "library.member.referred_at_last": ("referred_on", "joined_on"),
    "library.subject.shelf": ("subjects", "fined", "card"),
    "library.card.right_kind": ("card", "born_on"),
    "library.card.either_way": ("card", "fined"),
    "library.stay.long": ("stay",),
    "library.loan.spared": ("loans", "allowance", "suspended", "counting", "manner"),
    "library.fine.lifted": ("fined", "manner"),
    "library.loan.many": ("loans", "fined"),
    "library.desk.welcome": (
        "joined_on", "leaves_on", "resident", "card", "born_on", "stay", "counting",
    ),
}  # fmt: skip
IN_ORDER = {"born_on", "joined_on", "referred_on", "leaves_on", "stay", "loans", "allowance"}
MANY = 4000
OPEN, CLOSED = Outcome.OPEN, Outcome.CLOSED

days = st.dates(date(2004, 1, 1), date(2019, 12, 31))
month_ends = st.sampled_from(
    [date(2012, 2, 29), date(2012, 3, 31), date(2014, 6, 30), date(2012, 1, 31), date(2016, 8, 31)]
)
some_day = days | month_ends
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "born_on": st.dates(date(1985, 1, 1), date(2000, 1, 1)) | st.just(date(1992, 2, 29)),
    "joined_on": some_day,
    "referred_on": some_day,
    "leaves_on": some_day | st.just(NEVER),
    "stay": st.builds(Length, st.integers(0, 4), st.integers(0, 40)),
    "loans": st.integers(0, 9),
    "allowance": st.integers(0, 9),
    "resident": st.booleans(),
    "fined": st.booleans(),
    "card": st.sampled_from(Card),
    "suspended": st.booleans(),
    "subjects": st.frozensets(st.sampled_from(Subject)),
    "counting": st.sampled_from(Counting),
    "manner": st.sampled_from(Manner),
}


@st.composite
def doubtful(draw: st.DrawFn, name: str) -> Any:
    """A fact that is missing, between bounds, or missing for some days or some readings."""
    field, value = FIELDS[name], VALUES[name]
    missing = st.just(unknown(name))
    if field.over:
        return draw(missing.map(Over.constant) | over(missing | value))
    held = draw(missing | between(name) if field.plural or name in IN_ORDER else missing)
    if draw(st.booleans()) and field.under:
        return ByReading({c: draw(st.just(held) | value) for c in choices(Member, field)})
    return held


@st.composite
def between(draw: st.DrawFn, name: str) -> Bounds:
    one, other = draw(VALUES[name]), draw(VALUES[name])
    if FIELDS[name].plural:
        return Bounds(one & other, one | other, unknown(name).paths)
    least, most = sorted((one, other), key=lambda v: getattr(v, "key", v))
    return Bounds(least, most, unknown(name).paths)


@st.composite
def over(draw: st.DrawFn, value: st.SearchStrategy[Any]) -> Over[Any]:
    first, last = sorted((draw(days), draw(days)))
    span = Span(first, last + timedelta(days=1))
    return Over.of([(span, draw(value))], default=draw(value))


@st.composite
def settled_members(draw: st.DrawFn) -> Member:
    """A member of whom all is known."""
    return a_member(**{n: draw(over(v) if FIELDS[n].over else v) for n, v in VALUES.items()})


@st.composite
def members(draw: st.DrawFn, looked_at: tuple[str, ...]) -> Member:
    """A member of whom some facts that a rule looks at are doubtful."""
    member = draw(settled_members())
    names = draw(st.lists(st.sampled_from(looked_at), min_size=1, max_size=3, unique=True))
    return replace(member, **{name: draw(doubtful(name)) for name in names})


@st.composite
def questions(draw: st.DrawFn) -> tuple[Any, Member, Assessment, date]:
    """A rule, a member, and a day near one on which an answer may change."""
    rule = draw(st.sampled_from(RULES))
    member = draw(members(LOOKS_AT[rule.id]))
    assessment = Assessment(BOOK, member)
    near = [d + timedelta(days=n) for d in assessment.cuts if EVER < d < NEVER for n in (-1, 0, 1)]
    on = draw(st.sampled_from(near) | days)
    assume(how_many(member, on, LOOKS_AT[rule.id]) <= MANY)
    return rule, member, assessment, on


def two_unknown_dates_are_compared(rule_id: str, member: Member) -> bool:
    opened = {name for name, _ in slots_of(member)}
    return rule_id.startswith("library.member.referred") and {"referred_on", "joined_on"} <= opened


@given(questions())
def test_an_answer_stands_exactly_when_every_world_agrees(asked: Any) -> None:
    rule, member, assessment, on = asked
    answers = {said(rule, member, w, on) for w in worlds(member, on, LOOKS_AT[rule.id])}
    outcome = assessment.outcome(rule.id, on)

    if outcome is not Outcome.UNDETERMINED:
        assert answers == {outcome is Outcome.OPEN}
    elif not two_unknown_dates_are_compared(rule.id, member):
        assert answers == {True, False}


@given(questions())
def test_what_is_missing_is_exactly_what_can_change_the_answer(asked: Any) -> None:
    rule, member, assessment, on = asked
    assume(not two_unknown_dates_are_compared(rule.id, member))
    answers = [(w, said(rule, member, w, on)) for w in worlds(member, on, LOOKS_AT[rule.id])]
    because = explain(assessment, rule.id, on)
    named = {FIELDS[p.removeprefix("member.")].name for p in because.missing}
    named |= {n for n, f in FIELDS.items() if f.reading in because.unsettled}

    matter = set()
    for slot in answers[0][0]:
        others: dict[Any, set[bool]] = {}
        for world, answer in answers:
            rest = tuple(v for s, v in world.items() if s != slot)
            others.setdefault(rest, set()).add(answer)
        if any(len(both) == 2 for both in others.values()):
            matter.add(slot[0])
    assert named == matter


@given(questions())
def test_the_stretches_say_day_by_day_what_the_outcome_says(asked: Any) -> None:
    rule, _, assessment, on = asked
    stretches = assessment.stretches(rule.id)
    (here,) = [s for s in stretches if s.since <= on < s.before]

    assert here.outcome is assessment.outcome(rule.id, on)
    assert (stretches[0].since, stretches[-1].before) == (EVER, NEVER)
    for one, next_one in pairwise(stretches):
        assert one.before == next_one.since
        assert one.outcome is not next_one.outcome


@given(questions())
def test_around_a_day_is_the_whole_run_of_days_with_its_answer(asked: Any) -> None:
    rule, _, assessment, on = asked
    run = assessment.around(BOOK.step_of[rule.id], assessment.stretch_of(on))
    day = timedelta(days=1)

    assert run in assessment.stretches(rule.id)
    assert run.since <= on < run.before
    assert assessment.outcome(rule.id, run.since) is run.outcome
    if run.since > EVER:
        assert assessment.outcome(rule.id, run.since - day) is not run.outcome
    if run.before < NEVER:
        assert assessment.outcome(rule.id, run.before - day) is run.outcome
        assert assessment.outcome(rule.id, run.before) is not run.outcome


@given(settled_members(), st.data())
def test_when_all_is_known_every_rule_answers_as_its_plain_run(
    member: Member, data: st.DataObject
) -> None:
    assessment = Assessment(BOOK, member)
    near = [d + timedelta(days=n) for d in assessment.cuts if EVER < d < NEVER for n in (-1, 0, 1)]
    on = data.draw(st.sampled_from(near))

    for rule in RULES:
        assert assessment.outcome(rule.id, on) is (OPEN if rule(member, on) else CLOSED)
