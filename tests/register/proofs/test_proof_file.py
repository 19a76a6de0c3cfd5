"""A proof file has one text, and every other text is refused for its cause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.register import BrokenCheckpoint, BrokenNote, BrokenProof, ProofFile, read_proof
from sortie.register.errors import RegisterError
from sortie.register.notes import LARGEST
from tests.register.signers import a_checkpoint, signed

CHECKPOINT = signed(a_checkpoint()).written()
HASH = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
HEADER = "c2sp.org/tlog-proof@v1\n"


def refused(text: str | bytes) -> tuple[str, int]:
    with pytest.raises(BrokenProof) as refusal:
        read_proof(text)
    return refusal.value.fault.value, refusal.value.line


def test_the_parts_stand_where_the_specification_puts_them() -> None:
    proof = ProofFile(73894, (bytes(32), b"\xff" * 32), CHECKPOINT, b"more")

    assert proof.written().startswith(
        f"{HEADER}extra bW9yZQ==\nindex 73894\n{HASH}"
        "//////////////////////////////////////////8=\n\nregister.example/prison\n5\n"
    )


def test_the_only_entry_of_a_register_is_proved_without_hashes() -> None:
    text = f"{HEADER}index 0\n\n{CHECKPOINT}"
    assert read_proof(text) == ProofFile(0, (), CHECKPOINT)
    assert read_proof(text).written() == text


@pytest.mark.parametrize(
    ("head", "fault", "line"),
    [
        ("", "header", 1),
        ("c2sp.org/tlog-proof@v2\nindex 0\n", "header", 1),
        (" c2sp.org/tlog-proof@v1\nindex 0\n", "header", 1),
        (HEADER, "no_index", 2),
        (f"{HEADER}extra bW9yZQ==\n", "no_index", 3),
        (f"{HEADER}index\n", "no_index", 2),
        (f"{HEADER}Index 0\n", "no_index", 2),
        (f"{HEADER}index 0\nextra bW9yZQ==\n", "hash_not_base64", 3),
        (f"{HEADER}extra \nindex 0\n", "extra_empty", 2),
        (f"{HEADER}extra bW9yZQ=\nindex 0\n", "extra_not_base64", 2),
        (f"{HEADER}extra bW9yZR==\nindex 0\n", "extra_not_base64", 2),
        (f"{HEADER}index 01\n", "index", 2),
        (f"{HEADER}index +1\n", "index", 2),
        (f"{HEADER}index -1\n", "index", 2),
        (f"{HEADER}index 1_0\n", "index", 2),
        (f"{HEADER}index  1\n", "index", 2),
        (f"{HEADER}index {2**63}\n", "index", 2),
        (f"{HEADER}index 0\n{HASH[:-2]}\n", "hash_not_base64", 3),
        (f"{HEADER}index 0\n{HASH}AAAA\n", "hash_length", 4),
        (f"{HEADER}index 0\n{HASH * 64}", "too_many_hashes", 66),
        (f"{HEADER}index 0\r\n", "index", 2),
    ],
)
def test_refused_with_the_cause_and_the_line(head: str, fault: str, line: int) -> None:
    # An empty line before the checkpoint: the head above says all the rest.
    assert refused(f"{head}\n{CHECKPOINT}" if head else f"\n\n{CHECKPOINT}") == (fault, line)


def test_a_file_without_an_empty_line_or_without_end_is_refused() -> None:
    assert refused(f"{HEADER}index 0\n") == ("no_blank_line", 0)
    assert refused("a" * 1_000_001) == ("too_long", 0)
    assert refused(b"a" * 1_000_001) == ("too_long", 0)
    assert refused(b"a\n\xff\n\n") == ("not_utf8", 2)


def test_what_is_wrong_in_the_checkpoint_is_told_by_its_line_in_the_file() -> None:
    with pytest.raises(BrokenCheckpoint) as size:
        read_proof(f"{HEADER}index 0\n\n{CHECKPOINT.replace('5', '05', 1)}")
    with pytest.raises(BrokenNote) as ends:
        read_proof(f"{HEADER}index 0\n\n{CHECKPOINT}".replace("\n5\n", "\n5\t\n"))
    with pytest.raises(BrokenNote) as missing:
        read_proof(f"{HEADER}index 0\n\nno checkpoint\n")
    assert (size.value.line, ends.value.line, missing.value.line) == (5, 5, 0)


@pytest.mark.parametrize(
    ("index", "hashes", "extra"),
    [(-1, (), None), (2**63, (), None), (0, (bytes(31),), None), (0, (bytes(32),) * 64, None),
     (0, (), b"")],
)  # fmt: skip
def test_a_proof_that_could_not_be_read_back_is_not_made(
    index: int, hashes: tuple[bytes, ...], extra: bytes | None
) -> None:
    with pytest.raises(BrokenProof):
        ProofFile(index, hashes, CHECKPOINT, extra)


proofs = st.builds(
    ProofFile,
    st.integers(0, LARGEST),
    st.lists(st.binary(min_size=32, max_size=32), max_size=5).map(tuple),
    st.just(CHECKPOINT),
    st.none() | st.binary(min_size=1, max_size=50),
)


@given(proofs)
def test_what_is_written_is_read_back_from_text_and_from_bytes(proof: ProofFile) -> None:
    assert read_proof(proof.written()) == proof
    assert read_proof(proof.written().encode()) == proof


GOOD = ProofFile(3, (bytes(32),) * 2, CHECKPOINT, b"more").written()
changes = st.tuples(
    st.integers(0, 220), st.integers(0, 3), st.text(st.sampled_from("\n\r +=0A_"), max_size=3)
)


@given(st.lists(changes, max_size=4))
def test_a_text_changed_anywhere_is_refused_or_means_something_else(
    changed: list[tuple[int, int, str]],
) -> None:
    text = GOOD
    for start, gone, put in changed:
        text = text[:start] + put + text[start + gone :]
    try:
        proof = read_proof(text)
    except RegisterError:
        return
    assert proof.written() == text
