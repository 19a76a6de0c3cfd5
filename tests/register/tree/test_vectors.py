"""The 196 proofs of transparency-dev/merkle, good and bad, are decided as that project says.

Two families are a matter of definition, and decided here:

- a root is 32 bytes. One vector takes two equal roots of 12 bytes for the same tree: refused here,
  as the Go verifier does, because a text of any length could otherwise pass for a root;
- nothing is proved from the empty tree. Its vectors are all refused, whatever the roots.
"""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from sortie import register

VECTORS = Path(__file__).parent.parent / "vectors"
INCLUSION = sorted((VECTORS / "inclusion").rglob("*.json"))
CONSISTENCY = sorted((VECTORS / "consistency").rglob("*.json"))
# Taken by its authors, and by its title no more than a comparison of two equal texts.
ROOTS_OF_12_BYTES = "additional/sizes-are-equal-one-and-proof-is-empty.json"


def name(path: Path) -> str:
    return path.relative_to(VECTORS).as_posix()


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def proof_of(vector: dict[str, Any]) -> list[bytes]:
    return [b64decode(each) for each in vector["proof"] or ()]


@pytest.mark.parametrize("path", INCLUSION, ids=name)
def test_a_proof_of_inclusion_is_decided_as_its_vector_says(path: Path) -> None:
    vector = read(path)
    told = {
        "index": vector["leafIdx"],
        "size": vector["treeSize"],
        "leaf": b64decode(vector["leafHash"] or ""),
        "proof": proof_of(vector),
        "root": b64decode(vector["root"] or ""),
    }
    if vector["wantErr"]:
        with pytest.raises(register.TreeError):
            register.check_inclusion(**told)
    else:
        register.check_inclusion(**told)


@pytest.mark.parametrize("path", CONSISTENCY, ids=name)
def test_a_proof_of_consistency_is_decided_as_its_vector_says(path: Path) -> None:
    vector = read(path)
    refused = vector["wantErr"] or name(path) == f"consistency/{ROOTS_OF_12_BYTES}"
    told = {
        "old": vector["size1"],
        "new": vector["size2"],
        "proof": proof_of(vector),
        "old_root": b64decode(vector["root1"] or ""),
        "new_root": b64decode(vector["root2"] or ""),
    }
    if refused:
        with pytest.raises(register.TreeError):
            register.check_consistency(**told)
    else:
        register.check_consistency(**told)


def test_a_root_that_is_not_32_bytes_is_refused_even_when_both_are_the_same() -> None:
    vector = read(VECTORS / "consistency" / ROOTS_OF_12_BYTES)
    root = b64decode(vector["root1"])
    assert (vector["wantErr"], vector["root1"] == vector["root2"], len(root)) == (False, True, 12)
    with pytest.raises(register.NotAHash):
        register.check_consistency(old=1, new=1, proof=[], old_root=root, new_root=root)


def test_nothing_is_proved_from_the_empty_tree_and_its_vectors_agree() -> None:
    from_nothing = [read(path) for path in CONSISTENCY if read(path)["size1"] == 0]
    assert from_nothing
    assert all(vector["wantErr"] for vector in from_nothing)
    for root in (register.EMPTY_ROOT, bytes(32)):
        with pytest.raises(register.EmptyTreeProves):
            register.check_consistency(old=0, new=0, proof=[], old_root=root, new_root=root)


def test_all_the_vectors_are_there() -> None:
    refused = [path for path in (*INCLUSION, *CONSISTENCY) if read(path)["wantErr"]]
    assert (len(INCLUSION), len(CONSISTENCY), len(refused)) == (98, 98, 184)
