"""Each answer of a witness has its own consequence, and only a true cosignature is kept."""

import socket
from base64 import b64decode

import pytest

from sortie import register
from sortie.register import Checkpoint, SignedCheckpoint, Witness, cosigned
from sortie.register.witnessing import (
    BrokenAnswer,
    HistoryRefused,
    KeysUnknown,
    NoAddress,
    NoCosignature,
    NotUnderstood,
    OriginUnknown,
    OtherAnswer,
    OtherSize,
    WitnessAhead,
    WitnessUnreachable,
    body_for,
)
from tests.register.signers import AT, ORIGIN, WITNESS, WITNESS_PQ, Signer, signed
from tests.register.trees import grown
from tests.register.witnessing.answering import a_peer

pytestmark = pytest.mark.loopback

SIZE = 100
CHECKPOINT = Checkpoint(ORIGIN, SIZE, grown().root(SIZE))
WHOLE = signed(CHECKPOINT)


def line(signer: Signer = WITNESS, at: int = AT) -> bytes:
    return signer.line(CHECKPOINT, at).line().encode()


def asked(*answers: tuple[int, bytes], seen: int = 0, signer: Signer = WITNESS) -> SignedCheckpoint:
    with a_peer(*answers) as peer:
        witness = Witness("one", signer.vkey, peer.address)
        return cosigned(witness, WHOLE, grown().nodes, seen=seen, patience=5)


def test_what_is_sent_is_the_old_size_the_proof_and_the_checkpoint() -> None:
    body = body_for(WHOLE, grown().nodes, seen=37).decode()
    head, _, checkpoint = body.partition("\n\n")
    first, *hashes = head.split("\n")

    assert first == "old 37"
    assert checkpoint == WHOLE.written()
    register.check_consistency(
        old=37, new=SIZE, proof=[b64decode(each) for each in hashes],
        old_root=grown().root(37), new_root=CHECKPOINT.root,
    )  # fmt: skip


def test_a_witness_that_saw_nothing_yet_is_sent_no_proof() -> None:
    body = body_for(WHOLE, grown().nodes, seen=0).decode()
    assert body == f"old 0\n\n{WHOLE.written()}"


def test_the_cosignature_is_added_to_the_checkpoint() -> None:
    with a_peer((200, line())) as peer:
        witness = Witness("one", WITNESS.vkey, f"{peer.address}/prefix/")
        whole = cosigned(witness, WHOLE, grown().nodes)

    assert peer.asked[0][0] == "/prefix/add-checkpoint"
    assert peer.kinds == ["text/plain; charset=utf-8"]
    assert len(whole.signatures) == len(WHOLE.signatures) + 1
    assert whole.verified_by([WITNESS.vkey])[0].at == AT


def test_a_witness_that_signs_with_ml_dsa_44_is_heard_too() -> None:
    whole = asked((200, line(WITNESS_PQ)), signer=WITNESS_PQ)
    assert whole.verified_by([WITNESS_PQ.vkey])[0].at == AT


def test_lines_of_unknown_keys_are_not_kept() -> None:
    whole = asked((200, line(WITNESS_PQ) + line()))
    assert [each.name for each in whole.signatures[2:]] == [WITNESS.vkey.name]


def test_a_witness_that_has_seen_another_size_is_asked_again_from_there() -> None:
    with a_peer((409, b"37\n"), (200, line())) as peer:
        cosigned(Witness("one", WITNESS.vkey, peer.address), WHOLE, grown().nodes)
    assert [body.split(b"\n")[0] for _, body in peer.asked] == [b"old 0", b"old 37"]


def test_a_witness_that_has_seen_a_longer_register_says_that_this_one_was_restored() -> None:
    with pytest.raises(WitnessAhead) as refusal:
        asked((409, b"101\n"), seen=50)
    assert (refusal.value.seen, refusal.value.size) == (101, SIZE)


@pytest.mark.parametrize(
    ("body", "seen"),
    [(b"50\n", 50), (b"", None), (b"37", None), (b"+37\n", None), (b"037\n", None),
     (b"3_7\n", None), (b"37\n\n", None), (b"\xff\n", None), (b"9" * 40 + b"\n", None)],
)  # fmt: skip
def test_a_conflict_that_gives_no_size_to_try_again_with_is_told(
    body: bytes, seen: int | None
) -> None:
    with pytest.raises(OtherSize) as refusal:
        asked((409, body), seen=50)
    assert (refusal.value.told, refusal.value.seen) == (50, seen)


def test_a_witness_known_to_have_seen_more_is_not_even_asked() -> None:
    with a_peer() as peer:
        witness = Witness("one", WITNESS.vkey, peer.address)
        with pytest.raises(WitnessAhead):
            cosigned(witness, WHOLE, grown().nodes, seen=SIZE + 1)
    assert peer.asked == []


def test_a_witness_that_others_moved_past_this_register_meanwhile_is_ahead_too() -> None:
    with pytest.raises(WitnessAhead):
        asked((409, b"37\n"), (409, b"101\n"))


def test_a_witness_is_asked_again_once_and_no_more() -> None:
    with pytest.raises(OtherSize):
        asked((409, b"37\n"), (409, b"38\n"), (200, line()))


@pytest.mark.parametrize(
    ("status", "refusal", "facts"),
    [
        (400, NotUnderstood, {}),
        (403, KeysUnknown, {"origin": ORIGIN}),
        (404, OriginUnknown, {"origin": ORIGIN}),
        (422, HistoryRefused, {"seen": 50}),
        (301, OtherAnswer, {"status": 301}),
        (307, OtherAnswer, {"status": 307}),
        (429, OtherAnswer, {"status": 429}),
        (500, OtherAnswer, {"status": 500}),
        (503, OtherAnswer, {"status": 503}),
        (204, OtherAnswer, {"status": 204}),
    ],
)
def test_each_refusal_has_its_own_class(
    status: int, refusal: type[register.WitnessError], facts: dict[str, object]
) -> None:
    with pytest.raises(refusal) as raised:
        asked((status, b""), seen=50)
    assert type(raised.value) is refusal
    assert raised.value.witness == "one"
    assert {name: getattr(raised.value, name) for name in facts} == facts


@pytest.mark.parametrize(
    "body", [b"", b"no line\n", line()[:-1], line().replace(b"\n", b"\r\n"), b"\xff\n", line() * 2]
)
def test_an_answer_that_is_no_signature_line_is_told(body: bytes) -> None:
    with pytest.raises(BrokenAnswer):
        asked((200, body))


def test_an_answer_of_another_key_alone_is_no_cosignature() -> None:
    with pytest.raises(NoCosignature):
        asked((200, line(WITNESS_PQ)))


def test_a_false_cosignature_is_refused() -> None:
    elsewhere = WITNESS.line(Checkpoint(ORIGIN, SIZE + 1, CHECKPOINT.root), AT)
    with pytest.raises(register.SignatureRefused):
        asked((200, elsewhere.line().encode()))


@pytest.mark.parametrize("signer", [WITNESS, WITNESS_PQ])
def test_a_cosignature_without_a_time_is_refused(signer: Signer) -> None:
    with pytest.raises(register.SignatureRefused):
        asked((200, line(signer, 0)), signer=signer)


@pytest.mark.parametrize("url", ["", "witness.example", "file:///etc/hostname", "ftp://127.0.0.1/"])
def test_an_address_that_is_not_of_the_web_is_not_opened(url: str) -> None:
    with pytest.raises(NoAddress):
        cosigned(Witness("one", WITNESS.vkey, url), WHOLE, grown().nodes)


def test_a_witness_that_does_not_listen_is_told_apart() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(WitnessUnreachable):
            cosigned(Witness("one", WITNESS.vkey, url), WHOLE, grown().nodes)


def test_a_witness_that_does_not_answer_in_time_is_told_apart() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(WitnessUnreachable):
            cosigned(Witness("one", WITNESS.vkey, url), WHOLE, grown().nodes, patience=0.2)


def test_the_network_stays_closed_to_what_is_not_this_machine() -> None:
    # The guard of the tests, not of the program: `loopback` opens nothing else.
    with socket.socket() as opened, pytest.raises(pytest.fail.Exception):
        opened.connect(("192.0.2.1", 80))
    with socket.socket() as opened, pytest.raises(pytest.fail.Exception):
        opened.connect(("localhost", 80))
