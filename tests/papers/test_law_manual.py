"""The printed manual: the law, readable, archival and accessible, the same content as the pages."""

import io
from datetime import date
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pytest

from sortie import law, manual, papers, words
from sortie.rules import UnknownRule
from tests.cli.running import run
from tests.papers import archival
from tests.papers.reading import headings_of, saved, tags_of, text_of
from tests.papers.test_conformance import BROKEN_IN_THE_CHECKER

ON = date(2026, 11, 16)
FRACTION = "fr.leave.before_2016.detention_centre.fraction"


@pytest.fixture(scope="module", params=["fr", "en"])
def whole(request: pytest.FixtureRequest) -> papers.Paper:
    """The manual whole, printed once in each language."""
    return papers.law_manual(ON, lang=request.param)


def test_the_manual_holds_to_what_can_be_checked_of_pdf_ua(
    whole: papers.Paper, tmp_path: Path
) -> None:
    report = pdfua.validate(str(saved(whole, tmp_path)))

    assert [(each.rule_id, each.message) for each in report.findings] == []
    skipped = {each.rule_id for each in report.outcomes if each.skipped_reason is not None}
    assert skipped <= BROKEN_IN_THE_CHECKER


def test_the_manual_holds_to_what_can_be_checked_of_pdf_a(whole: papers.Paper) -> None:
    assert archival.faults(whole) == []
    with pikepdf.open(io.BytesIO(whole.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_its_headings_have_no_gap(whole: papers.Paper) -> None:
    depths = [int(tag[2:]) for tag in tags_of(whole) if tag[1:2] == "H" and tag[2:].isdigit()]

    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_every_rule_and_every_reading_is_in_it(whole: papers.Paper) -> None:
    tongue = words.tongue(whole.lang)
    said = {" ".join(each.split()).replace("\u200b", "") for each in headings_of(whole)}

    for rule in (*law.france.BOOK.rules, *law.france.PROCEDURE_RULES):
        title = manual.rule_told(rule, ON, tongue).title
        assert " ".join(title.split()) in said, rule
    for reading in manual.readings_told(ON, tongue):
        assert " ".join(reading.question.split()) in said, reading.id


def test_a_rule_is_printed_alone_with_what_changed_told_by_a_sign() -> None:
    text = text_of(papers.law_manual(ON, rule=FRACTION))

    assert "+ , ou en récidive" in text
    assert "− peine est exécuté" in text
    assert "Aucun juriste ne l'a signée." in text
    assert "FR-A21" in text


def test_the_same_day_prints_to_the_same_bytes_and_another_day_to_others() -> None:
    once = papers.law_manual(ON, rule=FRACTION)

    assert once.pdf == papers.law_manual(ON, rule=FRACTION).pdf
    assert once.digest != papers.law_manual(date(2010, 5, 4), rule=FRACTION).digest


def test_a_rule_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownRule):
        papers.law_manual(ON, rule="fr.no.such.rule")


def test_the_command_line_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "law.pdf"

    done = run("law", FRACTION, "--on", "2010-05-04", "--pdf", str(path), "--lang", "fr")

    assert done.status == 0
    paper = papers.law_manual(date(2010, 5, 4), rule=FRACTION)
    assert path.read_bytes() == paper.pdf
    assert paper.digest in done.out.replace("\n", "").replace(" ", "")


def test_a_file_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "law.pdf"

    done = run("law", FRACTION, "--pdf", str(path), "--lang", "fr")

    assert done.status != 0
    assert "n'a pas pu être écrit" in " ".join(done.err.split()).replace("\u202f", " ")
