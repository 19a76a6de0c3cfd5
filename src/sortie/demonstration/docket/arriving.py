"""Applications that have just come, wait for an answer, or got none."""

from datetime import datetime, timedelta

from sortie import law
from sortie.casework import Role
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, said
from sortie.demonstration.people.traits import PastLeave
from sortie.demonstration.working_days import METROPOLITAN, LimitOf

_BY_JUDGE = PastLeave(leave="fr.leave.day", months_ago=16)
_FAMILY, _DAY, _SHORT = "fr.leave.detention_centre", "fr.leave.day", "fr.leave.short"


def answer_of(decider: Role) -> LimitOf:
    """Return the time that this one has to answer, as a limit counted from the filing."""
    place = law.france.PROCEDURE.place_of(METROPOLITAN)

    def limit(filed_at: datetime) -> law.TimeLimit | law.NotModelled:
        return law.france.PROCEDURE.answer_due(decider=decider, filed_at=filed_at, place=place)

    return limit


@story(ARREST, months=18, served=66)
def filed_this_morning(t: Thread) -> None:
    ways.asked_for(t, _DAY, "training", t.days.ahead(25))
    acts.files(t, t.days.ago(52))


@story(DETENTION, months=60, defended=True)
def filed_by_the_lawyer(t: Thread) -> None:
    """Still on its way: the receipt has not left the office."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(30), nights=2)
    acts.files(t, t.days.ago(7), Role.LAWYER, form="registered_letter")


@story(ARREST, months=12, served=55)
def not_in_form(t: Thread) -> None:
    ways.asked_for(t, _DAY, "employer", t.days.ahead(15))
    filed_on = t.days.back(4)
    acts.files(t, t.on(filed_on, "09:40"), form="handed_in", signed=False)
    found = {"because": said("said", "not_signed")}
    day = t.days.ahead(1, since=filed_on)
    t.does(t.on(day, "11:00"), Role.COURT_CLERK, "find_not_in_form", found)


@story(DETENTION, months=36)
def routed(t: Thread) -> None:
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(22), nights=1)
    acts.files(t, t.on(t.days.back(2), "09:20"))
    acts.routes(t, t.on(t.days.back(1), "10:10"))


@story(ARREST, months=30, unknown=("custody.security_period", "history.incidents"))
def routed_with_facts_wanting(t: Thread) -> None:
    """The law cannot tell: nobody typed whether a security period runs."""
    ways.asked_for(t, _SHORT, "reintegration", t.days.ahead(20), nights=1)
    acts.files(t, t.on(t.days.back(3), "10:20"), without=("funds_shown",))
    acts.routes(t, t.on(t.days.back(2), "09:50"))


@story(CENTRALE, months=240, served=30, secured=True, age=41)
def closed_by_the_security_period(t: Thread) -> None:
    """The law is closed; only the judge says that it cannot be received."""
    ways.asked_for(t, _DAY, "employer", t.days.ahead(24))
    acts.files(t, t.on(t.days.back(5), "09:20"))
    acts.routes(t, t.on(t.days.back(4), "10:30"))


@story(ARREST, months=24, served=60)
def instructed(t: Thread) -> None:
    ways.asked_for(t, _DAY, "employer", t.days.ahead(18))
    ways.instructed(t, t.days.back(9), paper="summons")


@story(DETENTION, months=84, misstated=31)
def instructed_with_two_ends(t: Thread) -> None:
    """The clerk's end of sentence and the computed one are a month apart."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(21), nights=3)
    ways.instructed(t, t.days.back(10), paper="host")


@story(CENTRALE, months=180, served=70, watched_months=20, age=47)
def instructed_on_watch(t: Thread) -> None:
    ways.asked_for(t, _DAY, "care", t.days.ahead(19))
    ways.instructed(t, t.days.back(8), paper="certificate")


@story(DETENTION, months=48, defended=True)
def answer_time_nearly_over(t: Thread) -> None:
    """Heard three weeks ago, and nobody has decided."""
    filed_on = t.days.earliest_open(answer_of(Role.ENFORCEMENT_JUDGE), "09:20")
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(9), nights=2)
    ways.instructed(t, filed_on, paper="host")
    ways.heard(t, ways.sitting(t, 3))


@story(ARREST, months=15, served=60)
def answer_time_over(t: Thread) -> None:
    filed_on = t.days.back(3, since=t.days.latest_over(answer_of(Role.ENFORCEMENT_JUDGE), "09:20"))
    ways.asked_for(t, _SHORT, "family_ties", t.days.ahead(14), nights=1)
    ways.instructed(t, filed_on)


@story(DETENTION, months=72, defended=True)
def before_the_president(t: Thread) -> None:
    """Nobody answered in two months: the lawyer went to the president."""
    filed_on = t.days.back(7, since=t.days.latest_over(answer_of(Role.ENFORCEMENT_JUDGE), "09:20"))
    ways.asked_for(t, _FAMILY, "reintegration", t.days.ahead(12), nights=1)
    ways.instructed(t, filed_on)
    t.reads(t.on(t.days.back(6), "09:30"))
    seized = {"because": said("said", "silence")}
    t.does(t.on(t.days.back(3), "14:30"), Role.LAWYER, "seize_president", seized)


@story(DETENTION, months=60, leaves=(_BY_JUDGE,))
def with_the_head_of_prison(t: Thread) -> None:
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(10), nights=3)
    acts.files(t, t.on(t.days.back(6), "09:20"))
    acts.routes(t, t.on(t.days.back(5), "10:00"))
    acts.adds_piece(t, t.on(t.days.back(1), "14:00"), "written_opinion", t.days.back(1))
    acts.opines(t, t.on(t.days.back(1), "14:30"), Role.PROBATION_OFFICER,
                papers=("written_opinion",))  # fmt: skip


@story(ARREST, months=42, served=68, leaves=(_BY_JUDGE,))
def with_the_head_without_an_opinion(t: Thread) -> None:
    t.unread = frozenset({Role.PROBATION_OFFICER})
    ways.asked_for(t, _SHORT, "family_ties", t.days.ahead(6), nights=1)
    acts.files(t, t.on(t.days.back(8), "09:20"))
    acts.routes(t, t.on(t.days.back(7), "10:00"))


@story(DETENTION, months=54, leaves=(_BY_JUDGE,))
def refused_by_the_head(t: Thread) -> None:
    """No appeal lies, but the judge may be asked."""
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(8), nights=2)
    acts.files(t, t.on(t.days.back(9), "09:20"))
    acts.routes(t, t.on(t.days.back(8), "10:00"))
    acts.adds_piece(t, t.on(t.days.back(4), "14:00"), "report", t.days.back(5))
    acts.opines(t, t.on(t.days.back(4), "14:30"), Role.PROBATION_OFFICER, papers=("report",))
    acts.refuses(t, t.on(t.days.back(3), "11:00"), Role.HEAD_OF_PRISON)
    acts.notifies(t, t.on(t.days.back(2), "16:00"), Role.DETAINED_PERSON)


@story(DETENTION, months=66, leaves=(_BY_JUDGE,))
def no_answer_from_the_head(t: Thread) -> None:
    filed_on = t.days.back(2, since=t.days.latest_over(answer_of(Role.HEAD_OF_PRISON), "09:20"))
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(7), nights=2)
    acts.files(t, t.on(filed_on, "09:20"))
    acts.routes(t, t.on(t.days.ahead(1, since=filed_on), "10:00"))
    t.reads(t.on(t.days.back(1), "09:10"))


@story(DETENTION, months=40)
def discontinued(t: Thread) -> None:
    ways.asked_for(t, _DAY, "employer", t.days.ahead(3))
    ways.instructed(t, t.days.back(12), paper="summons")
    given_up = {"because": said("said", "discontinued")}
    day = t.on(t.days.back(2), "17:00") + timedelta(minutes=3)
    t.does(day, Role.DETAINED_PERSON, "discontinue", given_up)


STORIES = (
    filed_this_morning,
    filed_by_the_lawyer,
    not_in_form,
    routed,
    routed_with_facts_wanting,
    closed_by_the_security_period,
    instructed,
    instructed_with_two_ends,
    instructed_on_watch,
    answer_time_nearly_over,
    answer_time_over,
    before_the_president,
    with_the_head_of_prison,
    with_the_head_without_an_opinion,
    refused_by_the_head,
    no_answer_from_the_head,
    discontinued,
)
