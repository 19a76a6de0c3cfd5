"""Those who are out, those who came back, and those who did not."""

from datetime import date, datetime, timedelta

from sortie.casework import Role
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, said
from sortie.demonstration.people.traits import PastLeave

_BY_JUDGE = PastLeave(leave="fr.leave.day", months_ago=16)
_DAY, _FAMILY, _SHORT = "fr.leave.day", "fr.leave.detention_centre", "fr.leave.short"
_NIGHT = timedelta(days=1)


def _to_family(t: Thread, begins: date, until: datetime) -> None:
    """Ask for a leave at the family's, from the morning of a day."""
    leave = _FAMILY if t.prison.code == DETENTION else _SHORT
    acts.asks(t, leave, "family_ties", (t.days.on(begins, "09:00"), until))


def _back_late(t: Thread, nights: int) -> None:
    """Ask for a leave that ends at dusk today."""
    _to_family(t, t.days.today - nights * _NIGHT, t.days.on(t.days.today, "19:30"))


@story(DETENTION, months=64)
def back_tonight(t: Thread) -> None:
    _back_late(t, 2)
    ways.granted(t)
    ways.goes_out(t)


@story(ARREST, months=38, served=70, leaves=(_BY_JUDGE,))
def back_tonight_by_the_head(t: Thread) -> None:
    _back_late(t, 1)
    ways.granted_by_head(t)
    ways.goes_out(t)


@story(DETENTION, months=110)
def out_for_days(t: Thread) -> None:
    _to_family(t, t.days.today - 2 * _NIGHT, t.days.on(t.days.today + 2 * _NIGHT, "18:00"))
    ways.granted(t)
    ways.goes_out(t)


@story(DETENTION, months=74)
def not_back_since_yesterday(t: Thread) -> None:
    """The hour passed yesterday evening; the head of the prison was told, and has said nothing."""
    _to_family(t, t.days.today - 3 * _NIGHT, t.days.on(t.days.today - _NIGHT, "18:00"))
    ways.granted(t)
    ways.goes_out(t)
    t.reads(t.days.on(t.days.today - _NIGHT, "18:26"))


@story(ARREST, months=27, served=68)
def not_back_this_morning(t: Thread) -> None:
    """The hour has just passed: nobody has read the message."""
    _to_family(t, t.days.today - 2 * _NIGHT, t.days.ago(20))
    ways.granted(t)
    ways.goes_out(t)


def _gone(t: Thread, days: int) -> None:
    """Let the person out for a leave that ended so many days ago, and have them not come back."""
    back_on = t.days.today - days * _NIGHT
    _to_family(t, back_on - _NIGHT, t.days.on(back_on, "18:00"))
    ways.granted(t)
    ways.goes_out(t)
    t.reads(t.days.on(back_on, "18:22"))


@story(ARREST, months=31, served=66, defended=True)
def escape_declared(t: Thread) -> None:
    _gone(t, 3)
    said_at = t.days.on(t.days.today - 3 * _NIGHT, "19:40")
    declared = {"because": said("said", "escape_declared")}
    t.does(said_at, Role.HEAD_OF_PRISON, "declare_escape", declared)


@story(DETENTION, months=82)
def recaptured(t: Thread) -> None:
    _gone(t, 16)
    declared = {"because": said("said", "escape_declared")}
    t.does(t.days.on(t.days.today - 16 * _NIGHT, "20:20"), Role.HEAD_OF_PRISON, "declare_escape",
           declared)  # fmt: skip
    found = {"where": said("said", "recaptured_at")}
    t.does(t.days.on(t.days.today - 2 * _NIGHT, "13:10"), Role.PRISON_CLERK, "record_recapture",
           found)  # fmt: skip


@story(ARREST, months=23, served=66)
def back_late(t: Thread) -> None:
    """Four hours late, noted as not back and then as back: no name was given to it."""
    _gone(t, 2)
    acts.comes_back(t, t.days.on(t.days.today - 2 * _NIGHT, "22:05"))


@story(DETENTION, months=86)
def back_with_an_incident(t: Thread) -> None:
    back_on = t.days.today - _NIGHT
    _to_family(t, back_on - 2 * _NIGHT, t.days.on(back_on, "18:00"))
    ways.granted(t)
    ways.goes_out(t)
    acts.comes_back(t, t.days.on(back_on, "17:42"))
    told = {"kind": "breach_of_conditions", "what": said("said", "breathalyser")}
    t.does(t.days.on(back_on, "17:58"), Role.GATE, "report_incident", told)


@story(ARREST, months=25, served=70)
def back_yesterday(t: Thread) -> None:
    ways.asked_for(t, _DAY, "employer", t.days.back(1))
    ways.granted(t)
    ways.there_and_back(t)


@story(DETENTION, months=92, bans=("contact",))
def called_back(t: Thread) -> None:
    """Taken back by the judge while outside; due back from that instant, and back an hour later."""
    begins = t.days.today - 3 * _NIGHT
    _to_family(t, begins, t.days.on(t.days.today + _NIGHT, "18:00"))
    ways.granted(t)
    ways.goes_out(t)
    day = t.days.today - _NIGHT
    told = {"kind": "breach_of_conditions", "what": said("said", "gone_victim")}
    t.does(t.days.on(day, "15:10"), Role.PRISON_CLERK, "report_incident", told)
    taken = {"order": t.order, "ground": "obligations_breached",
             "because": said("said", "withdrawn_outside"), "urgent": True}  # fmt: skip
    t.does(t.days.on(day, "16:05"), Role.ENFORCEMENT_JUDGE, "withdraw_order", taken)
    t.reads(t.days.on(day, "16:40"))
    acts.comes_back(t, t.days.on(day, "17:20"))


@story(CENTRALE, months=230, served=55, watched_months=12, unit="organised_crime_unit",
       unit_months=4, age=49)  # fmt: skip
def escorted_to_a_funeral(t: Thread) -> None:
    """Under escort, two days ago, and back."""
    day = t.days.back(2)
    escort = ("surveillant-escorte-1", "surveillant-escorte-2", "surveillant-escorte-3")
    span = t.days.on(day, "09:00"), t.days.on(day, "16:00")
    acts.asks(t, "fr.escorted_leave", "family_death", span, escort=escort)
    acts.files(t, t.on(t.days.back(6), "10:30"))
    acts.routes(t, t.on(t.days.back(6), "11:10"))
    acts.adds_piece(t, t.on(t.days.back(6), "14:00"), "death", t.days.back(7), Role.PRISON_CLERK)
    acts.skips_board(t, t.on(t.days.back(5), "10:40"), said("said", "death_soon"))
    acts.grants(t, t.on(t.days.back(5), "11:20"))
    ways.told(t, t.days.back(5))
    acts.issues_permit(t, t.on(t.days.back(3), "15:20"))
    acts.lets_out(t, t.days.on(day, "09:06"), exit_by="escorted")
    acts.comes_back(t, t.days.on(day, "15:31"))


@story(ARREST, months=17, served=60)
def gone_by_mistake(t: Thread) -> None:
    """Let out by mistake with others while the application waited, and back the same evening."""
    ways.asked_for(t, _DAY, "employer", t.days.ahead(13))
    ways.instructed(t, t.days.back(9))
    day = t.days.back(1)
    found = {"exit": "release", "because": said("said", "found_gone"), "order": ""}
    t.does(t.days.on(day, "12:20"), Role.PRISON_CLERK, "report_departure", found)
    acts.comes_back(t, t.days.on(day, "19:10"))


STORIES = (
    back_tonight,
    back_tonight_by_the_head,
    out_for_days,
    not_back_since_yesterday,
    not_back_this_morning,
    escape_declared,
    recaptured,
    back_late,
    back_with_an_incident,
    back_yesterday,
    called_back,
    escorted_to_a_funeral,
    gone_by_mistake,
)
