"""Names easily taken for each other share a key, and others do not."""

import pytest

from sortie.store.names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dupond", "DUPONT"),
        ("Lefèvre", "LEFEBVRE"),
        ("Exemple", "Exempel"),
        ("de la Rue", "Delarue"),
        ("Philippe", "Filipe"),
        ("Œuvrard", "Oeuvrar"),
        ("Lenoir-Test", "Lenoir Test"),
        ("Le'Noir", "Lenoir"),
        ("Bernard", "Bernart"),
    ],
)
def test_names_that_sound_alike_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Dupont", "Durand"), ("Martin", "Moulin")])
def test_names_that_do_not_are_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_name_in_no_latin_letter_keeps_no_key_rather_than_a_wrong_one() -> None:
    assert name_key("") == name_key("—") == ""
