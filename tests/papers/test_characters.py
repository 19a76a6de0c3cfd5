"""Whatever was typed is printed: literally, never as markup, never out of the page."""

from dataclasses import replace
from typing import Any

import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sortie import papers
from sortie.papers import printing
from sortie.papers.printing import Sheet, printable
from tests.casework import stories
from tests.papers import abouts
from tests.papers.reading import ink_outside, opened, text_of

HOSTILE = (
    '#panic("x") $1+1$ *gras* _i_ `c` <b> \\ #let x = 1',
    "#image(\"/etc/passwd\")",
    "= Titre // commentaire",
    '"},{"kind":"slip',
    "]#sys.inputs.data[",
)  # fmt: skip
LONG = "Anticonstitutionnellement" * 12


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_looks_like_markup_is_printed_as_it_is(name: str) -> None:
    story = abouts.permitted(stories.grant(conditions=(name,), reasons=name))
    about = abouts.about(story, family_name=name, given_name="")
    said = text_of(papers.permit(about)).replace("\u2019", "'")

    assert said.count(name) >= 2


def test_a_control_that_would_turn_the_line_round_is_told_by_its_code() -> None:
    about = abouts.about(abouts.permitted(), family_name="Nom\u202eZ\u0000", given_name="中")
    assert "Nom[U+202E]Z[U+0000] [U+4E2D]" in text_of(papers.permit(about))


@settings(max_examples=60)
@given(typed=st.text(max_size=60))
@example(typed="\ud800")
@example(typed="\u0301\u0301e\u0301\u0301")
def test_any_text_at_all_is_printed_and_nothing_of_it_is_dropped(typed: str) -> None:
    about = abouts.about(abouts.granted(reasons=f"x {typed}"), family_name=typed)
    paper = papers.order(about)

    shown = " ".join(printable(typed.strip()).split())
    assert shown.replace("\u200b", "").replace(" ", "") in text_of(paper).replace(" ", "")


def test_every_character_that_is_let_through_is_in_the_font() -> None:
    shown = "".join(chr(code) for code in range(0x20, 0x3000) if printable(chr(code)) == chr(code))
    source = '#set document(title: "x", date: datetime(year: 2027, month: 1, day: 1))\n#"{}"'
    assert len(shown) > 1000
    for start in range(0, len(shown), 200):
        part = shown[start : start + 200].replace("\\", "").replace('"', "")
        lines = source.replace("{}", " ".join(part)).replace("#set document", (
            '#set text(font: "Libertinus Serif", fallback: false)\n#set document'))  # fmt: skip
        typst.compile(lines.encode(), format="pdf", pdf_standards=["a-2a", "ua-1"],
                      ignore_system_fonts=True)  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_forty_conditions_and_the_longest_names_stay_on_the_page(lang: str) -> None:
    rules = tuple(f"condition {rank} : {LONG}, puis {'mot ' * 30}" for rank in range(1, 41))
    terms = stories.a_day_out("2027-03-15T07:00", "2027-03-15T21:00", LONG, "place " * 60)
    order = stories.grant(terms=terms, conditions=rules, reasons=f"{LONG}\n" * 5)
    about = abouts.about(abouts.permitted(order), family_name=LONG, given_name=LONG)
    made = [
        papers.order(about, lang=lang), papers.permit(about, lang=lang),
        papers.police_notice(about, lang=lang), papers.person_notice(about, lang=lang),
        papers.employer_letter(about, dated=abouts.A_DAY, lang=lang),
        papers.board_minutes([about], "S-1", lang=lang),
        papers.day_list(stories.PRISON, stories.OUT_AT.date(), [about], at=stories.OUT_AT,
                        lang=lang),
    ]  # fmt: skip

    for paper in made[:4]:
        said = text_of(paper)
        assert all(f"ondition {rank} :" in said.replace(" :", " :") for rank in range(1, 41))
        with opened(paper) as pdf:
            assert len(pdf.pages) > 2


def every_block(typed: str) -> Sheet:
    """Return a sheet that holds each block there is, each of them filled with this."""
    facts = printing.Facts(
        (printing.Fact(typed, typed), printing.Fact("label", typed, authored=True),
         printing.Fact(typed, None))
    )  # fmt: skip
    item = printing.Item(typed, typed)
    row = ("21 h 00", typed, typed, typed, typed, "", "", "")
    table = printing.Table(("À qui",) * 8, (2, 6, 3, 4, 6, 4, 3, 2), (row,) * 3, tall=True)
    signature = printing.Signature(typed, typed)
    return Sheet(
        name="x", title=typed, lang="fr", dated=abouts.A_DAY, issuer=(typed, typed),
        reference=(typed[:40],), foot="foot", page="Page", mark="mark",
        body=(
            printing.Heading(typed), printing.Para(typed, strong=True), facts, table,
            printing.Items((item, item)), printing.Items((item,), numbered=True),
            printing.Blank(typed), printing.Blank(typed, lines=3),
            printing.Hours(typed, typed, typed, typed, typed, typed),
            printing.Signatures(typed, (signature, signature)),
            printing.Framed((printing.Para(typed), facts)), printing.Slip(typed, (facts,)),
        ),
        receipt=printing.Receipt("A1b2" * 250, typed, typed),
    )  # fmt: skip


@pytest.mark.parametrize("typed", [LONG, "un mot court " * 12, "W" * 300])
@pytest.mark.parametrize("style", printing.Style)
def test_nothing_is_drawn_in_the_margins(style: printing.Style, typed: str) -> None:
    sheet = replace(every_block(typed), style=style)
    pages: Any = typst.compile(
        printing.TEMPLATE, format="png", ppi=18.0, ignore_system_fonts=True,
        sys_inputs={"data": printing.written(sheet)},
    )  # fmt: skip
    drawn = list(pages)
    assert len(drawn) > 1
    assert [rank for rank, each in enumerate(drawn) if ink_outside(each, margin=0.05)] == []


def test_a_word_longer_than_a_line_may_be_cut_and_says_the_same() -> None:
    assert printable(LONG).replace("\u200b", "") == LONG
    assert max(map(len, printable(LONG).split("\u200b"))) < 30
    assert printable("court") == "court"
