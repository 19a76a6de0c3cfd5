"""A comparison as a report: charts, each with its table and its sentence, on one page.

A front door of its own: it opens what draws charts.
"""

from sortie.reform.showing.figures import Figure, figures_of
from sortie.reform.showing.page import page
from sortie.reform.showing.report import Report
from sortie.reform.showing.tables import Table, table_html

__all__ = ["Figure", "Report", "Table", "figures_of", "page", "table_html"]
