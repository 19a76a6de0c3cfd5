"""Orders just made: not told, told to some, in their window, refused, or never carried out."""

from typing import Any

from sortie.casework import OpinionSense, Role, VictimWish
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, said
from sortie.demonstration.people.traits import PastIncident

_DAY, _FAMILY, _SHORT = "fr.leave.day", "fr.leave.detention_centre", "fr.leave.short"


def _heard_and_granted(t: Thread, **more: Any) -> None:
    """Take the case to a grant made yesterday, or the day after its last sitting."""
    sits_on = ways.sitting(t, 1)
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on)
    day = t.days.ahead(1, since=sits_on)
    acts.grants(t, t.on(day, "13:20"), **more)
    t.reads(t.on(day, "13:50"))


@story(DETENTION, months=62)
def granted_and_not_notified(t: Thread) -> None:
    """The leave is in three days, and nobody has been told."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(3), nights=2)
    _heard_and_granted(t)


@story(ARREST, months=28, served=66, defended=True)
def granted_and_nearly_lost(t: Thread) -> None:
    """Granted two weeks ago, told to nobody; the appointment is tomorrow."""
    t.unread = frozenset({Role.COURT_CLERK, Role.HEAD_OF_PRISON})
    ways.asked_for(t, _DAY, "employer", t.days.ahead(1))
    sits_on = ways.sitting(t, 2)
    ways.instructed(t, t.days.back(18, since=sits_on), paper="summons")
    ways.heard(t, sits_on)
    day = t.days.ahead(1, since=sits_on)
    acts.grants(t, t.on(day, "13:20"))
    t.reads(t.on(day, "13:50"))


@story(DETENTION, months=46)
def notified_to_the_person_only(t: Thread) -> None:
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(8), nights=2)
    _heard_and_granted(t)
    day = t.days.ahead(2, since=ways.sitting(t, 1))
    acts.notifies(t, t.on(min(day, t.days.back(1)), "16:00"), Role.DETAINED_PERSON)


@story(DETENTION, months=90, more=(10,))
def granted_and_doubted(t: Thread) -> None:
    """The clerk of the prison doubts the half-term: the leave waits for an answer."""
    ways.asked_for(t, _DAY, "employer", t.days.ahead(4))
    ways.granted(t)
    doubt = {"doubt": "half_term", "about": said("said", "doubt")}
    t.does(t.on(t.days.back(1), "17:10"), Role.PRISON_CLERK, "raise_doubt", doubt)


@story(ARREST, months=22, served=66)
def in_the_prosecutors_window(t: Thread) -> None:
    """Notified yesterday, no visa: it may be carried out from midnight."""
    ways.asked_for(t, _DAY, "training", t.days.ahead(4))
    sits_on = ways.sitting(t, 1)
    ways.instructed(t, t.days.back(18, since=sits_on), paper="summons")
    ways.heard(t, sits_on)
    acts.grants(t, t.on(t.days.back(1), "13:20"))
    ways.told(t, t.days.back(1), visa=False)


@story(DETENTION, months=52, unknown=("custody.security_period", "history.incidents"))
def granted_despite_what_is_unknown(t: Thread) -> None:
    """The law could not tell, and the judge wrote why the leave is granted all the same."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(5), nights=1)
    ways.granted(t, despite=said("said", "despite"))


@story(ARREST, months=30, served=60, incidents=(PastIncident(kind="disciplinary", months_ago=3),))
def refused_yesterday(t: Thread) -> None:
    """The person's own time to appeal runs until midnight tonight."""
    ways.asked_for(t, _SHORT, "family_ties", t.days.ahead(9), nights=1)
    sits_on = ways.sitting(t, 1)
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on, {Role.PROBATION_OFFICER: OpinionSense.UNFAVOURABLE})
    acts.refuses(t, t.on(t.days.back(1), "13:20"))
    ways.told(t, t.days.back(1), visa=False)


@story(DETENTION, months=44, served=50)
def refused_with_a_bar(t: Thread) -> None:
    ways.asked_for(t, _FAMILY, "family_ties", t.days.back(1), nights=1)
    sits_on = ways.sitting(t, 3)
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on, {Role.PROSECUTOR: OpinionSense.UNFAVOURABLE})
    decided_on = t.days.ahead(1, since=sits_on)
    bar = t.days.ahead(60, since=decided_on).isoformat()
    acts.refuses(t, t.on(decided_on, "13:20"), bar_until=bar)
    ways.told(t, decided_on, visa=False)


@story(CENTRALE, months=264, served=35, secured=True, age=45)
def inadmissible(t: Thread) -> None:
    ways.asked_for(t, _DAY, "employer", t.days.ahead(3))
    acts.files(t, t.on(t.days.back(12), "09:20"))
    acts.routes(t, t.on(t.days.back(11), "10:30"))
    acts.adds_piece(t, t.on(t.days.back(8), "11:00"), "record", t.days.back(8), Role.PRISON_CLERK)
    day = t.days.back(6)
    acts.says(t, t.on(day, "13:20"), "inadmissible", said("said", "inadmissible"))
    ways.told(t, day, visa=False)


@story(DETENTION, months=70)
def corrected(t: Thread) -> None:
    """An hour was mistyped: what was notified before counts no more."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(6), nights=2)
    ways.granted(t)
    fixed = {"order": t.order, "because": said("said", "corrected")}
    t.does(t.on(t.days.back(1), "11:40"), Role.ENFORCEMENT_JUDGE, "correct_order", fixed, sees=True)


@story(
    ARREST, months=34, served=66, offences=("couple_violence",), bans=("contact", "place"),
    victims=(VictimWish.TOLD,), of_the_couple=True,
)  # fmt: skip
def victim_not_told(t: Thread) -> None:
    """Executable but for the victim, whom the law wants told before any way out."""
    ways.asked_for(t, _DAY, "care", t.days.ahead(2))
    ways.granted(t)


@story(
    DETENTION, months=76, offences=("couple_violence",), bans=("contact",),
    victims=(VictimWish.NOT_TOLD,), of_the_couple=True,
)  # fmt: skip
def victim_who_asked_not_to_be_told(t: Thread) -> None:
    """Two readings of the law: told all the same, or not."""
    ways.asked_for(t, _FAMILY, "reintegration", t.days.ahead(7), nights=1)
    ways.granted(t)


@story(DETENTION, months=38)
def never_carried_out(t: Thread) -> None:
    """Granted, never notified; its day has passed."""
    ways.asked_for(t, _DAY, "employer", t.days.back(4))
    sits_on = ways.sitting_before(t, t.days.back(4))
    ways.instructed(t, t.days.back(18, since=sits_on), paper="summons")
    ways.heard(t, sits_on)
    day = t.days.ahead(1, since=sits_on)
    acts.grants(t, t.on(day, "13:20"))
    t.reads(t.on(day, "13:50"))


STORIES = (
    granted_and_not_notified,
    granted_and_nearly_lost,
    notified_to_the_person_only,
    granted_and_doubted,
    in_the_prosecutors_window,
    granted_despite_what_is_unknown,
    refused_yesterday,
    refused_with_a_bar,
    inadmissible,
    corrected,
    victim_not_told,
    victim_who_asked_not_to_be_told,
    never_carried_out,
)
