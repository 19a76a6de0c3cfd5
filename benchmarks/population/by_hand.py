"""The limit: the current French routes as one kernel written by hand, with no book to read.

Whoever wrote it knows the law and this population: the readings are settled, every fact is known,
the custody began under the law in force, a fitting and complete application is supposed. All that
can change is one word of 21 bits; what decides a route is a run of that word, looked up in a small
table. It answers nothing else, and a change of the law is a change of this file.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from benchmarks.population.people import SERIES
from sortie.law.france.kinds import Adjustment, Kind, Offence, Status
from sortie.population.compiling import Compiled

# The word: what can change, a bit each; the kind of place and the law on places take several.
PAROLE, LITTLE, FIVE, HALF, LAW_2021, ADULT, YEAR, THIRD, LONG = range(9)
PLACE, PLACE_LAW, ADJUSTED, RUNNING, CONVICTED, SECURED, BANNED, SUPERVISED, WAIVED = (
    9, 12, 14, 15, 16, 17, 18, 19, 20,
)  # fmt: skip

PLACES = list(Kind)
NEAR = {Kind.MAISON_ARRET, Kind.MAISON_CENTRALE, Kind.CENTRE_SEMI_LIBERTE}
ADJUSTMENTS = {Adjustment.SEMI_LIBERTY, Adjustment.OUTSIDE_PLACEMENT,
               Adjustment.ELECTRONIC_MONITORING}  # fmt: skip
NOT_WAIVED = (Offence.SEXUAL_706_47, Offence.MURDER_OF_MINOR, Offence.MURDER_IN_RECIDIVISM)
EIGHTEEN, THREE = 216, 36  # months
ONE_YEAR, FIVE_YEARS = 360, 1800
Told = dict[str, bool]


# -- the law, once for each value of the word -----------------------------------------------------


def is_set(word: int, bit: int) -> bool:
    return bool(word >> bit & 1)


def common(word: int) -> tuple[bool, Told]:
    """Return whether the common conditions are met, and what decided it."""
    needs = {
        "fr.sentence.running": is_set(word, RUNNING),
        "fr.status.convicted": is_set(word, CONVICTED),
        "fr.security_period.none_running": not is_set(word, SECURED),
        "fr.territory_ban.no_bar": not is_set(word, BANNED),
    }
    if not all(needs.values()):
        return False, {name: met for name, met in needs.items() if not met}
    told = needs | dict.fromkeys(
        ("fr.place.national_territory", "fr.means.funds", "fr.means.lodging",
         "fr.means.transport", "fr.expert_report.made_for_application",
         "fr.expert_report.recent_and_agreed"), True,
    )  # fmt: skip
    if not is_set(word, SUPERVISED):
        told["fr.expert_report.required"] = False
    if is_set(word, WAIVED):
        told["fr.expert_report.waived"] = True
    return True, told


def for_minors(word: int) -> tuple[bool, Told]:
    """Return whether a minor has served enough."""
    told = {"fr.person.adult": False}
    if not is_set(word, LAW_2021):
        told["fr.minor.own_conditions"] = True
    return _with_one(told, {"fr.total.one_year_at_most": is_set(word, YEAR),
                            "fr.served.third": is_set(word, THIRD)})  # fmt: skip


def short(word: int) -> tuple[bool, Told]:
    """Return whether place and time allow three days."""
    if not is_set(word, ADULT):
        return for_minors(word)
    kind = _kind(word)
    youth = kind is Kind.ETABLISSEMENT_MINEURS
    placed = youth or kind in NEAR
    place = {"fr.leave.short.place": placed} | ({"fr.person.adult": True} if youth else {})
    half, little = is_set(word, HALF), is_set(word, LITTLE)
    year, parole = is_set(word, YEAR), is_set(word, PAROLE)
    in_time = year or parole or (half and little)
    time: Told = {}
    if year or not in_time:
        time["fr.total.one_year_at_most"] = year
    if parole or not in_time:
        time["fr.parole.requires_leave"] = parole
    if half and little:
        time |= {"fr.served.half": True, "fr.served.little_left": True}
    elif not in_time:
        time |= {} if half else {"fr.served.half": False}
        time |= {} if little else {"fr.served.little_left": False}
    return _both((placed, place), (in_time, time))


def detention_centre(word: int) -> tuple[bool, Told]:
    """Return whether place and time allow five days or ten from a detention centre."""
    if not is_set(word, ADULT):
        met, told = for_minors(word)
    else:
        there, third = _kind(word) is Kind.CENTRE_DETENTION, is_set(word, THIRD)
        time: Told = {"fr.served.third": third}
        if not third:
            time["fr.leave.detention_centre.short_total"] = False
            if not is_set(word, YEAR):
                time["fr.total.one_year_at_most"] = False
        met, told = _both((there, {"fr.leave.detention_centre.place": there}), (third, time))
    if met:
        told["fr.length.five_days"] = True
        if not is_set(word, LONG):
            told["fr.length.ten_days_once_a_year"] = True
    return met, told


def release_support(word: int) -> tuple[bool, Told]:
    """Return whether the place is one of release support."""
    named, old = Kind.STRUCTURE_ACCOMPAGNEMENT_SORTIE, Kind.CENTRE_PEINES_AMENAGEES
    fitting = ((old,), (named, old), (named,), ())[word >> PLACE_LAW & 0b11]
    return _alone("fr.leave.release_support.place", _kind(word) in fitting)


def days_off(word: int) -> tuple[bool, Told]:
    """Return whether the sentence is adjusted."""
    return _alone("fr.leave.days_off.regime", is_set(word, ADJUSTED))


def ordinary_time(word: int) -> tuple[bool, Told]:
    """Return whether the total is five years at most, or half is served."""
    return _with_one({}, {"fr.total.five_years_at_most": is_set(word, FIVE),
                          "fr.served.half": is_set(word, HALF)})  # fmt: skip


def time_by_age(word: int) -> tuple[bool, Told]:
    """Return the same, minors by their own conditions."""
    return ordinary_time(word) if is_set(word, ADULT) else for_minors(word)


def escorted(word: int) -> tuple[bool, Told]:
    """Return whether anyone is in custody, and as what."""
    if not is_set(word, RUNNING):
        return False, {"fr.sentence.running": False}
    final = is_set(word, CONVICTED)
    name = "fr.escorted_leave.convicted" if final else "fr.escorted_leave.not_convicted"
    return True, {"fr.sentence.running": True, name: True}


def _kind(word: int) -> Kind | None:
    rank = word >> PLACE & 0b111
    return PLACES[rank] if rank < len(PLACES) else None


def _alone(name: str, met: bool) -> tuple[bool, Told]:
    return met, {name: met}


def _with_one(told: Told, limbs: Told) -> tuple[bool, Told]:
    met = any(limbs.values())
    return met, told | {name: each for name, each in limbs.items() if each or not met}


def _both(one: tuple[bool, Told], other: tuple[bool, Told]) -> tuple[bool, Told]:
    if one[0] == other[0]:
        return one[0], one[1] | other[1]
    return False, other[1] if one[0] else one[1]


@dataclass(frozen=True, slots=True)
class Hand:
    """A route: the run of the word that it looks at, what it asks of it, what is always met."""

    rule: str
    first: int
    width: int
    asks: Callable[[int], tuple[bool, Told]]
    met: tuple[str, ...] = ()


ROUTES = (
    Hand("fr.leave.short", PAROLE, 12, short,
         ("fr.purpose.ties_or_reintegration", "fr.length.three_days")),
    Hand("fr.leave.detention_centre", LAW_2021, 8, detention_centre,
         ("fr.purpose.ties_or_reintegration",)),
    Hand("fr.leave.release_support", PLACE, 5, release_support,
         ("fr.purpose.ties_or_reintegration", "fr.length.five_days")),
    Hand("fr.leave.days_off", ADJUSTED, 1, days_off, ("fr.leave.days_off.days",)),
    Hand("fr.leave.day", FIVE, 6, time_by_age, ("fr.purpose.day", "fr.length.one_day")),
    Hand("fr.leave.family_event", FIVE, 2, ordinary_time,
         ("fr.purpose.family_event", "fr.length.three_days")),
    Hand("fr.leave.obligation", FIVE, 6, time_by_age,
         ("fr.purpose.obligation", "fr.length.one_day")),
    Hand("fr.escorted_leave", RUNNING, 2, escorted),
)  # fmt: skip
COMMON_FIRST, COMMON_WIDTH = RUNNING, 6


# -- its tables -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Looked:
    """``common``, ``rests`` and ``pairs``: from the word to a reason; ``words``, ``opens`` of it.

    A reason is a number; ``of_route`` tells which number of our routes a route here has.
    """

    common: Any
    rests: Any
    pairs: Any
    shifts: Any
    masks: Any
    words: Any
    outcome: Any
    of_route: Any


def looked(compiled: Compiled) -> Looked:
    """Return the tables, with the bits of a reason where this engine has them."""
    bits = {r.rule_id: {name: 1 << k for k, name in enumerate(r.names)} for r in compiled.routes}
    numbers: dict[tuple[int, int, bool, int], int] = {}
    commons = [common(run << COMMON_FIRST) for run in range(1 << COMMON_WIDTH)]
    kinds_of_common = _distinct(commons)
    rests, pairs = [], []
    for route in ROUTES:
        asked = [route.asks(run << route.first) for run in range(1 << route.width)]
        kinds_of_rest = _distinct(asked)
        rests.append([_place(kinds_of_rest, each) for each in asked])
        pairs.append([[numbers.setdefault(_reason(route, one, other, bits[route.rule]),
                                          len(numbers)) for other in kinds_of_rest]
                      for one in kinds_of_common])  # fmt: skip
    words = np.array([key[1:2] + key[3:] for key in numbers], dtype=np.uint64)
    names = [each.rule_id for each in compiled.routes]
    return Looked(
        np.array([_place(kinds_of_common, each) for each in commons], dtype=np.int16),
        _ragged(rests, np.int16),
        _ragged([[n for row in rows for n in row] for rows in pairs], np.int16),
        np.array([route.first for route in ROUTES], dtype=np.int32),
        np.array([[(1 << route.width) - 1, len(rows[0])]
                  for route, rows in zip(ROUTES, pairs, strict=True)], dtype=np.int32),
        words,
        np.array([0 if key[2] else 1 for key in numbers], dtype=np.int8),
        np.array([names.index(route.rule) for route in ROUTES], dtype=np.int8),
    )  # fmt: skip


def _reason(
    route: Hand, one: tuple[bool, Told], other: tuple[bool, Told], bits: dict[str, int]
) -> tuple[int, int, bool, int]:
    """Return the number of a route, its two words and whether it is open."""
    if route.asks is escorted:
        met, told = other
    else:
        met, told = _both(one, (other[0], other[1] | dict.fromkeys(route.met, True))
                          if other[0] else other)  # fmt: skip
    one_word = sum(bits[name] for name, holds in told.items() if holds)
    other_word = sum(bits[name] for name, holds in told.items() if not holds)
    return ROUTES.index(route), one_word, met, other_word


def _distinct(asked: Iterable[tuple[bool, Told]]) -> list[tuple[bool, Told]]:
    found: dict[Any, tuple[bool, Told]] = {}
    for each in asked:
        found.setdefault((each[0], frozenset(each[1].items())), each)
    return list(found.values())


def _place(kinds: list[tuple[bool, Told]], wanted: tuple[bool, Told]) -> int:
    return kinds.index(wanted)


def _ragged(rows: list[list[int]], kind: Any) -> Any:
    made = np.zeros((len(rows), max(map(len, rows))), dtype=kind)
    for rank, row in enumerate(rows):
        made[rank, : len(row)] = row
    return made


def bits_of_values() -> Any:
    """Return, for each fact that changes, the bits that each of its values sets."""
    made = np.zeros((len(SERIES), 8), dtype=np.int32)
    made[0, list(Status).index(Status.CONVICTED)] = 1 << CONVICTED
    made[1, 1], made[4, 1] = 1 << SECURED, 1 << BANNED
    made[2, : len(PLACES)] = np.arange(len(PLACES)) << PLACE
    for each in ADJUSTMENTS:
        made[3, list(Adjustment).index(each)] = 1 << ADJUSTED
    made[5, 1], made[6, 1] = 1 << PAROLE, 1 << LONG
    return made


NO_WAIVER = sum(1 << list(Offence).index(each) for each in NOT_WAIVED)
MASKS = np.array([1 << CONVICTED, 1 << SECURED, 0b111 << PLACE, 1 << ADJUSTED, 1 << BANNED,
                  1 << PAROLE, 1 << LONG], dtype=np.int32)  # fmt: skip
# A day, what it clears and what it sets.
LAW_DAYS = np.array(
    [
        [date(2021, 9, 30).toordinal(), 0, 1 << LAW_2021],
        [date(2022, 3, 12).toordinal(), 0b11 << PLACE_LAW, 1 << PLACE_LAW],
        [date(2024, 1, 1).toordinal(), 0b11 << PLACE_LAW, 2 << PLACE_LAW],
    ],
    dtype=np.int32,
)
