"""Appeals to the president: pending, nearly void, void, decided, and what the leave becomes."""

from datetime import datetime

from sortie import law
from sortie.casework import Role
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, said
from sortie.demonstration.working_days import METROPOLITAN

_DAY, _FAMILY, _SHORT = "fr.leave.day", "fr.leave.detention_centre", "fr.leave.short"


def lapse_limit(lodged_at: datetime) -> law.TimeLimit | law.NotModelled:
    """Return the time in which the prosecutor's appeal must be examined."""
    procedure = law.france.PROCEDURE
    place = procedure.place_of(METROPOLITAN)
    limit = procedure.appeal_lapses(by=law.Party.PROSECUTOR, lodged_at=lodged_at, place=place)
    assert limit is not None  # noqa: S101
    return limit


def _granted_then_appealed(t: Thread, lodged_at: datetime) -> None:
    """Grant on the day of the appeal, which the prosecutor lodges when told."""
    day = lodged_at.date()
    sits_on = t.days.back(1, since=day)
    ways.instructed(t, t.days.back(18, since=sits_on), paper="summons")
    ways.heard(t, sits_on)
    acts.grants(t, t.on(day, "13:20"))
    ways.told(t, day, visa=False)
    acts.appeals(t, lodged_at, Role.PROSECUTOR)


@story(CENTRALE, months=150, served=70, watched_months=30, defended=True, age=50)
def appealed_by_the_prosecutor(t: Thread) -> None:
    """The leave is stayed; the person still has time to write."""
    lodged_at = t.days.on(t.days.back(4), "17:10")
    ways.asked_for(t, _DAY, "employer", t.days.ahead(6))
    _granted_then_appealed(t, lodged_at)
    acts.observes(t, t.on(t.days.back(2), "10:00"))


@story(DETENTION, months=78)
def appeal_nearly_void(t: Thread) -> None:
    """Lodged nearly two months ago, and not examined."""
    lodged_at = t.days.on(t.days.earliest_open(lapse_limit, "17:10"), "17:10")
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(10), nights=2)
    _granted_then_appealed(t, lodged_at)


@story(ARREST, months=36, served=68)
def appeal_void(t: Thread) -> None:
    """Two months without an examination: the grant may be carried out."""
    over = t.days.latest_over(lapse_limit, "17:10")
    lodged_at = t.days.on(t.days.back(1, since=over), "17:10")
    ways.asked_for(t, _SHORT, "family_ties", t.days.ahead(5), nights=1)
    _granted_then_appealed(t, lodged_at)
    t.reads(t.on(t.days.back(1), "09:40"))


@story(DETENTION, months=56, defended=True)
def appealed_by_the_person(t: Thread) -> None:
    ways.asked_for(t, _FAMILY, "family_ties", t.days.ahead(20), nights=2)
    day = t.days.back(8)
    sits_on = t.days.back(1, since=day)
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on)
    acts.refuses(t, t.on(day, "13:20"))
    ways.told(t, day, visa=False)
    acts.appeals(t, t.on(t.days.ahead(1, since=day), "11:10"), Role.LAWYER)
    acts.observes(t, t.on(t.days.back(3), "15:00"))


@story(DETENTION, months=88, defended=True)
def granted_on_appeal_without_a_date(t: Thread) -> None:
    """The date had passed when the president ruled; the judge is to fix another."""
    day = t.days.back(30)
    sits_on = t.days.back(1, since=day)
    ways.asked_for(t, _FAMILY, "reintegration", t.days.ahead(4, since=day), nights=1)
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on)
    acts.refuses(t, t.on(day, "13:20"))
    ways.told(t, day, visa=False)
    acts.appeals(t, t.on(t.days.ahead(1, since=day), "11:10"), Role.LAWYER)
    acts.observes(t, t.on(t.days.ahead(5, since=day), "15:00"))
    acts.rules(t, t.on(t.days.back(3), "16:00"), "set_aside", said("said", "appeal_set_aside"),
               redating="left_to_judge")  # fmt: skip
    ways.told(t, t.days.back(2), visa=False)


@story(ARREST, months=32, served=64)
def refused_on_appeal(t: Thread) -> None:
    """Upheld, and no similar application for a year."""
    ways.asked_for(t, _SHORT, "family_ties", t.days.back(10), nights=1)
    day = t.days.back(34)
    sits_on = t.days.back(1, since=day)
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on)
    acts.refuses(t, t.on(day, "13:20"))
    ways.told(t, day, visa=False)
    acts.appeals(t, t.on(t.days.ahead(1, since=day), "11:10"), Role.LAWYER)
    ruled_at = t.on(t.days.back(5), "16:00")
    place = law.france.PROCEDURE.place_of(METROPOLITAN)
    bar = law.france.PROCEDURE.longest_bar(
        decider=Role.APPEAL_PRESIDENT, decided_at=ruled_at, place=place
    )
    assert isinstance(bar, law.Bar)  # noqa: S101
    acts.rules(t, ruled_at, "upheld", said("said", "appeal_refusal_upheld"),
               bar_until=bar.until.isoformat())  # fmt: skip
    ways.told(t, t.days.back(4), visa=False)


STORIES = (
    appealed_by_the_prosecutor,
    appeal_nearly_void,
    appeal_void,
    appealed_by_the_person,
    granted_on_appeal_without_a_date,
    refused_on_appeal,
)
