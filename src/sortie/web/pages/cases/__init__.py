"""One case: who, what is asked, what the law says and why, what runs, what is missing, what was."""

from sortie.web.frame import Opens, Page
from sortie.web.pages.cases.page import case

PAGES = (
    Page(
        name="case",
        route="case/<str:case_id>/",
        action="case.see",
        opens=Opens.CASE,
        template="cases/case.html",
        show=case,
    ),
)
