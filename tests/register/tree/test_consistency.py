"""A proof of consistency is taken for two sizes and two roots, never for a rewritten history."""

import pytest
from hypothesis import given, settings

from sortie import register
from tests.register.trees import GROWING, MANY, Kept, bits, entry, grown, spoilt, subproof


def check(
    old: int, new: int, proof: object = None, *, old_root: bytes = b"", new_root: bytes = b""
) -> None:
    """Check a proof, the true one unless another is given, against the true roots."""
    kept = grown()
    register.check_consistency(
        old=old,
        new=new,
        proof=register.consistency_proof(old, new, kept.nodes) if proof is None else proof,  # type: ignore[arg-type]
        old_root=old_root or kept.root(old),
        new_root=new_root or kept.root(new),
    )


@given(GROWING)
def test_the_proof_is_the_one_the_rfc_defines(sizes: tuple[int, int]) -> None:
    old, new = sizes
    proof = register.consistency_proof(old, new, grown().nodes)
    assert list(proof) == subproof(old, grown().entries[:new])


def test_every_two_sizes_of_a_small_register_are_proved() -> None:
    for new in range(1, 66):
        for old in range(1, new + 1):
            check(old, new)


@given(GROWING)
def test_the_source_is_asked_once(sizes: tuple[int, int]) -> None:
    kept = grown()
    before = kept.batches
    register.consistency_proof(*sizes, kept.nodes)
    assert kept.batches - before == (sizes[0] != sizes[1])


@settings(max_examples=40)
@given(GROWING)
def test_refused_with_anything_wrong_in_the_proof(sizes: tuple[int, int]) -> None:
    for wrong, proof in spoilt(register.consistency_proof(*sizes, grown().nodes)):
        cause = (
            (register.OldRootDiffers, register.NewRootDiffers)
            if wrong in ("bit flipped", "swapped")
            else register.ProofLengthWrong
        )
        with pytest.raises(cause):
            check(*sizes, proof)


@settings(max_examples=40)
@given(GROWING)
def test_refused_with_one_bit_of_a_root_flipped(sizes: tuple[int, int]) -> None:
    same = sizes[0] == sizes[1]
    for root in bits(grown().root(sizes[0])):
        with pytest.raises(
            (register.OldRootDiffers, register.NewRootDiffers, register.RootsDiffer)
        ):
            check(*sizes, old_root=root)
    for root in bits(grown().root(sizes[1])):
        with pytest.raises(register.RootsDiffer if same else register.NewRootDiffers):
            check(*sizes, new_root=root)


@given(GROWING)
def test_refused_for_a_size_changed_by_one(sizes: tuple[int, int]) -> None:
    old, new = sizes
    proof = register.consistency_proof(old, new, grown().nodes)
    for other_old, other_new in ((old - 1, new), (old + 1, new), (old, new - 1), (old, new + 1)):
        if 0 < other_old <= other_new <= MANY:
            with pytest.raises(register.TreeError):
                check(other_old, other_new, proof)


@given(GROWING)
def test_refused_when_the_roots_are_swapped(sizes: tuple[int, int]) -> None:
    old, new = sizes
    if old != new:
        with pytest.raises((register.OldRootDiffers, register.NewRootDiffers)):
            check(old, new, old_root=grown().root(new), new_root=grown().root(old))


@pytest.mark.parametrize("rewritten", [0, 6, 12])
def test_no_proof_joins_a_rewritten_history_to_the_signed_one(rewritten: int) -> None:
    entries = [entry(index) for index in range(20)]
    entries[rewritten] = b"rewritten"
    forged = Kept(entries)
    proof = register.consistency_proof(13, 20, forged.nodes)

    with pytest.raises(register.OldRootDiffers):
        check(13, 20, proof, new_root=forged.root())


def test_no_proof_joins_the_signed_history_to_another_continuation() -> None:
    entries = [entry(index) for index in range(19)] + [b"another ending"]
    proof = register.consistency_proof(13, 20, Kept(entries).nodes)

    check(13, 20, proof, new_root=Kept(entries).root())
    with pytest.raises(register.NewRootDiffers):
        check(13, 20, proof)


def test_two_roots_of_one_size_are_a_rewritten_history() -> None:
    with pytest.raises(register.RootsDiffer) as refused:
        check(20, 20, new_root=grown().root(19))
    assert refused.value.size == 20


@pytest.mark.parametrize("new", [0, 1, 8, 2**63 - 1])
def test_nothing_is_proved_from_the_empty_register(new: int) -> None:
    with pytest.raises(register.EmptyTreeProves):
        register.consistency_proof(0, new, grown().nodes)
    with pytest.raises(register.EmptyTreeProves):
        check_numbers(0, new)


def test_a_register_does_not_shrink() -> None:
    with pytest.raises(register.TreeShrank):
        register.consistency_proof(8, 7, grown().nodes)
    with pytest.raises(register.TreeShrank):
        check_numbers(8, 7)


@pytest.mark.parametrize(("old", "new"), [(-1, 1), (1, -1), (1, 2**63), (2**64 - 1, 2**64)])
def test_numbers_that_no_register_has_are_refused(old: int, new: int) -> None:
    with pytest.raises(register.SizeOutOfRange):
        register.consistency_proof(old, new, grown().nodes)
    with pytest.raises(register.SizeOutOfRange):
        check_numbers(old, new)


@pytest.mark.parametrize("old", [1, 2**62, 2**63 - 2])
def test_the_largest_register_asks_for_no_more_hashes_than_a_witness_takes(old: int) -> None:
    with pytest.raises(register.ProofLengthWrong) as refused:
        check_numbers(old, 2**63 - 1)
    assert 0 < refused.value.expected <= 63


@pytest.mark.parametrize("place", ["old_root", "new_root", "proof"])
def test_what_is_no_hash_is_refused_with_its_place(place: str) -> None:
    hashes = dict.fromkeys(("old_root", "new_root", "proof"), bytes(32)) | {place: bytes(33)}
    with pytest.raises(register.NotAHash) as refused:
        register.check_consistency(
            old=1, new=2, proof=[hashes["proof"]],
            old_root=hashes["old_root"], new_root=hashes["new_root"],
        )  # fmt: skip
    assert (refused.value.place, refused.value.length) == (place, 33)


def check_numbers(old: int, new: int) -> None:
    register.check_consistency(old=old, new=new, proof=[], old_root=bytes(32), new_root=bytes(32))
