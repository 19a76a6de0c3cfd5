"""The cases of the year that are over, so that a list has an end and a figure a meaning.

Their shares are not anyone's figures: every ending is there, whatever its share in life.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from sortie.casework import OpinionSense, Role
from sortie.demonstration.docket import acts, ways
from sortie.demonstration.docket.story import Story
from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION, said
from sortie.demonstration.people.traits import Traits

# From the oldest to the last; each round of the list ends otherwise.
_ENDINGS = ("back", "head", "back", "refused", "back", "head", "given_up", "back", "head", "rare")
_RARE = ("late", "inadmissible", "taken_back", "expired", "refused", "recaptured")
_PRISONS = (DETENTION, ARREST, DETENTION, CENTRALE, ARREST, DETENTION, DETENTION, ARREST)
_FIRST, _LAST = 238, 16
# A later leave is asked for once the first is well over.
_APART = 40
_ASKED = {
    DETENTION: ("fr.leave.detention_centre", ("family_ties", "reintegration"), 2),
    ARREST: ("fr.leave.day", ("care", "exam", "culture_sport"), 0),
    CENTRALE: ("fr.leave.day", ("employer", "care", "training"), 0),
}
_MONTHS = {DETENTION: 84, ARREST: 44, CENTRALE: 216}


def stories(count: int) -> tuple[Story, ...]:
    """Return so many closed cases, the oldest first."""
    found: list[Story] = []
    free: list[tuple[int, Story]] = []
    for rank in range(count):
        back = _FIRST - (_FIRST - _LAST) * rank // max(count, 1)
        ending = _ENDINGS[rank % len(_ENDINGS)]
        if ending == "rare":
            ending = _RARE[rank // len(_ENDINGS) % len(_RARE)]
        first = next((each for each in free if each[0] >= back + _APART), None)
        if ending == "head" and first is not None:
            free.remove(first)
            found.append(_again(rank, back, first[1]))
            continue
        made = _story(rank, back, "back" if ending == "head" else ending)
        if ending in ("back", "head") and made.prison != CENTRALE:
            free.append((back, made))
        found.append(made)
    return tuple(found)


def _story(rank: int, back: int, ending: str) -> Story:
    prison = CENTRALE if ending == "inadmissible" else _PRISONS[rank % len(_PRISONS)]
    traits = Traits(
        months=_MONTHS[prison] + 6 * (rank % 5),
        served=30 if ending == "inadmissible" else 76,
        secured=ending == "inadmissible",
        age=24 + rank * 7 % 34,
        recidivist=rank % 4 == 0,
    )
    tell = partial(_tell, back, _TOLD[ending])
    return Story(name=f"closed_{rank:03}", prison=prison, traits=traits, tell=tell)


def _again(rank: int, back: int, first: Story) -> Story:
    tell = partial(_tell, back, _by_the_head)
    return Story(name=f"closed_{rank:03}", prison=first.prison, traits=first.traits, tell=tell,
                 of=first.name)  # fmt: skip


def _tell(back: int, way: Callable[[Thread], None], t: Thread) -> None:
    leave, purposes, nights = _ASKED[t.prison.code]
    day = t.days.back(back + t.chance.number("shift", 0, 2))
    ways.asked_for(t, leave, t.chance.pick("purpose", purposes), day, nights=nights)
    way(t)


def _next_day(t: Thread) -> date:
    return t.days.ahead(1, since=t.leave.returns_at.date())


def _back(t: Thread) -> None:
    ways.granted(t)
    ways.there_and_back(t)
    acts.enters_in_file(t, t.on(_next_day(t), "09:40"), "returned", "enforcement_judge")


def _by_the_head(t: Thread) -> None:
    ways.granted_by_head(t)
    ways.there_and_back(t)
    acts.enters_in_file(t, t.on(_next_day(t), "09:40"), "returned", "head_of_prison")


def _late(t: Thread) -> None:
    ways.granted(t)
    ways.goes_out(t)
    acts.comes_back(t, t.leave.returns_at + timedelta(minutes=47))
    acts.enters_in_file(t, t.on(_next_day(t), "09:40"), "returned_late", "enforcement_judge")


def _heard(t: Thread, senses: ways.Senses | None = None) -> date:
    """Take the case to the sitting; return the day after it."""
    sits_on = ways.sitting_before(t, t.leave.departs_at.date())
    ways.instructed(t, t.days.back(18, since=sits_on))
    ways.heard(t, sits_on, senses)
    return t.days.ahead(1, since=sits_on)


def _refused(t: Thread) -> None:
    day = _heard(t, {Role.PROBATION_OFFICER: OpinionSense.UNFAVOURABLE})
    acts.refuses(t, t.on(day, "13:20"))
    ways.told(t, day, visa=False)


def _inadmissible(t: Thread) -> None:
    filed_on = t.days.back(12, since=t.leave.departs_at.date())
    acts.files(t, t.on(filed_on, "09:20"))
    acts.routes(t, t.on(t.days.ahead(1, since=filed_on), "10:30"))
    day = t.days.ahead(4, since=filed_on)
    acts.says(t, t.on(day, "13:20"), "inadmissible", said("said", "inadmissible"))
    ways.told(t, day, visa=False)


def _given_up(t: Thread) -> None:
    filed_on = t.days.back(20, since=t.leave.departs_at.date())
    ways.instructed(t, filed_on)
    given_up = {"because": said("said", "discontinued")}
    day = t.days.ahead(9, since=filed_on)
    t.does(t.on(day, "17:00"), Role.DETAINED_PERSON, "discontinue", given_up)


def _taken_back(t: Thread) -> None:
    ways.granted(t)
    eve = t.days.back(1, since=t.leave.departs_at.date())
    taken = {"order": t.order, "ground": "conditions_gone",
             "because": said("said", "withdrawn_before"), "urgent": False}  # fmt: skip
    t.does(t.on(eve, "17:00"), Role.ENFORCEMENT_JUDGE, "withdraw_order", taken)


def _expired(t: Thread) -> None:
    """Granted, told to the prosecutor alone, and never carried out."""
    day = _heard(t)
    acts.grants(t, t.on(day, "13:20"))
    acts.notifies(t, t.on(day, "15:10"), Role.PROSECUTOR)
    t.reads(t.on(day, "15:30"))


def _recaptured(t: Thread) -> None:
    ways.granted(t)
    ways.goes_out(t)
    missed_at = t.leave.returns_at
    t.reads(missed_at + timedelta(minutes=26))
    declared = {"because": said("said", "escape_declared")}
    t.does(missed_at + timedelta(minutes=95), Role.HEAD_OF_PRISON, "declare_escape", declared)
    found_on = t.days.ahead(11, since=missed_at.date())
    found = {"where": said("said", "recaptured_at")}
    t.does(t.on(found_on, "13:10"), Role.PRISON_CLERK, "record_recapture", found)


_TOLD: Mapping[str, Callable[[Thread], None]] = {
    "back": _back,
    "refused": _refused,
    "given_up": _given_up,
    "late": _late,
    "inadmissible": _inadmissible,
    "taken_back": _taken_back,
    "expired": _expired,
    "recaptured": _recaptured,
}
