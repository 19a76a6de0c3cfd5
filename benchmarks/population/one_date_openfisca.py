"""The one-day leave as OpenFisca variables over whole columns, written here for the measure."""

from typing import Any

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
    ORGANISED_CRIME_UNIT,
    TODAY,
)

PERIOD = str(DAY)
Person = build_entity(
    key="person", plural="people", label="A detained person", is_person=True, roles=None
)


def running(person: Any, day: Any) -> Any:
    return (person("committed", day) <= TODAY) * (person("ends", day) > TODAY)


def closed_unit(person: Any, day: Any) -> Any:
    return person("closure", day) * (person("unit", day) == ORGANISED_CRIME_UNIT)


def common(person: Any, day: Any) -> Any:
    return (
        person("running", day)
        * (person("status", day) == CONVICTED)
        * ~person("secured", day)
        * ~person("banned", day)
        * ~person("closed_unit", day)
    )


def adult(person: Any, day: Any) -> Any:
    return person("born", day) < BORN_BEFORE


def ordinary_time(person: Any, day: Any) -> Any:
    return (person("total", day) <= FIVE_YEARS) + (person("half", day) <= TODAY)


def minors_time(person: Any, day: Any) -> Any:
    return (person("total", day) <= ONE_YEAR) + (person("third", day) <= TODAY)


def day_leave(person: Any, day: Any) -> Any:
    grown = person("adult", day)
    time = grown * person("ordinary_time", day) + ~grown * person("minors_time", day)
    return person("common", day) * time


GIVEN = {
    "committed": int, "ends": int, "status": int, "secured": bool, "banned": bool, "closure": bool,
    "unit": int, "half": int, "born": int, "total": int, "third": int,
}  # fmt: skip
FORMULAS = (running, closed_unit, common, adult, ordinary_time, minors_time, day_leave)


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person])
    shared = {"entity": Person, "definition_period": DateUnit.DAY}
    for name, kind in GIVEN.items():
        system.add_variable(type(name, (Variable,), {"value_type": kind, **shared}))
    for formula in FORMULAS:
        body = {"value_type": bool, "formula": formula, **shared}
        system.add_variable(type(formula.__name__, (Variable,), body))
    return system


_SYSTEM = _system()


def simulation(columns: dict[str, Any]) -> Simulation:
    """Return a simulation that holds the people; nothing is worked out yet."""
    made = SimulationBuilder().build_default_simulation(_SYSTEM, len(columns["born"]))
    for name, kind in GIVEN.items():
        made.set_input(name, PERIOD, columns[name] == 1 if kind is bool else columns[name])
    return made


def is_open(made: Simulation) -> Any:
    """Return whether the leave is open for everybody."""
    return made.calculate("day_leave", PERIOD)
