"""Leaves of today and of the days to come: at the gate, with a permit, without one, taken back."""

from datetime import timedelta

from sortie.casework import Role, VictimWish
from sortie.demonstration.docket import ways
from sortie.demonstration.docket.story import story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, said
from sortie.demonstration.people.traits import PastLeave

_BY_JUDGE = PastLeave(leave="fr.leave.day", months_ago=16)
_DAY, _FAMILY, _SHORT = "fr.leave.day", "fr.leave.detention_centre", "fr.leave.short"


@story(ARREST, months=24, served=68)
def at_the_gate(t: Thread) -> None:
    """The permit is issued; the person may be let out from half past seven."""
    ways.asked_for(t, _DAY, "employer", t.days.today)
    ways.granted(t)
    ways.ready(t)


@story(DETENTION, months=60)
def at_the_gate_with_a_near_name(t: Thread) -> None:
    """Someone held here bears nearly the same name: a photograph is not enough."""
    ways.asked_for(t, _DAY, "care", t.days.today)
    ways.granted(t)
    ways.ready(t)


@story(DETENTION, months=68)
def at_the_gate_with_a_new_fact(t: Thread) -> None:
    """Something was noted after the decision, to be shown to the gate."""
    t.watchful = True
    ways.asked_for(t, _DAY, "exam", t.days.today)
    ways.granted(t)
    kind, day = said("said", "watch"), t.days.back(1)
    noted = {"fact": f"{kind} {day}", "kind": kind, "since": day.isoformat()}
    t.does(t.on(day, "11:50"), Role.HEAD_OF_PRISON, "note_fact", noted)
    t.reads(t.on(day, "12:05"))
    ways.ready(t)


@story(ARREST, months=40, served=70, leaves=(_BY_JUDGE,))
def granted_by_the_head(t: Thread) -> None:
    """A second leave: the head of the prison granted it; it starts tomorrow."""
    ways.asked_for(t, _SHORT, "family_ties", t.days.ahead(1), nights=1)
    ways.granted_by_head(t)


@story(DETENTION, months=54, victims=(VictimWish.TOLD,))
def executable_without_a_permit(t: Thread) -> None:
    """Everything is done but the paper; the victim was told and wrote."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(1), nights=2)
    decided_on = ways.granted(t)
    victim = {"victim": f"V-{t.person[2:]}-1"}
    told_on = t.days.ahead(1, since=decided_on)
    t.does(t.on(told_on, "09:30"), Role.COURT_CLERK, "tell_victim",
           {**victim, "means": said("said", "victim_means")})  # fmt: skip


@story(DETENTION, months=98)
def executable_next_week(t: Thread) -> None:
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(6), nights=4)
    ways.granted(t)


@story(ARREST, months=29, served=66)
def taken_back_before(t: Thread) -> None:
    """The host changed their mind."""
    ways.asked_for(t, _SHORT, "family_ties", t.days.ahead(2), nights=1)
    ways.granted(t)
    taken = {"order": t.order, "ground": "conditions_gone",
             "because": said("said", "withdrawn_before"), "urgent": False}  # fmt: skip
    t.does(t.on(t.days.back(1), "12:10") + timedelta(minutes=5), Role.ENFORCEMENT_JUDGE,
           "withdraw_order", taken)  # fmt: skip


@story(CENTRALE, months=174, served=72)
def executable_from_high_security(t: Thread) -> None:
    ways.asked_for(t, _DAY, "training", t.days.ahead(5))
    ways.granted(t)


STORIES = (
    at_the_gate,
    at_the_gate_with_a_near_name,
    at_the_gate_with_a_new_fact,
    granted_by_the_head,
    executable_without_a_permit,
    executable_next_week,
    taken_back_before,
    executable_from_high_security,
)
