"""My day: what is about to go wrong, and what waits for whoever is signed in."""

from sortie.web.frame import Page
from sortie.web.pages.my_day.page import my_day

PAGES = (
    Page(
        name="my_day",
        route="",
        action="day.see",
        template="my_day/my_day.html",
        show=my_day,
        menu=10,
    ),
)
