"""A key is one sentence: what one room says never takes the place of what another says."""

from collections import Counter

from sortie.words.sentences import help_fr, procedure_fr, refusals_fr, screen_fr, sentence_fr
from sortie.words.sentences.office import SENTENCES as OFFICE
from sortie.words.sentences.papers import SENTENCES as PAPERS
from sortie.words.sentences.register import SENTENCES as REGISTER
from sortie.words.sentences.web import SENTENCES as WEB


def test_no_two_rooms_say_the_same_key() -> None:
    """The pages once took over «people.none» from the command line."""
    rooms = (
        screen_fr.SENTENCES, refusals_fr.SENTENCES, help_fr.SENTENCES, sentence_fr.SENTENCES,
        procedure_fr.SENTENCES, OFFICE["fr"], PAPERS["fr"], WEB["fr"], REGISTER["fr"],
    )  # fmt: skip
    count = Counter(key for room in rooms for key in room)
    assert [key for key, times in count.items() if times > 1] == []
