"""A comparison gives back both wordings, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from sortie.manual import Change, Piece, compared

WORDS = st.lists(st.sampled_from(["la", "moitié", "l'épreuve", "D143-1", ",", "(", "2°", "jours"]))
WORDING = WORDS.map(" ".join)


def without(change: Change, pieces: tuple[Piece, ...]) -> str:
    return "".join(each.text for each in pieces if each.change is not change)


@given(old=WORDING, new=WORDING)
def test_both_wordings_are_found_again(old: str, new: str) -> None:
    pieces = compared(old, new)

    assert without(Change.REMOVED, pieces) == new
    assert without(Change.ADDED, pieces) == old


def test_a_space_between_two_changes_belongs_to_both() -> None:
    pieces = compared(
        "le tiers de la peine exécuté", "le quart au moins exécuté, le tiers de la peine"
    )

    assert Piece(Change.SAME, " ") not in pieces


def test_wordings_that_share_little_are_read_one_after_the_other() -> None:
    assert compared("une escorte", "sans condition de délai") == (
        Piece(Change.REMOVED, "une escorte"),
        Piece(Change.ADDED, "sans condition de délai"),
    )


def test_a_wording_that_did_not_change_is_one_piece() -> None:
    assert compared("le tiers", "le tiers") == (Piece(Change.SAME, "le tiers"),)
