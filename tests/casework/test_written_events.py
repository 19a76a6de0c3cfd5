"""Every event comes back from its JSON the very same, and nothing else is taken for one."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import casework as cw
from sortie.days import NaiveInstant
from tests.casework.stories import PERSON, application, paris

ZONES = [UTC, *map(ZoneInfo, ("Europe/Paris", "Pacific/Noumea", "America/Cayenne"))]
TEXTS = st.text(max_size=8)
INSTANTS = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001
    max_value=datetime(2028, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from(ZONES),
    allow_imaginary=False,
)


def values(shape: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a field of an event."""
    if get_origin(shape) is UnionType:
        return st.one_of([values(each) for each in get_args(shape)])
    if get_origin(shape) is tuple:
        return st.lists(values(get_args(shape)[0]), max_size=2).map(tuple)
    if shape in PLAIN:
        return PLAIN[shape]
    return st.sampled_from(list(shape)) if issubclass(shape, Enum) else records(shape)


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    str: TEXTS,
    bool: st.booleans(),
    date: st.dates(),
    datetime: INSTANTS,
}


def records(kind: Any) -> st.SearchStrategy[Any]:
    shapes = get_type_hints(kind)
    return st.builds(kind, **{each.name: values(shapes[each.name]) for each in fields(kind)})


EVENTS = st.sampled_from(cw.EVENTS).flatmap(records)


@given(EVENTS)
def test_an_event_comes_back_from_its_json_the_very_same(event: cw.Event) -> None:
    text = json.dumps(cw.written_event(event), sort_keys=True)
    back = cw.read_event(json.loads(text))
    assert back == event
    assert json.dumps(cw.written_event(back), sort_keys=True) == text


@given(st.lists(st.tuples(EVENTS, INSTANTS, INSTANTS), max_size=6))
def test_a_fold_takes_any_stream_whatever(told: list[tuple[cw.Event, datetime, datetime]]) -> None:
    entries = [
        cw.Recorded(event=event, at=at, recorded_at=written, by=PERSON, number=number)
        for number, (event, at, written) in enumerate(told, 1)
    ]
    for length in range(len(entries) + 1):
        case = cw.fold(entries[:length])
        assert case.number == length
        cw.state_of(case)


def test_every_event_has_its_own_name_and_its_place_in_the_fold() -> None:
    assert len({cw.name_of(kind) for kind in cw.EVENTS}) == len(cw.EVENTS)
    assert {*cw.ACTS, *cw.CLOCK, *cw.WORLD} == set(cw.EVENTS)


def test_an_unknown_event_is_refused_by_name() -> None:
    with pytest.raises(cw.UnknownEvent) as caught:
        cw.read_event({"event": "leave_granted_by_clock"})
    assert caught.value.name == "leave_granted_by_clock"


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"signed": "yes"}, "application_filed.signed"),
        ({"form": "by_pigeon"}, "application_filed.form"),
        ({"judgments": "J-1"}, "application_filed.judgments"),
        ({"asked": None}, "application_filed.asked"),
        ({"surplus": 1}, "application_filed"),
    ],
)
def test_a_misshapen_event_is_refused_where_it_is(change: dict[str, Any], at: str) -> None:
    with pytest.raises(cw.BrokenEvent) as caught:
        cw.read_event({**cw.written_event(application()), **change})
    assert caught.value.name == at


def test_an_event_without_one_of_its_fields_is_refused() -> None:
    written = cw.written_event(application())
    del written["person"]
    with pytest.raises(cw.BrokenEvent):
        cw.read_event(written)


def test_an_instant_without_a_zone_never_enters() -> None:
    written = cw.written_event(cw.NotReturned(due_back_at=paris("2027-03-15T21:00")))
    with pytest.raises(cw.BrokenEvent):
        cw.read_event({**written, "due_back_at": "2027-03-15T21:00"})
    with pytest.raises(NaiveInstant):
        cw.NotReturned(due_back_at=datetime(2027, 3, 15, 21))  # noqa: DTZ001


def test_an_instant_keeps_the_clock_of_its_place() -> None:
    noumea = datetime(2027, 3, 15, 18, tzinfo=ZoneInfo("Pacific/Noumea"))
    event = cw.NotReturned(due_back_at=noumea)
    assert cw.written_event(event)["due_back_at"] == "2027-03-15T18:00:00+11:00"
    assert event.due_back_at - timedelta(hours=11) == datetime(2027, 3, 14, 20, tzinfo=UTC)
