"""Names that are taken for one another, and those that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.facts.homonyms import Name, name_key, near, near_pairs

LETTERS = st.text("abcdeklrz", min_size=3, max_size=8)
WORDS = st.text("abékR -'lœ", max_size=8)
NAMES = st.builds(Name, WORDS, WORDS)


@st.composite
def one_letter_away(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and the same with a letter changed, added, dropped or swapped with the next."""
    word = draw(LETTERS)
    at = draw(st.integers(0, len(word) - 2))
    letter = draw(st.sampled_from("abcdeklrz"))
    return word, draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )


def test_a_k_for_an_r_is_near_as_at_the_gate_of_bordeaux_gradignan() -> None:
    assert near(Name("Nomak", "Prénom"), Name("Nomar", "Prénom"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("NOM-COMPOSÉ", "Prénom"), ("Nom Compose", "prenom")),
        (("D'Exemple", "Prénom"), ("Exemple", "Prénom")),
        (("Le Nom", "Prénom"), ("Lenom", "Prénom")),
        (("Nom", "Prénom"), ("Prénom", "Nom")),
        (("Nom", "Premier Second"), ("Nom", "Premier")),
        (("Nom", "Prénom"), ("Nom", "P.")),
        (("Nom", ""), ("Nom", "Prénom")),
        (("Cœur", "Prénom"), ("Coeur", "Prénom")),
        (("Nome\u0301", "Prénom"), ("Nomé", "Prénom")),
    ],
)
def test_two_ways_to_write_a_name_are_near(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert near(Name(*a), Name(*b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Nom", "Prénom"), ("Nom", "Autre")),
        (("Nomak", "Prénom"), ("Nomrr", "Prénom")),
        (("", ""), ("", "")),
        (("-", "Prénom"), ("'", "Prénom")),
    ],
)
def test_other_names_are_not(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert not near(Name(*a), Name(*b))


def test_a_name_made_of_particles_keeps_them() -> None:
    assert name_key("De La") == "dela"


@given(NAMES, NAMES)
def test_near_is_the_same_both_ways(a: Name, b: Name) -> None:
    assert near(a, b) == near(b, a)


@given(one_letter_away(), LETTERS)
def test_one_letter_is_near_in_either_name(pair: tuple[str, str], other: str) -> None:
    assert near(Name(pair[0], other), Name(pair[1], other))
    assert near(Name(other, pair[0]), Name(other, pair[1]))
    assert near(Name(pair[0], other), Name(other, pair[1]))


@given(st.lists(NAMES, max_size=8))
def test_the_pairs_are_those_that_comparing_everyone_gives(names: list[Name]) -> None:
    people = {f"P-{rank}": name for rank, name in enumerate(names)}
    ids = list(people)
    every = [(a, b) for i, b in enumerate(ids) for a in ids[:i] if near(people[a], people[b])]

    assert sorted(near_pairs(people)) == sorted(every)
