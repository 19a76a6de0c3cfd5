"""The one-day leave as OpenFisca variables over whole columns, written here for the measure.

Twice: with dates as dates and the age as OpenFisca's own country template works it out, and with
every threshold worked out beforehand by hand, which is what this engine does by itself.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.population.one_date import (
    BORN_BEFORE,
    CONVICTED,
    DAY,
    FIVE_YEARS,
    ONE_YEAR,
    TODAY,
)

PERIOD = str(DAY)
_EPOCH = 719_163
Person = build_entity(
    key="person", plural="people", label="A detained person", is_person=True, roles=None
)


def running(person: Any, day: Any) -> Any:
    now = _now(person, day)
    return (person("committed", day) <= now) * (person("ends", day) > now)


def common(person: Any, day: Any) -> Any:
    return (
        person("running", day)
        * (person("status", day) == CONVICTED)
        * ~person("secured", day)
        * ~person("banned", day)
    )


def age(person: Any, day: Any) -> Any:
    birth = person("born", day)
    birth_year = birth.astype("datetime64[Y]").astype(int) + 1970
    birth_month = birth.astype("datetime64[M]").astype(int) % 12 + 1
    birth_day = (birth - birth.astype("datetime64[M]") + 1).astype(int)
    past = (birth_month < day.start.month) + (birth_month == day.start.month) * (
        birth_day <= day.start.day
    )
    return (day.start.year - birth_year) - np.where(past, 0, 1)


def adult_by_age(person: Any, day: Any) -> Any:
    return person("age", day) >= 18


def adult_by_threshold(person: Any, day: Any) -> Any:
    return person("born", day) < BORN_BEFORE


def ordinary_time(person: Any, day: Any) -> Any:
    return (person("total", day) <= FIVE_YEARS) + (person("half", day) <= _now(person, day))


def minors_time(person: Any, day: Any) -> Any:
    return (person("total", day) <= ONE_YEAR) + (person("third", day) <= _now(person, day))


def day_leave(person: Any, day: Any) -> Any:
    grown = person("adult", day)
    time = grown * person("ordinary_time", day) + ~grown * person("minors_time", day)
    return person("common", day) * time


def _now(person: Any, day: Any) -> Any:
    dated = person("born", day).dtype.kind == "M"
    return np.datetime64(day.start.date, "D") if dated else TODAY


FLAGS, NUMBERS = ("secured", "banned"), ("status", "total")
DATES = ("committed", "ends", "half", "born", "third")
_DAYS = {"entity": Person, "definition_period": DateUnit.DAY}
FORMULAS: tuple[Callable[[Any, Any], Any], ...] = (
    running, common, ordinary_time, minors_time, day_leave,
)  # fmt: skip


def system(*, dated: bool) -> TaxBenefitSystem:
    """Return the rules, over dates or over numbers of days."""
    made = TaxBenefitSystem([Person])
    kinds = dict.fromkeys(FLAGS, bool) | dict.fromkeys(NUMBERS, int)
    kinds |= dict.fromkeys(DATES, date if dated else int)
    for name, kind in kinds.items():
        made.add_variable(type(name, (Variable,), {"value_type": kind, **_DAYS}))
    worked_out = {formula.__name__: (bool, formula) for formula in FORMULAS}
    worked_out["adult"] = (bool, adult_by_age if dated else adult_by_threshold)
    if dated:
        worked_out["age"] = (int, age)
    for name, (kind, formula) in worked_out.items():
        body = {"value_type": kind, "formula": formula, **_DAYS}
        made.add_variable(type(name, (Variable,), body))
    return made


def simulation(columns: dict[str, Any], *, dated: bool) -> Simulation:
    """Return a simulation that holds the people; nothing is worked out yet."""
    made = SimulationBuilder().build_default_simulation(system(dated=dated), len(columns["born"]))
    for name in FLAGS:
        made.set_input(name, PERIOD, columns[name] == 1)
    for name in NUMBERS:
        made.set_input(name, PERIOD, columns[name])
    for name in DATES:
        days = columns[name]
        made.set_input(name, PERIOD, _dates(days) if dated else days)
    return made


def _dates(days: Any) -> Any:
    return (days - _EPOCH).astype("datetime64[D]")


def is_open(made: Simulation) -> Any:
    """Return whether the leave is open for everybody."""
    return made.calculate("day_leave", PERIOD)
