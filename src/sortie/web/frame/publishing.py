"""Which years of figures are shown to anyone: what whoever runs the site chose."""

import os
from datetime import datetime
from typing import Any

from django.conf import settings

from sortie import office

VARIABLE, THRESHOLD = "SORTIE_FIGURES", "SORTIE_FIGURES_THRESHOLD"
YEARS_OVER, ALL_YEARS = "over", "all"


def figure_settings() -> dict[str, Any]:
    """Return the settings of the public figures.

    ``SORTIE_FIGURES`` is ``over``, the years that are over; ``all``, the one under way too; any
    other word, none. ``SORTIE_FIGURES_THRESHOLD`` is up to which count none is told.
    """
    return {
        "SORTIE_FIGURES": os.environ.get(VARIABLE) or YEARS_OVER,
        "SORTIE_FIGURES_THRESHOLD": int(os.environ.get(THRESHOLD) or office.figures.THRESHOLD),
    }


def spans_shown(at: datetime) -> tuple[office.figures.Span, ...]:
    """Return the years that are shown at an instant, the last first."""
    chosen = shown_figures()
    if not chosen:
        return ()
    return tuple(s for s in office.figures.spans(at) if s.is_over or chosen == ALL_YEARS)


def shown_figures() -> str:
    """Return which years are shown to anyone; nothing where none is."""
    chosen: str = settings.SORTIE_FIGURES
    return chosen if chosen in (YEARS_OVER, ALL_YEARS) else ""
