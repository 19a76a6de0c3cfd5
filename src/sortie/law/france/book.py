"""The French book of leave: every rule, read once when this module is opened."""

from sortie.law.france.leave import before_2016, deciding, routes
from sortie.law.france.person import Person
from sortie.rules import Book, Rule

_ROOTS: tuple[Rule[Person], ...] = (
    routes.any_leave,
    deciding.escorted_leave,
    before_2016.day_by_special_reasons,
    before_2016.three_days_by_special_reasons,
    before_2016.detention_centre_by_special_reasons,
    deciding.enforcement_judge,
    deciding.first_leave,
    deciding.head_of_prison,
    deciding.paris_terrorism_alone,
    deciding.paris_organised_crime_alone,
    deciding.interregional_alone,
    deciding.investigating_judge,
    deciding.prosecutor,
    deciding.travel_time_may_be_added,
    deciding.dates_by_probation,
    deciding.receivable,
)

BOOK = Book(Person, _ROOTS)
