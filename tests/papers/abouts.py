"""Cases put on paper without a store: the stories of casework, and an invented person."""

from dataclasses import replace
from datetime import date
from typing import Any

from sortie import casework as cw
from sortie import office, papers
from tests.casework import stories
from tests.casework.stories import Story

PERSON = office.PersonRecord(
    person=stories.PERSON.id,
    committal_number="1001",
    prison=stories.PRISON,
    court=stories.COURT,
    family_name="Nom-Z",
    given_name="Prénom-Z",
    file={"person": {"born_on": "1990-04-05"}},
)
A_CONTACT_BAN = cw.AttachedBan(kind="contact", what="jugement J-9", source="jugement J-9")
A_PLACE_BAN = cw.AttachedBan(kind="place", what="commune de X", source="commune de X")


def about(story: Story, **changes: Any) -> papers.About:
    """Return a story as a paper takes it; ``changes`` are made to the person."""
    return papers.About(
        case_id="D-1",
        case=story.case,
        history=tuple(story.entries),
        person=replace(PERSON, **changes),
    )


def granted(**changes: Any) -> Story:
    """A story in which the judge granted a day at an employer."""
    return stories.decided(order=stories.grant(**changes))


def permitted(order: cw.Decided | None = None, bans: tuple[cw.AttachedBan, ...] = ()) -> Story:
    """A story with a permit, and the bans on its face."""
    story = stories.notified(order=order)
    issued = cw.PermitIssued(permit="T-1", order="O-1", attached_bans=bans)
    story.record(stories.PERMITTED_AT, stories.PRISON_CLERK, issued)
    return story


def withdrawn() -> Story:
    """A story whose permit was issued, and whose leave the judge took back."""
    story = permitted()
    event = cw.OrderWithdrawn(order="O-1", ground=cw.WithdrawalGround.MISCONDUCT,
                              because="un incident en détention")  # fmt: skip
    story.tell(stories.paris("2027-03-02T09:00"), stories.JUDGE, event)
    return story


def told(victim: cw.VictimNoted) -> Story:
    """A story with a victim, before anything was decided."""
    story = stories.opined(stories.filed())
    story.record(stories.OPINED_AT, cw.OFFICE, victim)
    return story


A_DAY = date(2027, 2, 17)
