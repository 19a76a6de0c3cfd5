"""One case on one page: each sees what the table opens to them, in whole sentences."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie.casework import Actor, Role
from sortie.web.authority import Acting, open_case
from sortie.words import LANGUAGES
from tests.office import one_leave as leave
from tests.web.cases import scenes
from tests.web.reading import text
from tests.web.signing import Browser, acting_of

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
PAGE = f"/case/{scenes.CASE}/"


def at(hold_at: Hold, instant: str) -> None:
    scenes.played_until(instant)
    hold_at(leave.paris(instant))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["Appel pendant", "L’appel du procureur suspend l’exécution", "Nom-A Prénom-A",
                "la loi laisse la porte ouverte", "Fin de peine", "19 juin 2029"]),
        ("en", ["Appeal pending", "Nom-A Prénom-A", "the law leaves the door open",
                "19 June 2029"]),
    ],
)  # fmt: skip
def test_a_judge_finds_where_it_stands_and_what_the_law_says(
    browse: Browse, hold_at: Hold, language: str, told: list[str]
) -> None:
    at(hold_at, scenes.APPEALED)

    page = text(browse(scenes.JUDGE, language).get(PAGE))

    assert [each for each in told if each not in page] == []


def test_what_is_missing_is_told_with_from_whom_and_by_when(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, scenes.BEFORE_THE_SITTING)

    page = text(browse(scenes.COURT_CLERK).get(PAGE))

    missing = page[page.index("Ce qui manque De qui") : page.index("À avoir vus par qui décide")]
    assert "Son avis." in missing
    assert "CPP" in missing
    assert "avant le jeudi 20 novembre 2025 à 24 h" in missing
    assert "Le service pénitentiaire d’insertion et de probation" in missing


def test_the_opinions_stand_side_by_side_with_the_one_awaited(
    browse: Browse, hold_at: Hold
) -> None:
    at(hold_at, scenes.BEFORE_THE_SITTING)

    page = browse(scenes.JUDGE).get(PAGE).content.decode()

    side = page[page.index('class="case-side"') :]
    side = side[: side.index("</ul>")]
    kinds = re.findall(r'<li class="(\w+)"', side)
    assert kinds == ["reserved", "unfavourable", "unfavourable", "awaited"]


def test_a_fact_says_who_saw_it_and_who_did_not(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, "2025-11-12T14:04")

    page = text(browse(scenes.JUDGE).get(PAGE))

    facts = page[page.index("À avoir vus par qui décide") : page.index("Séance 12")]
    assert "Évasion, du 7 février 2014 au 20 février 2014 à voir par vous" in facts
    assert "Vu par le personnel de surveillance (surveillant-1)" in facts
    assert "Pas encore vu par" in facts


def test_a_finding_opens_on_its_text_and_its_version(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, scenes.FILED)

    page = browse(scenes.JUDGE).get(PAGE)

    half = page.content.decode().partition('<details id="fr.served.half-open">')[2]
    half = half[: half.index("</details>")]
    assert "CPP 716-1, 716-4" in half
    assert "Version en vigueur" in half
    assert "Personne n’a tranché cette lecture." in half


def test_another_day_may_be_asked(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, scenes.FILED)
    judge = browse(scenes.JUDGE)

    before = text(judge.get(f"{PAGE}?on=2019-05-06"))
    unread = text(judge.get(f"{PAGE}?on=the%20sixth"))

    assert "Le 6 mai 2019, pour se présenter à un employeur, la loi ferme la porte" in before
    assert "Ce jour ne se lit pas" in unread
    assert "Le 24 novembre 2025" in unread


def test_an_act_is_offered_to_those_who_may_do_it_alone(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, "2025-10-01T10:30")
    route = "/act/route_application/"

    assert route in browse(scenes.COURT_CLERK).get(PAGE).content.decode()
    assert route not in browse(scenes.HEAD).get(PAGE).content.decode()


def test_the_history_says_who_and_when_and_can_be_pointed_at(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, scenes.APPEALED)
    judge = browse(scenes.JUDGE)
    latest, page = judge.get(PAGE), judge.get(f"{PAGE}?history=all")

    assert 'id="event-1"' not in latest.content.decode()
    assert "20 lignes plus anciennes" in text(latest)

    assert 'id="event-1"' in page.content.decode()
    history = text(page)[text(page).index("1 Requête déposée") :]
    assert "Requête déposée mercredi 1er octobre 2025 à 10 h 00" in history
    assert "greffe pénitentiaire (greffe-1)" in history


def test_the_history_has_no_author_for_a_lawyer(browse: Browse, hold_at: Hold) -> None:
    at(hold_at, scenes.APPEALED)
    page = text(browse(scenes.LAWYER).get(f"{PAGE}?history=all"))

    assert "Requête déposée mercredi 1er octobre 2025" in page
    assert "greffe-1" not in page


# What each word of the page stands behind; a field of the table opens it.
BEHIND = {
    "name": "Nom-A",
    "committal_number": "écrou 0001",
    "where": "tribunal judiciaire Où il en est",
    "places": "une entreprise près de Lyon",
    "order": "Lire l’ordonnance",
    "clocks": "Délais en cours",
    "victim_step": "Veut être avisée",
    "board": "Séance 12",
    "messages": "Messages et accusés de réception",
    "law": "Ce que dit la loi, le",
    "custody": "La peine, des jugements à la libération",
    "notices": "émargement en cellule",
    "pieces": "rapport du service de probation",
}


@pytest.mark.parametrize("who", scenes.WHOEVER, ids=lambda each: f"{each.role} {each.account}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sees_the_fields_of_the_table_and_no_other(
    browse: Browse, hold_at: Hold, who: Acting, language: str
) -> None:
    at(hold_at, scenes.APPEALED)
    page = browse(who, language).get(PAGE)
    assert page.status_code == 200

    sight = open_case(who, scenes.CASE, leave.paris(scenes.APPEALED)).sight
    if language == "fr":
        said = text(page)
        wrong = {
            field for field, words in BEHIND.items() if (words in said) is not sight.sees(field)
        }
        assert wrong == set()


def bare(page: Any) -> bytes:
    """Return a page without its address and without the token of its forms."""
    return re.sub(rb'"csrfmiddlewaretoken" value="\w+"|D-404|D-1', b"", page.content)


@pytest.mark.parametrize(
    "stranger",
    [
        Actor("clerk-9", Role.COURT_CLERK, "court of the south"),
        Actor("gate-9", Role.GATE, "prison of the south"),
        scenes.AUDITOR,
        Acting(account="lawyer-9", post="lawyer", role="lawyer", clients=frozenset({"P-9"})),
    ],
    ids=["a clerk", "a gate", "an auditor", "a lawyer"],
)
def test_to_a_stranger_it_is_as_if_it_did_not_exist(
    browse: Browse, hold_at: Hold, stranger: Any
) -> None:
    at(hold_at, scenes.APPEALED)
    who = browse(stranger)

    theirs, nothing = who.get(PAGE), who.get("/case/D-404/")

    assert theirs.status_code == nothing.status_code == 404
    assert bare(theirs) == bare(nothing)


def test_the_questions_to_the_database_do_not_grow_with_the_case(
    browse: Browse, hold_at: Hold
) -> None:
    for each in leave.until_granted("D-7", "P-7"):
        each.say()
    at(hold_at, scenes.BACK)
    short = browse(acting_of(leave.JUDGE))
    whole = browse(scenes.JUDGE)
    short.get("/case/D-7/")
    whole.get(PAGE)

    def asked(who: Browser, path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert who.get(path).status_code == 200
        return len(queries)

    assert asked(short, "/case/D-7/") == asked(whole, PAGE)


@pytest.mark.parametrize("instant", [scenes.FILED, scenes.BEFORE_THE_SITTING, scenes.GRANTED,
                                     scenes.APPEALED, scenes.OUT, scenes.BACK])  # fmt: skip
def test_the_page_stands_at_every_stage_in_both_languages(
    browse: Browse, hold_at: Hold, instant: str
) -> None:
    at(hold_at, instant)
    for language in LANGUAGES:
        for who in (scenes.JUDGE, scenes.HEAD, scenes.GATE):
            assert browse(who, language).get(PAGE).status_code == 200
            assert browse(who, language).get(f"{PAGE}?readings=1").status_code == 200
