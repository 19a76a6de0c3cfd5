"""The order: written from grounds and pieces, read again before it is made, and what follows it."""

from sortie.web.frame import Opens, Page
from sortie.web.pages.deciding.decide import send_decision, show_decision
from sortie.web.pages.deciding.order import order
from sortie.web.pages.deciding.paper import paper

PAGES = (
    Page(
        name="decide",
        route="case/<str:case_id>/decide/",
        action="case.see",
        opens=Opens.CASE,
        template="deciding/decide.html",
        show=show_decision,
        post=send_decision,
    ),
    Page(
        name="order",
        route="case/<str:case_id>/order/",
        action="case.see",
        opens=Opens.CASE,
        template="deciding/order.html",
        show=order,
    ),
    Page(
        name="paper",
        route="case/<str:case_id>/paper/<str:kind>/",
        action="case.see",
        opens=Opens.CASE,
        show=paper,
        template="plain.html",
    ),
)
