"""What the person is told: what it means, what to do, and until when."""

from datetime import date

import pytest

from sortie import casework as cw
from sortie import papers
from sortie.law import Means
from tests.casework import stories
from tests.casework.stories import Story, paris
from tests.papers import abouts
from tests.papers.reading import text_of


def said(story: Story) -> str:
    return text_of(papers.person_notice(abouts.about(story)))


def test_before_any_notice_the_time_to_appeal_is_told_as_the_rule_tells_it() -> None:
    page = said(stories.decided(order=stories.refusal()))

    assert "Votre permission de sortir est refusée" in page
    assert "vingt-quatre heures, qui expirent à minuit le lendemain" in page
    assert "Votre délai finit" not in page


def test_once_notified_the_person_reads_the_last_day() -> None:
    page = said(stories.notified(order=stories.refusal()))

    assert "Votre délai finit le mercredi 17 février 2027 à 24 h." in page
    assert "Où et comment faire appel (écrit ici par le greffe) :" in page


def test_a_weekend_that_nobody_settled_gives_the_sure_end_first_and_warns_of_the_other() -> None:
    friday = paris("2027-02-19T15:00")
    page = said(stories.notified(at=friday, order=stories.refusal()))

    assert "Votre délai finit le samedi 20 février 2027 à 24 h." in page
    assert "Personne n'a tranché si ce délai va jusqu'au lundi 22 février 2027 à 24 h :" in page


def test_a_grant_waits_for_the_prosecutor_until_the_president_has_ruled() -> None:
    story = stories.notified()
    waits = "Vous ne sortez pas avant la fin du délai d'appel du procureur"
    assert waits in said(story)

    story.tell(paris("2027-02-16T15:00"), stories.PROSECUTOR, cw.AppealLodged(order="O-1"))
    upheld = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.UPHELD, reasons="confirmé")
    story.record(paris("2027-02-26T10:00"), stories.PRESIDENT, upheld)

    page = said(story)
    assert waits not in page
    assert "a confirmé cette décision le vendredi 26 février 2027 à 10 h 00." in page
    assert "Ce que vous pouvez faire contre cette décision, et jusqu'à quand" in page


def test_a_grant_set_aside_is_told_as_a_refusal() -> None:
    story = stories.notified()
    story.tell(paris("2027-02-16T15:00"), stories.PROSECUTOR, cw.AppealLodged(order="O-1"))
    aside = cw.AppealDecided(order="O-1", outcome=cw.AppealOutcome.SET_ASIDE, reasons="trop tôt")
    story.record(paris("2027-02-26T10:00"), stories.PRESIDENT, aside)

    page = said(story)
    assert "Votre permission de sortir est refusée" in page
    assert "Les raisons Trop tôt." in page


def test_a_bar_gives_the_first_day_of_a_new_application() -> None:
    barred = stories.refusal(bar_until=date(2027, 6, 30))
    assert "à partir du 1er juillet 2027 (article D49-32" in said(stories.decided(order=barred))
    assert "ne fixe aucun délai avant une nouvelle demande." in said(
        stories.decided(order=stories.refusal())
    )


def test_a_withdrawal_tells_whoever_is_outside_to_come_back_at_once() -> None:
    page = said(abouts.withdrawn())

    assert "Votre permission de sortir est retirée" in page
    assert "Si vous êtes dehors, rentrez tout de suite à l'établissement." in page
    assert "Motif : mauvaise conduite. Un incident en détention." in page
    assert "Retour, au plus tard" not in page


def test_an_adjournment_is_neither_a_grant_nor_a_refusal() -> None:
    until = paris("2027-03-02T14:00")
    order = stories.refusal(outcome=cw.DecisionOutcome.ADJOURNED, adjourned_until=until)
    page = said(stories.decided(order=order))

    assert "Rien n'est accordé et rien n'est refusé." in page
    assert "le mardi 2 mars 2027 à 14 h 00." in page


def test_the_bans_and_conditions_speak_to_the_person() -> None:
    order = stories.grant(conditions=("dormir chez sa mère",))
    page = said(abouts.permitted(order, (abouts.A_PLACE_BAN,)))

    assert "vous respectez ces conditions : 1. Dormir chez sa mère." in page
    assert "restent valables pendant la sortie (article D142" in page
    assert "la personne respecte" not in page


def test_an_unsigned_letter_runs_from_its_sending() -> None:
    story = stories.decided(order=stories.refusal())
    sent = paris("2027-02-17T09:00")
    letter = cw.Notified(to=cw.Role.DETAINED_PERSON, order="O-1", means=Means.POSTAL_UNSIGNED,
                         proof="envoi", sent_at=sent)  # fmt: skip
    story.tell(paris("2027-02-17T09:30"), stories.PRISON_CLERK, letter)

    assert "Votre délai finit le vendredi 5 mars 2027 à 24 h." in said(story)


def test_nothing_is_explained_before_anything_is_decided() -> None:
    with pytest.raises(papers.NothingDecided):
        papers.person_notice(abouts.about(stories.filed()))


def test_in_english_what_was_typed_stays_in_french_and_the_sheet_is_no_original() -> None:
    story = abouts.permitted(stories.grant(conditions=("dormir chez sa mère",)))
    page = text_of(papers.person_notice(abouts.about(story), lang="en"))

    assert "Unofficial translation, for information: only the document in French is valid." in page
    assert "you keep to these conditions: 1. Dormir chez sa mère." in page
