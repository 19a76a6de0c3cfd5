"""The minutes: who sat, what each said, which case was put off."""

import pytest

from sortie import casework as cw
from sortie import papers
from tests.casework import stories
from tests.casework.stories import Story, paris
from tests.papers import abouts
from tests.papers.reading import text_of


def said(*listed: Story, sitting: str = "S-1") -> str:
    return text_of(papers.board_minutes([abouts.about(each) for each in listed], sitting))


def seized(sits_at: str, sitting: str = "S-1", **changes: object) -> Story:
    story = stories.filed()
    event = cw.BoardSeized(sitting=sitting, sits_at=paris(sits_at), **changes)  # type: ignore[arg-type]
    story.record(paris("2027-02-03T09:00"), stories.COURT_CLERK, event)
    return story


def test_five_seats_are_on_the_minutes_with_who_was_there() -> None:
    page = said(stories.opined(stories.filed()))

    assert "Procès-verbal de la commission de l'application des peines" in page
    assert "Le juge de l'application des peines, qui préside présent" in page
    assert page.count("présent ") == 5
    assert "Le procureur de la République favorable A firm promise of work." in page


def test_a_seat_from_which_no_opinion_came_is_seen_as_missing() -> None:
    story = seized("2027-02-10T14:00")
    for member in (stories.PROSECUTOR, stories.HEAD):
        story.record(stories.OPINED_AT, member, stories.opinion(member))
    present = (stories.JUDGE.role, stories.PROSECUTOR.role, stories.HEAD.role)
    story.record(stories.OPINED_AT, stories.COURT_CLERK, cw.BoardSat(present=present, minutes="M"))
    page = said(story)

    assert page.count("aucun avis écrit") == 2
    assert page.count("absent ") == 2


def test_before_the_sitting_there_is_an_agenda_and_no_presence() -> None:
    page = said(seized("2027-02-10T14:00", appearance=True))

    assert "Ordre du jour de la commission" in page
    assert "Prévue le mercredi 10 février 2027 à 14 h 00" in page
    assert "La comparution de la personne a été ordonnée." in page
    assert "présent" not in page.replace("présente", "")


def test_a_case_put_off_is_on_the_list_and_was_not_examined() -> None:
    page = said(stories.opined(stories.filed()), seized("2027-02-10T14:00"))
    assert "Ce dossier n'a pas été examiné à cette séance." in page


def test_what_came_after_the_board_rose_is_not_on_its_minutes() -> None:
    at_once = said(stories.opined(stories.filed()))
    assert said(stories.out()) == at_once


def test_a_sitting_before_the_rule_on_seats_leaves_them_to_the_hand() -> None:
    story = stories.filed(paris("2015-02-02T09:00"))
    event = cw.BoardSeized(sitting="S-1", sits_at=paris("2015-03-02T14:00"))
    story.record(paris("2015-02-03T09:00"), stories.COURT_CLERK, event)

    page = said(story)
    assert "Composition de la commission (aucune règle n'est écrite ici pour ce jour) :" in page
    assert "712-4-1" not in page


def test_another_sitting_is_another_paper() -> None:
    with pytest.raises(papers.NoSuchSitting):
        said(stories.opined(stories.filed()), sitting="S-2")
