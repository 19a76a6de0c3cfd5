"""One case: who, what is asked, what the law says and why, what runs, what is missing, what was."""

from sortie.web.frame import Opens, Page
from sortie.web.pages.cases.missing import Missing, missing_told
from sortie.web.pages.cases.page import case
from sortie.web.pages.cases.reading import law_read
from sortie.web.pages.cases.receipt import receipt
from sortie.web.pages.cases.story import RECEIPT
from sortie.web.pages.cases.work import WorkTold, clocks_told, steps_of_all, work_told

PAGES = (
    Page(
        name="case",
        route="case/<str:case_id>/",
        action="case.see",
        opens=Opens.CASE,
        template="cases/case.html",
        show=case,
    ),
    Page(
        name=RECEIPT,
        route="case/<str:case_id>/receipt/<int:number>/",
        action="history.see",
        opens=Opens.CASE,
        template="cases/receipt.html",
        show=receipt,
    ),
)

__all__ = [
    "PAGES",
    "Missing",
    "WorkTold",
    "clocks_told",
    "law_read",
    "missing_told",
    "steps_of_all",
    "work_told",
]
