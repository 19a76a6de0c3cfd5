"""Whoever is asked about: nothing changed, done and undone, only closed; and the plain run."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from sortie import law, reform, rules
from sortie.reform import Reform
from sortie.rules import Assessment, Book, Outcome
from tests.law.people import cases, readings
from tests.law.tables import Case, Readings
from tests.law.test_two_evaluations import YES, asked, comparable_days, filled
from tests.reform.files import BOOK, put, read, rewritten
from tests.reform.plain import runs

calm = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
LEVEL = {Outcome.CLOSED: 0, Outcome.UNDETERMINED: 1, Outcome.OPEN: 2}
LEAVES = [route.code for route in (*law.france.LEAVES, *law.france.EARLIER_LEAVES)]
VERSIONED = [r for r in BOOK.rules.values() if r.versions[-1].window.since.year > 1]
COUNTS = ["fr.value.one_day", "fr.value.three_days", "fr.value.five_days", "fr.value.ten_days"]
DAYS = st.dates(date(1999, 1, 1), date(2030, 12, 31))


@st.composite
def dated(draw: st.DrawFn) -> str:
    """The first day of a change, and mostly no last one."""
    since = draw(DAYS)
    until = draw(st.one_of(st.none(), st.none(), st.dates(since, date(2035, 1, 1))))
    return f"since: {since}" + (f"\nuntil: {until}" if until else "")


@st.composite
def changes(draw: st.DrawFn) -> str:
    """One change of any kind, to any rule or value."""
    rule = draw(st.sampled_from([each for each in BOOK.rules.values() if each.applies]))
    match draw(st.sampled_from(["replaces", "switches_on", "switches_off", "redates", "value"])):
        case "replaces":
            says = draw(st.sampled_from(["as_before(p, day) and not p.recidivist", "p.recidivist",
                                         "p.recidivist or as_before(p, day)"]))  # fmt: skip
            return rewritten(rule.id, says, draw(dated()))
        case "switches_on":
            return f"switches_on: fr.reform.organised_crime_units\n{draw(dated())}"
        case "switches_off":
            return f"switches_off: {rule.id}\n{draw(dated())}"
        case "redates":
            return redated(draw)
        case _:
            return f"value: {draw(st.sampled_from(COUNTS))}\nbecomes: 2\n{draw(dated())}"


def redated(draw: st.DrawFn) -> str:
    rule = draw(st.sampled_from(VERSIONED))
    version = draw(st.sampled_from([v for v in rule.versions if v.window.since.year > 1]))
    since = version.window.since
    until = draw(st.dates(since, date(2035, 1, 1)))
    return f"redates: {rule.id}\nversion: {since}\nuntil: {until}"


@st.composite
def reforms(draw: st.DrawFn) -> Reform:
    """One to three changes in one file, each to a rule or a value of its own."""
    listed = draw(st.lists(changes(), min_size=1, max_size=3, unique_by=lambda c: c.split("\n")[0]))
    note("\n".join(listed))
    return read(*listed)


def same(one: Book, other: Book) -> bool:
    return (one.program, one.atoms, one.windows, one.step_of) == (
        other.program, other.atoms, other.windows, other.step_of,
    )  # fmt: skip


def every_stretch(book: Book, ours: law.france.Asked) -> dict[str, tuple[rules.Stretch, ...]]:
    found = Assessment(book, ours.person)
    return {rule: found.stretches(rule) for rule in BOOK.rules}


@calm
@given(case=cases(), settled=st.booleans(), chosen=readings())
def test_a_reform_that_changes_nothing_leaves_every_answer(
    case: Case, *, settled: bool, chosen: Readings
) -> None:
    nothing = reform.reformed(BOOK, replace(reform.packaged()[0], changes=()))
    ours = asked(case, chosen if settled else None)
    assert same(nothing, BOOK)
    assert every_stretch(nothing, ours) == every_stretch(BOOK, ours)


@calm
@given(tried=reforms())
def test_a_reform_and_its_inverse_give_the_law_back_bit_for_bit(tried: Reform) -> None:
    changed = reform.reformed(BOOK, tried)
    back = reform.reformed(changed, reform.inverse(BOOK, tried))
    assert same(back, BOOK)


@pytest.mark.parametrize("house", reform.packaged(), ids=lambda each: each.id)
def test_a_reform_of_the_house_changes_the_law_and_its_inverse_gives_it_back(house: Reform) -> None:
    changed = reform.reformed(BOOK, house)
    assert not same(changed, BOOK)
    assert same(reform.reformed(changed, reform.inverse(BOOK, house)), BOOK)


@calm
@given(first=reforms(), case=cases())
def test_what_is_done_and_undone_leaves_no_trace_in_any_answer(first: Reform, case: Case) -> None:
    ours = asked(case)
    changed = reform.reformed(BOOK, first)
    back = reform.reformed(changed, reform.inverse(BOOK, first))
    assert every_stretch(back, ours) == every_stretch(BOOK, ours)


@calm
@given(case=cases(), chosen=readings(), tried=reforms())
def test_the_plain_run_of_a_changed_rule_is_what_the_engine_derives_from_it(
    case: Case, chosen: Readings, tried: Reform
) -> None:
    book = reform.reformed(BOOK, tried)
    ours = asked(case, chosen)
    found, plain = Assessment(book, ours.person), rules.settle(ours.person, **filled(ours.person))
    for day in comparable_days(case):
        for rule in (*LEAVES, *(each for each in book.rules if each not in BOOK.rules)):
            note(f"{rule} on {day}")
            assert YES[found.outcome(rule, day)] is runs(book, rule, plain, day)


# -- what only closes -----------------------------------------------------------------------------


@st.composite
def closings(draw: st.DrawFn) -> str:
    """One change that can only close: a condition more, a leave less, a shorter absence."""
    match draw(st.sampled_from(["condition", "leave", "units", "shorter"])):
        case "condition":
            more = draw(st.sampled_from(["fr.served.two_thirds(p, day)", "not p.recidivist",
                                         "not p.security_period[day]"]))  # fmt: skip
            rule = draw(st.sampled_from([*LEAVES, "fr.leave.common", "fr.leave.short.time"]))
            return rewritten(rule, f"as_before(p, day) and {more}", draw(dated()))
        case "leave":
            return f"switches_off: {draw(st.sampled_from(LEAVES))}\n{draw(dated())}"
        case "units":
            return f"switches_on: fr.reform.organised_crime_units\n{draw(dated())}"
        case _:
            figure = draw(st.sampled_from(COUNTS))
            return f"value: {figure}\nbecomes: {draw(st.integers(0, 1))}\n{draw(dated())}"


@calm
@given(case=cases(), settled=st.booleans(), chosen=readings(), data=st.data())
def test_a_reform_that_only_closes_never_opens_a_day_for_anyone(
    case: Case, *, settled: bool, chosen: Readings, data: st.DataObject
) -> None:
    listed = data.draw(
        st.lists(closings(), min_size=1, max_size=3, unique_by=lambda c: c.split("\n")[0])
    )
    ours = asked(case, chosen if settled else None)
    today, under = Assessment(BOOK, ours.person), Assessment(put(*listed), ours.person)
    for leave in (*LEAVES, "fr.leave.any"):
        for day in days_of(today, under):
            assert LEVEL[under.outcome(leave, day)] <= LEVEL[today.outcome(leave, day)]


def days_of(*assessments: Assessment) -> Iterator[date]:
    yield from sorted({day for each in assessments for day in each.cuts})
