"""The gate: who leaves and who comes back today, who is out, who is late, one person at a time."""

from sortie.web.frame import Opens, Page
from sortie.web.pages.gate.acts import send_act, show_act
from sortie.web.pages.gate.day import gate
from sortie.web.pages.gate.person import person

PAGES = (
    Page(
        name="gate",
        route="gate/",
        action="gate.list",
        template="gate/gate.html",
        show=gate,
        menu=40,
    ),
    Page(
        name="gate_person",
        route="gate/<str:case_id>/",
        action="gate.see",
        opens=Opens.CASE,
        template="gate/person.html",
        show=person,
    ),
    Page(
        name="gate_act",
        route="gate/<str:case_id>/<str:verb>/",
        action="gate.see",
        opens=Opens.CASE,
        template="gate/act.html",
        show=show_act,
        post=send_act,
    ),
)
