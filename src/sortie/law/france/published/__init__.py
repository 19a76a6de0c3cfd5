"""What was published of the people in prison, and what was not: figures, assumptions, words."""

from sortie.law.france.published.crowd import credit_scales, crowd_sheet
from sortie.law.france.published.figures import (
    Assumption,
    PublishedFigure,
    assumptions,
    published_figures,
)

__all__ = [
    "Assumption",
    "PublishedFigure",
    "assumptions",
    "credit_scales",
    "crowd_sheet",
    "published_figures",
]
