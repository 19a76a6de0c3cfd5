"""What every page stands in: its declaration, what was asked, who may, what is drawn."""

from sortie.web.frame.asked import REASONS, Asked, WebRequest
from sortie.web.frame.instants import now
from sortie.web.frame.languages import COOKIE, language_of
from sortie.web.frame.opening import reaches
from sortie.web.frame.page import ANYONE, Answer, Opens, Page, Shown
from sortie.web.frame.publishing import (
    ALL_YEARS,
    YEARS_OVER,
    figure_settings,
    shown_figures,
    spans_shown,
)
from sortie.web.frame.receipts import SeeOther, back_to
from sortie.web.frame.refusals import plainly, refusals
from sortie.web.frame.typography import page_tongue
from sortie.web.frame.viewing import draw, noted, pages, plain_page, rescued, view_of

__all__ = [
    "ALL_YEARS",
    "ANYONE",
    "COOKIE",
    "REASONS",
    "YEARS_OVER",
    "Answer",
    "Asked",
    "Opens",
    "Page",
    "SeeOther",
    "Shown",
    "WebRequest",
    "back_to",
    "draw",
    "figure_settings",
    "language_of",
    "noted",
    "now",
    "page_tongue",
    "pages",
    "plain_page",
    "plainly",
    "reaches",
    "refusals",
    "rescued",
    "shown_figures",
    "spans_shown",
    "view_of",
]
