"""The one-day leave as an OpenFisca system, run with its full tracer.

The variables are written here from the tables of the law; nothing is taken from another system.
"""

from datetime import date
from typing import Any

from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.people import PURPOSES, STATUSES, Plain

FIVE_YEARS = 1800
PURPOSES_OF_THE_DAY = ("exam", "care", "culture_sport", "vote")

Person = build_entity(
    key="person", plural="people", label="A detained person", is_person=True, roles=None
)


def _given(name: str, kind: type) -> type[Variable]:
    """Return an input variable of one day."""
    body = {"value_type": kind, "entity": Person, "definition_period": DateUnit.DAY}
    return type(name, (Variable,), body)


def _worked_out(name: str, formula: Any) -> type[Variable]:
    """Return a variable of one day with a formula."""
    body = {
        "value_type": bool,
        "entity": Person,
        "definition_period": DateUnit.DAY,
        "formula": formula,
    }
    return type(name, (Variable,), body)


def in_custody(person: Any, day: Any) -> Any:
    today = person("day", day)
    return (today >= person("committed_on", day)) * (today < person("end_of_sentence", day))


def convicted(person: Any, day: Any) -> Any:
    return person("status", day) == STATUSES.index("convicted")


def served(person: Any, day: Any) -> Any:
    short = person("total_days", day) <= FIVE_YEARS
    return short + (person("day", day) >= person("half_term", day))


def means(person: Any, day: Any) -> Any:
    return (
        person("funds_shown", day)
        * person("lodging_settled", day)
        * person("transport_settled", day)
    )


def purpose_fits(person: Any, day: Any) -> Any:
    purpose = person("purpose", day)
    fits = purpose == PURPOSES.index(PURPOSES_OF_THE_DAY[0])
    for other in PURPOSES_OF_THE_DAY[1:]:
        fits = fits + (purpose == PURPOSES.index(other))
    return fits


def one_day_at_most(person: Any, day: Any) -> Any:
    return person("days_asked", day) <= 1


def day_leave(person: Any, day: Any) -> Any:
    return (
        person("in_custody", day)
        * person("convicted", day)
        * ~person("security_period", day)
        * person("served", day)
        * ~person("abroad", day)
        * person("means", day)
        * person("purpose_fits", day)
        * person("one_day_at_most", day)
    )


GIVEN = {
    "day": date,
    "committed_on": date,
    "end_of_sentence": date,
    "half_term": date,
    "total_days": int,
    "status": int,
    "security_period": bool,
    "abroad": bool,
    "funds_shown": bool,
    "lodging_settled": bool,
    "transport_settled": bool,
    "purpose": int,
    "days_asked": int,
}
FORMULAS = (in_custody, convicted, served, means, purpose_fits, one_day_at_most, day_leave)


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person])
    for name, kind in GIVEN.items():
        system.add_variable(_given(name, kind))
    for formula in FORMULAS:
        system.add_variable(_worked_out(formula.__name__, formula))
    return system


_SYSTEM = _system()


def is_open(person: Plain) -> bool:
    """Return whether the leave is open, once the trace is in hand."""
    day = str(person["day"])
    coded = {
        **person,
        "status": STATUSES.index(str(person["status"])),
        "purpose": PURPOSES.index(str(person["purpose"])),
    }
    values = {name: {day: coded[name]} for name in GIVEN}
    simulation = SimulationBuilder().build_from_entities(_SYSTEM, {"people": {"one": values}})
    simulation.trace = True
    answer = simulation.calculate("day_leave", day)
    assert simulation.tracer.get_flat_trace()
    return bool(answer[0])
