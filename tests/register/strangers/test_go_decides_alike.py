"""Go and the register take the same proofs and refuse the same proofs, whatever is done to them.

Go counts to 2**63 - 1, and above 2**62 its search for a power of two never ends: sizes stop there.
"""

import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import register
from tests.register.strangers.go_program import Go, Judge
from tests.register.trees import Kept, flipped

VECTORS = sorted((Path(__file__).parent.parent / "vectors").rglob("*.json"))
EXTREMES = (-1, 0, 1, 2**31, 2**32, 2**53 + 1, 2**62 - 1, 2**62, 2**63, 2**64 - 1, 2**64)
SIZES = st.integers(1, 5000) | st.sampled_from(
    sorted({n for k in range(17) for n in (2**k - 1, 2**k, 2**k + 1) if n})
)
CHANGES = ("none", "bit", "drop", "add", "swap", "duplicate", "number by one", "extreme number")

Question = dict[str, Any]


@pytest.fixture(scope="module")
def judge(go: Go) -> Iterator[Judge]:
    with go.judge() as running:
        yield running


def ours_takes(question: Question) -> bool:
    check = register.check_inclusion if "leaf" in question else register.check_consistency
    try:
        check(**question)
    except register.TreeError:
        return False
    return True


def changed(question: Question, how: str, data: st.DataObject) -> Question:
    """Return the question with one thing changed, where there is such a thing."""
    if how in ("bit", "number by one", "extreme number"):
        return question | _value_changed(question, how, data)
    proof = list(question["proof"])
    at = data.draw(st.integers(0, max(0, len(proof) - 1)))
    match how:
        case "add":
            proof.insert(at, data.draw(st.sampled_from([bytes(32), *proof])))
        case "drop" if proof:
            del proof[at]
        case "duplicate" if proof:
            proof.insert(at, proof[at])
        case "swap" if proof:
            other = data.draw(st.integers(0, len(proof) - 1))
            proof[at], proof[other] = proof[other], proof[at]
    return question | {"proof": proof}


def _value_changed(question: Question, how: str, data: st.DataObject) -> Question:
    if how == "bit":
        places = [key for key, said in question.items() if isinstance(said, bytes)]
        key = data.draw(st.sampled_from([*places, *(["proof"] if question["proof"] else [])]))
        bit = data.draw(st.integers(0, 255))
        if key != "proof":
            return {key: flipped(question[key], bit)}
        proof = list(question["proof"])
        at = data.draw(st.integers(0, len(proof) - 1))
        proof[at] = flipped(proof[at], bit)
        return {"proof": proof}
    key = data.draw(st.sampled_from([k for k, said in question.items() if isinstance(said, int)]))
    if how == "extreme number":
        return {key: data.draw(st.sampled_from(EXTREMES))}
    return {key: question[key] + data.draw(st.sampled_from([-1, 1]))}


@settings(max_examples=400)
@given(size=SIZES, how=st.sampled_from(CHANGES), data=st.data())
def test_a_proof_of_inclusion_is_decided_alike(
    judge: Judge, large: Kept, size: int, how: str, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, size - 1))
    true = {
        "index": index,
        "size": size,
        "leaf": register.leaf_hash(large.entries[index]),
        "proof": list(register.inclusion_proof(index, size, large.nodes)),
        "root": large.root(size),
    }
    question = changed(true, how, data)

    assert judge.takes(question) is ours_takes(question)
    assert question != true or ours_takes(question)


@settings(max_examples=400)
@given(size=SIZES, how=st.sampled_from(CHANGES), data=st.data())
def test_a_proof_of_consistency_is_decided_alike(
    judge: Judge, large: Kept, size: int, how: str, data: st.DataObject
) -> None:
    old = data.draw(st.integers(1, size))
    true = {
        "old": old,
        "new": size,
        "proof": list(register.consistency_proof(old, size, large.nodes)),
        "old_root": large.root(old),
        "new_root": large.root(size),
    }
    question = changed(true, how, data)

    assert judge.takes(question) is ours_takes(question)
    assert question != true or ours_takes(question)


@settings(max_examples=60)
@given(size=SIZES, kind=st.sampled_from(["inclusion", "consistency"]), data=st.data())
def test_what_is_changed_twice_is_decided_alike(
    judge: Judge, large: Kept, size: int, kind: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(1, size)) - (kind == "inclusion")
    question: Question = (
        {"index": place, "size": size, "leaf": register.leaf_hash(large.entries[place]),
         "proof": register.inclusion_proof(place, size, large.nodes), "root": large.root(size)}
        if kind == "inclusion"
        else {"old": place, "new": size, "old_root": large.root(place),
              "proof": register.consistency_proof(place, size, large.nodes),
              "new_root": large.root(size)}
    )  # fmt: skip
    for _ in range(2):
        question = changed(question, data.draw(st.sampled_from(CHANGES)), data)
    assert judge.takes(question) is ours_takes(question)


def test_the_vectors_of_another_project_are_decided_alike(judge: Judge) -> None:
    asked = [question_of(json.loads(path.read_text("utf-8"))) for path in VECTORS]
    decided = [(judge.takes(question), ours_takes(question)) for question in asked]
    assert len(decided) == 196
    assert [path.name for path, two in zip(VECTORS, decided, strict=True) if two[0] != two[1]] == []
    assert decided.count((True, True)) == 11


def question_of(vector: dict[str, Any]) -> Question:
    raw = {
        key: b64decode(vector[key] or "")
        for key in ("leafHash", "root", "root1", "root2")
        if key in vector
    }
    proof = [b64decode(each) for each in vector["proof"] or ()]
    if "leafIdx" in vector:
        return {"index": vector["leafIdx"], "size": vector["treeSize"], "leaf": raw["leafHash"],
                "proof": proof, "root": raw["root"]}  # fmt: skip
    return {"old": vector["size1"], "new": vector["size2"], "proof": proof,
            "old_root": raw["root1"], "new_root": raw["root2"]}  # fmt: skip
