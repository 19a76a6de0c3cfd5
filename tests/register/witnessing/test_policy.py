"""A policy file says whom to believe in one way, and is refused for its cause and its line."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.register import BrokenPolicy, Kind, Policy, QuorumMissed, read_policy
from sortie.register.witnessing import Group
from tests.register.signers import (
    LOG,
    LOG_PQ,
    ORIGIN,
    WITNESS,
    WITNESS_PQ,
    Signer,
    a_checkpoint,
    signed,
)

W1, W2 = WITNESS.vkey.text(), WITNESS_PQ.vkey.text()
W3 = Signer("witness.example/w3", Kind.COSIGNATURE, 6).vkey.text()
L1, L2 = LOG.vkey.text(), LOG_PQ.vkey.text()

WHOLE = f"""# whom we believe
log {L1}
 log\t{L2} https://register.example/tiles

witness one {W1} https://witness.example/one
witness two {W2}
group both all one two
witness three {W3}
group enough 1 both three
quorum enough
"""


def refused(text: str | bytes) -> tuple[str, int]:
    with pytest.raises(BrokenPolicy) as refusal:
        read_policy(text.encode() if isinstance(text, str) else text)
    return refusal.value.fault.value, refusal.value.line


def test_a_policy_is_read_with_its_logs_witnesses_groups_and_quorum() -> None:
    policy = read_policy(WHOLE.encode())

    assert [log.vkey for log in policy.logs] == [LOG.vkey, LOG_PQ.vkey]
    assert policy.logs[1].url == "https://register.example/tiles"
    assert [(w.name, w.url) for w in policy.witnesses] == [
        ("one", "https://witness.example/one"), ("two", ""), ("three", "")
    ]  # fmt: skip
    assert policy.groups == (
        Group("both", 2, ("one", "two")),
        Group("enough", 1, ("both", "three")),
    )
    assert policy.asks_for_witnesses


@pytest.mark.parametrize(
    ("names", "met"),
    [
        ([], False), (["one"], False), (["two"], False), (["one", "two"], True),
        (["three"], True), (["one", "three"], True), (["both"], False), (["enough"], False),
    ],
)  # fmt: skip
def test_a_quorum_is_met_by_witnesses_through_groups_and_by_no_other_name(
    names: list[str], *, met: bool
) -> None:
    assert read_policy(WHOLE.encode()).met_by(names) is met


@pytest.mark.parametrize(
    ("threshold", "needed"), [("any", 1), ("1", 1), ("2", 2), ("3", 3), ("all", 3)]
)
def test_a_group_needs_as_many_as_it_says(threshold: str, needed: int) -> None:
    keys = {"a": W1, "b": W2, "c": W3}
    lines = "".join(f"witness {name} {key}\n" for name, key in keys.items())
    policy = read_policy(f"{lines}group g {threshold} a b c\nquorum g\n".encode())

    for count in range(4):
        assert all(policy.met_by(some) is (count >= needed) for some in combinations(keys, count))


def test_a_quorum_of_none_asks_for_no_witness() -> None:
    policy = read_policy(b"quorum none\n")
    assert policy.met_by([])
    assert not policy.asks_for_witnesses
    assert policy == Policy()


def test_a_quorum_may_be_one_witness() -> None:
    policy = read_policy(f"witness one {W1}\nquorum one\n".encode())
    assert policy.check(signed(a_checkpoint(), WITNESS))[0].witness.name == "one"
    with pytest.raises(QuorumMissed):
        policy.check(signed(a_checkpoint(), WITNESS_PQ))


def test_a_register_does_not_witness_itself_under_another_key() -> None:
    own = Signer(ORIGIN, Kind.ML_DSA_44, 7)
    policy = read_policy(f"witness own {own.vkey.text()}\nquorum own\n".encode())
    with pytest.raises(QuorumMissed):
        policy.check(signed(a_checkpoint(), own))


ONE = f"witness one {W1}\n"


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("", "no_final_newline", 1),
        ("\n", "no_quorum", 0),
        ("quorum none", "no_final_newline", 1),
        ("quorum none\r\n", "character", 1),
        (b"\nquorum none\x7f\n", "character", 2),
        (b"quorum none\0\n", "character", 1),
        ("quorum\N{NO-BREAK SPACE}none\n", "unknown_word", 1),
        ("Quorum none\n", "unknown_word", 1),
        ("quorums none\n", "unknown_word", 1),
        ("quorum\n", "items", 1),
        ("quorum none none\n", "items", 1),
        ("quorum none\nquorum none\n", "quorum_twice", 2),
        ("quorum one\n", "unknown_name", 1),
        (f"quorum one\n{ONE}", "unknown_name", 1),
        ("log\n", "items", 1),
        (f"log {L1} a b\n", "items", 1),
        (f"log {L1}x\n", "vkey", 1),
        (f"log {W1}\n", "log_kind", 1),
        (f"log {L1}\nlog {L1}\n", "same_key", 2),
        ("witness one\n", "items", 1),
        (f"witness one {W1} a b\n", "items", 1),
        (f"witness one {L1}\n", "witness_kind", 1),
        (f"witness none {W1}\n", "name_none", 1),
        (f"{ONE}witness one {W2}\n", "name_taken", 2),
        (f"{ONE}witness two {W1}\n", "same_key", 2),
        (f"log {L2}\nwitness own {L2}\n", "same_key", 2),
        (f"{ONE}group\n", "items", 2),
        (f"{ONE}group g all\n", "items", 2),
        (f"{ONE}group g all none\n", "unknown_name", 2),
        (f"{ONE}group g all g\n", "unknown_name", 2),
        (f"{ONE}group one all one\n", "name_taken", 2),
        (f"{ONE}group none all one\n", "name_none", 2),
        (f"{ONE}group g 0 one\n", "threshold", 2),
        (f"{ONE}group g 2 one\n", "threshold", 2),
        (f"{ONE}group g 01 one\n", "threshold", 2),
        (f"{ONE}group g +1 one\n", "threshold", 2),
        (f"{ONE}group g ALL one\n", "threshold", 2),
        (f"{ONE}group g all one one\n", "member_twice", 2),
        (f"{ONE}group g all one\ngroup h all one\n", "member_twice", 3),
        (b"#" * 1_000_001, "too_long", 0),
    ],
)
def test_refused_with_the_cause_and_the_line(text: str | bytes, fault: str, line: int) -> None:
    assert refused(text) == (fault, line)


def test_one_key_under_two_names_is_still_one_witness() -> None:
    again = Signer("witness.example/alias", Kind.COSIGNATURE, 4).vkey.text()
    assert refused(f"{ONE}witness two {again}\n") == ("same_key", 2)


def test_names_are_octets() -> None:
    name = b"\xff\xfe"
    text = b"witness " + name + b" " + W1.encode() + b"\nquorum " + name + b"\n"
    assert read_policy(text).witnesses[0].name.encode("utf-8", "surrogateescape") == name
    kelvin = f"witness \N{KELVIN SIGN} {W1}\nquorum K\n"
    assert refused(kelvin) == ("unknown_name", 2)


words = st.sampled_from(
    [b"log ", b"witness ", b"group ", b"quorum ", b"none", b"one ", b"two ", b"all ", b"any ",
     b"2 ", W1.encode() + b" ", W2.encode() + b" ", L1.encode(), b"\n", b"#", b"\t", b"\xc3", b"\r"]
)  # fmt: skip


@given(st.lists(words, max_size=25).map(b"".join))
def test_any_text_is_a_policy_or_is_refused(raw: bytes) -> None:
    try:
        policy = read_policy(raw)
    except BrokenPolicy:
        return
    names = [witness.name for witness in policy.witnesses]
    assert policy.met_by(names)
    assert policy.met_by([]) is not policy.asks_for_witnesses
