"""France: the texts, the rules of leave, the readings, and the answers."""

from sortie.law.france.book import BOOK
from sortie.law.france.figures import ALL as FIGURES
from sortie.law.france.from_case import Question, person_from
from sortie.law.france.leave.routes import EARLIER_LEAVES, ESCORTED, LEAVES, ROUTES, Route
from sortie.law.france.person import Person
from sortie.law.france.questions import REFORM, Asked, ask_rule, asked_day
from sortie.law.france.shelf import readings, texts
from sortie.law.france.vocabulary import FRENCH

__all__ = [
    "BOOK",
    "EARLIER_LEAVES",
    "ESCORTED",
    "FIGURES",
    "FRENCH",
    "LEAVES",
    "REFORM",
    "ROUTES",
    "Asked",
    "Person",
    "Question",
    "Route",
    "ask_rule",
    "asked_day",
    "person_from",
    "readings",
    "texts",
]
