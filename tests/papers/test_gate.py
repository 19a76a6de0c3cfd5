"""The permit, the notice to the police and the list of the day."""

from datetime import date

import pytest

from sortie import casework as cw
from sortie import papers
from tests.casework import stories
from tests.casework.stories import paris
from tests.papers import abouts
from tests.papers.reading import text_of

A_DAY = date(2027, 3, 15)
LEFT_OUT = "Elle n'est pas écrite dans la décision ; elle s'applique quand même."


def test_a_ban_that_the_order_leaves_out_is_on_the_permit_and_told_as_such() -> None:
    order = stories.grant(attached_bans=(abouts.A_CONTACT_BAN,))
    bans = (abouts.A_CONTACT_BAN, abouts.A_PLACE_BAN)
    about = abouts.about(abouts.permitted(order, bans))

    for paper in (papers.permit(about), papers.police_notice(about)):
        said = text_of(paper)
        assert "(article D142 du code de procédure pénale) :" in said
        assert "Interdiction de contact : jugement J-9. –" in said
        assert f"Interdiction de paraître : commune de X. {LEFT_OUT}" in said


def test_before_bans_attached_by_law_they_are_only_said_to_run() -> None:
    early = stories.a_day_out("2020-12-23T07:00", "2020-12-23T21:00")
    order = stories.grant(terms=early, attached_bans=(abouts.A_CONTACT_BAN,))
    story = stories.opined(stories.filed())
    story.record(stories.DECIDED_AT, stories.JUDGE, order)
    said = text_of(papers.order(abouts.about(story)))

    assert "Ces interdictions, issues d'autres décisions, sont en cours :" in said


def test_an_order_does_not_promise_that_no_ban_runs() -> None:
    said = text_of(papers.order(abouts.about(abouts.granted())))
    assert "Le titre remis au départ portera celles qui seront connues ce jour-là." in said


def test_no_permit_is_printed_for_an_order_that_changed_or_was_taken_back() -> None:
    corrected = abouts.permitted()
    event = cw.OrderCorrected(order="O-1", because="une erreur", terms=stories.A_MONDAY)
    corrected.record(paris("2027-03-02T09:00"), stories.JUDGE, event)
    moved = abouts.permitted()
    elsewhere = cw.PersonMoved(prison="prison of the south", court="x", committal_number="2002")
    moved.record(paris("2027-03-02T09:00"), cw.OFFICE, elsewhere)

    for story in (abouts.granted(), corrected, moved, abouts.withdrawn()):
        with pytest.raises(papers.NoPermit):
            papers.permit(abouts.about(story))
        with pytest.raises(papers.NoPermit):
            papers.police_notice(abouts.about(story))


def test_an_escorted_leave_has_its_own_title_and_names_its_escort() -> None:
    terms = stories.a_day_out("2027-03-15T07:00", "2027-03-15T21:00", escorted=True)
    about = abouts.about(abouts.permitted(stories.grant(terms=terms)))

    assert papers.permit(about).title == "Titre de sortie sous escorte"
    assert "Sous escorte de officer-2" in text_of(papers.permit(about))
    assert "sans escorte" not in text_of(papers.police_notice(about))


def test_an_hour_that_comes_twice_is_told_with_its_offset() -> None:
    night = cw.Terms(leave="fr.leave.short", purpose="family_ties", places=("chez sa mère",),
                     departs_at=paris("2027-10-30T09:00"),
                     returns_at=paris("2027-10-31T02:30", fold=1))  # fmt: skip
    about = abouts.about(abouts.permitted(stories.grant(terms=night)))

    assert "dimanche 31 octobre 2027 2 h 30 (UTC+01:00)" in text_of(papers.permit(about))


def test_the_clocks_are_those_of_the_prison() -> None:
    story = abouts.permitted()
    filed = story.entries[0]
    away = stories.application(prison="Nouméa", territory="988")
    story.entries[0] = cw.Recorded(event=away, at=filed.at, recorded_at=filed.at, by=filed.by,
                                   number=1)  # fmt: skip

    assert "lundi 15 mars 2027 17 h 00" in text_of(papers.permit(abouts.about(story)))


def test_whoever_has_no_permit_is_on_the_list_and_does_not_leave() -> None:
    listed = [abouts.about(abouts.granted()), abouts.about(abouts.withdrawn())]
    at = paris("2027-03-15T06:00")
    said = text_of(papers.day_list(stories.PRISON, A_DAY, listed, at=at))

    assert said.count("aucun titre : ne part pas") == 2
    assert said.count("7 h 00 Nom-Z Prénom-Z 1001") == 1


def test_a_permit_stopped_by_a_doubt_is_told_so_on_the_list() -> None:
    story = abouts.permitted()
    doubt = cw.DoubtRaised(doubt="Q-1", about="l'heure")
    story.tell(paris("2027-03-14T09:00"), stories.GATE, doubt)
    at = paris("2027-03-15T06:00")
    said = text_of(papers.day_list(stories.PRISON, A_DAY, [abouts.about(story)], at=at))

    assert "ne part pas : décision non exécutoire" in said


def test_whoever_was_due_before_the_day_and_is_not_back_is_listed_apart() -> None:
    at = paris("2027-03-16T08:00")
    about = abouts.about(stories.out())
    said = text_of(papers.day_list(stories.PRISON, date(2027, 3, 16), [about], at=at))

    assert "Départs Aucun. Retours Aucun. Attendus avant ce jour et non rentrés" in said
    assert "Nom-Z Prénom-Z 1001 T-1 lundi 15 mars 2027 à 7 h 40" in said


def test_names_near_to_each_other_are_told_at_the_top_of_the_list() -> None:
    near = abouts.about(abouts.granted(), person="person-2", family_name="Nom-S")
    listed = [abouts.about(abouts.granted()), near]
    at = paris("2027-03-15T06:00")
    said = text_of(papers.day_list(stories.PRISON, A_DAY, listed, at=at))

    assert "Noms voisins sur cette liste : Nom-Z Prénom-Z (écrou 1001) et Nom-S Prénom-Z" in said


def test_a_case_of_another_prison_is_not_on_the_list() -> None:
    at = paris("2027-03-15T06:00")
    said = text_of(papers.day_list("elsewhere", A_DAY, [abouts.about(abouts.granted())], at=at))

    assert "Départs Aucun. Retours Aucun." in said
