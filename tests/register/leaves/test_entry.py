"""A public leaf says one thing in one way, and nothing that could name anyone."""

import json
from base64 import b64encode
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sortie import register

DAY = date(2027, 3, 1)
ZERO = b64encode(bytes(32)).decode()
WRITTEN = f'{{"commitment":"{ZERO}","day":"2027-03-01","kind":"event","v":1}}'
PRINTABLE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200).filter(str.isprintable)
ENTRIES = st.builds(
    register.Entry, st.just("event"), st.dates(), st.binary(min_size=32, max_size=32)
) | st.builds(
    register.Entry, st.just("erasure"), st.dates(), st.binary(min_size=32, max_size=32), PRINTABLE
)


def test_an_event_says_its_day_and_its_commitment_and_nothing_else() -> None:
    assert register.Entry("event", DAY, bytes(32)).written().decode() == WRITTEN


def test_an_erasure_also_says_on_what_basis() -> None:
    written = register.Entry("erasure", DAY, bytes(32), "Code pénitentiaire R. 1").written()
    assert written.decode() == (
        f'{{"basis":"Code pénitentiaire R. 1","commitment":"{ZERO}",'
        '"day":"2027-03-01","kind":"erasure","v":1}'
    )


@given(ENTRIES)
def test_what_is_written_is_read_back(entry: register.Entry) -> None:
    assert register.read_entry(entry.written()) == entry
    assert len(entry.written()) < 2**16


@given(ENTRIES)
def test_the_text_is_the_canonical_one_of_its_json(entry: register.Entry) -> None:
    said = json.loads(entry.written())
    again = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert again.encode() == entry.written()


@given(ENTRIES, st.data())
def test_a_byte_changed_is_refused_or_is_another_entry(
    entry: register.Entry, data: st.DataObject
) -> None:
    written = bytearray(entry.written())
    at = data.draw(st.integers(0, len(written) - 1))
    written[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found = register.read_entry(bytes(written))
    except register.LeafError:
        return
    assert found != entry
    assert found.written() == bytes(written)


@given(st.binary(max_size=200) | st.text(st.characters(codec="utf-8")).map(str.encode))
@example(b"[" * 60_000)
@example(b"9" * 10_000)
@example(b"NaN")
@example(b"\xef\xbb\xbf" + WRITTEN.encode())
def test_anything_else_is_refused_by_name(raw: bytes) -> None:
    with pytest.raises(register.LeafError):
        register.read_entry(raw)


@pytest.mark.parametrize(
    "text",
    [
        WRITTEN.replace(",", ", "),
        WRITTEN + "\n",
        WRITTEN.replace('"v":1', '"v":1,"v":1'),
        WRITTEN.replace("event", "ev\\u0065nt"),
        WRITTEN.replace("2027-03-01", "20270301"),
        WRITTEN.replace("2027-03-01", "2027-W09-1"),
        f'{{"v":1,"day":"2027-03-01","kind":"event","commitment":"{ZERO}"}}',
        # The last character before the sign holds two bits that say nothing.
        WRITTEN.replace("A=", "B="),
        WRITTEN.replace('{"commitment"', '{"basis":"","commitment"'),
    ],
)
def test_refused_when_the_same_entry_is_written_in_another_way(text: str) -> None:
    with pytest.raises(register.EntryNotCanonical):
        register.read_entry(text.encode())


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", register.EntryNotJson),
        (WRITTEN[:-1], register.EntryNotJson),
        ("[]", register.EntryNotObject),
        ("{}", register.EntryKeyMissing),
        (WRITTEN.replace(',"v":1', ""), register.EntryKeyMissing),
        (WRITTEN.replace('"v":1', '"v":1,"name":"X"'), register.EntryKeyUnknown),
        (WRITTEN.replace('"v":1', '"v":2'), register.EntryVersionUnknown),
        (WRITTEN.replace('"v":1', '"v":1.0'), register.EntryVersionUnknown),
        (WRITTEN.replace('"v":1', '"v":true'), register.EntryVersionUnknown),
        (WRITTEN.replace('"v":1', '"v":"1"'), register.EntryVersionUnknown),
        (WRITTEN.replace("2027", "\u0662027"), register.EntryFieldWrong),
    ],
)
def test_each_cause_has_its_own_refusal(text: str, cause: type[register.LeafError]) -> None:
    with pytest.raises(cause):
        register.read_entry(text.encode())


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("kind", WRITTEN.replace('"event"', '"leave"')),
        ("kind", WRITTEN.replace('"event"', "null")),
        ("day", WRITTEN.replace("2027-03-01", "2027-02-29")),
        ("day", WRITTEN.replace("2027-03-01", "2027-03-01T00:00")),
        ("day", WRITTEN.replace('"2027-03-01"', "20270301")),
        ("commitment", WRITTEN.replace(ZERO, "")),
        ("commitment", WRITTEN.replace(ZERO, ZERO[:-1])),
        ("commitment", WRITTEN.replace(ZERO, " " + ZERO)),
        ("commitment", WRITTEN.replace(ZERO, ZERO.replace("A", "-", 1))),
        ("commitment", WRITTEN.replace(f'"{ZERO}"', "[]")),
        ("basis", WRITTEN.replace('{"commitment"', '{"basis":"free words","commitment"')),
        ("basis", WRITTEN.replace('{"commitment"', '{"basis":7,"commitment"')),
        ("basis", WRITTEN.replace('"event"', '"erasure"')),
    ],
)
def test_a_value_that_a_key_cannot_hold_is_refused_with_the_key(key: str, text: str) -> None:
    with pytest.raises(register.EntryFieldWrong) as refused:
        register.read_entry(text.encode())
    assert refused.value.key == key


def test_bytes_that_are_no_text_are_refused_with_their_place() -> None:
    with pytest.raises(register.EntryNotText) as refused:
        register.read_entry(WRITTEN[:5].encode() + b"\xff")
    assert refused.value.at == 5


def test_an_entry_too_long_for_a_bundle_is_refused_unread() -> None:
    with pytest.raises(register.EntryTooLong) as refused:
        register.read_entry(b" " * 2**16)
    assert refused.value.length == 2**16


def test_the_minute_of_an_event_cannot_be_published_for_its_day() -> None:
    with pytest.raises(register.EntryFieldWrong) as refused:
        register.Entry("event", datetime(2027, 3, 1, 9, 15, tzinfo=UTC), bytes(32))
    assert refused.value.key == "day"


@pytest.mark.parametrize("basis", ["", "two\nlines", "a\u202eb", "x" * 201])
def test_an_erasure_without_a_basis_on_one_line_is_refused(basis: str) -> None:
    with pytest.raises(register.EntryFieldWrong) as refused:
        register.Entry("erasure", DAY, bytes(32), basis)
    assert refused.value.key == "basis"


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_commitment_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(register.EntryFieldWrong) as refused:
        register.Entry("event", DAY, bytes(length))
    assert refused.value.key == "commitment"
