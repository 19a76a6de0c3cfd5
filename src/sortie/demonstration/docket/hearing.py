"""Cases before the board: on the list of tomorrow, heard, deemed heard, or too urgent for it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sortie import law
from sortie.casework import OpinionSense, Role
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import Story, Tell, story
from sortie.demonstration.docket.thread import READ_AFTER, Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, prisons, said
from sortie.demonstration.people.traits import PastIncident, Traits
from sortie.demonstration.working_days import METROPOLITAN

_DAY, _FAMILY, _SHORT = "fr.leave.day", "fr.leave.detention_centre", "fr.leave.short"
_IN_WRITING = (Role.PROBATION_OFFICER, Role.SURVEILLANCE_STAFF)
_USUAL = {CENTRALE: (_DAY, 0), DETENTION: (_FAMILY, 2), ARREST: (_SHORT, 1)}


def opinion_limit(seized_at: datetime) -> law.TimeLimit | law.NotModelled:
    """Return the time the board has from when it is seized."""
    place = law.france.PROCEDURE.place_of(METROPOLITAN)
    return law.france.PROCEDURE.opinion_due(seized_at=seized_at, place=place)


def _asked(t: Thread, ahead: int) -> None:
    leave, nights = _USUAL[t.prison.code]
    purpose = "family_ties" if nights else t.chance.pick("purpose", ("employer", "training"))
    ways.asked_for(t, leave, purpose, t.days.ahead(ahead), nights=nights)


def _tomorrow(t: Thread) -> None:
    _asked(t, 14)
    ways.instructed(t, t.days.back(18), paper="host")
    ways.listed(t, ways.sitting(t, 0))


def _tomorrow_advised(t: Thread) -> None:
    _tomorrow(t)
    for rank, member in enumerate(_IN_WRITING):
        papers = ("report",) if member is Role.PROBATION_OFFICER else ()
        acts.opines(t, t.on(t.days.back(1), f"1{5 + rank}:20"), member, papers=papers)


def _tomorrow_divided(t: Thread) -> None:
    """All four in writing already, and not of one mind; the judge has facts to see."""
    _tomorrow(t)
    senses = {
        Role.PROBATION_OFFICER: OpinionSense.FAVOURABLE,
        Role.SURVEILLANCE_STAFF: OpinionSense.RESERVED,
        Role.HEAD_OF_PRISON: OpinionSense.UNFAVOURABLE,
        Role.PROSECUTOR: OpinionSense.UNFAVOURABLE,
    }
    at = t.on(t.days.back(1), "15:00")
    for rank, (member, sense) in enumerate(senses.items()):
        acts.opines(t, at + timedelta(minutes=20 * rank), member, sense)


def _tomorrow_in_person(t: Thread) -> None:
    """The judge ordered that the person be heard."""
    _asked(t, 12)
    ways.instructed(t, t.days.back(15))
    ways.listed(t, ways.sitting(t, 0), before=5, appearance=True)


_ESCAPE = PastIncident(kind="escape", months_ago=30, days=11)
_AGENDA: Mapping[str, tuple[Tell, Mapping[str, Any]]] = {
    "plain": (_tomorrow, {}),
    "advised": (_tomorrow_advised, {"unknown": ("custody.reductions",)}),
    "divided": (_tomorrow_divided, {"incidents": (_ESCAPE,)}),
    "in_person": (_tomorrow_in_person, {"recidivist": True}),
}


def _agenda() -> tuple[Story, ...]:
    """Return the list of tomorrow in each prison: four cases, not equally ready."""
    months = {CENTRALE: 168, DETENTION: 64, ARREST: 33}
    return tuple(
        Story(
            name=f"agenda_{code.lower()}_{kind}",
            prison=code,
            traits=Traits(months=months[code] + rank * 3, served=64, **more),
            tell=tell,
        )
        for code in prisons()
        for rank, (kind, (tell, more)) in enumerate(_AGENDA.items())
    )


@story(ARREST, months=26, served=64)
def opinion_nearly_deemed(t: Thread) -> None:
    """A member was missing at the sitting; the month of the board is nearly over."""
    _asked(t, 10)
    seized_on = t.days.earliest_open(opinion_limit, "15:30")
    ways.instructed(t, t.days.back(9, since=seized_on))
    sits_at = t.days.on(ways.sitting(t, 2), t.prison.sits)
    acts.seizes_board(t, t.days.on(seized_on, "15:30"), sits_at)
    acts.opines(t, sits_at + timedelta(minutes=9), Role.SURVEILLANCE_STAFF)


@story(DETENTION, months=50)
def opinion_deemed(t: Thread) -> None:
    _asked(t, 11)
    seized_on = t.days.back(2, since=t.days.latest_over(opinion_limit, "15:30"))
    ways.instructed(t, t.days.back(8, since=seized_on))
    sits_at = t.days.on(t.days.ahead(6, since=seized_on), t.prison.sits)
    acts.seizes_board(t, t.days.on(seized_on, "15:30"), sits_at)
    t.reads(t.on(t.days.back(1), "10:00"))


@story(DETENTION, months=58)
def heard(t: Thread) -> None:
    _asked(t, 12)
    ways.instructed(t, t.days.back(18))
    ways.heard(t, ways.sitting(t, 1))


@story(CENTRALE, months=200, served=66, unit="isolation_unit", unit_months=3, isolated_months=3)
def heard_from_isolation(t: Thread) -> None:
    _asked(t, 15)
    ways.instructed(t, t.days.back(26))
    ways.heard(t, ways.sitting(t, 1), {Role.HEAD_OF_PRISON: OpinionSense.UNFAVOURABLE})


@story(ARREST, months=20, served=60)
def urgent(t: Thread) -> None:
    """A funeral at the end of the week: there is no time for the board."""
    ways.asked_for(t, "fr.leave.family_event", "family_death", t.days.ahead(2))
    acts.files(t, t.on(t.days.back(1), "10:30"))
    acts.routes(t, t.on(t.days.back(1), "11:10"))
    acts.adds_piece(t, t.on(t.days.back(1), "14:00"), "death", t.days.back(2), Role.PRISON_CLERK)
    acts.skips_board(t, t.on(t.days.back(1), "16:40"), said("said", "death_soon"))


@story(CENTRALE, months=192, served=70, offences=("sexual_706_47",), supervision="pronounced")
def adjourned(t: Thread) -> None:
    """The expert has not written."""
    _asked(t, 30)
    ways.instructed(t, t.days.back(24))
    sits_on = ways.sitting(t, 1)
    ways.heard(t, sits_on)
    until = t.days.on(t.days.ahead(20), "12:00").isoformat()
    decided_at = t.on(t.days.ahead(1, since=sits_on), "13:20")
    acts.says(t, decided_at, "adjourned", said("said", "adjourned"), adjourned_until=until)
    t.reads(decided_at + READ_AFTER)


STORIES = (
    *_agenda(),
    opinion_nearly_deemed,
    opinion_deemed,
    heard,
    heard_from_isolation,
    urgent,
    adjourned,
)
