"""The forms of the acts on a case: one page for every verb, and the saving of its drafts."""

from sortie.web.frame import ANYONE, Opens, Page
from sortie.web.pages.acts.act import send_act, show_act
from sortie.web.pages.acts.saving import save

PAGES = (
    Page(
        name="act",
        route="case/<str:case_id>/act/<str:verb>/",
        action="case.see",
        opens=Opens.CASE,
        template="acts/act.html",
        show=show_act,
        post=send_act,
    ),
    Page(name="draft", route="draft/", action=ANYONE, post=save, proves_itself=True),
)
