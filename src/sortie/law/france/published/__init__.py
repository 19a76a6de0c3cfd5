"""What was published of the people in prison, and what was not: figures, assumptions, words."""

from sortie.law.france.published.crowd import credit_scales, crowd_sheet
from sortie.law.france.published.figures import (
    Assumption,
    PublishedFigure,
    assumptions,
    published_figures,
)
from sortie.law.france.published.outcomes import OutcomeRate, outcome_rates

__all__ = [
    "Assumption",
    "OutcomeRate",
    "PublishedFigure",
    "assumptions",
    "credit_scales",
    "crowd_sheet",
    "outcome_rates",
    "published_figures",
]
