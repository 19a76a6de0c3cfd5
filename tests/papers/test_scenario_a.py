"""The papers of a day at an employer: granted, appealed, upheld on a Friday, taken on a Monday."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from sortie import casework, papers, store
from sortie.office import scripts
from sortie.papers import About
from tests.house.tree import ROOT
from tests.papers.reading import text_of
from tests.store.databases import put_store

SCRIPT = ROOT / "cases/france/scripts/day_at_an_employer.yaml"
MONDAY = date(2025, 11, 24)
AFTER = datetime.fromisoformat("2025-11-25T00:00+01:00")
# What the file says of the person, and what the board and the judge said of it.
OF_THE_PAST = ("évasion", "criminalité", "maison centrale", "placement", "parquet", "peine", "2014")


@pytest.fixture(scope="module")
def about(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[About]:
    """The case once it is over, read from a store in which the script was played once."""
    path = tmp_path_factory.mktemp("papers") / "store.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SORTIE_KEYS", raising=False)
        store.connect(put_store(migrated_file, path))
        assert scripts.play(SCRIPT).differences == ()
        yield papers.about("D-1", AFTER)
        store.disconnect()


def number_of(about: About, kind: type[casework.Event]) -> int:
    return next(each.number for each in about.history if isinstance(each.event, kind))


def test_the_order_says_what_was_decided_on_which_pieces_and_under_which_articles(
    about: About,
) -> None:
    said = text_of(papers.order(about, number=number_of(about, casework.Decided)))

    for sentence in (
        "Ordonnance accordant une permission de sortir",
        "Vu les articles 712-4-1, 712-5,",
        "D49-11, D49-28, D49-32, D50, D142, D142-1, D142-3 et D143-4 du code de procédure pénale ;",
        "Vu l'avis de la commission de l'application des peines, réunie le 12 novembre 2025",
        (
            "L'entretien est réel et proche de la libération. Pièce : convocation de l'employeur "
            "du 25 septembre 2025 (« convocation »)."
        ),
        (
            "Il est accordé à Nom-A Prénom-A une permission de sortir : permission d'une journée, "
            "pour se présenter à un employeur."
        ),
        (
            "Départ lundi 24 novembre 2025 à 7 h 00 Retour, au plus tard lundi 24 novembre 2025 à "
            "21 h 00 Lieu une entreprise près de Lyon"
        ),
        "1. Rentrer avant 21 h. 2. Ne pas quitter le trajet prévu.",
        "Le procureur de la République le greffe du juge de l'application des peines",
        "La personne détenue le chef d'établissement",
        (
            "vingt-quatre heures, qui expirent à minuit le lendemain (articles 712-11 et D49-39 du "
            "code de procédure pénale)."
        ),
        "Où et comment former l'appel (à compléter par le greffe) :",
        "Fait le 17 novembre 2025.",
    ):
        assert sentence in said, sentence


def test_no_article_of_the_order_tells_of_an_offence_or_of_the_place_of_custody(
    about: About,
) -> None:
    said = text_of(papers.order(about, number=number_of(about, casework.Decided)))

    for article in ("712-21", "131-30", "L224-5"):
        assert article not in said


def test_the_president_s_order_has_regard_to_the_appeal_and_says_its_urgency(
    about: About,
) -> None:
    said = text_of(papers.order(about))

    for sentence in (
        "Ordonnance en appel, confirmative",
        "Vu l'ordonnance O-1 du 17 novembre 2025 ;",
        "Vu l'appel formé le lundi 17 novembre 2025 à 17 h 00 par le procureur de la République ;",
        "Vu les observations écrites (observations de l'avocat) du 19 novembre 2025 ;",
        "en raison d'une urgence ainsi motivée : Le départ est lundi et l'avocat a conclu.",
        "L'ordonnance O-1 est confirmée.",
        "À compléter par le greffe, aucune règle n'étant écrite ici :",
    ):
        assert sentence in said, sentence


def test_the_permit_holds_the_hours_the_place_and_what_follows_a_missed_return(
    about: About,
) -> None:
    said = text_of(papers.permit(about))

    for sentence in (
        "Départ, au plus tôt lundi 24 novembre 2025 7 h 00",
        "Retour, au plus tard lundi 24 novembre 2025 21 h 00",
        "Décision Ordonnance O-1, le juge de l'application des peines, 17 novembre 2025",
        (
            "La personne porte ce titre sur elle pendant toute la sortie (article D424-5 du code "
            "pénitentiaire)."
        ),
        (
            "Le condamné qui ne revient pas dans le délai est considéré en état d'évasion (article "
            "D424-7 du code pénitentiaire)."
        ),
        (
            "Talon de retour, gardé par le poste de garde Nom-A Prénom-A, écrou 0001, titre T-1 : "
            "retour au plus tard le lundi 24 novembre 2025 à 21 h 00."
        ),
    ):
        assert sentence in said, sentence


def test_nobody_but_the_court_reads_of_the_past(about: About) -> None:
    day = date(2025, 11, 21)
    letters = [
        papers.employer_letter(about, dated=day),
        papers.victim_notice(about, "V-1", dated=day),
    ]
    for paper in letters:
        said = text_of(paper).lower().replace("juge de l'application des peines", "juge")
        assert [word for word in OF_THE_PAST if word in said] == [], paper.title


def test_the_police_are_told_who_where_and_when_and_not_why_the_person_is_held(
    about: About,
) -> None:
    said = text_of(papers.police_notice(about))

    assert "Nom-A Prénom-A" in said
    assert "Lieu une entreprise près de Lyon" in said
    assert "La personne est sans escorte." in said
    assert "Au retour manqué, la police ou la gendarmerie est avisée immédiatement" in said
    assert "évasion de 2014" not in said


def test_the_minutes_hold_four_opinions_with_their_reasons_and_who_sat(about: About) -> None:
    said = text_of(papers.board_minutes([about], "12"))

    assert "Procès-verbal PV-12 Tenue le mercredi 12 novembre 2025 à 15 h 01" in said
    assert said.count("présent ") == 5
    for row in (
        "Le procureur de la République défavorable Risque d'une nouvelle évasion.",
        "favorable Projet d'emploi vérifié auprès de l'employeur. Pièces : rapport et convocation.",
        "Le personnel de surveillance réservé Conduite sans incident depuis un an.",
    ):
        assert row in said, row


def test_the_list_of_the_day_bears_the_hours_that_were_recorded(about: About) -> None:
    said = text_of(papers.day_list("Maison centrale", MONDAY, [about], at=AFTER))

    assert "Départs et retours du lundi 24 novembre 2025" in said
    assert "7 h 00 Nom-A Prénom-A 0001 T-1 une entreprise près de Lyon 21 h 00 7 h 40" in said
    assert "21 h 00 Nom-A Prénom-A 0001 T-1 7 h 40 20 h 42" in said


def test_a_file_is_named_after_its_case_without_any_name_of_a_person(
    about: About, tmp_path: Path
) -> None:
    for paper in (papers.order(about), papers.permit(about), papers.person_notice(about)):
        assert (tmp_path / paper.name).parent == tmp_path
        assert paper.name.startswith("D-1-")
        assert "Nom-A" not in paper.name
