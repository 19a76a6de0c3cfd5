"""What is typed is read by the clock of the place, whatever it is, and no fault is left out."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.web.forms import Fault, Field, Form, Kind, Option, Reader, Typed, drawn
from sortie.web.frame import page_tongue

FRENCH = page_tongue("fr")
AT = Field(name="at", path="at", kind=Kind.INSTANT, label="Départ", required=True)


def read(
    fields: tuple[Field, ...], typed: Mapping[str, str], zone: str = "Europe/Paris"
) -> tuple[dict[str, object], list[Fault]]:
    form = Form(name="test", fields=fields, zone=zone)
    held = {name: tuple(value.split("|")) for name, value in typed.items()}
    reader = Reader(form, Typed(held), FRENCH)
    return reader.body(), reader.faults


def instant(day: str, clock: str, fold: str = "", zone: str = "Europe/Paris") -> object:
    body, faults = read((AT,), {"at:day": day, "at:time": clock, "at:fold": fold}, zone)
    return body.get("at") if not faults else [each.path for each in faults]


@pytest.mark.parametrize(
    ("day", "clock", "found"),
    [
        ("2027-03-01", "07:40", "2027-03-01T07:40:00+01:00"),
        ("1/3/2027", "7h40", "2027-03-01T07:40:00+01:00"),
        ("1.7.2027", "7 h", "2027-07-01T07:00:00+02:00"),
    ],
)
def test_an_hour_is_typed_as_a_browser_sends_it_or_as_people_write_it(
    day: str, clock: str, found: str
) -> None:
    assert instant(day, clock) == found


def test_an_hour_is_that_of_the_place() -> None:
    assert instant("2027-03-01", "07:40", zone="America/Cayenne") == "2027-03-01T07:40:00-03:00"


def test_an_hour_that_comes_twice_is_asked_again() -> None:
    assert instant("2027-10-31", "02:30") == ["at:fold"]
    assert instant("2027-10-31", "02:30", "0") == "2027-10-31T02:30:00+02:00"
    assert instant("2027-10-31", "02:30", "1") == "2027-10-31T02:30:00+01:00"


def test_the_question_of_which_hour_is_drawn_once_it_is_needed() -> None:
    form = Form(name="test", fields=(AT,), zone="Europe/Paris")
    for day, doubled in (("2027-10-31", True), ("2027-10-30", False)):
        typed = Typed({"at:day": (day,), "at:time": ("02:30",)})
        assert drawn(form, typed, ())[0].doubled is doubled


def test_an_hour_that_the_clocks_skip_is_refused_with_one_that_exists() -> None:
    _, faults = read((AT,), {"at:day": "2027-03-28", "at:time": "02:30"})

    assert [each.path for each in faults] == ["at:time"]
    assert "2027-03-28T03:30+02:00" in faults[0].message


def test_half_an_instant_is_a_fault_and_not_a_silence() -> None:
    assert instant("2027-03-01", "") == ["at:time"]
    assert instant("", "07:40") == ["at:day"]
    assert instant("", "") == ["at:day"]


PLACE = Field(name="text", path="grounds.text", kind=Kind.LONG, label="Fondement", required=True)
PIECE = Field(name="piece", path="grounds.piece", kind=Kind.TEXT, label="Pièce")
GROUNDS = Field(name="grounds", path="grounds", kind=Kind.PARTS, label="Fondements",
                inside=(PLACE, PIECE))  # fmt: skip


def test_a_part_that_is_begun_must_be_finished_and_an_empty_one_is_nothing() -> None:
    body, faults = read((GROUNDS,), {"grounds.0.piece": "rapport", "grounds.4.text": " "})

    assert [each.path for each in faults] == ["grounds.0.text"]
    assert body["grounds"] == [{"piece": "rapport"}]


def test_what_is_not_on_the_list_is_refused() -> None:
    field = Field(name="to", path="to", kind=Kind.SEVERAL, label="À qui",
                  options=(Option("a", "A"), Option("b", "B")))  # fmt: skip
    assert read((field,), {"to": "a|b"}) == ({"to": ["a", "b"]}, [])
    assert [each.path for each in read((field,), {"to": "a|c"})[1]] == ["to"]


def test_what_may_be_none_is_said_to_be_none() -> None:
    field = Field(name="dated_on", path="dated_on", kind=Kind.DAY, label="Date", says_none=True)
    assert read((field,), {}) == ({"dated_on": None}, [])


NAMES = ("at:day", "at:time", "at:fold", "grounds.0.text", "grounds.0.piece", "grounds.x.text",
         "grounds.12:new", "lines.1", "flag", "day")  # fmt: skip
EVERYTHING = (
    AT, GROUNDS, Field(name="lines", path="lines", kind=Kind.LINES, label="Lieux"),
    Field(name="flag", path="flag", kind=Kind.FLAG, label="Sous escorte"),
    Field(name="day", path="day", kind=Kind.DAY, label="Jour"),
)  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.text() | st.sampled_from(["2027-02-30", "24:00", "99999-1-1", "31/12/0", "²/³/2027"]),
    )
)
def test_whatever_is_typed_is_read_or_refused_and_drawn_as_it_was(typed: dict[str, str]) -> None:
    form = Form(name="test", fields=EVERYTHING, zone="Europe/Paris")
    held = Typed({name: (value,) for name, value in typed.items()})

    reader = Reader(form, held, FRENCH)
    reader.body()
    again = drawn(form, held, reader.faults)

    assert again[0].day == typed.get("at:day", "")
    assert again[0].time == typed.get("at:time", "")
    assert all(each.message for each in reader.faults)
