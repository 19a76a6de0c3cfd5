"""What an order says for each outcome, and what it leaves to the hand."""

from dataclasses import replace
from datetime import date

import pytest

from sortie import casework as cw
from sortie import papers
from sortie.rules import Outcome
from tests.casework import stories
from tests.casework.stories import Story, paris
from tests.papers import abouts
from tests.papers.reading import text_of

OUTCOMES = cw.DecisionOutcome


def said(story: Story) -> str:
    return text_of(papers.order(abouts.about(story)))


def test_a_refusal_gives_each_ground_with_its_dated_piece_and_how_long_it_bars() -> None:
    order = stories.refusal(bar_until=date(2027, 6, 30))
    page = said(stories.decided(order=order))

    assert "Ordonnance rejetant une demande de permission de sortir" in page
    assert "1. The report says so. Pièce : report du 20 janvier 2027 (« P-1 »)." in page
    assert "La demande de Nom-Z Prénom-Z est rejetée." in page
    assert (
        "Nom-Z Prénom-Z ne pourra déposer aucune demande semblable jusqu'au 30 juin 2027 inclus "
        "(article D49-32 du code de procédure pénale)."
    ) in page
    assert "Conditions" not in page


def test_a_grant_in_part_shows_what_was_asked_beside_what_is_granted() -> None:
    shorter = stories.a_day_out("2027-03-15T09:00", "2027-03-15T18:00")
    page = said(abouts.granted(terms=shorter, outcome=OUTCOMES.GRANTED_IN_PART))

    assert "Le surplus de la demande est rejeté." in page
    assert "Élément Demandé Accordé" in page
    assert "Départ lundi 15 mars 2027 à 7 h 00 lundi 15 mars 2027 à 9 h 00" in page
    assert "Lieu a company a company" not in page


def test_an_adjournment_says_until_when_or_leaves_a_line() -> None:
    until = paris("2027-03-02T14:00")
    dated = stories.refusal(outcome=OUTCOMES.ADJOURNED, adjourned_until=until)
    undated = stories.refusal(outcome=OUTCOMES.ADJOURNED)

    assert "est ajourné au mardi 2 mars 2027 à 14 h 00." in said(stories.decided(order=dated))
    assert "est ajourné. Date du nouvel examen :" in said(stories.decided(order=undated))


def test_an_inadmissible_application_cites_the_rule_that_closes_it() -> None:
    page = said(stories.decided(order=stories.refusal(outcome=OUTCOMES.INADMISSIBLE)))

    assert "La demande de Nom-Z Prénom-Z est déclarée irrecevable." in page
    assert "D49-12" in page


def test_a_withdrawal_names_the_ground_of_the_law_and_the_reason() -> None:
    page = said(abouts.withdrawn())

    assert "Ordonnance retirant une permission de sortir" in page
    assert "Motif de la loi : mauvaise conduite (article D142 du code de procédure pénale)." in page
    assert "Un incident en détention." in page
    assert "accordée à Nom-Z Prénom-Z le 16 février 2027 (ordonnance O-1) est retirée." in page


def test_a_correction_gives_the_whole_of_what_is_granted_from_now_on() -> None:
    story = abouts.granted()
    later = stories.a_day_out("2027-03-22T07:00", "2027-03-22T21:00")
    corrected = cw.OrderCorrected(order="O-1", because="une erreur de date", terms=later)
    story.record(paris("2027-02-18T09:00"), stories.JUDGE, corrected)
    page = said(story)

    assert "Ordonnance rectificative" in page
    assert "Version 2" in page
    assert "Une erreur de date." in page
    assert "Départ lundi 22 mars 2027 à 7 h 00" in page


def test_the_dates_left_to_probation_are_not_written_as_fixed() -> None:
    page = said(abouts.granted(dates_left_to=cw.Role.PROBATION_DIRECTOR))
    decision = page.partition("Décision Il est accordé")[2]

    assert "Restent à fixer, par le directeur pénitentiaire d'insertion et de probation" in decision
    assert "Départ" not in decision.partition("Notification")[0]


def test_what_the_law_leaves_in_doubt_is_granted_with_the_judge_s_own_reason() -> None:
    doubtful = replace(stories.OPEN, outcome=Outcome.UNDETERMINED)
    page = said(abouts.granted(law_says=doubtful, despite="le doute profite à la personne"))

    assert "Il n'est pas certain que les conditions légales" in page
    assert "Le doute profite à la personne." in page
    assert "sont réunies au jour du départ ; elles" not in page


def test_a_decision_of_the_head_cannot_be_appealed_and_says_so() -> None:
    story = stories.filed()
    routed = cw.Routed(to=cw.Role.HEAD_OF_PRISON, because=("fr.authority.head_of_prison",))
    story.record(stories.FILED_AT, stories.COURT_CLERK, routed)
    story.record(stories.OPINED_AT, stories.OFFICER, stories.opinion(stories.OFFICER))
    story.record(stories.DECIDED_AT, stories.HEAD, stories.refusal())
    page = said(story)

    assert "Décision rejetant une demande de permission de sortir" in page
    assert "Vu l'avis écrit du service pénitentiaire d'insertion et de probation" in page
    assert "Le refus du chef d'établissement est sans recours" in page
    assert "former l'appel" not in page
    assert "commission" not in page


def test_a_rule_that_was_not_written_that_day_leaves_a_line_and_no_article() -> None:
    story = stories.filed(paris("2015-02-02T09:00"))
    story.record(paris("2015-02-10T09:00"), stories.COURT_CLERK,
                 cw.BoardSeized(sitting="S-1", sits_at=paris("2015-03-01T09:00")))  # fmt: skip
    story.record(paris("2015-03-16T10:00"), stories.JUDGE, stories.grant())
    page = said(story)

    assert "712-4-1" not in page
    assert "Vu, en outre (texte qu'aucune règle écrite ici ne donne pour ce jour) :" in page


def test_an_order_taken_without_the_board_says_the_urgency() -> None:
    story = stories.filed()
    skipped = cw.BoardSkipped(because="l'embauche est dans trois jours")
    story.record(stories.OPINED_AT, stories.JUDGE, skipped)
    story.record(stories.DECIDED_AT, stories.JUDGE, stories.grant())
    page = said(story)

    assert "en raison d'une urgence ainsi motivée : L'embauche est dans trois jours." in page
    assert "712-4-1" not in page


def test_an_order_refuses_to_be_printed_before_anything_is_decided() -> None:
    with pytest.raises(papers.NothingDecided):
        papers.order(abouts.about(stories.filed()))
    with pytest.raises(papers.NothingDecided):
        papers.order(abouts.about(abouts.granted()), number=1)


def test_the_name_of_the_judge_is_written_where_it_is_known_and_left_to_the_hand_elsewhere() -> (
    None
):
    about = abouts.about(abouts.granted())
    named = replace(about, names={stories.JUDGE.id: "Nom-J"})

    assert "Nom de qui décide Nom-J" in text_of(papers.order(named))
    assert "Nom de qui décide Visas" in text_of(papers.order(about))
