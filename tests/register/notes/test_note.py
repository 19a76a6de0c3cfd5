"""A signed note is read in one way, or refused for one cause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.register import BrokenNote, VKey, decoded
from sortie.register.notes import (
    LONGEST,
    MOST_SIGNATURES,
    Note,
    NoteFault,
    Signature,
    read_note,
    read_signatures,
)

LINE = "\N{EM DASH} example.org AAAAAAE=\n"


def refused(text: str) -> tuple[str, int]:
    with pytest.raises(BrokenNote) as refusal:
        read_note(text)
    return refusal.value.fault.value, refusal.value.line


def test_the_example_of_the_specification_is_read_and_verifies() -> None:
    note = read_note(
        "This is an example message.\n\n"
        "\N{EM DASH} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZ"
        "XsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
    )
    vkey = VKey.read("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")

    (line,) = note.signatures

    assert (line.name, line.key_id) == (vkey.name, vkey.key_id)
    assert vkey.made(note.text.encode(), line.body)
    assert not vkey.made(b"this is an example message.\n", line.body)


def test_the_text_ends_at_the_last_empty_line() -> None:
    note = read_note(f"a\n\nb\n\n{LINE}")
    assert note.text == "a\n\nb\n"
    assert len(note.signatures) == 1


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("", "no_final_newline", 1),
        ("a", "no_final_newline", 1),
        (f"a\n\n{LINE[:-1]}", "no_final_newline", 3),
        (f"a\n{LINE}", "no_blank_line", 0),
        (f"\n\n{LINE}", "no_text", 1),
        ("a\n\n", "no_signature", 3),
        (f"a\r\n\r\n{LINE}", "control_character", 1),
        (f"a\n\n{LINE[:-1]}\r\n", "control_character", 3),
        (f"a\tb\n\n{LINE}", "control_character", 1),
        (f"a\0\n\n{LINE}", "control_character", 1),
        (f"a\nb\x1f\n\n{LINE}", "control_character", 2),
        (f"a\ud800\n\n{LINE}", "not_utf8", 1),
        ("a\n\n- example.org AAAAAAE=\n", "no_dash", 3),
        ("a\n\n\N{EM DASH}example.org AAAAAAE=\n", "no_dash", 3),
        (f"a\n\n{LINE} {LINE}", "no_dash", 4),
        ("a\n\n\N{EM DASH} AAAAAAE=\n", "signature_parts", 3),
        ("a\n\n\N{EM DASH}  AAAAAAE=\n", "key_name", 3),
        ("a\n\n\N{EM DASH} ex+ample AAAAAAE=\n", "key_name", 3),
        ("a\n\n\N{EM DASH} ex\N{NO-BREAK SPACE}ample AAAAAAE=\n", "key_name", 3),
        ("a\n\n\N{EM DASH} ex\N{IDEOGRAPHIC SPACE}ample AAAAAAE=\n", "key_name", 3),
        ("a\n\n\N{EM DASH} example.org AAAAAAE\n", "not_base64", 3),
        ("a\n\n\N{EM DASH} example.org AAAAAAF=\n", "not_base64", 3),
        ("a\n\n\N{EM DASH} example.org AAAAAAE= \n", "not_base64", 3),
        ("a\n\n\N{EM DASH} example.org AAAA_-E=\n", "not_base64", 3),
        ("a\n\n\N{EM DASH} example.org AAAAAAE=AAAA\n", "not_base64", 3),
        ("a\n\n\N{EM DASH} example.org  AAAAAAE=\n", "not_base64", 3),
        ("a\n\n\N{EM DASH} example.org AAAAAA==\n", "short_signature", 3),
        ("a\n\n\N{EM DASH} example.org \n", "short_signature", 3),
        (f"a\n\n{LINE}{LINE}", "signed_twice", 4),
        (f"a\n\n{LINE}\N{EM DASH} example.org AAAAAAI=\n", "signed_twice", 4),
    ],
)
def test_refused_with_the_cause_and_the_line(text: str, fault: str, line: int) -> None:
    assert refused(text) == (fault, line)


def test_two_keys_of_one_name_and_two_names_of_one_id_are_told_apart() -> None:
    note = read_note(
        f"a\n\n{LINE}\N{EM DASH} example.org AAAAAQE=\n\N{EM DASH} example.com AAAAAAE=\n"
    )
    assert len(note.signatures) == 3


def lines(count: int) -> str:
    return "".join(Signature("w", n.to_bytes(4), b"s").line() for n in range(count))


def test_as_many_signatures_as_the_limit_are_read_and_no_more() -> None:
    assert MOST_SIGNATURES >= 16
    assert len(read_signatures(lines(MOST_SIGNATURES))) == MOST_SIGNATURES
    assert refused(f"a\n\n{lines(MOST_SIGNATURES + 1)}") == ("too_many_signatures", 35)


def test_refused_when_too_long_before_anything_is_read() -> None:
    assert refused("a" * (LONGEST + 1)) == ("too_long", 0)
    with pytest.raises(BrokenNote) as refusal:
        decoded(b"a" * (LONGEST + 1))
    assert refusal.value.fault is NoteFault.TOO_LONG


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(BrokenNote) as refusal:
        decoded(b"a\nb\xff\n")
    assert (refusal.value.fault, refusal.value.line) == (NoteFault.NOT_UTF8, 2)
    assert decoded("a\r\né".encode()) == "a\r\né"


CONTROLS = [chr(code) for code in range(32) if chr(code) != "\n"]
names = st.text(min_size=1, max_size=12).filter(
    lambda name: "+" not in name and not any(c.isspace() or c < " " for c in name)
)
signatures = st.builds(
    Signature, names, st.binary(min_size=4, max_size=4), st.binary(min_size=1, max_size=80)
)
letters = st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS)
texts = st.text(letters, max_size=60).map(lambda text: f"{text}.\n")


@given(texts, st.lists(signatures, min_size=1, max_size=4, unique_by=lambda s: (s.name, s.key_id)))
def test_what_is_written_is_read_back(text: str, made: list[Signature]) -> None:
    note = Note(text, tuple(made))
    assert read_note(note.written()) == note


pieces = st.sampled_from(
    ["\n", "\n\n", "\r\n", "a", "\N{EM DASH} ", "w", " ", "AAAAAAE=", "AAAAAAF=", LINE, "\t", "\0"]
)


@given(st.lists(pieces, max_size=14).map("".join))
def test_two_texts_never_mean_the_same(text: str) -> None:
    try:
        note = read_note(text)
    except BrokenNote:
        return
    assert note.written() == text
