"""The law, readable: found by words or by article, read on a day, compared, with its cases."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sortie import law
from tests.office import one_leave as leave
from tests.web.opening import NARROW, Window
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]

FRACTION = "fr.leave.before_2016.detention_centre.fraction"
ANSWER = "fr.procedure.answer"
A_MORNING = datetime(2026, 11, 16, 9, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(autouse=True)
def _one_morning(hold_at: Hold) -> None:
    hold_at(A_MORNING)


def text(page: Any) -> str:
    """Return what a page says, without its tags, every space being one space."""
    bare = re.sub(r"<[^>]*>", " ", page.content.decode())
    return re.sub(r"\s+", " ", bare.replace("&#x27;", "'").replace("’", "'"))


def links(page: Any) -> set[str]:
    return set(re.findall(r'href="/law/(fr\.[\w.-]+)/', page.content.decode()))


def test_the_law_is_read_without_signing_in(browse: Browse) -> None:
    page = browse().get("/law/")

    assert page.status_code == 200
    assert "La loi, lisible" in text(page)
    known = {*law.france.BOOK.rules, *law.france.PROCEDURE_RULES}
    assert links(page) == known


def test_whoever_is_signed_in_reads_the_same_law(browse: Browse) -> None:
    assert links(browse(leave.GATE).get("/law/")) == links(browse().get("/law/"))


@pytest.mark.parametrize(
    ("typed", "found", "left"),
    [
        ("D. 143", "fr.leave.short", ANSWER),
        ("d49-32", ANSWER, "fr.leave.short"),
        ("723-6", "fr.escorted_leave", ANSWER),
        ("mi-peine", "fr.served.half", ANSWER),
        ("moitié EXECUTEE", "fr.served.half", ANSWER),
        ("half of the sentence", "fr.served.half", ANSWER),
    ],
)
def test_a_rule_is_found_by_its_words_or_by_its_article(
    browse: Browse, typed: str, found: str, left: str
) -> None:
    shown = links(browse().get("/law/", {"q": typed}))

    assert found in shown
    assert left not in shown


def test_a_search_that_finds_nothing_says_what_to_try(browse: Browse) -> None:
    page = browse().get("/law/", {"q": "licorne"})

    assert page.status_code == 200
    assert 'value="licorne"' in page.content.decode()
    assert "Aucune règle ne répond." in text(page)


def test_the_index_is_kept_to_what_one_leave_rests_on(browse: Browse) -> None:
    shown = links(browse().get("/law/", {"route": "fr.leave.short"}))

    assert "fr.length.three_days" in shown
    assert shown.isdisjoint(law.france.PROCEDURE_RULES)


def test_the_rules_are_ranged_by_article_each_leading_to_its_text(browse: Browse) -> None:
    page = browse().get("/law/", {"by": "article"})

    assert page.content.decode().index("CPP D49-11") < page.content.decode().index("CPP D143")
    assert "/law/texts/fr.cpp.d143/" in page.content.decode()


@pytest.mark.parametrize("rule", sorted({*law.france.BOOK.rules, *law.france.PROCEDURE_RULES}))
def test_every_rule_has_a_page_that_says_it_in_its_own_words(browse: Browse, rule: str) -> None:
    page = browse().get(f"/law/{rule}/")

    assert page.status_code == 200
    held = law.written_rule(rule)["versions"]
    said = text(page)
    for version in held:
        other = re.sub(r"\s+", " ", version["en"])
        assert other[1:] in said
    assert "Aucun juriste" in said or "Aucun cas-type" in said


def test_versions_stand_side_by_side_and_what_changed_is_marked_and_said(browse: Browse) -> None:
    page = browse().get(f"/law/{FRACTION}/")

    assert page.content.decode().count('class="law-version"') == 3
    whole = " ".join(page.content.decode().split())
    assert "<del>" in whole
    assert "<ins>" in whole
    assert "ajouté : , ou en récidive" in text(page)
    assert "retiré : peine est exécuté" in text(page)
    assert "du 24 février 2005 au 31 décembre 2014" in text(page)


def test_a_rule_is_read_on_the_day_asked_and_links_keep_that_day(browse: Browse) -> None:
    page = browse().get(f"/law/{FRACTION}/", {"on": "2010-05-04"})

    assert "Cette règle est en vigueur le 4 mai 2010" in text(page)
    assert "récidive" in text(page).split("La loi est lue")[0]
    assert "?on=2010-05-04" in page.content.decode()
    assert "n'est pas en vigueur le 16 novembre 2026" in text(browse().get(f"/law/{FRACTION}/"))


def test_a_day_without_a_rule_of_procedure_is_not_modelled_and_says_what_to_do(
    browse: Browse,
) -> None:
    page = browse().get(f"/law/{ANSWER}/", {"on": "1990-01-01"})

    assert "Non modélisé" in text(page)
    assert "se vérifie à la main" in text(page)


def test_a_day_that_does_not_exist_is_refused_and_stays_typed(browse: Browse) -> None:
    page = browse().get(f"/law/{ANSWER}/", {"on": "2026-02-30"})

    assert page.status_code == 422
    assert "« 2026-02-30 » n'est pas une date du calendrier." in text(page)
    assert 'value="2026-02-30"' in page.content.decode()
    assert "en vigueur le 16 novembre 2026" in text(page)


def test_the_cases_of_a_rule_say_what_is_expected_and_that_no_jurist_reviewed_them(
    browse: Browse,
) -> None:
    page = text(browse().get("/law/fr.length.ten_days_once_a_year/"))

    assert "FR-C23" in page
    assert "Aucun juriste ne l'a relu." in page
    assert "Le 31 décembre 2023, cette permission est-elle ouverte" in page
    assert "Dix jours au plus, une fois par an (fermée)" in page


def test_a_case_of_procedure_is_shown_as_its_author_wrote_it(browse: Browse) -> None:
    page = text(browse().get(f"/law/{ANSWER}/"))

    assert "FR-P01" in page
    assert "deposee le : 2025-09-05T10:15" in page
    assert "jusqu au : 2025-11-05" in page


def test_a_case_has_its_facts_on_its_own_page(browse: Browse) -> None:
    page = browse().get("/law/cases/FR-C23/")

    assert page.status_code == 200
    assert "30 août 1984" in text(page)
    assert "Question 6" in text(page)


def test_a_doubt_is_told_with_its_answers_and_without_a_signature(browse: Browse) -> None:
    page = text(browse().get("/law/fr.served.half/"))

    assert "se comptent-ils par le calendrier ou en jours ?" in page
    assert "Personne ne l'a tranchée" in page
    assert "Aucun juriste ne l'a signée." in page


def test_every_doubt_of_the_law_is_on_one_page(browse: Browse) -> None:
    page = browse().get("/law/readings/").content.decode()

    for reading in law.france.readings():
        assert f'id="{reading}"' in page


def test_every_text_has_a_page_with_its_wordings_compared(browse: Browse) -> None:
    for text_id in sorted(law.france.texts().ids):
        assert browse().get(f"/law/texts/{text_id}/").status_code == 200, text_id
    page = browse().get("/law/texts/fr.cpp.d143/")
    assert "<ins>" in page.content.decode()
    assert "ils ne sont pas le texte officiel" in text(page)


def test_a_rule_that_is_not_there_names_the_nearest(browse: Browse) -> None:
    page = browse().get("/law/fr.served.halff/")

    assert page.status_code == 404
    assert "/law/fr.served.half/" in page.content.decode()
    assert browse().get("/law/texts/fr.cpp.d9999/").status_code == 404
    assert browse().get("/law/cases/FR-NONE/").status_code == 404


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look",
    [{}, {"viewport": NARROW}, {"color_scheme": "dark"}],
    ids=["wide", "narrow", "dark"],
)
@pytest.mark.parametrize(
    "path",
    [
        "/law/",
        "/law/?by=article&q=D143",
        f"/law/{FRACTION}/?on=2010-05-04",
        "/law/fr.leave.short/",
        f"/law/{ANSWER}/?on=1990-01-01",
        "/law/texts/fr.cpp.d143/",
        "/law/cases/FR-C23/",
        "/law/readings/",
    ],
)
def test_the_pages_are_sound_in_a_real_browser(
    window: Open, language: str, look: dict[str, Any], path: str
) -> None:
    opened = window(None, language, **look)

    page = opened.open(path)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    assert opened.page.title()
    assert opened.faults() == []
