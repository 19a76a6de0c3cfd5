"""Every paper is archival and accessible, as far as the checkers at hand can tell."""

import io
from pathlib import Path

import pdfua
import pikepdf
import pytest

from sortie.papers import Paper
from tests.papers import archival
from tests.papers.every_paper import PAPERS
from tests.papers.reading import headings_of, opened, saved, tags_of

# The checker breaks on the layout attributes that Typst writes, and says so; the order of the
# headings is looked at here instead.
BROKEN_IN_THE_CHECKER = {"UA-14-001"}
BOTH = [(name, lang) for name in PAPERS for lang in ("fr", "en")]


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_a_paper_holds_to_what_can_be_checked_of_pdf_ua(
    name: str, lang: str, tmp_path: Path
) -> None:
    report = pdfua.validate(str(saved(PAPERS[name](lang), tmp_path)))

    assert [(each.rule_id, each.message) for each in report.findings] == []
    skipped = {each.rule_id for each in report.outcomes if each.skipped_reason is not None}
    assert skipped <= BROKEN_IN_THE_CHECKER


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_a_paper_holds_to_what_can_be_checked_of_pdf_a(name: str, lang: str) -> None:
    assert archival.faults(PAPERS[name](lang)) == []


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_a_paper_has_one_title_and_headings_without_a_gap(name: str, lang: str) -> None:
    paper = PAPERS[name](lang)
    levels = [tag for tag in tags_of(paper) if tag[1:2] == "H" and tag[2:].isdigit()]

    assert levels[0] == "/H1"
    assert set(levels[1:]) <= {"/H2"}
    assert headings_of(paper)[0] == paper.title.replace("\u00a0", " ")
    with opened(paper) as pdf:
        assert str(pdf.docinfo["/Title"]) == paper.title
        assert str(pdf.Root.Lang) == {"fr": "fr-FR", "en": "en-GB"}[lang]
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.parametrize("name", PAPERS)
def test_qpdf_finds_nothing_to_say(name: str) -> None:
    with pikepdf.open(io.BytesIO(PAPERS[name]("fr").pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_code_of_a_receipt_is_told_to_who_cannot_see_it() -> None:
    with opened(PAPERS["permit"]("fr")) as pdf:
        held = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        told = [str(each.Alt) for each in held if each.get("/S") == "/Figure"]

    assert told == ["Code QR qui porte le récépissé du registre, dont le texte est écrit à côté."]


def test_a_paper_without_its_conformance_is_seen() -> None:
    paper = PAPERS["grant"]("fr")
    with opened(paper) as pdf:
        del pdf.Root.OutputIntents, pdf.Root.MarkInfo, pdf.Root.Lang
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")
        pdf.docinfo["/Title"] = "Another"
        spoilt = io.BytesIO()
        pdf.save(spoilt)

    found = archival.faults(Paper(paper.name, paper.title, "fr", spoilt.getvalue()))

    assert {each.split()[0] for each in found} >= {"6.2.3", "6.7.2", "6.7.4", "6.5", "6.6.3"}
