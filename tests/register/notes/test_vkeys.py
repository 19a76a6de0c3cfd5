"""A public key has one text, and is refused for its cause when it has another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.register import BrokenVKey, Kind, VKey
from sortie.register.notes import base64_of, key_id
from tests.register.signers import LOG, LOG_PQ, WITNESS, a_checkpoint

# Of the specification; the other two of the tests of Go's own package of notes.
EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"


def refused(text: str) -> str:
    with pytest.raises(BrokenVKey) as refusal:
        VKey.read(text)
    return refusal.value.fault.value


def written(name: str, kind: int, key: bytes) -> str:
    return f"{name}+{key_id(name, kind, key).hex()}+{base64_of(bytes((kind,)) + key)}"  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [EXAMPLE, PETER, *(s.vkey.text() for s in (LOG, LOG_PQ, WITNESS))])
def test_a_key_is_read_and_written_the_same(text: str) -> None:
    assert VKey.read(text).text() == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "parts"),
        ("example.com/foo+530d903a", "parts"),
        (EXAMPLE.replace("530d903a", "530D903A"), "id"),
        (EXAMPLE.replace("530d903a", "30d903a"), "id"),
        (EXAMPLE.replace("530d903a", "530d903b"), "wrong_id"),
        (EXAMPLE.replace("foo", "fooo"), "wrong_id"),
        (f"{EXAMPLE}\n", "not_base64"),
        (f"{EXAMPLE}=", "not_base64"),
        ("example.com/foo+530d903a+", "not_base64"),
        (written("example.com/foo", 2, bytes(32)), "unknown_type"),
        (written("example.com/foo", 1, b"\x09" * 31), "key_length"),
        (written("example.com/foo", 6, b"\x09" * 32), "key_length"),
        (written("", 1, b"\x09" * 32), "name"),
        (written("a b", 1, b"\x09" * 32), "name"),
        (written("a\x01b", 1, b"\x09" * 32), "name"),
        (written("é" * 128, 1, b"\x09" * 32), "name"),
        (written("w", 1, bytes(32)), "weak"),
        (written("w", 4, b"\x01" + bytes(31)), "weak"),
        (written("w", 4, b"\xff" * 32), "weak"),
        (
            written("w", 1, bytes.fromhex(
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
            )),
            "weak",
        ),
        (
            written("w", 1, bytes.fromhex(
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"
            )),
            "weak",
        ),
    ],
)  # fmt: skip
def test_refused_with_its_cause(text: str, fault: str) -> None:
    assert refused(text) == fault


def test_one_key_of_two_kinds_has_two_ids() -> None:
    log = VKey("w", Kind.ED25519, WITNESS.vkey.key)
    witness = VKey("w", Kind.COSIGNATURE, WITNESS.vkey.key)
    assert log.key_id != witness.key_id


@pytest.mark.parametrize("signer", [LOG, LOG_PQ, WITNESS])
def test_a_signature_of_another_length_is_no_signature(signer: object) -> None:
    assert not getattr(signer, "vkey").made(a_checkpoint().text().encode(), b"short")  # noqa: B009


@given(st.text(max_size=90) | st.just(EXAMPLE).flatmap(
    lambda text: st.tuples(st.integers(0, len(text)), st.text(max_size=2)).map(
        lambda at: text[: at[0]] + at[1] + text[at[0] + 1 :]
    )
))  # fmt: skip
def test_two_texts_never_mean_the_same_key(text: str) -> None:
    try:
        vkey = VKey.read(text)
    except BrokenVKey:
        return
    assert vkey.text() == text
