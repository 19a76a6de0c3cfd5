"""France: the texts, the rules of leave, the readings, and the answers."""

from sortie.law.france.book import BOOK
from sortie.law.france.calendar import holidays
from sortie.law.france.figures import ALL as FIGURES
from sortie.law.france.from_case import Question, custody_of, person_from, record_of
from sortie.law.france.leave.routes import EARLIER_LEAVES, ESCORTED, LEAVES, ROUTES, Route
from sortie.law.france.over_many import CLASSES, supposed
from sortie.law.france.person import Person
from sortie.law.france.procedure import (
    PROCEDURE,
    StudiedClock,
    StudiedScript,
    studied_clocks,
    studied_scripts,
)
from sortie.law.france.procedure import RULES as PROCEDURE_RULES
from sortie.law.france.published import (
    Assumption,
    OutcomeRate,
    PublishedFigure,
    assumptions,
    credit_scales,
    crowd_sheet,
    outcome_rates,
    published_figures,
)
from sortie.law.france.questions import Asked, ask_rule, asked_day
from sortie.law.france.reckoned import OtherReading, Reckoned, reckoned
from sortie.law.france.reforms.announced import ANNOUNCED as REFORM
from sortie.law.france.reforms.announced import announced
from sortie.law.france.sentence.choices import OPTIONS, Choices, every_choice, first_choices
from sortie.law.france.sentence.ends import (
    Difference,
    OpenTitle,
    difference_of,
    remands_open,
    titles_open,
)
from sortie.law.france.sentence.lines import Basis, Line
from sortie.law.france.sentence.reckoning import Reckoning, reckoning_of
from sortie.law.france.shelf import readings, texts
from sortie.law.france.vocabulary import FRENCH

__all__ = [
    "BOOK",
    "CLASSES",
    "EARLIER_LEAVES",
    "ESCORTED",
    "FIGURES",
    "FRENCH",
    "LEAVES",
    "OPTIONS",
    "PROCEDURE",
    "PROCEDURE_RULES",
    "REFORM",
    "ROUTES",
    "Asked",
    "Assumption",
    "Basis",
    "Choices",
    "Difference",
    "Line",
    "OpenTitle",
    "OtherReading",
    "OutcomeRate",
    "Person",
    "PublishedFigure",
    "Question",
    "Reckoned",
    "Reckoning",
    "Route",
    "StudiedClock",
    "StudiedScript",
    "announced",
    "ask_rule",
    "asked_day",
    "assumptions",
    "credit_scales",
    "crowd_sheet",
    "custody_of",
    "difference_of",
    "every_choice",
    "first_choices",
    "holidays",
    "outcome_rates",
    "person_from",
    "published_figures",
    "readings",
    "reckoned",
    "reckoning_of",
    "record_of",
    "remands_open",
    "studied_clocks",
    "studied_scripts",
    "supposed",
    "texts",
    "titles_open",
]
