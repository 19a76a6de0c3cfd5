"""Filing an application: for whom, what is asked, what the law answers, and what comes next."""

from sortie.web.frame import Opens, Page
from sortie.web.pages.filing.filed import filed
from sortie.web.pages.filing.finding import find
from sortie.web.pages.filing.form import send_form, show_form

PAGES = (
    Page(
        name="filing",
        route="filing/",
        action="filing.find",
        template="filing/find.html",
        show=find,
        menu=30,
    ),
    Page(
        name="file",
        route="filing/<str:person_id>/",
        action="file_application",
        opens=Opens.PERSON,
        template="filing/file.html",
        show=show_form,
        post=send_form,
    ),
    Page(
        name="filed",
        route="case/<str:case_id>/filed/",
        action="case.see",
        opens=Opens.CASE,
        template="filing/filed.html",
        show=filed,
    ),
)
