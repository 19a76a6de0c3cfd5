"""The figures of a year, for anyone, where whoever runs the site shows them."""

from typing import Any

from django.conf import settings

from sortie import office
from sortie.api.asking import OPEN_TO_ANYONE, Called, Operation
from sortie.api.problems import Kind, Stopped
from sortie.api.shapes.figures import FiguresTold
from sortie.web.frame import spans_shown
from sortie.words.office import figures as words


def figures(called: Called, year: int) -> dict[str, Any]:
    """Return the figures of a year.

    Raises:   Stopped: the year has none, or they are not shown here
    """
    span = next((each for each in spans_shown(called.at) if each.year == year), None)
    if span is None:
        raise Stopped(Kind.NOT_THERE)
    found = office.figures.figures(span, settings.SORTIE_FIGURES_THRESHOLD)
    return words.written_figures(found, called.tongue)


OPERATIONS = (
    Operation(name="see_figures", method="GET", route="/figures/{year}", action="figures.see",
              scope=OPEN_TO_ANYONE, does=figures, gives={200: FiguresTold},
              refuses=(Kind.NOT_THERE,)),
)  # fmt: skip
