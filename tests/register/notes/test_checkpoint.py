"""One checkpoint has one text, and every other text is refused for its cause."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.register import (
    BrokenCheckpoint,
    BrokenNote,
    Checkpoint,
    SignedCheckpoint,
    read_checkpoint,
)
from sortie.register.notes import LARGEST, NotesError
from tests.register.signers import ORIGIN, a_checkpoint, signed

ROOT = base64.b64encode(b"\x07" * 32).decode()
LINE = "\N{EM DASH} w AAAAAAE=\n"


def refused(text: str) -> tuple[str, int]:
    with pytest.raises(BrokenCheckpoint) as refusal:
        read_checkpoint(f"{text}\n{LINE}")
    return refusal.value.fault.value, refusal.value.line


def test_the_example_of_the_specification_is_read() -> None:
    text = (
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "\N{EM DASH} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4"
        "URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        "\N{EM DASH} witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEh"
        "ZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
    )

    read = read_checkpoint(text)

    assert read.checkpoint.origin == "example.com/behind-the-sofa"
    assert read.checkpoint.size == 20852163
    assert int.from_bytes(read.signatures[1].body[:8]) == 1679315147
    assert read.written() == text


@pytest.mark.parametrize("size", ["05", "00", "+5", "-5", "1_000", "5.0", "0x5", " 5", "5 ", "٥"])
def test_a_size_written_otherwise_is_refused(size: str) -> None:
    assert refused(f"{ORIGIN}\n{size}\n{ROOT}\n") == ("size", 2)


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        (f"\n5\n{ROOT}\n", "empty_line", 1),
        (f"{ORIGIN}\n\n{ROOT}\n", "empty_line", 2),
        (f"{ORIGIN}\n5\n{ROOT}\n\n", "empty_line", 4),
        (f"{ORIGIN}\n", "few_lines", 1),
        (f"{ORIGIN}\n5\n", "few_lines", 2),
        (f"{ORIGIN}\n5\n{ROOT}\nmore\n", "extra_line", 4),
        (f"{'a' * 256}\n5\n{ROOT}\n", "long_origin", 1),
        (f"{ORIGIN}\n{2**63}\n{ROOT}\n", "large_size", 2),
        (f"{ORIGIN}\n{'9' * 40}\n{ROOT}\n", "size", 2),
        (f"{ORIGIN}\n5\n{ROOT[:-1]}\n", "root_not_base64", 3),
        (f"{ORIGIN}\n5\n{ROOT[:-2]}d=\n", "root_not_base64", 3),
        (f"{ORIGIN}\n5\n{ROOT} \n", "root_not_base64", 3),
        (f"{ORIGIN}\n5\n{ROOT.replace('B', '-', 1)}\n", "root_not_base64", 3),
        (f"{ORIGIN}\n5\nAAAA\n", "root_length", 3),
    ],
)
def test_refused_with_the_cause_and_the_line(text: str, fault: str, line: int) -> None:
    assert refused(text) == (fault, line)


def test_other_line_ends_are_another_text_and_refused() -> None:
    with pytest.raises(BrokenNote):
        read_checkpoint(f"{a_checkpoint().text()}\n{LINE}".replace("\n", "\r\n"))


@pytest.mark.parametrize(
    ("origin", "size", "root", "fault"),
    [
        ("", 0, bytes(32), "origin"),
        ("a\nb", 0, bytes(32), "origin"),
        ("a\tb", 0, bytes(32), "origin"),
        ("a\udc00", 0, bytes(32), "origin"),
        (ORIGIN, -1, bytes(32), "size"),
        (ORIGIN, 0, bytes(31), "root_length"),
    ],
)
def test_a_checkpoint_that_could_not_be_read_back_is_not_made(
    origin: str, size: int, root: bytes, fault: str
) -> None:
    with pytest.raises(BrokenCheckpoint) as refusal:
        Checkpoint(origin, size, root)
    assert refusal.value.fault.value == fault


CONTROLS = [chr(code) for code in range(32)]
plain = st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS)
checkpoints = st.builds(
    Checkpoint,
    st.text(plain, min_size=1, max_size=40),
    st.integers(0, LARGEST),
    st.binary(min_size=32, max_size=32),
)


@given(checkpoints)
def test_what_is_written_is_read_back(checkpoint: Checkpoint) -> None:
    text = f"{checkpoint.text()}\n{LINE}"
    read = read_checkpoint(text)
    assert read.checkpoint == checkpoint
    assert read.written() == text


GOOD = signed(a_checkpoint()).written()
letters = st.sampled_from("\n\r\t\0 +-_=/0159aZé\u2028\N{EM DASH}") | st.characters()
changes = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 3), st.text(letters, max_size=3))


@given(st.lists(changes, max_size=4))
def test_a_text_changed_anywhere_is_refused_or_means_something_else(
    changed: list[tuple[int, int, str]],
) -> None:
    text = GOOD
    for start, gone, put in changed:
        text = text[:start] + put + text[start + gone :]
    try:
        read = read_checkpoint(text)
    except NotesError:
        return
    assert read.written() == text
    assert isinstance(read, SignedCheckpoint)
