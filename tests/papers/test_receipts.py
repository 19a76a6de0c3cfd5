"""The receipt of the register on a paper: a code that reads back, or a plain refusal."""

import zlib
from base64 import b32encode

import pytest

from sortie import papers
from sortie.papers import printing
from sortie.papers.printing.codes import MOST, code_of
from tests.papers import abouts
from tests.papers.reading import opened, text_of

FOLDED = b32encode(zlib.compress(bytes(range(256)) * 8)).decode().rstrip("=")


def test_a_short_receipt_is_written_beside_its_code() -> None:
    paper = papers.order(abouts.about(abouts.granted()), receipt="c2sp.org/tlog-proof@v1\nindex 7")

    assert "Récépissé du registre c2sp.org/tlog-proof@v1 index 7" in text_of(paper)


def test_a_long_receipt_is_told_to_be_in_a_file_too() -> None:
    paper = papers.order(abouts.about(abouts.granted()), receipt="A" * 1500)

    said = text_of(paper)
    assert "Le même récépissé existe en fichier (.tlog-proof)" in said
    assert "AAAA" not in said


def test_a_receipt_as_the_register_folds_it_is_packed_tighter_than_any_text() -> None:
    text = "https://example.org/v#" + FOLDED
    assert code_of(text).squares < code_of(text.lower()).squares


def test_a_receipt_that_fits_in_no_code_is_refused_with_its_length() -> None:
    with pytest.raises(papers.ReceiptTooLong) as refused:
        papers.order(abouts.about(abouts.granted()), receipt="é" * 2000)

    assert (refused.value.length, refused.value.most) == (4000, MOST)


def test_without_a_receipt_there_is_no_picture_at_all() -> None:
    with opened(papers.order(abouts.about(abouts.granted()))) as pdf:
        assert all("/XObject" not in page.Resources for page in pdf.pages)


def test_no_receipt_can_be_given_to_an_employer_or_to_a_victim() -> None:
    """It holds the whole event: reasons, conditions, the person."""
    for made in (papers.employer_letter, papers.victim_notice, printing.printable):
        assert "receipt" not in made.__annotations__
