"""A proof of inclusion is taken for one entry, at one place, under one root, and for no other."""

import pytest
from hypothesis import given, settings

from sortie import register
from tests.register.trees import INDEXED, MANY, audit_path, bits, grown, spoilt


def check(
    index: int, size: int, proof: object = None, *, root: bytes = b"", leaf: bytes = b""
) -> None:
    """Check a proof, the true one unless another is given, against the true leaf and root."""
    kept = grown()
    register.check_inclusion(
        index=index,
        size=size,
        leaf=leaf or register.leaf_hash(kept.entries[index]),
        proof=register.inclusion_proof(index, size, kept.nodes) if proof is None else proof,  # type: ignore[arg-type]
        root=root or kept.root(size),
    )


@given(INDEXED)
def test_the_proof_is_the_path_the_rfc_defines(indexed: tuple[int, int]) -> None:
    index, size = indexed
    proof = register.inclusion_proof(index, size, grown().nodes)
    assert list(proof) == audit_path(index, grown().entries[:size])


def test_every_entry_of_every_small_register_is_proved() -> None:
    for size in range(1, 66):
        for index in range(size):
            check(index, size)


@given(INDEXED)
def test_the_source_is_asked_once(indexed: tuple[int, int]) -> None:
    kept = grown()
    before = kept.batches
    register.inclusion_proof(*indexed, kept.nodes)
    assert kept.batches - before == (indexed[1] > 1)


@settings(max_examples=40)
@given(INDEXED)
def test_refused_with_anything_wrong_in_the_proof(indexed: tuple[int, int]) -> None:
    for wrong, proof in spoilt(register.inclusion_proof(*indexed, grown().nodes)):
        cause = (
            register.NotIncluded
            if wrong in ("bit flipped", "swapped")
            else register.ProofLengthWrong
        )
        with pytest.raises(cause):
            check(*indexed, proof)


@settings(max_examples=40)
@given(INDEXED)
def test_refused_with_one_bit_of_the_leaf_or_the_root_flipped(indexed: tuple[int, int]) -> None:
    index, size = indexed
    for leaf in bits(register.leaf_hash(grown().entries[index])):
        with pytest.raises(register.NotIncluded):
            check(index, size, leaf=leaf)
    for root in bits(grown().root(size)):
        with pytest.raises(register.NotIncluded):
            check(index, size, root=root)


@given(INDEXED)
def test_refused_for_the_entry_beside_it(indexed: tuple[int, int]) -> None:
    index, size = indexed
    proof = register.inclusion_proof(index, size, grown().nodes)
    for other in {index - 1, index + 1} & set(range(size)):
        with pytest.raises((register.NotIncluded, register.ProofLengthWrong)):
            check(other, size, proof)
        with pytest.raises((register.NotIncluded, register.ProofLengthWrong)):
            check(other, size, proof, leaf=register.leaf_hash(grown().entries[index]))


@given(INDEXED)
def test_refused_in_the_register_one_entry_larger_or_smaller(indexed: tuple[int, int]) -> None:
    index, size = indexed
    proof = register.inclusion_proof(index, size, grown().nodes)
    for other in {size - 1, size + 1} & set(range(index + 1, MANY + 1)):
        with pytest.raises((register.NotIncluded, register.ProofLengthWrong)):
            check(index, other, proof)


def test_the_size_is_bound_by_the_checkpoint_and_not_by_the_proof() -> None:
    kept = grown()
    proof = register.inclusion_proof(0, 3, kept.nodes)

    check(0, 4, proof, root=kept.root(3))

    with pytest.raises(register.NotIncluded):
        check(0, 4, proof, root=kept.root(4))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (7, 7), (2**63 - 1, 2**63 - 1)])
def test_an_index_outside_the_register_is_refused(index: int, size: int) -> None:
    with pytest.raises(register.IndexOutsideTree):
        register.inclusion_proof(index, size, grown().nodes)
    with pytest.raises(register.IndexOutsideTree):
        check_numbers(index, size)


@pytest.mark.parametrize(("index", "size"), [(-1, 1), (0, -1), (0, 2**63), (2**64 - 1, 2**64)])
def test_numbers_that_no_register_has_are_refused(index: int, size: int) -> None:
    with pytest.raises(register.SizeOutOfRange):
        register.inclusion_proof(index, size, grown().nodes)
    with pytest.raises(register.SizeOutOfRange):
        check_numbers(index, size)


@pytest.mark.parametrize("index", [0, 1, 2**62, 2**63 - 2])
def test_the_largest_register_asks_for_no_more_hashes_than_it_has_levels(index: int) -> None:
    with pytest.raises(register.ProofLengthWrong) as refused:
        check_numbers(index, 2**63 - 1)
    assert 62 <= refused.value.expected <= 63


@pytest.mark.parametrize("length", [0, 31, 33, 64])
@pytest.mark.parametrize("place", ["leaf", "root", "proof"])
def test_what_is_no_hash_is_refused_with_its_place(place: str, length: int) -> None:
    hashes = {"leaf": bytes(32), "root": bytes(32), "proof": bytes(32)} | {place: bytes(length)}
    with pytest.raises(register.NotAHash) as refused:
        register.check_inclusion(
            index=0, size=2, leaf=hashes["leaf"], proof=[hashes["proof"]], root=hashes["root"]
        )
    assert (refused.value.place, refused.value.length) == (place, length)


def check_numbers(index: int, size: int) -> None:
    register.check_inclusion(index=index, size=size, leaf=bytes(32), proof=[], root=bytes(32))
