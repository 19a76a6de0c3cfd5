"""What a victim is told: only what the law lets be said, and silence where silence was asked."""

from datetime import date
from typing import Any

import pytest

from sortie import casework as cw
from sortie import papers
from tests.casework import stories
from tests.casework.stories import Story, paris
from tests.papers import abouts
from tests.papers.reading import text_of

A_DAY = date(2027, 2, 17)
WISH = cw.VictimWish


def victim(*, couple: bool = False, wish: cw.VictimWish = WISH.UNKNOWN) -> cw.VictimNoted:
    return cw.VictimNoted(victim="V-1", must_be_told=couple, wish=wish)


def granted(noted: cw.VictimNoted, **changes: Any) -> Story:
    """A story with a victim, in which a leave is granted."""
    story = abouts.told(noted)
    story.record(stories.DECIDED_AT, stories.JUDGE, stories.grant(**changes))
    return story


def said(story: Story) -> str:
    return text_of(papers.victim_notice(abouts.about(story), "V-1", dated=A_DAY))


def test_a_victim_of_couple_violence_is_told_before_anything_is_decided_and_may_write() -> None:
    page = said(abouts.told(victim(couple=True)))

    assert "La loi veut que vous receviez cette information (article D1-11-2" in page
    assert "Une sortie temporaire de Nom-Z Prénom-Z est envisagée." in page
    assert "La victime avisée a quinze jours pour adresser ses observations" in page


def test_a_victim_who_was_told_reads_the_last_day_to_write() -> None:
    story = abouts.told(victim(couple=True))
    story.record(paris("2027-02-11T09:00"), stories.JUDGE,
                 cw.VictimTold(victim="V-1", means="lettre"))  # fmt: skip

    assert "Votre délai finit le vendredi 26 février 2027 à 24 h." in said(story)


def test_neither_hours_nor_places_nor_the_prison_are_told_they_are_left_to_the_judge() -> None:
    page = said(granted(victim(wish=WISH.TOLD), conditions=("dormir chez sa mère",)))

    assert "Vous avez demandé à recevoir cette information." in page
    assert "Une sortie temporaire de Nom-Z Prénom-Z est accordée." in page
    assert "Ce que le juge décide de vous dire de plus (jour, lieu) :" in page
    for unsaid in ("mars", "7 h 00", "a company", stories.PRISON, "1001", "mère", "employeur"):
        assert unsaid not in page


def test_a_contact_ban_is_left_to_the_judge_who_knows_whom_it_protects() -> None:
    bans = (abouts.A_CONTACT_BAN,)
    page = said(granted(victim(wish=WISH.TOLD), attached_bans=bans))

    assert "Interdiction d'entrer en relation avec vous (à compléter par le juge" in page
    assert "J-9" not in page
    assert "Interdiction d'entrer" not in said(granted(victim(wish=WISH.TOLD)))


def test_whoever_asked_for_silence_is_not_written_to() -> None:
    for story in (abouts.told(victim(wish=WISH.NOT_TOLD)), granted(victim(wish=WISH.NOT_TOLD))):
        with pytest.raises(papers.VictimNotToBeTold):
            papers.victim_notice(abouts.about(story), "V-1", dated=A_DAY)


def test_the_duty_of_couple_violence_holds_until_someone_settles_what_silence_means() -> None:
    assert "La loi veut" in said(granted(victim(couple=True, wish=WISH.NOT_TOLD)))


def test_a_victim_whose_wish_is_unknown_is_told_because_the_judge_chose_to() -> None:
    page = said(granted(victim()))
    assert "Le juge a choisi de vous en informer (article 712-16-2" in page


def test_a_withdrawal_and_a_refusal_are_told_without_their_reasons() -> None:
    refused = abouts.told(victim(wish=WISH.TOLD))
    refused.record(stories.DECIDED_AT, stories.JUDGE, stories.refusal())
    taken_back = granted(victim(wish=WISH.TOLD))
    event = cw.OrderWithdrawn(order="O-1", ground=cw.WithdrawalGround.MISCONDUCT, because="bagarre")
    taken_back.record(paris("2027-02-17T08:00"), stories.JUDGE, event)

    assert "n'est pas accordée." in said(refused)
    assert "the report" not in said(refused)
    assert "est retirée." in said(taken_back)
    assert "bagarre" not in said(taken_back)
    assert "conduite" not in said(taken_back)


def test_a_stranger_to_the_case_is_not_written_to() -> None:
    with pytest.raises(papers.NoSuchVictim):
        papers.victim_notice(abouts.about(abouts.granted()), "V-9", dated=A_DAY)
